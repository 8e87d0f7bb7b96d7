import type { KeptImage } from '../image.ts'

/** Gathers records whose APIs come later, by record name and by what identifies their subject. */
export class KeptDeltaBuilder {
  readonly #before: KeptImage
  readonly #changed: Map<string, Map<string, unknown>>

  constructor(before: KeptImage) {
    this.#before = before
    this.#changed = new Map()
  }

  get isEmpty(): boolean {
    return this.#changed.size === 0
  }

  put(recordName: string, key: string, message: unknown): void {
    this.#records(recordName).set(key, message)
  }

  remove(recordName: string, key: string): void {
    this.#records(recordName).delete(key)
  }

  build(): KeptImage {
    const records = new Map(this.#before.records)
    for (const [name, changed] of this.#changed) {
      if (changed.size === 0) records.delete(name)
      else records.set(name, changed)
    }
    return { records }
  }

  #records(recordName: string): Map<string, unknown> {
    const known = this.#changed.get(recordName)
    if (known !== undefined) return known
    const copy = new Map(this.#before.records.get(recordName))
    this.#changed.set(recordName, copy)
    return copy
  }
}
