import type { Histogram } from './metrics.ts'

/** Mantissa bits that choose a bucket: 16 buckets to each doubling, so a bound is ≤ 6.25 % above. */
const MANTISSA_BITS = 4
const EXPONENT_MIN = -10
const EXPONENT_MAX = 44
/** Biased exponent of `EXPONENT_MIN` with an empty mantissa, as the top bits of a double. */
const FIRST_KEY = (1023 + EXPONENT_MIN) << MANTISSA_BITS
const BUCKETS = (EXPONENT_MAX - EXPONENT_MIN) << MANTISSA_BITS

/**
 * Log-linear histogram of numbers ≥ 0 (milliseconds, bytes): the bucket is read from the top bits of the
 * double itself, so recording computes no logarithm and allocates nothing. From 2^-10 to 2^44; what is
 * smaller counts in the first bucket, what is larger in the last. 7 KiB each.
 */
export class LogLinearHistogram implements Histogram {
  readonly #counts: Float64Array
  readonly #number: Float64Array
  readonly #words: Uint32Array
  readonly #highWord: number
  #count: number
  #sum: number
  #max: number

  constructor() {
    this.#counts = new Float64Array(BUCKETS)
    this.#number = new Float64Array(1)
    this.#words = new Uint32Array(this.#number.buffer)
    this.#number[0] = 1
    this.#highWord = this.#words[1] === 0 ? 0 : 1
    this.#count = 0
    this.#sum = 0
    this.#max = 0
  }

  get count(): number {
    return this.#count
  }

  get sum(): number {
    return this.#sum
  }

  get max(): number {
    return this.#max
  }

  record(value: number): void {
    const bucket = this.#bucketOf(value)
    this.#counts[bucket] = (this.#counts[bucket] ?? 0) + 1
    this.#count++
    this.#sum += value
    if (value > this.#max) this.#max = value
  }

  quantile(q: number): number {
    if (this.#count === 0) return 0
    const rank = Math.max(1, Math.ceil(q * this.#count))
    let seen = 0
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      seen += this.#counts[bucket] ?? 0
      if (seen >= rank) return Math.min(this.#upperBound(bucket), this.#max)
    }
    return this.#max
  }

  #bucketOf(value: number): number {
    this.#number[0] = value
    const key = (this.#words[this.#highWord] ?? 0) >>> (20 - MANTISSA_BITS)
    if (!(value > 0) || key < FIRST_KEY) return 0
    return Math.min(key - FIRST_KEY, BUCKETS - 1)
  }

  /** Where the next bucket begins; infinite for the last, which has no end. */
  #upperBound(bucket: number): number {
    if (bucket === BUCKETS - 1) return Infinity
    this.#words[1 - this.#highWord] = 0
    this.#words[this.#highWord] = (FIRST_KEY + bucket + 1) << (20 - MANTISSA_BITS)
    return this.#number[0] ?? 0
  }
}
