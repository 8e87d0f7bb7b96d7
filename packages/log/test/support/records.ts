import { BatchView, type Compression, records } from '@samsa/protocol'

/** A record as the kit's `expect/` lists it. */
export interface ExpectedRecord {
  readonly offset: number
  readonly leader_epoch: number
  readonly timestamp: number
  readonly timestamp_type: string
  readonly key: ExpectedBytes
  readonly value: ExpectedBytes
  readonly headers?: readonly { readonly key: string; readonly value: ExpectedBytes }[]
}

export type ExpectedBytes = string | null | { readonly base64: string }

/** Data records of whole batches at or above `from`; control batches are stepped over. */
export function recordsOf(
  bytes: Uint8Array,
  compression: Compression,
  from: number = 0,
): ExpectedRecord[] {
  const found: ExpectedRecord[] = []
  const batch = new BatchView(bytes)
  for (let position = 0; position < bytes.length; position += batch.sizeBytes) {
    batch.position = position
    if (batch.isControl) continue
    for (const record of records(batch, compression)) {
      if (record.offset < from) continue
      found.push({
        offset: record.offset,
        leader_epoch: batch.leaderEpoch,
        timestamp: record.timestamp,
        timestamp_type: batch.isLogAppendTime ? 'LogAppendTime' : 'CreateTime',
        key: expectedBytes(record.key),
        value: expectedBytes(record.value),
        ...(record.headers.length === 0
          ? {}
          : {
              headers: record.headers.map((header) => ({
                key: Buffer.from(header.key).toString('utf8'),
                value: expectedBytes(header.value),
              })),
            }),
      })
    }
  }
  return found
}

/** Text where it is text without control characters, else base64: the kit's own rule. */
function expectedBytes(bytes: Uint8Array | null): ExpectedBytes {
  if (bytes === null) return null
  const buffer = Buffer.from(bytes)
  const text = buffer.toString('utf8')
  const isText = Buffer.from(text).equals(buffer) && !hasControlCharacter(buffer)
  return isText ? text : { base64: buffer.toString('base64') }
}

function hasControlCharacter(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte < 0x20)
}
