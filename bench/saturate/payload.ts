import { buildBatch } from '@samsa/protocol'
import { newBatchTools } from '../micro/batch-tools.ts'
import type { Shape } from './shapes.ts'

const WORDS = [
  'order customer shipped pending address invoice total amount currency street city country',
  'item quantity price warehouse returned carrier gift express standard discount basket session',
  'device mobile desktop browser click view search product category payment refund',
]
  .join(' ')
  .split(' ')

/** The same numbers in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed | 1
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

/** A line of made-up JSON, exactly that long, which compresses as such lines do. */
function lineOf(bytes: number, next: (below: number) => number): string {
  const word = (): string => WORDS[next(WORDS.length)]!
  let line = `{"id":"${next(2 ** 31).toString(16)}${next(2 ** 31).toString(16)}"`
  while (line.length < bytes) {
    line += next(3) > 0 ? `,"${word()}":"${word()} ${next(10_000)}"` : `,"${word()}":${next(1e9)}`
  }
  return `${line.slice(0, bytes - 1)}}`
}

/** One batch of the shape, without a producer id, so that a broker takes it any number of times. */
export function batchOf(shape: Shape, partition: number): Uint8Array {
  const next = numbers(0x9e37 + partition)
  const timestamp = Date.now()
  const records = Array.from({ length: shape.recordsPerBatch }, () => ({
    key: null,
    value: Buffer.from(lineOf(shape.recordBytes, next)),
    timestamp,
  }))
  return buildBatch(newBatchTools(), { codec: shape.codec }, records)
}
