/**
 * `pnpm fuzz:codecs [RUNS] [SEED]`: feeds mutated golden bodies and noise to every decoder, a million
 * times unless told otherwise. A decoder may throw DecodeError or give a message that can be written
 * and read back as the same; anything else, or a run that takes long, is a failure with its bytes.
 */
import { checkHostile, goldenSamples, mutate, mutationKinds } from '@samsa/protocol/vectors'
import type { Mutation, Sample } from '@samsa/protocol/vectors'

const [runsText = '1000000', seedText = '1'] = process.argv.slice(2).filter((word) => word !== '--')
const runs = Number(runsText)
const RUN_MS_MAX = 1_000
const FAILURES_MAX = 5

/** Mulberry32: enough for choosing bytes, and the same everywhere. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}

const next = generator(Number(seedText))
const samples = goldenSamples()

function pick<Item>(items: readonly Item[]): Item {
  return items[next() % items.length] as Item
}

function mutations(): readonly Mutation[] {
  return Array.from({ length: 1 + (next() % 4) }, () => ({
    kind: pick(mutationKinds),
    at: next(),
    value: next() & 255,
  }))
}

/** One in sixteen is noise, one in sixteen the front of one body with the back of another. */
function bytesFor({ bytes }: Sample): Uint8Array {
  const kind = next() & 15
  if (kind === 0) return Uint8Array.from({ length: next() % 200 }, () => next())
  if (kind > 1) return mutate(bytes, mutations())
  const other = pick(samples).bytes
  return Buffer.concat([
    bytes.subarray(0, next() % (bytes.byteLength + 1)),
    other.subarray(next() % (other.byteLength + 1)),
  ])
}

const start = performance.now()
let failures = 0
let slowestMs = 0
for (let run = 0; run < runs && failures < FAILURES_MAX; run++) {
  const sample = pick(samples)
  const bytes = bytesFor(sample)
  const began = performance.now()
  const why = checkHostile(sample.codec, sample.version, bytes)
  const ms = performance.now() - began
  slowestMs = Math.max(slowestMs, ms)
  if (why === null && ms <= RUN_MS_MAX) continue
  failures++
  process.stdout.write(
    `FAIL run ${run} of seed ${seedText}, ${sample.name}: ${why ?? `took ${ms.toFixed(0)} ms`}\n` +
      `${Buffer.from(bytes).toString('hex').slice(0, 4_000)}\n`,
  )
}
const seconds = (performance.now() - start) / 1_000
process.stdout.write(
  `${runs} runs on ${samples.length} bodies in ${seconds.toFixed(1)} s, slowest ` +
    `${slowestMs.toFixed(1)} ms, ${failures} failures\n`,
)
process.exitCode = failures === 0 ? 0 : 1
