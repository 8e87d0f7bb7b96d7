import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { RecordSchema } from '../../../api.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface OffsetCommitValue {
  offset: bigint
  leaderEpoch: number
  metadata: string
  commitTimestamp: bigint
  expireTimestamp: bigint
  topicId: Uuid
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function offsetCommitValue(init: Partial<OffsetCommitValue> = {}): OffsetCommitValue {
  return {
    offset: init.offset ?? 0n,
    leaderEpoch: init.leaderEpoch ?? -1,
    metadata: init.metadata ?? '',
    commitTimestamp: init.commitTimestamp ?? 0n,
    expireTimestamp: init.expireTimestamp ?? -1n,
    topicId: init.topicId ?? ZERO_UUID,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeOffsetCommitValue(reader: Reader, version: number): OffsetCommitValue {
  const offset = reader.int64Wide()
  const leaderEpoch: number = version >= 3 ? reader.int32() : -1
  const metadata: string = version >= 4 ? reader.compactString() : reader.string()
  const commitTimestamp = reader.int64Wide()
  const expireTimestamp: bigint = version >= 2 ? -1n : version >= 1 ? reader.int64Wide() : -1n

  const message: OffsetCommitValue = {
    offset,
    leaderEpoch,
    metadata,
    commitTimestamp,
    expireTimestamp,
    topicId: ZERO_UUID,
    unknownTaggedFields: null,
  }
  if (version >= 4) {
    const tags = reader.tagCount()
    if (tags !== 0) decodeOffsetCommitValueTags(reader, message, version, tags)
  }
  return message
}

function decodeOffsetCommitValueTags(
  reader: Reader,
  message: OffsetCommitValue,
  _version: number,
  count: number,
): void {
  for (let left = count; left > 0; left--) {
    const tag = reader.uvarint()
    const size = reader.tagSize()
    const end = reader.position + size
    if (tag === 0) {
      const topicId = reader.uuid()
      message.topicId = topicId
      reader.expectPosition(end, tag)
    } else message.unknownTaggedFields = reader.unknownTag(message.unknownTaggedFields, tag, size)
  }
}

function encodeOffsetCommitValue(
  writer: Writer,
  message: OffsetCommitValue,
  version: number,
): void {
  writer.int64Wide(message.offset)
  if (version >= 3) {
    writer.int32(message.leaderEpoch)
  }
  if (version >= 4) {
    writer.compactString(message.metadata)
  } else {
    writer.string(message.metadata)
  }
  writer.int64Wide(message.commitTimestamp)
  if (version < 2) {
    if (version >= 1) {
      writer.int64Wide(message.expireTimestamp)
    }
  }

  if (version >= 4) {
    encodeOffsetCommitValueTags(writer, message, version)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('OffsetCommitValue', 'unknownTaggedFields', version)
  }
}

function encodeOffsetCommitValueTags(
  writer: Writer,
  message: OffsetCommitValue,
  _version: number,
): void {
  const unknown = message.unknownTaggedFields
  const topicIdSet = message.topicId !== ZERO_UUID
  if (!topicIdSet) {
    writer.onlyUnknownTags(unknown)
    return
  }
  let count = unknown === null ? 0 : unknown.length
  if (topicIdSet) count++
  writer.uvarint(count)
  let next = 0
  if (topicIdSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 0)
    const mark = writer.beginTag(0)
    writer.uuid(message.topicId)
    writer.endTag(mark)
  }
  if (unknown !== null) writer.unknownTags(unknown, next, Number.POSITIVE_INFINITY)
}

export const offsetCommitValueSchema: RecordSchema<OffsetCommitValue> = {
  name: 'OffsetCommitValue',
  type: 1,
  versionMin: 0,
  versionMax: 4,
  flexibleSince: 4,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 4))
        throwVersionUndecodable('OffsetCommitValue', version, '0-4')
      return decodeOffsetCommitValue(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 4))
        throwVersionUnencodable('OffsetCommitValue', version, '0-4')
      encodeOffsetCommitValue(writer, message, version)
    },
  },
}
