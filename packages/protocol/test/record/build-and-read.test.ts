import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  BatchBuilder,
  BatchView,
  type BatchFields,
  buildBatch,
  ensureValid,
  hasDeleteHorizon,
  isControl,
  isTransactional,
  LOG_APPEND_TIME,
  type NewRecord,
  openRecords,
  records,
  RECORD_BATCH_OVERHEAD,
  RecordWalk,
  RECORDS_OFFSET,
  walkRecords,
} from '../../src/record/index.ts'
import { batchFields, newRecords } from '../support/arbitrary-batch.ts'
import { newPlainTools, newTools } from '../support/tools.ts'

const tools = newTools()
const codec = fc.constantFrom(0, 1, 2, 3, 4)

/** What a reader must find. */
function expectedOf(
  fields: BatchFields,
  written: readonly NewRecord[],
  view: BatchView,
): unknown[] {
  return written.map((record, at) => ({
    offset: BigInt(fields.baseOffset ?? 0) + BigInt(at),
    timestamp:
      fields.timestampType === LOG_APPEND_TIME
        ? view.maxTimestampWide
        : BigInt(record.timestamp ?? -1),
    key: record.key,
    value: record.value,
    headers: record.headers ?? [],
  }))
}

function readOf(view: BatchView): unknown[] {
  const found: unknown[] = []
  const cursor = openRecords(view, tools.compression)
  while (cursor.next()) {
    found.push({
      offset: view.baseOffsetWide + BigInt(cursor.offsetDelta),
      timestamp: BigInt(cursor.exactTimestamp),
      key: copy(cursor.key),
      value: copy(cursor.value),
      headers: cursor.headers.map(({ key, value }) => ({ key: copy(key), value: copy(value) })),
    })
  }
  return found
}

const copy = (bytes: Uint8Array | null): Uint8Array | null => bytes && Uint8Array.from(bytes)

