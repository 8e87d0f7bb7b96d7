import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { BatchTools } from '../../src/record/index.ts'
import { createChecksum, type NativeCrc32c } from '../../src/checksum/index.ts'
import { createCompression } from '../../src/compression/index.ts'

const load = createRequire(import.meta.url)

/** Bytes of the lz4 module, as a server hands them in. */
export function lz4WasmBytes(): Uint8Array {
  return readFileSync(load.resolve('lz4-wasm/lz4_wasm_bg.wasm'))
}

/** The optional native CRC; undefined where it is not installed. */
export function nativeCrc32c(): NativeCrc32c | undefined {
  try {
    return (load('@node-rs/crc32') as { crc32c: NativeCrc32c }).crc32c
  } catch {
    return undefined
  }
}

/** What a node works with: all accelerators that there are. */
export function newTools(): BatchTools {
  return {
    checksum: createChecksum({ native: nativeCrc32c() }),
    compression: createCompression({ lz4WasmBytes: lz4WasmBytes(), reuseContexts: true }),
  }
}

/** What is left where nothing may be loaded and nothing undocumented is touched. */
export function newPlainTools(): BatchTools {
  return { checksum: createChecksum(), compression: createCompression() }
}
