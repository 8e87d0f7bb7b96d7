import { mkdirSync, writeFileSync } from 'node:fs'
import { offset } from '@samsa/base'
import { expect, test } from 'vitest'
import { HugeSegmentDisk } from './support/huge-segment.ts'
import { batchRanges, read } from './support/log-calls.ts'
import { Workshop } from './support/workshop.ts'

const GIBIBYTE = 1_073_741_824
const INTERVAL_BYTES = 4096

/** A clean directory whose only segment has a gigabyte of batches with so many bytes of value. */
async function openHuge(workshop: Workshop) {
  const disk = workshop.disk as HugeSegmentDisk
  mkdirSync(workshop.path('.'))
  writeFileSync(workshop.path('00000000000000000000.log'), '')
  writeFileSync(workshop.path('00000000000000000000.index'), disk.indexBytes())
  const last = Buffer.alloc(12)
  last.writeBigInt64BE(1000n)
  writeFileSync(workshop.path('00000000000000000000.timeindex'), last)
  disk.reset()
  const log = await workshop.open({ isCleanStop: true })
  return { log, disk }
}

const hugeDisk = (valueBytes: number) => ({
  diskOn: (below: ConstructorParameters<typeof HugeSegmentDisk>[0]) =>
    new HugeSegmentDisk(below, valueBytes, GIBIBYTE),
})

test.each([50, 1000, 20_000])(
  'a clean start reads no more of a 1 GiB log than its tail (values of %i bytes)',
  async (valueBytes) => {
    await using workshop = new Workshop(hugeDisk(valueBytes))
    const { log, disk } = await openHuge(workshop)
    expect(log.logEndOffset).toBe(disk.batchCount)
    expect(disk.count('.log').bytes).toBeLessThanOrEqual(INTERVAL_BYTES * 2 + disk.batchBytes)
  },
)

test.each([50, 1000, 20_000])(
  'a look-up in a 1 GiB segment reads at most two index intervals and a batch (values of %i bytes)',
  async (valueBytes) => {
    await using workshop = new Workshop(hugeDisk(valueBytes))
    const { log, disk } = await openHuge(workshop)
    const allowed = INTERVAL_BYTES * 2 + disk.batchBytes
    for (let step = 1; step <= 100; step += 1) {
      const at = Math.floor((log.logEndOffset * step) / 101)
      disk.reset()
      const got = await read(log, at, { maxBytes: 1 })
      expect(batchRanges(got.bytes)).toEqual([[at, at]])
      expect(disk.count('.log').bytes).toBeLessThanOrEqual(allowed)
    }
    expect(disk.count('.index').bytes).toBeLessThanOrEqual(20 * 4096)
  },
)

test('a look-up by time reads an index interval and the batch that has the record', async () => {
  await using workshop = new Workshop(hugeDisk(1000))
  const { log, disk } = await openHuge(workshop)
  const found = await log.offsetForTimestamp(1000, log.logEndOffset)
  expect(found).toEqual({ timestamp: 1000, offset: offset(0), leaderEpoch: -1 })
  disk.reset()
  await log.offsetForTimestamp(999, log.logEndOffset)
  expect(disk.count('.log').bytes).toBeLessThanOrEqual(INTERVAL_BYTES * 2 + disk.batchBytes)
})
