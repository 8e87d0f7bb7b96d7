import { CODEC_NONE } from '../../compression/codec.ts'
import { CompressionError, DecompressedTooLargeError } from '../../compression/errors.ts'
import { KAFKA_RULES } from '../../compression/rules.ts'
import type { BatchView } from '../batch.ts'
import type { BatchTools } from '../builder.ts'
import { ByteReader } from '../byte-reader.ts'
import type { RecordFlaw, WalkMode } from '../exact-walker.ts'
import { CREATE_TIME, RECORDS_OFFSET } from '../layout.ts'
import { RecordWalk } from '../walker.ts'
import { inspectEach, inspectRecords } from './inspect.ts'
import {
  INVALID_RECORD,
  MESSAGE_TOO_LARGE,
  rejected,
  type RejectedBatch,
  UNKNOWN_SERVER_ERROR,
} from './outcome.ts'
import { rebuild } from './rebuild.ts'
import { CODEC_OF_PRODUCER, type AppendRules } from './rules.ts'
import { judgeTogether, type LargestTimestamp, RecordJudge } from './timestamps.ts'

/** What the records of a batch come to; plain data, so that it may come from another thread. */
export type RecordsVerdict = RejectedBatch | KeptRecords | RebuiltRecords

/** The records stay as they are. */
export interface KeptRecords {
  readonly kind: 'kept'
  readonly maxTimestamp: number | bigint
  /** −1 when no record has a timestamp. */
  readonly indexOfMaxTimestamp: number
}

/** The topic's codec is another: here is the batch with it. */
export interface RebuiltRecords {
  readonly kind: 'rebuilt'
  readonly bytes: Uint8Array
  readonly maxTimestamp: number | bigint
  readonly indexOfMaxTimestamp: number
}

/** Codec that the topic wants this batch to have. */
export function targetCodecOf(batch: BatchView, rules: AppendRules): number {
  return rules.targetCodec === CODEC_OF_PRODUCER ? batch.codec : rules.targetCodec
}

/**
 * Looks at the records of a batch whose header was found good, as Apache Kafka's `LogValidator` does.
 * Throws `DecompressedTooLargeError` beyond `outputBytesMax`, so that the caller can decide what a
 * large batch means, and nothing else.
 */
export function judgeRecords(
  batch: BatchView,
  rules: AppendRules,
  nowMs: number,
  tools: BatchTools,
  outputBytesMax: number,
  walk: RecordWalk,
): RecordsVerdict {
  const isKept = batch.codec === targetCodecOf(batch, rules)
  const mode: WalkMode = batch.codec === CODEC_NONE ? 'plain' : isKept ? 'skipping' : 'whole'
  const over: RecordsOf = (use) => overRecords(batch, tools, outputBytesMax, use)
  try {
    const count = batch.recordsCount
    const flaw = over((reader) => inspectRecords(reader, mode, count, walk))
    if (flaw !== undefined) return refusal(rules, walk.index, flaw)

    let largest: LargestTimestamp | RejectedBatch | undefined
    largest = judgeTogether(batch, walk, rules, nowMs)
    if (largest === undefined) {
      const judge = new RecordJudge(batch, rules, nowMs)
      over((reader) => inspectEach(reader, mode, count, judge.visit))
      largest = judge.verdict()
      if ('kind' in largest) return largest
    }
    // Apache Kafka would make such a batch anew and then miss the keys that it stepped over.
    if (mode === 'skipping' && !walk.isInOrder) {
      return rejected(UNKNOWN_SERVER_ERROR, `${rules.partitionName}: ${OUT_OF_ORDER}`)
    }
    const isStamped = rules.timestampType !== CREATE_TIME
    const maxTimestamp = isStamped ? nowMs : largest.timestamp
    const indexOfMaxTimestamp = isStamped ? 0 : largest.index
    if (isKept) return { kind: 'kept', maxTimestamp, indexOfMaxTimestamp }
    return rebuild(batch, rules, maxTimestamp, indexOfMaxTimestamp, tools, outputBytesMax)
  } catch (error) {
    if (error instanceof DecompressedTooLargeError || !(error instanceof CompressionError)) {
      throw error
    }
    return rejected(UNKNOWN_SERVER_ERROR, `${rules.partitionName}: ${error.message}`)
  }
}

const OUT_OF_ORDER =
  'the offset deltas of a compressed batch are not 0, 1, 2 …: number the records in order.'

type RecordsOf = <Result>(use: (reader: ByteReader) => Result) => Result

/** A reader over the batch's records, decompressed piece by piece. */
function overRecords<Result>(
  batch: BatchView,
  tools: BatchTools,
  outputBytesMax: number,
  use: (reader: ByteReader) => Result,
): Result {
  if (batch.codec === CODEC_NONE) {
    const start = batch.position + RECORDS_OFFSET
    return use(new ByteReader(undefined, batch.bytes, start, batch.endPosition))
  }
  const source = tools.compression.open(batch.codec, batch.payload, outputBytesMax, KAFKA_RULES)
  try {
    return use(new ByteReader(source))
  } finally {
    source.close()
  }
}

function refusal(rules: AppendRules, index: number, flaw: RecordFlaw): RejectedBatch {
  const errorCode = flaw.kind === 'malformed' ? INVALID_RECORD : UNKNOWN_SERVER_ERROR
  return rejected(errorCode, `${rules.partitionName}: record ${index} is invalid: ${flaw.why}.`)
}

/** What a batch that decompresses to more than is allowed is told. */
export function refusalOfBomb(rules: AppendRules, error: DecompressedTooLargeError): RejectedBatch {
  return rejected(MESSAGE_TOO_LARGE, `${rules.partitionName}: ${error.message}`)
}
