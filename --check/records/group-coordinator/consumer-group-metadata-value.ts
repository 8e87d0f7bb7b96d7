import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface ConsumerGroupMetadataValue {
  epoch: number
  metadataHash: bigint
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function consumerGroupMetadataValue(
  init: Partial<ConsumerGroupMetadataValue> = {},
): ConsumerGroupMetadataValue {
  return {
    epoch: init.epoch ?? 0,
    metadataHash: init.metadataHash ?? 0n,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeConsumerGroupMetadataValue(
  reader: Reader,
  version: number,
): ConsumerGroupMetadataValue {
  const epoch = reader.int32()

  const message: ConsumerGroupMetadataValue = { epoch, metadataHash: 0n, unknownTaggedFields: null }
  const tags = reader.tagCount()
  if (tags !== 0) decodeConsumerGroupMetadataValueTags(reader, message, version, tags)
  return message
}

function decodeConsumerGroupMetadataValueTags(
  reader: Reader,
  message: ConsumerGroupMetadataValue,
  _version: number,
  count: number,
): void {
  for (let left = count; left > 0; left--) {
    const tag = reader.uvarint()
    const size = reader.tagSize()
    const end = reader.position + size
    if (tag === 0) {
      const metadataHash = reader.int64Wide()
      message.metadataHash = metadataHash
      reader.expectPosition(end, tag)
    } else message.unknownTaggedFields = reader.unknownTag(message.unknownTaggedFields, tag, size)
  }
}

function encodeConsumerGroupMetadataValue(
  writer: Writer,
  message: ConsumerGroupMetadataValue,
  version: number,
): void {
  writer.int32(message.epoch)

  encodeConsumerGroupMetadataValueTags(writer, message, version)
}

function encodeConsumerGroupMetadataValueTags(
  writer: Writer,
  message: ConsumerGroupMetadataValue,
  _version: number,
): void {
  const unknown = message.unknownTaggedFields
  const metadataHashSet = message.metadataHash !== 0n
  if (!metadataHashSet) {
    writer.onlyUnknownTags(unknown)
    return
  }
  let count = unknown === null ? 0 : unknown.length
  if (metadataHashSet) count++
  writer.uvarint(count)
  let next = 0
  if (metadataHashSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 0)
    const mark = writer.beginTag(0)
    writer.int64Wide(message.metadataHash)
    writer.endTag(mark)
  }
  if (unknown !== null) writer.unknownTags(unknown, next, Number.POSITIVE_INFINITY)
}

export const consumerGroupMetadataValueSchema: RecordSchema<ConsumerGroupMetadataValue> = {
  name: 'ConsumerGroupMetadataValue',
  type: 3,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: 0,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('ConsumerGroupMetadataValue', version, '0')
      return decodeConsumerGroupMetadataValue(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('ConsumerGroupMetadataValue', version, '0')
      encodeConsumerGroupMetadataValue(writer, message, version)
    },
  },
}
