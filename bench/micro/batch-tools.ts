import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import {
  type BatchTools,
  createChecksum,
  createCompression,
  type NativeCrc32c,
} from '@samsa/protocol'

/** As the package itself would find its dependencies. */
const load = createRequire(import.meta.resolve('@samsa/protocol'))

export function nativeCrc32c(): NativeCrc32c {
  return (load('@node-rs/crc32') as { crc32c: NativeCrc32c }).crc32c
}

/** What a node works with. */
export function newBatchTools(): BatchTools {
  const lz4WasmBytes = readFileSync(load.resolve('lz4-wasm/lz4_wasm_bg.wasm'))
  return {
    checksum: createChecksum({ native: nativeCrc32c() }),
    compression: createCompression({ lz4WasmBytes, reuseContexts: true }),
  }
}

/** Text that compresses about as JSON logs do, to a fourth or fifth. */
export function textOf(length: number, seed: number = 1): Buffer {
  const words = [
    '"user":',
    '"action":"view"',
    '"page":"/products/',
    '"time":17500000',
    ',',
    '{',
    '}',
  ]
  let text = ''
  let state = seed
  while (text.length < length) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    text += words[(state >> 8) % words.length]! + String((state >> 4) % 10_000)
  }
  return Buffer.from(text.slice(0, length))
}
