import { readFileSync, writeFileSync } from 'node:fs'
import { CODEC_GZIP, CODEC_ZSTD, CompressionError } from '../../src/compression/index.ts'
import {
  BatchBuilder,
  type BatchTools,
  DEFAULT_APPEND_RULES,
  LOG_OVERHEAD,
  patchCrc,
  RECORDS_OFFSET,
  validateForAppend,
} from '../../src/record/index.ts'
import { type Bomb, bombs } from './bombs.ts'
import { newTools } from './tools.ts'

/** What a bomb was told, and how much more memory the process held at the worst moment. */
export interface BombResult {
  readonly answer: string
  readonly growthBytes: number
}

/** How a bomb is opened. */
export type BombWay = 'decompressed' | 'appended' | 'made anew'

/** Much more than a bomb may cost, so that it is not the cap that keeps the cost small. */
const OUTPUT_BYTES_MAX = 32 * 1_048_576
const MIB_SMALL = 4
const MIB_LARGE = 1024

/** Largest resident size since the last call, in bytes (Linux keeps it, and forgets it on demand). */
function peakBytes(): number {
  const [, kib] = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))!
  writeFileSync('/proc/self/clear_refs', '5')
  return Number(kib) * 1024
}

/** A batch of one record with the bomb for a payload. */
function batchOf(codec: number, payload: Uint8Array, tools: BatchTools): Uint8Array {
  const builder = new BatchBuilder(tools)
  builder.append({ key: null, value: null, timestamp: 0 })
  const header = builder.build().subarray(0, RECORDS_OFFSET)
  const batch = Buffer.concat([header, payload])
  batch.writeInt32BE(batch.length - LOG_OVERHEAD, 8)
  batch.writeInt16BE(codec, 21)
  patchCrc(batch, 0, tools.checksum)
  return batch
}

/** Opens it; a large one fails. */
function open(bomb: Bomb, way: BombWay, mib: number, tools: BatchTools): () => string {
  const { codec } = bomb
  const payload = bomb.make(mib)
  if (way === 'decompressed') {
    return () => {
      try {
        return String(tools.compression.decompress(codec, payload, OUTPUT_BYTES_MAX).length)
      } catch (error) {
        if (error instanceof CompressionError) return error.code
        throw error
      }
    }
  }
  const batch = batchOf(codec, payload, tools)
  const rules = {
    ...DEFAULT_APPEND_RULES,
    messageBytesMax: Number.MAX_SAFE_INTEGER,
    decompressedBytesMax: OUTPUT_BYTES_MAX,
    timestampBeforeMaxMs: Number.MAX_SAFE_INTEGER,
    targetCodec: way === 'appended' ? codec : codec === CODEC_GZIP ? CODEC_ZSTD : CODEC_GZIP,
  }
  return () => {
    const outcome = validateForAppend(batch, rules, 0, tools)
    return outcome.kind === 'rejected' ? String(outcome.errorCode) : outcome.kind
  }
}

function run(bomb: Bomb, way: BombWay): BombResult {
  const tools = newTools()
  // A small one first, so that code and contexts that stay are not counted.
  open(bomb, way, MIB_SMALL, tools)()
  const openLarge = open(bomb, way, MIB_LARGE, tools)
  globalThis.gc!()
  peakBytes()
  const before = process.memoryUsage.rss()
  const answer = openLarge()
  return { answer, growthBytes: peakBytes() - before }
}

const [name, way] = process.argv.slice(2)
const bomb = bombs.find((one) => one.name === name)
if (bomb === undefined) throw new Error(`there is no bomb "${name}"`)
process.stdout.write(JSON.stringify(run(bomb, way as BombWay)))
