import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  exactVarlongBytes,
  readExactVarlong,
  readPacked,
  unzigzag,
  varintBytes,
  varlongBytes,
  writeVarint,
  writeVarlong,
} from '../../src/record/varint.ts'

const int32 = fc.integer({ min: -0x80000000, max: 0x7fffffff })
const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })

/** Kafka's definition, in as many words. */
function reference(value: bigint): number[] {
  let raw = BigInt.asUintN(64, (value << 1n) ^ (value >> 63n))
  const bytes: number[] = []
  for (; raw > 127n; raw >>= 7n) bytes.push(Number(raw & 127n) | 128)
  return [...bytes, Number(raw)]
}

describe('varints', () => {
  test('of int32 are written and measured as Kafka defines them', () => {
    fc.assert(
      fc.property(fc.oneof(int32, fc.integer({ min: -200, max: 20_000 })), (value) => {
        const bytes = new Uint8Array(10)
        const end = writeVarint(bytes, 0, value)
        expect([...bytes.subarray(0, end)]).toEqual(reference(BigInt(value)))
        expect(varintBytes(value)).toBe(end)
      }),
    )
  })

  test('of int64 are written and measured as Kafka defines them, from number and bigint', () => {
    const values = fc.oneof(int64, int32.map(BigInt), fc.maxSafeInteger().map(BigInt))
    fc.assert(
      fc.property(values, (value) => {
        const forms = Number.isSafeInteger(Number(value)) ? [value, Number(value)] : [value]
        for (const form of forms) {
          const bytes = new Uint8Array(10)
          const end = writeVarlong(bytes, 0, form)
          expect([...bytes.subarray(0, end)]).toEqual(reference(value))
          expect(varlongBytes(form)).toBe(end)
        }
      }),
    )
  })

  test('of up to four bytes are read packed, longer ones are left to others', () => {
    fc.assert(
      fc.property(int32, (value) => {
        const bytes = Uint8Array.from([...reference(BigInt(value)), 1, 2, 3])
        const packed = readPacked(bytes, 0)
        const length = varintBytes(value)
        if (length > 4) expect(packed).toBe(0)
        else expect([packed & 7, unzigzag(packed >>> 3)]).toEqual([length, value])
      }),
    )
  })

  test('of up to seven bytes are read exactly as numbers', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(2 ** 48), max: 2 ** 48 - 1 }), (value) => {
        const bytes = Uint8Array.from(reference(BigInt(value)))
        expect(exactVarlongBytes(bytes, 0)).toBe(bytes.length)
        expect(readExactVarlong(bytes, 0, bytes.length)).toBe(value)
      }),
    )
    expect(exactVarlongBytes(Uint8Array.from(reference(2n ** 48n)), 0)).toBe(0)
  })
})
