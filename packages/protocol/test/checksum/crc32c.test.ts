import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createChecksum, NATIVE_CRC_BYTES_MIN } from '../../src/checksum/index.ts'
import { nativeCrc32c } from '../support/tools.ts'

const portable = createChecksum()
const check = Buffer.from('123456789')

describe('CRC-32C', () => {
  test('gives the check value of the polynomial', () => {
    expect(portable.crc32c(check, 0, check.length)).toBe(0xe3069283)
  })

  test('looks at the given range only', () => {
    const padded = Buffer.concat([Buffer.from('xx'), check, Buffer.from('yyy')])
    expect(portable.crc32c(padded, 2, 2 + check.length)).toBe(0xe3069283)
  })

  test('of the pieces one after the other is that of the whole', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), fc.nat(), (bytes, cut) => {
        const middle = cut % (bytes.length + 1)
        const seed = portable.crc32c(bytes, 0, middle)
        expect(portable.crc32c(bytes, middle, bytes.length, seed)).toBe(
          portable.crc32c(bytes, 0, bytes.length),
        )
      }),
    )
  })

  test('uses the native function from the length on where that is cheaper', () => {
    const lengths: number[] = []
    const native = (bytes: Uint8Array): number => lengths.push(bytes.length)
    const checksum = createChecksum({ native })
    const bytes = new Uint8Array(NATIVE_CRC_BYTES_MIN + 1)
    checksum.crc32c(bytes, 0, NATIVE_CRC_BYTES_MIN - 1)
    checksum.crc32c(bytes, 1, NATIVE_CRC_BYTES_MIN + 1)
    expect(lengths).toEqual([NATIVE_CRC_BYTES_MIN])
  })

  test('is the same natively, whatever the length', (context) => {
    const crc32c = nativeCrc32c()
    context.skip(crc32c === undefined, '@node-rs/crc32 has no binary for this platform')
    const native = createChecksum({ native: crc32c })
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 3000 }),
        fc.nat({ max: 0xffffffff }),
        (bytes, seed) => {
          expect(native.crc32c(bytes, 0, bytes.length, seed)).toBe(
            portable.crc32c(bytes, 0, bytes.length, seed),
          )
        },
      ),
    )
  })
})
