import { BrokerError } from '@samsa/base'
import { codecOfName } from '../../src/compression/index.ts'
import {
  ATTRIBUTES_OFFSET,
  type BatchTools,
  BatchView,
  BatchWalker,
  buildBatch,
  decompressPayload,
  LegacyBatchView,
  LOG_APPEND_TIME,
  CREATE_TIME,
  MAGIC_V2,
  type NewRecord,
  patchCrc,
  readLegacyBatch,
  RecordCursor,
  DECOMPRESSED_BYTES_MAX,
  ensureValid,
} from '../../src/record/index.ts'
import { type Described, describeAll, missing } from './describe-batch.ts'
import { type Answer, LeaderModel, rulesOf } from './produce-model.ts'
import { newTools } from './tools.ts'
import { bytesOfHex, hexOf } from './vector-json.ts'

type Config = Readonly<Record<string, string>>

interface Expected {
  readonly errorCode: number
  readonly recordErrors?: readonly number[]
  readonly baseOffset?: number
  readonly lastOffset?: number
  readonly logAppendTime?: number
  readonly logEndOffset?: number
  readonly stored?: string
}

interface ReadFailure {
  readonly stage: string
  readonly wholeBatches: number
  readonly records: number
}

interface ValidLine {
  readonly exact: boolean
  readonly hex: string
  readonly batches: readonly Described[]
  readonly partialBytes?: number
}

interface InvalidLine {
  readonly hex: string
  readonly read: ReadFailure | null
  readonly produce: Expected | null
  readonly topicConfig?: Config
}

interface AppendLine {
  readonly now: number
  readonly leaderEpoch: number
  readonly recordsBefore: number
  readonly topicConfig: Config
  readonly steps: readonly {
    readonly hex: string
    readonly produce: Expected
    readonly batches?: readonly Described[]
  }[]
}

/** Clock and leader epoch of the vectors that do not say. */
const NOW_MS = 1_750_000_000_000
const LEADER_EPOCH = 7

/**
 * Checks one line of `batches.jsonl`, of kind `valid`, `invalid` or `append`: null when it holds, else
 * why it does not. Numbers beyond 2^53 are expected as bigint.
 */
export function verifyBatch(line: unknown): string | null {
  const tools = newTools()
  const { kind } = line as { kind: unknown }
  switch (kind) {
    case 'valid':
      return verifyValid(line as ValidLine, tools)
    case 'invalid':
      return verifyInvalid(line as InvalidLine, tools)
    case 'append':
      return verifyAppend(line as AppendLine, tools)
    default:
      return `kind ${String(kind)} is not known`
  }
}

function verifyValid(line: ValidLine, tools: BatchTools): string | null {
  const bytes = bytesOfHex(line.hex)
  const actual = describeAll(bytes, tools)
  const decoded =
    missing(line.batches, actual.batches, 'batches') ??
    missing(line.partialBytes ?? 0, actual.partialBytes, 'partialBytes')
  if (decoded !== null) return decoded
  const whole = bytes.length - actual.partialBytes
  const encoded = Buffer.concat(line.batches.map((batch, at) => encode(batch, at, bytes, tools)))
  if (line.exact) {
    const expected = Buffer.from(bytes.subarray(0, whole))
    return encoded.equals(expected) ? null : `encoded ${hexOf(encoded)}`
  }
  return missing(
    actual.batches.map(withoutCompressed),
    describeAll(encoded, tools).batches.map(withoutCompressed),
    'encoded',
  )
}

/** What two compressors need not agree on. */
function withoutCompressed(batch: Described): Described {
  const { sizeInBytes: _size, batchLength: _length, crc: _crc, ...rest } = batch
  return batch['compression'] === 'none' ? batch : rest
}

/** The batch made from its fields. Old formats are read only, so theirs are the bytes themselves. */
function encode(
  described: Described,
  at: number,
  bytes: Uint8Array,
  tools: BatchTools,
): Uint8Array {
  const walker = new BatchWalker(bytes)
  for (let skipped = 0; skipped <= at; skipped++) walker.next()
  if (described['magic'] !== MAGIC_V2) return walker.batch.batchBytes
  const fields = described as unknown as Fields
  const built = buildBatch(
    tools,
    {
      baseOffset: fields.baseOffset,
      leaderEpoch: fields.partitionLeaderEpoch,
      codec: codecOfName(fields.compression),
      timestampType: fields.timestampType === 'LogAppendTime' ? LOG_APPEND_TIME : CREATE_TIME,
      producerId: fields.producerId,
      producerEpoch: fields.producerEpoch,
      baseSequence: fields.baseSequence,
      isTransactional: fields.isTransactional,
      isControl: fields.isControl,
      deleteHorizonMs: fields.deleteHorizonMs ?? undefined,
      baseTimestamp: fields.baseTimestamp,
      maxTimestamp: fields.maxTimestamp,
      lastOffsetDelta: fields.lastOffsetDelta,
    },
    newRecords(fields, walker.batch, tools),
  )
  // Bits without a meaning are not the builder's to set.
  Buffer.from(built.buffer).writeUInt16BE(fields.attributes & 0xffff, ATTRIBUTES_OFFSET)
  patchCrc(built, 0, tools.checksum)
  return built
}

