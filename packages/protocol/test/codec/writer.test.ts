import { uuid, ZERO_UUID } from '@samsa/base'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  EncodeError,
  exactReader,
  exactWriter,
  Reader,
  recordsOf,
  recordsOfPieces,
  RECORDS_COPY_BYTES_MAX,
  Writer,
} from '../../src/index.ts'

function hex(pieces: readonly Uint8Array[]): string {
  return Buffer.concat(pieces).toString('hex')
}

describe('what was handed over', () => {
  test('is never written again, however many messages follow', () => {
    const writer = new Writer({ chunkBytes: 256 })
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.uint8Array({ maxLength: 300 })), { minLength: 2 }),
        (all) => {
          const handedOver = all.map((values) => {
            for (const value of values) writer.bytes(value)
            const pieces = writer.finish()
            return { pieces, was: hex(pieces) }
          })
          for (const { pieces, was } of handedOver) expect(hex(pieces)).toBe(was)
        },
      ),
      { numRuns: 200 },
    )
  })

  test('leaves the writer empty, as does a reset after an error', () => {
    const writer = new Writer()
    writer.int32(1)
    expect(() => writer.int8(300)).toThrow(EncodeError)
    writer.reset()
    expect(writer.sizeBytes).toBe(0)
    expect(writer.finish()).toEqual([])
    writer.int16(7)
    expect(hex(writer.finish())).toBe('0007')
  })
})

describe('records', () => {
  test('large pieces are passed on as they came, small ones are copied', () => {
    const writer = new Writer()
    const large = Buffer.alloc(RECORDS_COPY_BYTES_MAX, 1)
    const small = Buffer.alloc(RECORDS_COPY_BYTES_MAX - 1, 2)
    writer.records(recordsOfPieces([large, small, large]))
    writer.int8(9)
    const pieces = writer.finish()
    expect(pieces).toHaveLength(5)
    expect(pieces[1]).toBe(large)
    expect(pieces[3]).toBe(large)
    small.fill(0)
    expect(pieces[2]!.every((byte) => byte === 2)).toBe(true)
    expect(pieces[0]!.byteLength + pieces[4]!.byteLength).toBe(5)
  })

  test('the size of a frame counts the pieces and stands in its first four bytes', () => {
    const writer = new Writer({ chunkBytes: 64 })
    for (const size of [0, 10, RECORDS_COPY_BYTES_MAX, 100_000]) {
      writer.beginFrame()
      writer.string('before')
      writer.records(recordsOf(Buffer.alloc(size)))
      writer.bytes(Buffer.alloc(1_000))
      const { sizeBytes } = writer
      const bytes = Buffer.concat(writer.finish())
      expect(bytes.byteLength).toBe(sizeBytes)
      expect(bytes.readInt32BE(0)).toBe(sizeBytes - 4)
    }
  })
})

describe('tagged fields', () => {
  test('take one byte for a size up to 127 and more above, with the value moved behind', () => {
    for (const size of [0, 1, 127, 128, 16_383, 16_384, 70_000]) {
      const writer = new Writer({ chunkBytes: 64 })
      writer.int32(5)
      const mark = writer.beginTag(3)
      for (let index = 0; index < size; index++) writer.int8(index % 100)
      writer.endTag(mark)
      writer.int8(77)
      const reader = new Reader(writer.finishBytes())
      expect(reader.int32()).toBe(5)
      expect(reader.uvarint()).toBe(3)
      expect(reader.tagSize()).toBe(size)
      for (let index = 0; index < size; index++) {
        if (reader.int8() !== index % 100) throw new Error(`byte ${index} of ${size} moved wrongly`)
      }
      expect(reader.int8()).toBe(77)
      expect(reader.bytesLeft).toBe(0)
    }
  })
})

