import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface RemoveTopicRecord {
  topicId: Uuid
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function removeTopicRecord(init: Partial<RemoveTopicRecord> = {}): RemoveTopicRecord {
  return {
    topicId: init.topicId ?? ZERO_UUID,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeRemoveTopicRecord(reader: Reader, _version: number): RemoveTopicRecord {
  const topicId = reader.uuid()
  const unknownTaggedFields = reader.unknownTags()
  return { topicId, unknownTaggedFields }
}

function encodeRemoveTopicRecord(
  writer: Writer,
  message: RemoveTopicRecord,
  _version: number,
): void {
  writer.uuid(message.topicId)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

export const removeTopicRecordSchema: RecordSchema<RemoveTopicRecord> = {
  name: 'RemoveTopicRecord',
  type: 9,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: 0,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('RemoveTopicRecord', version, '0')
      return decodeRemoveTopicRecord(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('RemoveTopicRecord', version, '0')
      encodeRemoveTopicRecord(writer, message, version)
    },
  },
}
