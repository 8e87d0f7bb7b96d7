import {
  BatchWalker,
  buildBatch,
  createChecksum,
  createCompression,
  records as recordsOf,
  type BatchFields,
  type BatchTools,
  type Records,
} from '@samsa/protocol'

export const tools: BatchTools = { checksum: createChecksum(), compression: createCompression() }

export interface BatchOptions extends BatchFields {
  readonly timestamp?: number
  readonly key?: string | null
}

/** A batch of these values as a producer sends it. */
export function batch(values: readonly string[], options: BatchOptions = {}): Uint8Array {
  const { timestamp = 1_750_000_000_000, key = 'k', ...fields } = options
  return buildBatch(
    tools,
    fields,
    values.map((value) => ({
      key: key === null ? null : Buffer.from(key),
      value: Buffer.from(value),
      timestamp,
    })),
  )
}

/** A record as a consumer sees it. */
export interface SeenRecord {
  readonly offset: number
  readonly value: string
}

export function seenRecords(records: Records | null): SeenRecord[] {
  if (records === null) return []
  const walker = new BatchWalker(Buffer.concat(records.pieces))
  const seen: SeenRecord[] = []
  while (walker.next()) {
    for (const { offset, value } of recordsOf(walker.batch, tools.compression)) {
      seen.push({ offset: Number(offset), value: Buffer.from(value ?? []).toString() })
    }
  }
  return seen
}

export const values = (records: Records | null): string[] =>
  seenRecords(records).map(({ value }) => value)
