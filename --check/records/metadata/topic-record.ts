import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface TopicRecord {
  name: string
  topicId: Uuid
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function topicRecord(init: Partial<TopicRecord> = {}): TopicRecord {
  return {
    name: init.name ?? '',
    topicId: init.topicId ?? ZERO_UUID,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeTopicRecord(reader: Reader, _version: number): TopicRecord {
  const name = reader.compactString()
  const topicId = reader.uuid()
  const unknownTaggedFields = reader.unknownTags()
  return { name, topicId, unknownTaggedFields }
}

function encodeTopicRecord(writer: Writer, message: TopicRecord, _version: number): void {
  writer.compactString(message.name)
  writer.uuid(message.topicId)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

export const topicRecordSchema: RecordSchema<TopicRecord> = {
  name: 'TopicRecord',
  type: 2,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: 0,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0)) throwVersionUndecodable('TopicRecord', version, '0')
      return decodeTopicRecord(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0)) throwVersionUnencodable('TopicRecord', version, '0')
      encodeTopicRecord(writer, message, version)
    },
  },
}