/** The records, which were compared already; deltas from the bytes, where LogAppendTime hides them. */
function* newRecords(
  fields: Fields,
  batch: BatchView,
  tools: BatchTools,
): Generator<NewRecord, void> {
  const cursor = new RecordCursor().begin(batch, decompressPayload(batch, tools.compression))
  while (cursor.next()) {
    const { attributes, offsetDelta, key, value, headers } = cursor
    const timestamp = BigInt.asIntN(64, BigInt(fields.baseTimestamp) + cursor.timestampDelta)
    yield { attributes, offsetDelta, timestamp, key, value, headers }
  }
}

interface Fields {
  readonly baseOffset: number | bigint
  readonly partitionLeaderEpoch: number
  readonly attributes: number
  readonly lastOffsetDelta: number
  readonly baseTimestamp: number | bigint
  readonly maxTimestamp: number | bigint
  readonly producerId: number | bigint
  readonly producerEpoch: number
  readonly baseSequence: number
  readonly deleteHorizonMs: number | null
  readonly isTransactional: boolean
  readonly isControl: boolean
  readonly compression: string
  readonly timestampType: string
}

function verifyInvalid(line: InvalidLine, tools: BatchTools): string | null {
  const read = readAll(bytesOfHex(line.hex), tools)
  if (line.read === null || read === null) {
    if (line.read !== read) return `reading gave ${JSON.stringify(read)}`
  } else {
    const { stage, wholeBatches, records } = line.read
    const differs = missing({ stage, wholeBatches, records }, read, 'read')
    if (differs !== null) return differs
  }
  if (line.produce === null) return null
  const rules = rulesOf(line.topicConfig ?? {})
  const leader = new LeaderModel(tools, rules, NOW_MS, LEADER_EPOCH, 0)
  return verifyAnswer(line.produce, leader.produce(bytesOfHex(line.hex)))
}

/** Where and after how much reading the batches one after the other fails; null when it does not. */
function readAll(bytes: Uint8Array, tools: BatchTools): ReadFailure | null {
  let stage = 'batches'
  let wholeBatches = 0
  let records = 0
  try {
    const walker = new BatchWalker(bytes)
    while (walker.next()) {
      stage = 'ensureValid'
      const { batch } = walker
      if (batch.magic === MAGIC_V2) ensureValid(batch, tools.checksum)
      else new LegacyBatchView(bytes, batch.position).ensureValid()
      stage = 'records'
      for (const _record of recordsIn(batch, tools)) records++
      stage = 'batches'
      wholeBatches++
      records = 0
    }
    return null
  } catch (error) {
    if (!(error instanceof BrokerError)) throw error
    return { stage, wholeBatches, records }
  }
}

/** One turn per record; Apache Kafka reads compressed ones to the end before it gives the first. */
function* recordsIn(batch: BatchView, tools: BatchTools): Generator<undefined, void> {
  if (batch.magic !== MAGIC_V2) {
    const legacy = new LegacyBatchView(batch.bytes, batch.position)
    const { length } = readLegacyBatch(legacy, tools.compression, DECOMPRESSED_BYTES_MAX)
    for (let record = 0; record < length; record++) yield
    return
  }
  const cursor = new RecordCursor().begin(batch, decompressPayload(batch, tools.compression))
  while (cursor.next()) if (!batch.isCompressed) yield
}

function verifyAppend(line: AppendLine, tools: BatchTools): string | null {
  const rules = rulesOf(line.topicConfig)
  const { now, leaderEpoch, recordsBefore } = line
  const leader = new LeaderModel(tools, rules, now, leaderEpoch, recordsBefore)
  for (const [at, step] of line.steps.entries()) {
    const answer = leader.produce(bytesOfHex(step.hex))
    const differs = verifyAnswer(step.produce, answer) ?? verifyStored(step.batches, answer, tools)
    if (differs !== null) return `step ${at}: ${differs}`
  }
  return null
}

function verifyAnswer(expected: Expected, answer: Answer): string | null {
  const { errorCode, recordErrors, baseOffset, lastOffset, logAppendTime, logEndOffset } = expected
  const wanted = { errorCode, recordErrors, baseOffset, lastOffset, logAppendTime, logEndOffset }
  const differs = missing(wanted, { ...answer }, 'produce')
  if (differs !== null) return differs
  if (expected.stored === undefined) {
    return answer.stored === undefined ? null : 'something was stored'
  }
  if (answer.stored === undefined) return 'nothing was stored'
  const isRecompressed = answer.isRebuilt === true && new BatchView(answer.stored).isCompressed
  const stored = hexOf(answer.stored)
  return isRecompressed || stored === expected.stored ? null : `stored ${stored}`
}

/** What is in the log has the fields the vector lists; sizes only where no compressor decides them. */
function verifyStored(
  batches: readonly Described[] | undefined,
  answer: Answer,
  tools: BatchTools,
): string | null {
  if (batches === undefined || answer.stored === undefined) return null
  const stored = describeAll(answer.stored, tools).batches
  return answer.isRebuilt === true
    ? missing(batches.map(withoutCompressed), stored, 'stored')
    : missing(batches, stored, 'stored')
}

export { verifiablePrimitives, verifyPrimitive } from './verify-hashes.ts'
