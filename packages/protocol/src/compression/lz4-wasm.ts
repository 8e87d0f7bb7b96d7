import { assert } from '@samsa/base'
import type { Lz4BlockCompressor } from './lz4-compressor.ts'

/** What `lz4-wasm` exports, as far as compression needs it. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer }
  compress(resultAt: number, inputAt: number, inputBytes: number): void
  __wbindgen_malloc(bytes: number): number
  __wbindgen_free(at: number, bytes: number): void
  __wbindgen_add_to_stack_pointer(bytes: number): number
}

/** The package puts the block's length before it. */
const LENGTH_BYTES = 4
const RESULT_BYTES = 16

/**
 * Instantiates the WASM module of the package `lz4-wasm` (`lz4_wasm_bg.wasm`). Only compression is
 * used: its decompression trusts sizes that come from the wire.
 */
export function instantiateLz4(wasmBytes: Uint8Array): Lz4BlockCompressor {
  const module = new WebAssembly.Module(wasmBytes)
  const instance = new WebAssembly.Instance(module, {
    './lz4_wasm_bg.js': {
      // Called with an error text of decompression, which is never asked for.
      __wbindgen_string_new: () => 0,
    },
  })
  const wasm = instance.exports as unknown as Exports

  return (block) => {
    const resultAt = wasm.__wbindgen_add_to_stack_pointer(-RESULT_BYTES)
    try {
      const inputAt = wasm.__wbindgen_malloc(block.length)
      new Uint8Array(wasm.memory.buffer, inputAt, block.length).set(block)
      // Takes the input over and frees it.
      wasm.compress(resultAt, inputAt, block.length)
      const result = new Int32Array(wasm.memory.buffer, resultAt, 2)
      const outputAt = result[0]!
      const outputBytes = result[1]!
      assert(outputBytes > LENGTH_BYTES, 'lz4-wasm gave a block without content')
      const output = new Uint8Array(wasm.memory.buffer, outputAt, outputBytes).slice(LENGTH_BYTES)
      wasm.__wbindgen_free(outputAt, outputBytes)
      return output
    } finally {
      wasm.__wbindgen_add_to_stack_pointer(RESULT_BYTES)
    }
  }
}
