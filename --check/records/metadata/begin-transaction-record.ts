import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface BeginTransactionRecord {
  name: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function beginTransactionRecord(
  init: Partial<BeginTransactionRecord> = {},
): BeginTransactionRecord {
  return { name: init.name ?? null, unknownTaggedFields: init.unknownTaggedFields ?? null }
}

function decodeBeginTransactionRecord(reader: Reader, version: number): BeginTransactionRecord {
  const message: BeginTransactionRecord = { name: null, unknownTaggedFields: null }
  const tags = reader.tagCount()
  if (tags !== 0) decodeBeginTransactionRecordTags(reader, message, version, tags)
  return message
}

function decodeBeginTransactionRecordTags(
  reader: Reader,
  message: BeginTransactionRecord,
  _version: number,
  count: number,
): void {
  for (let left = count; left > 0; left--) {
    const tag = reader.uvarint()
    const size = reader.tagSize()
    const end = reader.position + size
    if (tag === 0) {
      const name = reader.compactNullableString()
      message.name = name
      reader.expectPosition(end, tag)
    } else message.unknownTaggedFields = reader.unknownTag(message.unknownTaggedFields, tag, size)
  }
}

function encodeBeginTransactionRecord(
  writer: Writer,
  message: BeginTransactionRecord,
  version: number,
): void {
  encodeBeginTransactionRecordTags(writer, message, version)
}

function encodeBeginTransactionRecordTags(
  writer: Writer,
  message: BeginTransactionRecord,
  _version: number,
): void {
  const unknown = message.unknownTaggedFields
  const nameSet = message.name !== null
  if (!nameSet) {
    writer.onlyUnknownTags(unknown)
    return
  }
  let count = unknown === null ? 0 : unknown.length
  if (nameSet) count++
  writer.uvarint(count)
  let next = 0
  if (nameSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 0)
    const mark = writer.beginTag(0)
    writer.compactNullableString(message.name)
    writer.endTag(mark)
  }
  if (unknown !== null) writer.unknownTags(unknown, next, Number.POSITIVE_INFINITY)
}

export const beginTransactionRecordSchema: RecordSchema<BeginTransactionRecord> = {
  name: 'BeginTransactionRecord',
  type: 23,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: 0,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('BeginTransactionRecord', version, '0')
      return decodeBeginTransactionRecord(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('BeginTransactionRecord', version, '0')
      encodeBeginTransactionRecord(writer, message, version)
    },
  },
}
