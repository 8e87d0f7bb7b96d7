import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { CODEC_LZ4, NATIVE_CRC_BYTES_MIN } from '@samsa/protocol'
import { createBatchTools, loadNodeAccelerators } from '../../src/server/accelerators.ts'

const load = createRequire(import.meta.url)

function isInstalled(name: string): boolean {
  try {
    load.resolve(name)
    return true
  } catch {
    return false
  }
}

describe('a default installation', () => {
  const accelerators = loadNodeAccelerators()
  const tools = createBatchTools(accelerators)

  test('compresses lz4 blocks with the module of lz4-wasm', () => {
    expect(accelerators.lz4WasmBytes?.length).toBeGreaterThan(10_000)
    const zeroes = new Uint8Array(60_000)
    const packed = tools.compression.compress(CODEC_LZ4, zeroes)
    expect(packed.length).toBeLessThan(1000)
    expect(tools.compression.decompress(CODEC_LZ4, packed, zeroes.length)).toEqual(zeroes)
  })

  test('sums short batches with crc-32, with and without the native package', () => {
    const bytes = Buffer.from('123456789')
    const without = createBatchTools({ ...accelerators, nativeCrc32c: undefined })
    for (const { checksum } of [tools, without]) {
      expect(checksum.crc32c(bytes, 0, bytes.length)).toBe(0xe3069283)
    }
  })

  test('sums long batches natively where it can', (context) => {
    context.skip(!isInstalled('@node-rs/crc32'), '@node-rs/crc32 has no binary for this platform')
    expect(accelerators.nativeCrc32c).toBeDefined()
    const lengths: number[] = []
    const { checksum } = createBatchTools({
      ...accelerators,
      nativeCrc32c: (bytes, seed) => {
        lengths.push(bytes.length)
        return accelerators.nativeCrc32c!(bytes, seed)
      },
    })
    const bytes = new Uint8Array(NATIVE_CRC_BYTES_MIN).fill(7)
    const portable = createBatchTools({ ...accelerators, nativeCrc32c: undefined }).checksum
    expect(checksum.crc32c(bytes, 0, bytes.length)).toBe(portable.crc32c(bytes, 0, bytes.length))
    expect(lengths).toEqual([bytes.length])
  })

  test('keeps native contexts on the Node version it is pinned to', () => {
    expect(accelerators.reuseContexts).toBe(true)
    expect(tools.compression.describe()).toEqual({
      reusesGzipContext: true,
      reusesZstdContext: true,
      compressesLz4: true,
    })
  })
})