describe('numbers that do not fit', () => {
  const writes: readonly (readonly [string, (writer: Writer) => void])[] = [
    ['int8', (writer) => writer.int8(128)],
    ['int16', (writer) => writer.int16(-32_769)],
    ['uint16', (writer) => writer.uint16(-1)],
    ['int32', (writer) => writer.int32(2 ** 31)],
    ['uint32', (writer) => writer.uint32(2 ** 32)],
    ['int64', (writer) => writer.int64(2 ** 53)],
    ['int64 with a fraction', (writer) => writer.int64(0.5)],
    ['a wide int64', (writer) => writer.int64Wide(2n ** 63n)],
    ['not a number', (writer) => writer.int32(Number.NaN)],
    ['a uuid', (writer) => writer.uuid(uuid('short'))],
    ['a uuid of other characters', (writer) => writer.uuid(uuid('AAAAAAAAAAAAAAAAAAAA+/'))],
    ['a uuid of other scripts', (writer) => writer.uuid(uuid('éAAAAAAAAAAAAAAAAAAAAA'))],
    ['a string', (writer) => writer.string('x'.repeat(32_768))],
    ['a compact string', (writer) => writer.compactString('é'.repeat(16_384))],
  ]
  for (const [name, write] of writes) {
    test(`${name} is an EncodeError`, () => {
      expect(() => write(new Writer())).toThrow(EncodeError)
    })
  }

  test('an int64 may be anything within 2^53, in both directions', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        const writer = new Writer()
        writer.int64(value)
        expect(new Reader(writer.finishBytes()).int64()).toBe(value)
      }),
    )
  })

  test('an exact writer and reader pass any int64, as bigint beyond 2^53', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (value) => {
        const writer = exactWriter()
        const isSafe = Number.isSafeInteger(Number(value))
        writer.int64((isSafe ? Number(value) : value) as number)
        const bytes = writer.finishBytes()
        expect(BigInt(exactReader(bytes).int64())).toBe(value)
        expect(new Reader(bytes).int64Wide()).toBe(value)
      }),
    )
  })
})

test('texts of every length and script are read back', () => {
  const unit = fc.constantFrom<'grapheme' | 'binary-ascii'>('grapheme', 'binary-ascii')
  const text = unit.chain((of) => fc.string({ unit: of, maxLength: 200 }))
  fc.assert(
    fc.property(text, (value) => {
      const writer = new Writer({ chunkBytes: 16 })
      writer.string(value)
      writer.compactString(value)
      writer.nullableString(null)
      writer.compactNullableString(value)
      const reader = new Reader(writer.finishBytes())
      expect(reader.string()).toBe(value)
      expect(reader.compactString()).toBe(value)
      expect(reader.nullableString()).toBeNull()
      expect(reader.compactNullableString()).toBe(value)
      expect(reader.bytesLeft).toBe(0)
    }),
  )
})

test('uuids written over and over, in any order, keep their bytes', () => {
  const writer = new Writer()
  const id = fc.uint8Array({ minLength: 16, maxLength: 16 })
  fc.assert(
    fc.property(fc.array(id, { minLength: 1, maxLength: 40 }), fc.array(fc.nat()), (ids, order) => {
      const written = [...ids, ...order.map((index) => ids[index % ids.length]!)]
      for (const bytes of written) writer.uuid(uuid(Buffer.from(bytes).toString('base64url')))
      expect(hex(writer.finish())).toBe(hex(written))
    }),
  )
  expect(() => writer.uuid(uuid(''))).toThrow(EncodeError)
})

test('a uuid is written as its 16 bytes and the zero one as zeros', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (id) => {
      const writer = new Writer()
      writer.uuid(uuid(Buffer.from(id).toString('base64url')))
      writer.uuid(ZERO_UUID)
      const bytes = writer.finishBytes()
      expect(hex([bytes])).toBe(hex([id, new Uint8Array(16)]))
      expect(new Reader(bytes).uuid()).toBe(Buffer.from(id).toString('base64url'))
    }),
  )
})
