import { gzipSync, zstdCompressSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { xxh32 } from '../../src/checksum/index.ts'
import {
  CODEC_GZIP,
  CODEC_LZ4,
  CODEC_SNAPPY,
  CODEC_ZSTD,
  codecName,
  type Compression,
  CompressionError,
  CorruptCompressedDataError,
  createCompression,
  type DecodingRules,
  DecompressedTooLargeError,
  FORMAT_RULES,
  KAFKA_RULES,
} from '../../src/compression/index.ts'
import { compressible, damage } from '../support/arbitrary-bytes.ts'
import { lz4WasmBytes } from '../support/tools.ts'

const codecs = [CODEC_GZIP, CODEC_SNAPPY, CODEC_LZ4, CODEC_ZSTD]
const fast = createCompression({ lz4WasmBytes: lz4WasmBytes(), reuseContexts: true })
const plain = createCompression()
const OUTPUT_BYTES_MAX = 100_000

/** The output, or the class of the error; anything but a codec's own error fails the test. */
function outcomeOf(
  compression: Compression,
  codec: number,
  bytes: Uint8Array,
  rules: DecodingRules,
): Uint8Array | string {
  try {
    return compression.decompress(codec, bytes, OUTPUT_BYTES_MAX, rules)
  } catch (error) {
    expect(error).toBeInstanceOf(CompressionError)
    return (error as CompressionError).code
  }
}

describe.each(codecs.map((codec) => [codecName(codec), codec] as const))('%s', (_name, codec) => {
  test('fails on damaged input in its own ways only, the same with and without native contexts', () => {
    fc.assert(
      fc.property(
        compressible(),
        fc.array(damage(), { minLength: 1, maxLength: 3 }),
        (bytes, damages) => {
          const packed = damages.reduce<Uint8Array>(
            (rest, harm) => harm(rest),
            fast.compress(codec, bytes),
          )
          for (const rules of [FORMAT_RULES, KAFKA_RULES]) {
            const one = outcomeOf(fast, codec, packed, rules)
            expect(outcomeOf(plain, codec, packed, rules)).toEqual(one)
            if (typeof one !== 'string') expect(one.length).toBeLessThanOrEqual(OUTPUT_BYTES_MAX)
          }
          // The context that failed is not the one that serves the next batch.
          expect(fast.decompress(codec, fast.compress(codec, bytes), bytes.length)).toEqual(bytes)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('fails on noise in its own ways only', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const outcome = outcomeOf(fast, codec, bytes, FORMAT_RULES)
        expect(outcomeOf(plain, codec, bytes, FORMAT_RULES)).toEqual(outcome)
      }),
    )
  })

  test('refuses one byte more than the cap, and takes exactly the cap', () => {
    for (const length of [1, 100, 65_536, 200_000]) {
      const packed = fast.compress(codec, new Uint8Array(length).fill(97))
      for (const compression of [fast, plain]) {
        expect(compression.decompress(codec, packed, length)).toHaveLength(length)
        expect(() => compression.decompress(codec, packed, length - 1)).toThrow(
          DecompressedTooLargeError,
        )
      }
    }
  })

  test('refuses its data cut short at every byte', () => {
    const bytes = Buffer.from('a value, and another value, and then a last one '.repeat(20))
    const packed = fast.compress(codec, bytes)
    for (let length = 0; length < packed.length; length++) {
      const outcome = outcomeOf(fast, codec, packed.subarray(0, length), FORMAT_RULES)
      // Some ends are ends of the format: no frame, no block, no end mark that is missing.
      if (typeof outcome === 'string') expect(outcome).toBe('COMPRESSION_CORRUPT')
      else expect(outcome.length).toBeLessThan(bytes.length)
    }
  })
})

describe('gzip', () => {
  const member = gzipSync('first ')
  const other = gzipSync('second')
  const read = (bytes: Uint8Array): string =>
    Buffer.from(fast.decompress(CODEC_GZIP, bytes, 1000)).toString()

  test('reads several members, and nothing of the rubbish behind them', () => {
    expect(read(Buffer.concat([member, other]))).toBe('first second')
    expect(read(Buffer.concat([member, other, Buffer.alloc(40, 7)]))).toBe('first second')
  })

  test('checks CRC and length of each member', () => {
    for (const back of [8, 5, 4, 1]) {
      const broken = Buffer.from(member)
      broken[broken.length - back]! ^= 1
      expect(() => read(broken)).toThrow(CorruptCompressedDataError)
      expect(() => read(Buffer.concat([broken, other]))).toThrow(CorruptCompressedDataError)
    }
  })

  test('steps over the optional fields of a header', () => {
    const flags = 0x04 | 0x08 | 0x10
    const extra = Buffer.from([3, 0, 1, 2, 3])
    const texts = Buffer.from('name\0comment\0')
    const header = Buffer.from(member.subarray(0, 10))
    header[3] = flags
    expect(read(Buffer.concat([header, extra, texts, member.subarray(10)]))).toBe('first ')
    expect(() => read(Buffer.concat([header, extra, Buffer.from('no end')]))).toThrow(
      CorruptCompressedDataError,
    )
  })
})

describe('zstd', () => {
  const frame = zstdCompressSync('first ')
  const other = zstdCompressSync('second')
  const skippable = Buffer.from([0x5a, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3])
  const read = (bytes: Uint8Array, rules: DecodingRules = FORMAT_RULES): string =>
    Buffer.from(fast.decompress(CODEC_ZSTD, bytes, 1000, rules)).toString()

  test('reads several frames and skips those to be skipped', () => {
    expect(read(Buffer.concat([skippable, frame, skippable, other]))).toBe('first second')
  })

  test('refuses rubbish behind a frame', () => {
    expect(() => read(Buffer.concat([frame, Buffer.from('rubbish')]))).toThrow(
      CorruptCompressedDataError,
    )
  })

  test('takes a second frame that is cut short for the end where Java does, and refuses it else', () => {
    const cut = Buffer.concat([frame, other.subarray(0, 6)])
    expect(read(cut, KAFKA_RULES)).toBe('first ')
    expect(() => read(cut)).toThrow(CorruptCompressedDataError)
  })

  test('keeps a frame with a huge window to 8 MiB of output', () => {
    // Window of 128 MiB, then RLE blocks of 128 KiB: 9 MiB in 300 bytes.
    const header = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x88])
    const block = (isLast: boolean): Buffer => Buffer.from([isLast ? 3 : 2, 0, 0x10, 0])
    const blocks = (count: number): Buffer[] =>
      Array.from({ length: count }, (_, at) => block(at === count - 1))
    const open = (count: number): Uint8Array =>
      fast.decompress(CODEC_ZSTD, Buffer.concat([header, ...blocks(count)]), 1e9)
    expect(open(64)).toHaveLength(8_388_608)
    expect(() => open(72)).toThrow(DecompressedTooLargeError)
  })
})

