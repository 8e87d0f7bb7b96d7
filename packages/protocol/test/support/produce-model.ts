import { codecOfName } from '../../src/compression/index.ts'
import {
  type AppendRules,
  type BatchTools,
  BatchView,
  batchSizeAt,
  CODEC_OF_PRODUCER,
  CREATE_TIME,
  DEFAULT_APPEND_RULES,
  isTransactional,
  LOG_APPEND_TIME,
  MAGIC_V2,
  patchOffsets,
  RECORD_BATCH_OVERHEAD,
  validateForAppend,
} from '../../src/record/index.ts'
import { ProducerModel } from './producer-model.ts'

/** What a leader answers one Produce request, in the words of `batches.jsonl`. */
export interface Answer {
  readonly errorCode: number
  readonly recordErrors?: readonly number[]
  readonly baseOffset?: number
  readonly lastOffset?: number
  readonly logAppendTime?: number
  readonly logEndOffset?: number
  /** The batch as it is in the log; undefined for a duplicate. */
  readonly stored?: Uint8Array
  readonly isRebuilt?: boolean
}

const TRANSACTIONAL_ID_AUTHORIZATION_FAILED = 53

/** A partition's leader as far as records go: no disk, one batch after the other. */
export class LeaderModel {
  logEndOffset: number
  readonly #tools: BatchTools
  readonly #rules: AppendRules
  readonly #nowMs: number
  readonly #leaderEpoch: number
  readonly #producers: ProducerModel

  constructor(
    tools: BatchTools,
    rules: AppendRules,
    nowMs: number,
    leaderEpoch: number,
    logEndOffset: number,
  ) {
    this.logEndOffset = logEndOffset
    this.#tools = tools
    this.#rules = rules
    this.#nowMs = nowMs
    this.#leaderEpoch = leaderEpoch
    this.#producers = new ProducerModel()
  }

  /** A request without a transactional id. */
  produce(records: Uint8Array): Answer {
    if (beginsTransactional(records)) return { errorCode: TRANSACTIONAL_ID_AUTHORIZATION_FAILED }
    const outcome = validateForAppend(records, this.#rules, this.#nowMs, this.#tools)
    if (outcome.kind === 'rejected') {
      const recordErrors = outcome.recordErrors.map(({ batchIndex }) => batchIndex)
      const { errorCode } = outcome
      return recordErrors.length === 0 ? { errorCode } : { errorCode, recordErrors }
    }
    const batch = new BatchView(outcome.bytes)
    if (batch.hasProducerId) {
      const { errorCode, duplicate } = this.#producers.check(batch)
      if (errorCode !== 0) return { errorCode }
      if (duplicate !== undefined) {
        const { baseOffset, lastOffset, maxTimestamp: logAppendTime } = duplicate
        const { logEndOffset } = this
        return { errorCode: 0, baseOffset, lastOffset, logAppendTime, logEndOffset }
      }
    }
    const baseOffset = this.logEndOffset
    patchOffsets(outcome.bytes, 0, baseOffset, this.#leaderEpoch)
    if (batch.hasProducerId) this.#producers.add(batch)
    this.logEndOffset = baseOffset + outcome.recordsCount
    return {
      errorCode: 0,
      baseOffset,
      lastOffset: baseOffset + outcome.lastOffsetDelta,
      logAppendTime: outcome.logAppendTimeMs,
      logEndOffset: this.logEndOffset,
      stored: outcome.bytes,
      isRebuilt: outcome.isRebuilt,
    }
  }
}

function beginsTransactional(records: Uint8Array): boolean {
  const sizeBytes = batchSizeAt(records, 0, records.length)
  if (sizeBytes < RECORD_BATCH_OVERHEAD) return false
  const batch = new BatchView(records)
  return batch.magic === MAGIC_V2 && isTransactional(batch.attributes)
}

/** The rules that topic configs make. A config that is not known here is an error. */
export function rulesOf(topicConfig: Readonly<Record<string, string>>): AppendRules {
  let rules: AppendRules = { ...DEFAULT_APPEND_RULES, partitionName: 'topic-0' }
  const levels = new Map<number, number>()
  for (const [name, value] of Object.entries(topicConfig)) {
    const level = /^compression\.(gzip|lz4|zstd)\.level$/.exec(name)
    if (level !== null) levels.set(codecOfName(level[1]!)!, Number(value))
    else rules = { ...rules, ...ruleOf(name, value) }
  }
  return { ...rules, compressionLevel: levels.get(rules.targetCodec) }
}

function ruleOf(name: string, value: string): Partial<AppendRules> {
  switch (name) {
    case 'cleanup.policy':
      return { isCompacted: value.split(',').includes('compact') }
    case 'message.timestamp.type':
      return { timestampType: value === 'LogAppendTime' ? LOG_APPEND_TIME : CREATE_TIME }
    case 'message.timestamp.before.max.ms':
      return { timestampBeforeMaxMs: Number(value) }
    case 'message.timestamp.after.max.ms':
      return { timestampAfterMaxMs: Number(value) }
    case 'max.message.bytes':
      return { messageBytesMax: Number(value) }
    case 'segment.bytes':
      return { segmentBytes: Number(value) }
    case 'compression.type': {
      const codec = value === 'producer' ? CODEC_OF_PRODUCER : codecOfName(value)
      if (codec === undefined) throw new Error(`no codec is called ${value}`)
      return { targetCodec: codec }
    }
    default:
      throw new Error(`the topic config ${name} is not known here`)
  }
}
