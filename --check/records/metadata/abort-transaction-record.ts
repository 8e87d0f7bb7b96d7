import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface AbortTransactionRecord {
  reason: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function abortTransactionRecord(
  init: Partial<AbortTransactionRecord> = {},
): AbortTransactionRecord {
  return { reason: init.reason ?? null, unknownTaggedFields: init.unknownTaggedFields ?? null }
}

function decodeAbortTransactionRecord(reader: Reader, version: number): AbortTransactionRecord {
  const message: AbortTransactionRecord = { reason: null, unknownTaggedFields: null }
  const tags = reader.tagCount()
  if (tags !== 0) decodeAbortTransactionRecordTags(reader, message, version, tags)
  return message
}

function decodeAbortTransactionRecordTags(
  reader: Reader,
  message: AbortTransactionRecord,
  _version: number,
  count: number,
): void {
  for (let left = count; left > 0; left--) {
    const tag = reader.uvarint()
    const size = reader.tagSize()
    const end = reader.position + size
    if (tag === 0) {
      const reason = reader.compactNullableString()
      message.reason = reason
      reader.expectPosition(end, tag)
    } else message.unknownTaggedFields = reader.unknownTag(message.unknownTaggedFields, tag, size)
  }
}

function encodeAbortTransactionRecord(
  writer: Writer,
  message: AbortTransactionRecord,
  version: number,
): void {
  encodeAbortTransactionRecordTags(writer, message, version)
}

function encodeAbortTransactionRecordTags(
  writer: Writer,
  message: AbortTransactionRecord,
  _version: number,
): void {
  const unknown = message.unknownTaggedFields
  const reasonSet = message.reason !== null
  if (!reasonSet) {
    writer.onlyUnknownTags(unknown)
    return
  }
  let count = unknown === null ? 0 : unknown.length
  if (reasonSet) count++
  writer.uvarint(count)
  let next = 0
  if (reasonSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 0)
    const mark = writer.beginTag(0)
    writer.compactNullableString(message.reason)
    writer.endTag(mark)
  }
  if (unknown !== null) writer.unknownTags(unknown, next, Number.POSITIVE_INFINITY)
}

export const abortTransactionRecordSchema: RecordSchema<AbortTransactionRecord> = {
  name: 'AbortTransactionRecord',
  type: 25,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: 0,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('AbortTransactionRecord', version, '0')
      return decodeAbortTransactionRecord(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('AbortTransactionRecord', version, '0')
      encodeAbortTransactionRecord(writer, message, version)
    },
  },
}
