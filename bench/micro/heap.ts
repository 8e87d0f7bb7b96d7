import { PerformanceObserver } from 'node:perf_hooks'

const SAMPLES = 41
const RUNS = 200

/**
 * Bytes of heap that one run of `run` allocates: the median of samples in which no collection ran.
 * Memory outside of the heap (buffers' contents) is not in it.
 */
export async function heapBytesOf(run: () => unknown): Promise<number> {
  let collections = 0
  const observer = new PerformanceObserver((list) => (collections += list.getEntries().length))
  observer.observe({ entryTypes: ['gc'] })
  for (let warm = 0; warm < 20 * RUNS; warm++) run()
  const samples: number[] = []
  while (samples.length < SAMPLES) {
    // Entries are delivered between turns.
    await new Promise((resolve) => setImmediate(resolve))
    const collectionsBefore = collections
    const before = process.memoryUsage().heapUsed
    for (let index = 0; index < RUNS; index++) run()
    const bytes = process.memoryUsage().heapUsed - before
    await new Promise((resolve) => setImmediate(resolve))
    if (collections === collectionsBefore && bytes > 0) samples.push(bytes / RUNS)
  }
  observer.disconnect()
  return samples.sort((one, other) => one - other)[SAMPLES >> 1]!
}
