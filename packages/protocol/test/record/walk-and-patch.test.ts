import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  BatchView,
  BatchWalker,
  buildBatch,
  CREATE_TIME,
  ensureValid,
  InvalidBatchHeaderError,
  LOG_APPEND_TIME,
  patchMaxTimestamp,
  patchOffsets,
  RECORD_BATCH_OVERHEAD,
  walkBatches,
} from '../../src/record/index.ts'
import { newTools } from '../support/tools.ts'

const tools = newTools()

function batchOf(count: number, baseOffset: number = 0): Uint8Array {
  const written = Array.from({ length: count }, (_, at) => ({
    key: Buffer.from(`key ${at}`),
    value: Buffer.from(`value ${at}`),
    timestamp: 1000 + at,
  }))
  return buildBatch(tools, { baseOffset }, written)
}

describe('batches one after the other', () => {
  const batches = [batchOf(1), batchOf(3, 1), batchOf(2, 4)]
  const whole = Buffer.concat(batches)

  test('are found in order, with what is cut short told', () => {
    fc.assert(
      fc.property(fc.nat({ max: whole.length }), (length) => {
        const found: number[] = []
        const partialBytes = walkBatches(whole.subarray(0, length), (batch) => {
          found.push(batch.baseOffset)
          expect(batch.isValid(tools.checksum)).toBe(true)
        })
        const ends = [0, 1, 2].map((last) =>
          batches.slice(0, last + 1).reduce((bytes, batch) => bytes + batch.length, 0),
        )
        const expected = ends.filter((end) => end <= length)
        expect(found).toHaveLength(expected.length)
        expect(partialBytes).toBe(length - (expected.at(-1) ?? 0))
      }),
    )
  })

  test('are looked for in the given range only', () => {
    const padded = Buffer.concat([Buffer.alloc(7, 0xff), whole, Buffer.alloc(100, 0xff)])
    const found: number[] = []
    const partialBytes = walkBatches(
      padded,
      (batch) => found.push(batch.nextOffset),
      7,
      7 + whole.length,
    )
    expect(found).toEqual([1, 4, 6])
    expect(partialBytes).toBe(0)
  })

  test.each([
    ['a length of −1', 8, 0xff],
    ['magic 3', 16, 3],
    ['magic −1', 16, 0xff],
  ])('end with an error at %s, which says where', (_what, at, byte) => {
    const bad = Buffer.concat([batches[0]!, batches[1]!])
    bad.fill(byte, batches[0]!.length + at, batches[0]!.length + at + (at === 8 ? 4 : 1))
    const walker = new BatchWalker(bad)
    expect(walker.next()).toBe(true)
    expect(() => walker.next()).toThrow(InvalidBatchHeaderError)
    try {
      walker.next()
    } catch (error) {
      expect(error).toMatchObject({
        position: batches[0]!.length,
        code: 'RECORD_BATCH_HEADER_INVALID',
      })
    }
  })
})

describe('a batch of magic 2', () => {
  test('shorter than its header is not valid, whatever its CRC', () => {
    const short = Buffer.from(batchOf(1).subarray(0, RECORD_BATCH_OVERHEAD - 1))
    short.writeInt32BE(short.length - 12, 8)
    const view = new BatchView(short)
    expect(view.isValid(tools.checksum)).toBe(false)
    expect(() => ensureValid(view, tools.checksum)).toThrow('61')
  })

  test('is not valid any more when any byte under its CRC changes', () => {
    const batch = batchOf(2)
    for (let at = 17; at < batch.length; at++) {
      const changed = Uint8Array.from(batch)
      changed[at]! ^= 0x40
      expect(new BatchView(changed).isValid(tools.checksum), `byte ${at}`).toBe(false)
    }
  })

  test('stays valid when it gets its offset and its leader epoch', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.nat({ max: Number.MAX_SAFE_INTEGER }),
          fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }),
        ),
        fc.integer({ min: -1, max: 0x7fffffff }),
        (offset, epoch) => {
          const batch = batchOf(3)
          patchOffsets(batch, 0, offset, epoch)
          const view = new BatchView(batch)
          expect(view.isValid(tools.checksum)).toBe(true)
          expect([view.baseOffsetWide, view.leaderEpoch]).toEqual([BigInt(offset), epoch])
        },
      ),
    )
  })

  test('stays valid when its timestamp type and max timestamp change', () => {
    const batch = batchOf(3)
    patchMaxTimestamp(batch, 0, 77, LOG_APPEND_TIME, tools.checksum)
    const view = new BatchView(batch)
    expect(view.isValid(tools.checksum)).toBe(true)
    expect(view).toMatchObject({ isLogAppendTime: true, maxTimestamp: 77 })
    patchMaxTimestamp(batch, 0, 2n ** 62n, CREATE_TIME, tools.checksum)
    expect(view.isValid(tools.checksum)).toBe(true)
    expect([view.isLogAppendTime, view.maxTimestampWide]).toEqual([false, 2n ** 62n])
  })

  test('is not touched when both are right already', () => {
    const batch = batchOf(3)
    const before = Uint8Array.from(batch)
    patchMaxTimestamp(batch, 0, 1002, CREATE_TIME, {
      crc32c: () => {
        throw new Error('no CRC is needed')
      },
    })
    expect(batch).toEqual(before)
  })

  test('can be read anywhere in a buffer, and one view serves many', () => {
    const padded = Buffer.concat([Buffer.alloc(5), batchOf(2, 40)])
    const view = new BatchView(batchOf(1))
    expect(view.lastOffset).toBe(0)
    view.reset(padded, 5)
    expect(view).toMatchObject({ baseOffset: 40, lastOffset: 41, endPosition: padded.length })
    expect(view.isValid(tools.checksum)).toBe(true)
    expect(Buffer.compare(view.batchBytes, batchOf(2, 40))).toBe(0)
  })
})
