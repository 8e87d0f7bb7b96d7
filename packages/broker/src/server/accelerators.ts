import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import {
  type BatchTools,
  createChecksum,
  createCompression,
  type NativeCrc32c,
} from '@samsa/protocol'

/** What makes checksums and codecs fast here; a missing one costs speed or size, never correctness. */
export interface NodeAccelerators {
  /** CRC-32C of the optional dependency `@node-rs/crc32`. */
  readonly nativeCrc32c: NativeCrc32c | undefined
  /** The module of the dependency `lz4-wasm`; without it lz4 frames hold stored blocks. */
  readonly lz4WasmBytes: Uint8Array | undefined
  /** Whether this Node is one whose native zlib contexts were tried (docs/adr/0001-compression.md). */
  readonly reuseContexts: boolean
}

/** Node versions whose undocumented zlib handles the codecs were tried with. */
const TRIED_NODE_MAJORS: readonly string[] = ['24']

/** Loads what is installed; synchronous, once per thread, before anything is served. */
export function loadNodeAccelerators(): NodeAccelerators {
  const load = createRequire(import.meta.url)
  const [major] = process.versions.node.split('.')
  return {
    nativeCrc32c: ifInstalled(() => (load('@node-rs/crc32') as { crc32c: NativeCrc32c }).crc32c),
    lz4WasmBytes: ifInstalled(() => readFileSync(load.resolve('lz4-wasm/lz4_wasm_bg.wasm'))),
    reuseContexts: TRIED_NODE_MAJORS.includes(major ?? ''),
  }
}

/** Checksums and codecs for one thread, with these. */
export function createBatchTools(accelerators: NodeAccelerators): BatchTools {
  const { nativeCrc32c, lz4WasmBytes, reuseContexts } = accelerators
  return {
    checksum: createChecksum({ native: nativeCrc32c }),
    compression: createCompression({ lz4WasmBytes, reuseContexts }),
  }
}

/** A dependency that is not there, or not for this platform, is done without. */
function ifInstalled<Loaded>(load: () => Loaded): Loaded | undefined {
  try {
    return load()
  } catch {
    return undefined
  }
}