describe('a batch that is built', () => {
  test('reads as what was put into it, whatever the fields and the codec', () => {
    fc.assert(
      fc.property(batchFields(), codec, newRecords(), (fields, ofCodec, written) => {
        const batch = buildBatch(tools, { ...fields, codec: ofCodec }, written)
        const view = new BatchView(batch)
        ensureValid(view, tools.checksum)
        expect(view.sizeBytes).toBe(batch.length)
        expect(readOf(view)).toEqual(expectedOf(fields, written, view))
        expect({
          baseOffset: view.baseOffsetWide,
          leaderEpoch: view.leaderEpoch,
          codec: view.codec,
          producerId: view.producerIdWide,
          producerEpoch: view.producerEpoch,
          baseSequence: view.baseSequence,
          recordsCount: view.recordsCount,
          lastOffsetDelta: view.lastOffsetDelta,
          isTransactional: isTransactional(view.attributes),
          isControl: isControl(view.attributes),
          hasDeleteHorizon: hasDeleteHorizon(view.attributes),
        }).toEqual({
          baseOffset: BigInt(fields.baseOffset ?? 0),
          leaderEpoch: fields.leaderEpoch ?? -1,
          codec: ofCodec,
          producerId: BigInt(fields.producerId ?? -1),
          producerEpoch: fields.producerEpoch ?? -1,
          baseSequence: fields.baseSequence ?? -1,
          recordsCount: written.length,
          lastOffsetDelta: written.length - 1,
          isTransactional: fields.isTransactional ?? false,
          isControl: fields.isControl ?? false,
          hasDeleteHorizon: fields.deleteHorizonMs !== undefined,
        })
      }),
    )
  })

  test('is walked to its end, and the walk sees keys, order and timestamps', () => {
    const ordinary = newRecords({ min: 1 }).map((written) =>
      written.map((record) => ({
        ...record,
        timestamp: Number(BigInt(record.timestamp!) % 100_000n),
      })),
    )
    fc.assert(
      fc.property(ordinary, (written) => {
        const batch = buildBatch(tools, {}, written)
        const walk = new RecordWalk()
        walk.position = RECORDS_OFFSET
        walkRecords(batch, batch.length, written.length, walk)
        const times = written.map(({ timestamp }) => timestamp - written[0]!.timestamp)
        expect(walk.position).toBe(batch.length)
        expect(walk).toMatchObject({
          index: written.length,
          isInOrder: true,
          isWide: false,
          nullKeys: written.filter(({ key }) => key === null).length,
          minTimestampDelta: Math.min(...times),
          maxTimestampDelta: Math.max(...times),
          maxTimestampIndex: times.indexOf(Math.max(...times)),
        })
      }),
    )
  })

  test('has the same bytes with and without accelerators when it is not compressed', () => {
    fc.assert(
      fc.property(batchFields(), newRecords(), (fields, written) => {
        const plain = buildBatch(newPlainTools(), fields, written)
        expect(buildBatch(tools, fields, written)).toEqual(plain)
      }),
      { numRuns: 20 },
    )
  })

  test('knows its size before it is built', () => {
    fc.assert(
      fc.property(newRecords(), (written) => {
        const builder = new BatchBuilder(tools)
        for (const record of written) builder.append(record)
        const { uncompressedSizeBytes } = builder
        expect(builder.build()).toHaveLength(uncompressedSizeBytes)
      }),
    )
  })

  test('leaves nothing behind for the next one of its builder', () => {
    const builder = new BatchBuilder(tools, { leaderEpoch: 3 })
    const record = { key: Buffer.from('k'), value: null, timestamp: 5 }
    builder.append(record)
    const first = builder.build()
    expect(builder.recordsCount).toBe(0)
    builder.append(record)
    expect(builder.build()).toEqual(first)
  })

  test('takes the fields that are known last when it is built, for that batch only', () => {
    const builder = new BatchBuilder(tools, { producerId: 4, producerEpoch: 1, baseSequence: 0 })
    const sequences = [{ baseSequence: 7 }, undefined, { baseSequence: 9, producerEpoch: 2 }].map(
      (last) => {
        builder.append({ key: null, value: null })
        const { baseSequence, producerEpoch, producerId } = new BatchView(builder.build(last))
        return [producerId, producerEpoch, baseSequence]
      },
    )
    expect(sequences).toEqual([
      [4, 1, 7],
      [4, 1, 0],
      [4, 2, 9],
    ])
  })

  test('without records is a header and no more', () => {
    const batch = buildBatch(tools, { lastOffsetDelta: 4, maxTimestamp: 9 }, [])
    const view = new BatchView(batch)
    expect(batch).toHaveLength(RECORD_BATCH_OVERHEAD)
    expect(view).toMatchObject({
      recordsCount: 0,
      lastOffset: 4,
      baseTimestamp: -1,
      maxTimestamp: 9,
    })
    expect([...records(view, tools.compression)]).toEqual([])
  })

  test('may have holes in its offsets', () => {
    const batch = buildBatch(tools, { baseOffset: 10, lastOffsetDelta: 9 }, [
      { key: null, value: null, offsetDelta: 2 },
      { key: null, value: null, offsetDelta: 7 },
      { key: null, value: null },
    ])
    const found = [...records(new BatchView(batch), tools.compression)]
    expect(found.map(({ offset }) => offset)).toEqual([12, 17, 18])
    expect(new BatchView(batch).nextOffset).toBe(20)
  })

  test('numbers sequences around the top of their range', () => {
    const three = Array.from({ length: 3 }, () => ({ key: null, value: null }))
    const fields = { producerId: 4, producerEpoch: 0, baseSequence: 0x7ffffffe }
    const view = new BatchView(buildBatch(tools, fields, three))
    const sequences = [...records(view, tools.compression)].map(({ sequence }) => sequence)
    expect(sequences).toEqual([0x7ffffffe, 0x7fffffff, 0])
    expect(view.lastSequence).toBe(0)
  })
})
