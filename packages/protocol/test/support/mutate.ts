/** One change to bytes, as data: `at` and `value` are taken modulo what there is. */
export interface Mutation {
  readonly kind: 'set' | 'flip' | 'cut' | 'drop' | 'insert' | 'repeat' | 'count'
  readonly at: number
  readonly value: number
}

export const mutationKinds: readonly Mutation['kind'][] = [
  'set',
  'flip',
  'cut',
  'drop',
  'insert',
  'repeat',
  'count',
]

/** Values that lengths and counts hate. */
const hostileCounts: readonly number[] = [
  0x7fffffff, 0xffffffff, 0x80000000, 0x7fff, 0xffff, 0x8000, 0xfffffffe, 0x01000000,
]

/** The bytes after the changes, in order; the input stays as it is. */
export function mutate(bytes: Uint8Array, mutations: readonly Mutation[]): Uint8Array {
  let result = Buffer.from(bytes)
  for (const mutation of mutations) result = apply(result, mutation)
  return result
}

function apply(bytes: Buffer<ArrayBuffer>, { kind, at, value }: Mutation): Buffer<ArrayBuffer> {
  const index = bytes.byteLength === 0 ? 0 : at % bytes.byteLength
  switch (kind) {
    case 'set':
      if (bytes.byteLength > 0) bytes[index] = value
      return bytes
    case 'flip':
      if (bytes.byteLength > 0) bytes[index]! ^= 1 << (value & 7)
      return bytes
    case 'cut':
      return bytes.subarray(0, index)
    case 'drop':
      return Buffer.concat([bytes.subarray(0, index), bytes.subarray(index + 1 + (value & 7))])
    case 'insert':
      return Buffer.concat([
        bytes.subarray(0, index),
        Buffer.alloc(1 + (value & 15), value >> 4),
        bytes.subarray(index),
      ])
    case 'repeat':
      return Buffer.concat([bytes.subarray(0, index), bytes.subarray(index >> 1)])
    case 'count':
      if (bytes.byteLength >= 4) {
        const from = at % (bytes.byteLength - 3)
        bytes.writeUInt32BE(hostileCounts[value % hostileCounts.length] ?? 0, from)
      }
      return bytes
  }
}
