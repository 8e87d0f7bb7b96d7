import { codecName } from '../../src/compression/index.ts'
import {
  type BatchTools,
  BatchView,
  BatchWalker,
  controlTypeOf,
  CONTROL_ABORT,
  CONTROL_COMMIT,
  coordinatorEpochOf,
  DECOMPRESSED_BYTES_MAX,
  decompressPayload,
  ensureValid,
  incrementSequence,
  LegacyBatchView,
  MAGIC_V2,
  readLegacyBatch,
  RecordCursor,
} from '../../src/record/index.ts'
import { hexOf } from './vector-json.ts'

/** A batch as `batches.jsonl` shows it: names and order of members are the file's. */
export type Described = Record<string, unknown>

const controlNames: Readonly<Record<number, string>> = {
  0: 'ABORT',
  1: 'COMMIT',
  2: 'LEADER_CHANGE',
  3: 'SNAPSHOT_HEADER',
  4: 'SNAPSHOT_FOOTER',
  5: 'KRAFT_VERSION',
  6: 'KRAFT_VOTERS',
}

/** Values longer than this are shown as length and CRC. */
const SHOWN_BYTES_MAX = 10_000

/** A number where it is exact, as the vectors' reader gives it. */
export function exact(value: bigint): number | bigint {
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : value
}

export function describeAll(
  bytes: Uint8Array,
  tools: BatchTools,
): { batches: Described[]; partialBytes: number } {
  const batches: Described[] = []
  const walker = new BatchWalker(bytes)
  while (walker.next()) {
    const { batch } = walker
    batches.push(
      batch.magic === MAGIC_V2
        ? describeBatch(batch, tools)
        : describeLegacy(new LegacyBatchView(bytes, batch.position), tools),
    )
  }
  return { batches, partialBytes: walker.partialBytes }
}

export function describeBatch(batch: BatchView, tools: BatchTools): Described {
  ensureValid(batch, tools.checksum)
  const codec = codecName(batch.codec)
  const payload = decompressPayload(batch, tools.compression)
  const described: Described = {
    magic: batch.magic,
    baseOffset: exact(batch.baseOffsetWide),
    lastOffset: exact(batch.baseOffsetWide + BigInt(batch.lastOffsetDelta)),
    sizeInBytes: batch.sizeBytes,
    batchLength: batch.batchLength,
    partitionLeaderEpoch: batch.leaderEpoch,
    crc: batch.crc,
    attributes: batch.attributes,
    lastOffsetDelta: batch.lastOffsetDelta,
    baseTimestamp: exact(batch.baseTimestampWide),
    maxTimestamp: exact(batch.maxTimestampWide),
    producerId: exact(batch.producerIdWide),
    producerEpoch: batch.producerEpoch,
    baseSequence: batch.baseSequence,
    lastSequence: batch.lastSequence,
    recordsCount: batch.recordsCount,
    deleteHorizonMs: batch.deleteHorizonMs ?? null,
    isTransactional: batch.isTransactional,
    isControl: batch.isControl,
    compression: codec,
    timestampType: batch.isLogAppendTime ? 'LogAppendTime' : 'CreateTime',
    records: describeRecords(batch, payload, tools),
  }
  if (codec !== 'none') {
    described['uncompressedSize'] = payload.length
    Object.assign(described, describePayload(payload, tools))
  }
  return described
}

/** The file has one or the other, by size. */
function describePayload(payload: Uint8Array, tools: BatchTools): Described {
  return {
    uncompressed: hexOf(payload),
    uncompressedCrc32c: tools.checksum.crc32c(payload, 0, payload.length),
  }
}

function describeRecords(batch: BatchView, payload: Uint8Array, tools: BatchTools): Described[] {
  const records: Described[] = []
  const cursor = new RecordCursor().begin(batch, payload)
  while (cursor.next()) {
    const record: Described = {
      offset: exact(batch.baseOffsetWide + BigInt(cursor.offsetDelta)),
      timestamp: exact(BigInt(cursor.exactTimestamp)),
      attributes: cursor.attributes,
      sequence:
        batch.baseSequence < 0 ? -1 : incrementSequence(batch.baseSequence, cursor.offsetDelta),
      size: cursor.sizeBytes,
      key: describeField(cursor.key, tools),
      value: describeField(cursor.value, tools),
      headers: cursor.headers.map(({ key, value }) => [
        Buffer.from(key).toString('utf8'),
        describeField(value, tools),
      ]),
    }
    if (batch.isControl) record['control'] = describeControl(cursor.key, cursor.value)
    records.push(record)
  }
  return records
}

function describeControl(key: Uint8Array | null, value: Uint8Array | null): Described {
  const type = controlTypeOf(key)
  if (type === undefined) throw new Error('the key is none of a control record')
  const control: Described = { type, name: controlNames[type] ?? 'UNKNOWN' }
  if (type === CONTROL_ABORT || type === CONTROL_COMMIT) {
    control['coordinatorEpoch'] = coordinatorEpochOf(value)
  }
  return control
}

function describeField(field: Uint8Array | null, tools: BatchTools): unknown {
  if (field === null) return null
  if (field.length <= SHOWN_BYTES_MAX) return hexOf(field)
  return { length: field.length, crc32c: tools.checksum.crc32c(field, 0, field.length) }
}

function describeLegacy(batch: LegacyBatchView, tools: BatchTools): Described {
  batch.ensureValid()
  const records = readLegacyBatch(batch, tools.compression, DECOMPRESSED_BYTES_MAX)
  return {
    magic: batch.magic,
    baseOffset: records[0]!.offset,
    lastOffset: Number(batch.lastOffset),
    sizeInBytes: batch.sizeBytes,
    maxTimestamp: batch.maxTimestamp,
    compression: codecName(batch.codec),
    timestampType: batch.timestampType,
    records: records.map(({ offset, timestamp, key, value }) => ({
      offset,
      timestamp,
      key: describeField(key, tools),
      value: describeField(value, tools),
    })),
  }
}

/** What of `expected` does not hold in `actual`; members that only `actual` has do not count. */
export function missing(expected: unknown, actual: unknown, path: string = ''): string | null {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) {
      return `${path}: ${expected.length} expected, got ${String((actual as unknown[]).length)}`
    }
    return firstOf(expected.keys(), (at) => missing(expected[at], actual[at], `${path}[${at}]`))
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof actual !== 'object' || actual === null) return `${path}: ${String(actual)}`
    return firstOf(Object.keys(expected), (name) =>
      missing((expected as Described)[name], (actual as Described)[name], `${path}.${name}`),
    )
  }
  return Object.is(expected, actual)
    ? null
    : `${path}: expected ${String(expected)}, got ${String(actual)}`
}

function firstOf<Item>(items: Iterable<Item>, check: (item: Item) => string | null): string | null {
  for (const item of items) {
    const found = check(item)
    if (found !== null) return found
  }
  return null
}
