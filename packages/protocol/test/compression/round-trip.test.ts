import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  CODEC_GZIP,
  CODEC_LZ4,
  CODEC_NONE,
  CODEC_SNAPPY,
  CODEC_ZSTD,
  codecName,
  type Compression,
  codecOfName,
  createCompression,
  FORMAT_RULES,
  KAFKA_RULES,
  STORED_RULES,
  UnknownCodecError,
} from '../../src/compression/index.ts'
import { lz4WasmBytes } from '../support/tools.ts'
import { compressible } from '../support/arbitrary-bytes.ts'

const codecs = [CODEC_GZIP, CODEC_SNAPPY, CODEC_LZ4, CODEC_ZSTD]
const ways: readonly (readonly [string, Compression])[] = [
  [
    'with all that is there',
    createCompression({ lz4WasmBytes: lz4WasmBytes(), reuseContexts: true }),
  ],
  ['with nothing loaded', createCompression()],
]

/** Around the blocks of snappy (32 KiB), lz4 (64 KiB) and our own pieces (128 KiB). */
const borders = [
  0, 1, 2, 15, 16, 17, 32_767, 32_768, 32_769, 65_535, 65_536, 65_537, 131_073, 300_001,
]

function sampleOf(kind: string, length: number): Uint8Array {
  let seed = 1
  return Uint8Array.from({ length }, (_, at) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
    if (kind === 'noise') return seed >> 16
    return kind === 'text' ? 97 + ((at * (at >> 5)) % 23) : 0
  })
}

describe.each(ways)('compression %s', (_way, compression) => {
  describe.each(codecs.map((codec) => [codecName(codec), codec] as const))('%s', (_name, codec) => {
    test('gives back what it was given', () => {
      fc.assert(
        fc.property(compressible(), (bytes) => {
          const packed = compression.compress(codec, bytes)
          for (const rules of [FORMAT_RULES, KAFKA_RULES, STORED_RULES]) {
            const plain = compression.decompress(codec, packed, bytes.length, rules)
            expect(Buffer.compare(plain, bytes)).toBe(0)
          }
        }),
      )
    })

    test.each(['text', 'noise', 'zeroes'])(
      'does so with %s at the borders of its blocks',
      (kind) => {
        for (const length of borders) {
          const bytes = sampleOf(kind, length)
          const plain = compression.decompress(codec, compression.compress(codec, bytes), length)
          expect(Buffer.compare(plain, bytes), `${length} bytes`).toBe(0)
        }
      },
    )

    test('does not grow incompressible data by more than a fiftieth', () => {
      const noise = sampleOf('noise', 100_000)
      expect(compression.compress(codec, noise).length).toBeLessThan(102_000)
    })

    test('keeps no output of an earlier batch', () => {
      const first = compression.decompress(
        codec,
        compression.compress(codec, sampleOf('text', 5000)),
        5000,
      )
      const copy = Uint8Array.from(first)
      compression.decompress(codec, compression.compress(codec, sampleOf('noise', 5000)), 5000)
      expect(first).toEqual(copy)
    })

    test('two sources that are open at once do not disturb each other', () => {
      const texts = [sampleOf('text', 300_000), sampleOf('noise', 300_000)]
      const sources = texts.map((text) =>
        compression.open(codec, compression.compress(codec, text), 1_000_000),
      )
      const outputs: Buffer[] = [Buffer.alloc(0), Buffer.alloc(0)]
      for (let open = true; open;) {
        open = false
        for (const [at, source] of sources.entries()) {
          if (!source.advance()) continue
          open = true
          outputs[at] = Buffer.concat([outputs[at]!, source.chunk.subarray(0, source.length)])
        }
      }
      for (const source of sources) source.close()
      for (const [at, output] of outputs.entries()) expect(output.equals(texts[at]!)).toBe(true)
    })
  })

  test('codec none passes bytes through', () => {
    const bytes = Uint8Array.of(1, 2, 3)
    expect(compression.compress(CODEC_NONE, bytes)).toBe(bytes)
    expect(compression.decompress(CODEC_NONE, bytes, 3)).toBe(bytes)
  })

  test.each([5, 6, 7])('codec %i is refused by name', (codec) => {
    expect(() => compression.compress(codec, new Uint8Array(3))).toThrow(UnknownCodecError)
    expect(() => compression.decompress(codec, new Uint8Array(3), 10)).toThrow(UnknownCodecError)
  })
})

test('levels change the size, and every level is read', () => {
  const compression = ways[0]![1]
  const text = sampleOf('text', 60_000)
  for (const [codec, fast, small] of [
    [CODEC_GZIP, 1, 9],
    [CODEC_ZSTD, -50, 19],
  ] as const) {
    const larger = compression.compress(codec, text, fast)
    const smaller = compression.compress(codec, text, small)
    expect(smaller.length).toBeLessThan(larger.length)
    expect(Buffer.compare(compression.decompress(codec, larger, 60_000), text)).toBe(0)
    expect(Buffer.compare(compression.decompress(codec, smaller, 60_000), text)).toBe(0)
  }
})

test('lz4 uses the module that it was given, and stores blocks without one', () => {
  const text = sampleOf('zeroes', 60_000)
  expect(ways[0]![1].describe().compressesLz4).toBe(true)
  expect(ways[0]![1].compress(CODEC_LZ4, text).length).toBeLessThan(1000)
  expect(ways[1]![1].describe().compressesLz4).toBe(false)
  expect(ways[1]![1].compress(CODEC_LZ4, text).length).toBe(60_000 + 15)
})

test('native contexts are kept where the Node version is vouched for, and only there', () => {
  expect(ways[0]![1].describe()).toMatchObject({ reusesGzipContext: true, reusesZstdContext: true })
  expect(ways[1]![1].describe()).toMatchObject({
    reusesGzipContext: false,
    reusesZstdContext: false,
  })
})

test('codecs have the names of compression.type', () => {
  expect(
    ['uncompressed', 'none', 'gzip', 'snappy', 'lz4', 'zstd', 'brotli'].map(codecOfName),
  ).toEqual([0, 0, 1, 2, 3, 4, undefined])
})