describe('snappy', () => {
  const framed = fast.compress(CODEC_SNAPPY, Buffer.from('hello hello hello hello'))
  const block = framed.subarray(20)
  const read = (bytes: Uint8Array): string =>
    Buffer.from(fast.decompress(CODEC_SNAPPY, bytes, 1_000_000)).toString()

  test('reads a bare block, and streams one after the other', () => {
    expect(read(block)).toBe('hello hello hello hello')
    expect(read(Buffer.concat([framed, framed]))).toBe('hello hello hello hello'.repeat(2))
  })

  test('refuses a length that so few bytes cannot hold before it takes memory for it', () => {
    const liar = Buffer.from([0xff, 0xff, 0xff, 0xff, 0x07, 0x00, 0x61])
    expect(() => fast.decompress(CODEC_SNAPPY, liar, Number.MAX_SAFE_INTEGER)).toThrow(
      CorruptCompressedDataError,
    )
  })

  test('refuses copies from before the start and blocks that end early', () => {
    expect(() => read(Buffer.from([4, 0x01, 0x05]))).toThrow(CorruptCompressedDataError)
    expect(() => read(Buffer.from([4, 0x00, 0x61]))).toThrow(CorruptCompressedDataError)
  })
})

describe('lz4', () => {
  /** A frame by hand: flags, descriptor, optional fields, blocks. */
  function frameOf(flags: number, fields: Buffer, blocks: readonly Buffer[], end: Buffer): Buffer {
    const descriptor = Buffer.concat([Buffer.from([0x40 | flags, 0x40]), fields])
    const check = (xxh32(descriptor) >> 8) & 0xff
    const sized = blocks.flatMap((block) => [little32(block.length), block])
    if ((flags & 0x10) !== 0) {
      for (let at = sized.length; at > 0; at -= 2)
        sized.splice(at, 0, little32(xxh32(sized[at - 1]!)))
    }
    const magic = Buffer.from([0x04, 0x22, 0x4d, 0x18])
    return Buffer.concat([magic, descriptor, Buffer.from([check]), ...sized, little32(0), end])
  }

  function little32(value: number): Buffer {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32LE(value >>> 0)
    return bytes
  }

  const literals = (text: string): Buffer => Buffer.from([text.length << 4, ...Buffer.from(text)])
  /** Four bytes from six back, which is in the block before, then "!". */
  const reachingBack = Buffer.from([0x00, 6, 0, 0x10, 0x21])
  const content = Buffer.from('abcdefabcd!')
  const size = Buffer.from([content.length, 0, 0, 0, 0, 0, 0, 0])
  const blocks = [literals('abcdef'), reachingBack]
  const read = (bytes: Uint8Array, rules: DecodingRules = FORMAT_RULES): string =>
    Buffer.from(fast.decompress(CODEC_LZ4, bytes, 1000, rules)).toString()

  test('reads linked blocks, with sizes and checksums of every kind', () => {
    const none = Buffer.alloc(0)
    expect(read(frameOf(0, none, blocks, none))).toBe('abcdefabcd!')
    expect(read(frameOf(0x1c, size, blocks, little32(xxh32(content))))).toBe('abcdefabcd!')
  })

  test('reads linked blocks over more than the 64 KiB that a copy may reach back', () => {
    const text = Buffer.from('0123456789abcdef'.repeat(3000))
    const stored = Array.from({ length: 4 }, () => text)
    const magic = frameOf(0, Buffer.alloc(0), [], Buffer.alloc(0)).subarray(0, 7)
    const parts = stored.flatMap((block) => [little32(block.length | 0x80000000), block])
    const back = Buffer.from([0x0f, 0x00, 0x40, 200, 0x10, 0x21])
    const frame = Buffer.concat([magic, ...parts, little32(back.length), back, little32(0)])
    const expected = Buffer.concat([...stored, text.subarray(0, 0)])
    const copied = expected.subarray(expected.length - 0x4000).subarray(0, 219)
    const output = fast.decompress(CODEC_LZ4, frame, 1_000_000)
    expect(Buffer.concat([expected, copied, Buffer.from('!')]).equals(output)).toBe(true)
  })

  test('refuses linked blocks where Apache Kafka does', () => {
    const frame = frameOf(0, Buffer.alloc(0), blocks, Buffer.alloc(0))
    expect(() => read(frame, KAFKA_RULES)).toThrow(CorruptCompressedDataError)
  })

  test('refuses blocks that reach back where they must not', () => {
    const frame = frameOf(0x20, Buffer.alloc(0), blocks, Buffer.alloc(0))
    expect(() => read(frame)).toThrow(CorruptCompressedDataError)
  })

  test('refuses wrong checksums of header, block and content, and a wrong size', () => {
    const good = frameOf(0x1c, size, blocks, little32(xxh32(content)))
    const contentChecksum = good.length - 1
    const blockChecksum = good.length - 9
    for (const at of [14, blockChecksum, contentChecksum]) {
      const broken = Buffer.from(good)
      broken[at]! ^= 1
      expect(() => read(broken), `byte ${at}`).toThrow(CorruptCompressedDataError)
    }
    const short = Buffer.from([content.length - 1, 0, 0, 0, 0, 0, 0, 0])
    expect(() => read(frameOf(0x08, short, blocks, Buffer.alloc(0)))).toThrow(
      CorruptCompressedDataError,
    )
  })

  test('steps over a wrong content checksum where Apache Kafka does', () => {
    const independent = [literals('abcdef')]
    const frame = frameOf(0x24, Buffer.alloc(0), independent, little32(1))
    expect(read(frame, KAFKA_RULES)).toBe('abcdef')
    expect(() => read(frame)).toThrow(CorruptCompressedDataError)
  })

  test('refuses reserved bits, unknown versions and unknown block sizes', () => {
    const good = frameOf(0x20, Buffer.alloc(0), [literals('abcdef')], Buffer.alloc(0))
    for (const [at, byte] of [
      [4, 0x61],
      [4, 0xe0],
      [5, 0x41],
      [5, 0x30],
      [5, 0xc0],
    ] as const) {
      const bad = Buffer.from(good)
      bad[at] = byte
      bad[6] = (xxh32(bad, 4, 6) >> 8) & 0xff
      expect(() => read(bad), `byte ${at} is ${byte}`).toThrow(CorruptCompressedDataError)
    }
  })
})
