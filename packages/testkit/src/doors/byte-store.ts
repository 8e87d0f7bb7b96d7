const EMPTY = new Uint8Array(0)

/** The bytes of a file: a growing array, with zeros where nothing was written. */
export class ByteStore {
  #bytes: Uint8Array
  #sizeBytes: number

  constructor() {
    this.#bytes = EMPTY
    this.#sizeBytes = 0
  }

  get sizeBytes(): number {
    return this.#sizeBytes
  }

  read(position: number, into: Uint8Array): number {
    const end = Math.min(position + into.length, this.#sizeBytes)
    if (end <= position) return 0
    into.set(this.#bytes.subarray(position, end))
    return end - position
  }

  write(position: number, bytes: Uint8Array): void {
    const end = position + bytes.length
    this.#grow(end)
    this.#bytes.set(bytes, position)
    if (end > this.#sizeBytes) this.#sizeBytes = end
  }

  truncate(sizeBytes: number): void {
    if (sizeBytes < this.#sizeBytes) this.#bytes.fill(0, sizeBytes, this.#sizeBytes)
    else this.#grow(sizeBytes)
    this.#sizeBytes = sizeBytes
  }

  copy(): Uint8Array {
    return this.#bytes.slice(0, this.#sizeBytes)
  }

  replace(bytes: Uint8Array): void {
    this.#bytes = new Uint8Array(bytes)
    this.#sizeBytes = bytes.length
  }

  #grow(sizeBytes: number): void {
    if (sizeBytes <= this.#bytes.length) return
    const grown = new Uint8Array(Math.max(sizeBytes, this.#bytes.length * 2, 4096))
    grown.set(this.#bytes.subarray(0, this.#sizeBytes))
    this.#bytes = grown
  }
}
