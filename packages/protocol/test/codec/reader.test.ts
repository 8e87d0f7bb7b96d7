import { describe, expect, test } from 'vitest'
import { DecodeError, Reader } from '../../src/index.ts'

function readerOf(hex: string): Reader {
  return new Reader(Buffer.from(hex, 'hex'))
}

const refused: readonly (readonly [string, string, (reader: Reader) => unknown])[] = [
  ['an array of 2^31-1 with ten bytes left', `7fffffff${'00'.repeat(10)}`, (r) => r.array(1)],
  ['an array of -1 where null is not allowed', 'ffffffff', (r) => r.array(1)],
  ['a compact array of null where null is not allowed', '00', (r) => r.compactArray(1)],
  ['an unsigned varint of six bytes', '808080808001', (r) => r.uvarint()],
  ['an unsigned varlong of eleven bytes', `${'80'.repeat(10)}01`, (r) => r.uvarlong()],
  ['a varint that is cut short', '80', (r) => r.uvarint()],
  ['a string of -1 where null is not allowed', 'ffff', (r) => r.string()],
  ['a compact string of null where null is not allowed', '00', (r) => r.compactString()],
  ['a compact string above 32767 bytes', `818002${'61'.repeat(32_768)}`, (r) => r.compactString()],
  ['bytes longer than the rest', '0000000501020304', (r) => r.bytes()],
  ['records longer than the rest', '0000000501020304', (r) => r.records()],
  ['an int64 beyond 2^53', '0020000000000000', (r) => r.int64()],
  ['an int64 below -2^53', 'ffe0000000000000', (r) => r.int64()],
  ['an int32 of three bytes', '010203', (r) => r.int32()],
  ['a uuid of fifteen bytes', '00'.repeat(15), (r) => r.uuid()],
  ['more tagged fields than bytes', '05aabb', (r) => r.tagCount()],
  ['a tagged field longer than the rest', '05aabb', (r) => r.tagSize()],
]

describe('a reader', () => {
  for (const [name, hex, read] of refused) {
    test(`refuses ${name}`, () => {
      expect(() => read(readerOf(hex))).toThrow(DecodeError)
    })
  }

  test('refuses bytes beyond its end, even where the memory goes on', () => {
    const reader = new Reader(new Uint8Array(16), { position: 2, end: 5 })
    expect(reader.bytesLeft).toBe(3)
    expect(() => reader.int32()).toThrow(DecodeError)
    expect(reader.int16()).toBe(0)
    expect(() => reader.int16()).toThrow(DecodeError)
  })
})

describe('a reader reads', () => {
  test('any negative length as null where null is allowed, as Kafka does', () => {
    expect(readerOf('fffe').nullableString()).toBeNull()
    expect(readerOf('fffffffe').nullableBytes()).toBeNull()
    expect(readerOf('fffffffe').nullableArray(4)).toBe(-1)
    expect(readerOf('00').compactNullableArray(4)).toBe(-1)
  })

  test('the ends of what an int64 may be', () => {
    expect(readerOf('001fffffffffffff').int64()).toBe(Number.MAX_SAFE_INTEGER)
    expect(readerOf('ffe0000000000001').int64()).toBe(Number.MIN_SAFE_INTEGER)
  })

  test('bad UTF-8 as replacement characters, never as an error', () => {
    expect(readerOf('000361ff62').string()).toBe('a\ufffdb')
    expect(readerOf('0002c328').string()).toBe('\ufffd(')
  })

  test('a name that JavaScript gives a meaning as an ordinary text', () => {
    const text = Buffer.from('__proto__').toString('hex')
    expect(readerOf(`0009${text}`).string()).toBe('__proto__')
  })

  test('any byte but zero as true', () => {
    expect([readerOf('00').bool(), readerOf('01').bool(), readerOf('ff').bool()]).toEqual([
      false,
      true,
      true,
    ])
  })

  test('plain memory as well as buffers, from its own part of the memory', () => {
    const memory = Uint8Array.of(9, 9, 0, 0, 1, 2, 9)
    expect(new Reader(memory.subarray(2, 6)).int32()).toBe(258)
  })
})
