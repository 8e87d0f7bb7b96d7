/** One call through a door. */
export interface TraceEntry {
  readonly atUs: number
  readonly host: string
  /** `door.call`, for example `disk.write`. */
  readonly call: string
  /** Of the bytes that went through, or of what else tells the call from others. */
  readonly checksum: number
}

/**
 * Everything that went through the doors, in order, as one number: two runs of one seed have the same,
 * or something besides the seed decides. The entries themselves are kept only when asked for.
 */
export class Trace {
  readonly #entries: TraceEntry[] | undefined
  readonly #words: Map<string, number>
  #hashHigh: number
  #hashLow: number
  #count: number

  constructor(keepsEntries: boolean) {
    this.#entries = keepsEntries ? [] : undefined
    this.#words = new Map()
    this.#hashHigh = 0x2545f491
    this.#hashLow = 0x4f6cdd1d
    this.#count = 0
  }

  get count(): number {
    return this.#count
  }

  /** 16 hexadecimal digits. */
  get hash(): string {
    return hex8(this.#hashHigh) + hex8(this.#hashLow)
  }

  /** Empty unless the simulation was told to keep them. */
  get entries(): readonly TraceEntry[] {
    return this.#entries ?? []
  }

  record(atUs: number, host: string, call: string, checksum: number): void {
    this.#count++
    this.#mix(atUs >>> 0)
    this.#mix(Math.floor(atUs / 2 ** 32))
    this.#mix(this.#wordOf(host))
    this.#mix(this.#wordOf(call))
    this.#mix(checksum)
    this.#entries?.push({ atUs, host, call, checksum })
  }

  #mix(word: number): void {
    const high = Math.imul(this.#hashHigh ^ word, 0x85ebca6b)
    this.#hashHigh = (high ^ (high >>> 13)) >>> 0
    const low = Math.imul(this.#hashLow ^ this.#hashHigh, 0xc2b2ae35)
    this.#hashLow = (low ^ (low >>> 16)) >>> 0
  }

  #wordOf(text: string): number {
    const known = this.#words.get(text)
    if (known !== undefined) return known
    const word = checksumOfText(text)
    this.#words.set(text, word)
    return word
  }
}

/** 32 bits that change with any byte; not for checking data, only for telling two runs apart. */
export function checksumOf(bytes: Uint8Array, before = 0): number {
  let hash = before ^ bytes.length ^ 0x9e3779b9
  const aligned = bytes.length & ~3
  for (let index = 0; index < aligned; index += 4) {
    const word =
      (bytes[index] ?? 0) |
      ((bytes[index + 1] ?? 0) << 8) |
      ((bytes[index + 2] ?? 0) << 16) |
      ((bytes[index + 3] ?? 0) << 24)
    hash = Math.imul(hash ^ word, 0x85ebca6b)
    hash ^= hash >>> 15
  }
  for (let index = aligned; index < bytes.length; index++) {
    hash = Math.imul(hash ^ (bytes[index] ?? 0), 0xc2b2ae35)
    hash ^= hash >>> 13
  }
  return hash >>> 0
}

export function checksumOfPieces(pieces: readonly Uint8Array[]): number {
  let hash = 0
  for (const piece of pieces) hash = checksumOf(piece, hash)
  return hash
}

export function checksumOfText(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return hash >>> 0
}

function hex8(word: number): string {
  return word.toString(16).padStart(8, '0')
}
