import { describe, expect, test } from 'vitest'
import { CODEC_GZIP, CODEC_LZ4 } from '../../src/compression/index.ts'
import {
  BatchView,
  buildControlBatch,
  buildEndMarker,
  CONTROL_ABORT,
  CONTROL_COMMIT,
  CONTROL_LEADER_CHANGE,
  controlKey,
  controlTypeOf,
  coordinatorEpochOf,
  CorruptBatchError,
  endMarkerValue,
  InvalidRecordError,
  LegacyBatchView,
  readLegacyBatch,
  records,
} from '../../src/record/index.ts'
import { newTools } from '../support/tools.ts'
import { hexOf } from '../support/vector-json.ts'

const tools = newTools()

describe('control records', () => {
  test('have keys and end markers of the bytes that Apache Kafka writes', () => {
    expect(hexOf(controlKey(CONTROL_COMMIT))).toBe('00000001')
    expect(hexOf(endMarkerValue(12))).toBe('00000000000c')
  })

  test('tell their type and the coordinator epoch again, and nothing of what is none', () => {
    expect(controlTypeOf(controlKey(99))).toBe(99)
    expect(coordinatorEpochOf(endMarkerValue(0x7fffffff))).toBe(0x7fffffff)
    expect(controlTypeOf(null)).toBeUndefined()
    expect(controlTypeOf(Uint8Array.of(0, 0, 0))).toBeUndefined()
    expect(controlTypeOf(Uint8Array.of(0xff, 0xff, 0, 0))).toBeUndefined()
    expect(coordinatorEpochOf(Uint8Array.of(0, 0))).toBeUndefined()
    expect(coordinatorEpochOf(null)).toBeUndefined()
  })

  test('of later key versions still tell their type', () => {
    expect(controlTypeOf(Uint8Array.of(0, 7, 0, 2, 1, 2, 3))).toBe(CONTROL_LEADER_CHANGE)
  })

  test('that end a transaction are transactional control batches of their producer', () => {
    for (const [outcome, type] of [
      ['commit', CONTROL_COMMIT],
      ['abort', CONTROL_ABORT],
    ] as const) {
      const fields = { producerId: 9001, producerEpoch: 5, leaderEpoch: 3 }
      const view = new BatchView(buildEndMarker(tools, outcome, 12, 1_750_000_000_000, fields))
      expect(view).toMatchObject({
        ...fields,
        isControl: true,
        isTransactional: true,
        baseSequence: -1,
      })
      const [marker] = [...records(view, tools.compression)]
      expect(controlTypeOf(marker!.key)).toBe(type)
      expect(coordinatorEpochOf(marker!.value)).toBe(12)
    }
  })

  test('of the quorum are control batches without a producer', () => {
    const batch = buildControlBatch(tools, CONTROL_LEADER_CHANGE, Uint8Array.of(0, 0), 5, {
      leaderEpoch: 4,
    })
    const view = new BatchView(batch)
    expect(view).toMatchObject({
      isControl: true,
      isTransactional: false,
      producerId: -1,
      leaderEpoch: 4,
    })
  })
})

/** A message of magic 0 or 1, with its CRC-32. */
function message(
  magic: number,
  offset: number,
  attributes: number,
  timestamp: number,
  key: Uint8Array | null,
  value: Uint8Array | null,
): Buffer {
  const field = (bytes: Uint8Array | null): Buffer => {
    const length = Buffer.alloc(4)
    length.writeInt32BE(bytes === null ? -1 : bytes.length)
    return Buffer.concat([length, bytes ?? Buffer.alloc(0)])
  }
  const time = Buffer.alloc(magic === 0 ? 0 : 8)
  if (magic === 1) time.writeBigInt64BE(BigInt(timestamp))
  const body = Buffer.concat([Buffer.from([magic, attributes]), time, field(key), field(value)])
  const header = Buffer.alloc(16)
  header.writeBigInt64BE(BigInt(offset), 0)
  header.writeInt32BE(body.length + 4, 8)
  header.writeUInt32BE(crc32(body), 12)
  return Buffer.concat([header, body])
}

function crc32(bytes: Uint8Array): number {
  let crc = -1
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ ((crc & 1) * 0xedb88320)
  }
  return ~crc >>> 0
}

const read = (bytes: Uint8Array): unknown[] =>
  readLegacyBatch(new LegacyBatchView(bytes), tools.compression, 100_000)

describe('old message formats', () => {
  const key = Uint8Array.of(1)
  const value = Uint8Array.of(2, 3)

  test('are read with what they have: key, value, and in format 1 a timestamp', () => {
    expect(read(new Uint8Array(message(0, 7, 0, 0, key, null)))).toEqual([
      { offset: 7, timestamp: -1, key, value: null },
    ])
    expect(read(new Uint8Array(message(1, 8, 0, 99, null, value)))).toEqual([
      { offset: 8, timestamp: 99, key: null, value },
    ])
  })

  test('count offsets inside a wrapper of format 1 back from its own', () => {
    const inner = Buffer.concat([message(1, 0, 0, 5, key, value), message(1, 1, 0, 6, key, value)])
    const packed = tools.compression.compress(CODEC_GZIP, inner)
    const wrapper = message(1, 51, CODEC_GZIP, 6, null, packed)
    expect(read(wrapper)).toMatchObject([
      { offset: 50, timestamp: 5 },
      { offset: 51, timestamp: 6 },
    ])
  })

  test('take a wrapper at offset 0 as it is, since some producers sent those', () => {
    const inner = Buffer.concat([message(1, 0, 0, 5, key, value), message(1, 1, 0, 6, key, value)])
    const wrapper = message(
      1,
      0,
      CODEC_GZIP,
      6,
      null,
      tools.compression.compress(CODEC_GZIP, inner),
    )
    expect(read(wrapper)).toMatchObject([{ offset: 0 }, { offset: 1 }])
  })

  test('give all messages of a wrapper with LogAppendTime its timestamp', () => {
    const inner = Buffer.concat([message(1, 0, 0, 5, key, value), message(1, 1, 0, 6, key, value)])
    const wrapper = message(
      1,
      1,
      CODEC_LZ4 | 8,
      77,
      null,
      tools.compression.compress(CODEC_LZ4, inner),
    )
    expect(read(wrapper)).toMatchObject([{ timestamp: 77 }, { timestamp: 77 }])
  })

  test('do not nest wrappers, and do not wrap nothing', () => {
    const packed = tools.compression.compress(CODEC_GZIP, message(1, 0, 0, 5, key, value))
    const twice = tools.compression.compress(CODEC_GZIP, message(1, 0, CODEC_GZIP, 5, null, packed))
    expect(() => read(message(1, 0, CODEC_GZIP, 5, null, twice))).toThrow(InvalidRecordError)
    const empty = tools.compression.compress(CODEC_GZIP, new Uint8Array(0))
    expect(() => read(message(1, 0, CODEC_GZIP, 5, null, empty))).toThrow(InvalidRecordError)
    expect(() => read(message(1, 0, CODEC_GZIP, 5, key, null))).toThrow(InvalidRecordError)
  })

  test('are checked by their CRC-32', () => {
    const good = message(1, 0, 0, 5, key, value)
    expect(() => new LegacyBatchView(good).ensureValid()).not.toThrow()
    good[good.length - 1]! ^= 1
    expect(() => new LegacyBatchView(good).ensureValid()).toThrow(CorruptBatchError)
  })
})
