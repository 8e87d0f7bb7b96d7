import { buildBatch, buildEndMarker, createChecksum, createCompression } from '@samsa/protocol'
import type { BatchFields, BatchTools } from '@samsa/protocol'
import { expect, test } from 'vitest'
import type { RecordPlace } from '../../src/coordinator/runtime/operation.ts'
import { ShardLoader, type LoadOutcome } from '../../src/coordinator/runtime/shard-loader.ts'
import { ManualClock } from '../replica/support/manual-clock.ts'
import { MemoryPartition } from './support/memory-partition.ts'
import { textOf } from './support/scripted-log.ts'

const tools: BatchTools = { checksum: createChecksum(), compression: createCompression() }

function batchOf(keys: readonly string[], fields: BatchFields = {}, valueBytes: number = 4) {
  const value = new Uint8Array(valueBytes)
  return buildBatch(
    tools,
    fields,
    keys.map((key) => ({ key: Buffer.from(key), value, timestamp: 1 })),
  )
}

interface Load {
  readonly outcome: LoadOutcome
  readonly keys: readonly string[]
  readonly places: readonly RecordPlace[]
  readonly markers: readonly (readonly [number, boolean])[]
  readonly turns: number
}

class CountingClock extends ManualClock {
  turns = 0

  override afterIo(callback: () => void): void {
    this.turns++
    super.afterIo(callback)
  }
}

function load(
  partition: MemoryPartition,
  options: { readonly readBytesMax?: number; readonly isWanted?: () => boolean } = {},
): Promise<Load> {
  const keys: string[] = []
  const places: RecordPlace[] = []
  const markers: [number, boolean][] = []
  const clock = new CountingClock()
  const loader = new ShardLoader(partition, {
    tools,
    clock,
    readBytesMax: options.readBytesMax ?? 1_000_000,
    isWanted: options.isWanted ?? (() => true),
    replay: (record, place) => {
      keys.push(textOf(record).key)
      places.push({ ...place })
    },
    replayMarker: (producerId, isCommitted) => markers.push([producerId, isCommitted]),
  })
  return new Promise((resolve) => {
    loader.run((outcome) => resolve({ outcome, keys, places, markers, turns: clock.turns }))
  })
}

test('every record from log start to log end is replayed, in order, with its offset', async () => {
  const partition = new MemoryPartition()
  partition.append(batchOf(['a', 'b']))
  partition.append(batchOf(['c'], { codec: 4 }))
  const { outcome, keys, places } = await load(partition)
  expect(outcome).toEqual({ kind: 'loaded', recordsCount: 3, endOffset: 3 })
  expect(keys).toEqual(['a', 'b', 'c'])
  expect(places.map(({ offset }) => offset)).toEqual([0, 1, 2])
  expect(partition.openReads).toBe(0)
})

test('an empty partition is loaded at once', async () => {
  const { outcome } = await load(new MemoryPartition())
  expect(outcome).toEqual({ kind: 'loaded', recordsCount: 0, endOffset: 0 })
})

test('a batch larger than what is asked for in a read is loaded all the same', async () => {
  const partition = new MemoryPartition()
  partition.append(batchOf(['big'], {}, 100_000))
  partition.append(batchOf(['small']))
  const { keys } = await load(partition, { readBytesMax: 1000 })
  expect(keys).toEqual(['big', 'small'])
  expect(partition.readsCount).toBe(2)
})

test('many records, in one batch or in several, are replayed in turns that let I/O pass', async () => {
  const partition = new MemoryPartition()
  const many = Array.from({ length: 5000 }, (_, index) => `k${index}`)
  partition.append(batchOf(many))
  const { keys, turns } = await load(partition)
  expect(keys).toEqual(many)
  expect(turns).toBeGreaterThanOrEqual(10)
})

test('transactional records say whose they are, markers how they ended', async () => {
  const partition = new MemoryPartition()
  const producer = { producerId: 7, producerEpoch: 0 }
  partition.append(batchOf(['t'], { ...producer, isTransactional: true }))
  partition.append(batchOf(['plain']))
  partition.append(buildEndMarker(tools, 'commit', 0, 1, producer))
  partition.append(buildEndMarker(tools, 'abort', 0, 1, { ...producer, producerId: 8 }))
  const { keys, places, markers } = await load(partition)
  expect(keys).toEqual(['t', 'plain'])
  expect(places.map(({ producerId }) => producerId)).toEqual([7, -1])
  expect(markers).toEqual([
    [7, true],
    [8, false],
  ])
})

test('a load that nobody wants any more stops', async () => {
  const partition = new MemoryPartition()
  for (let count = 0; count < 5; count++) partition.append(batchOf(['k']))
  let left = 3
  const { outcome, keys } = await load(partition, {
    readBytesMax: 10,
    isWanted: () => left-- > 0,
  })
  expect(outcome).toEqual({ kind: 'abandoned' })
  expect(keys.length).toBeLessThan(5)
  expect(partition.openReads).toBe(0)
})

test('a log that cannot be read fails the load and says where', async () => {
  const partition = new MemoryPartition()
  partition.append(batchOf(['k']))
  partition.readError = 56
  const { outcome } = await load(partition)
  expect(outcome.kind === 'failed' && outcome.error.message).toBe(
    'reading __consumer_offsets-0 at 0 failed with error 56',
  )
  expect(partition.openReads).toBe(0)
})

test('a record that cannot be replayed fails the load and gives its bytes back', async () => {
  const partition = new MemoryPartition()
  const batch = batchOf(['k'], { codec: 1 })
  batch.fill(0, batch.length - 10)
  partition.append(batch)
  const { outcome } = await load(partition)
  expect(outcome.kind).toBe('failed')
  expect(partition.openReads).toBe(0)
})
