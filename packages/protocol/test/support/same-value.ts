import type { Records } from '../../src/index.ts'

/**
 * Where two messages differ, as a path with both values; null when they are the same. Bytes are the
 * same when their content is, records when their pieces together are.
 */
export function difference(one: unknown, other: unknown, path: string = ''): string | null {
  if (one instanceof Uint8Array && other instanceof Uint8Array) {
    return Buffer.compare(one, other) === 0 ? null : `${path}: bytes differ`
  }
  if (isRecords(one) && isRecords(other)) {
    return difference(Buffer.concat(one.pieces), Buffer.concat(other.pieces), path)
  }
  if (!isObject(one) || !isObject(other)) {
    return Object.is(one, other) ? null : `${path}: ${String(one)} is not ${String(other)}`
  }
  const names = Object.keys(one)
  const otherNames = Object.keys(other)
  if (names.join() !== otherNames.join()) {
    return `${path}: has ${names.join()} and not ${otherNames.join()}`
  }
  for (const name of names) {
    const found = difference(one[name], other[name], path === '' ? name : `${path}.${name}`)
    if (found !== null) return found
  }
  return null
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isRecords(value: unknown): value is Records {
  return isObject(value) && Array.isArray(value['pieces']) && 'sizeBytes' in value
}
