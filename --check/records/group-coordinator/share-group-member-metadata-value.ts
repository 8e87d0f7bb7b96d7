import type { RecordSchema } from '../../../api.ts'
import { readCompactStrings, writeCompactStrings } from '../../../codec/arrays.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface ShareGroupMemberMetadataValue {
  rackId: string | null
  clientId: string
  clientHost: string
  subscribedTopicNames: string[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function shareGroupMemberMetadataValue(
  init: Partial<ShareGroupMemberMetadataValue> = {},
): ShareGroupMemberMetadataValue {
  return {
    rackId: init.rackId === undefined ? '' : init.rackId,
    clientId: init.clientId ?? '',
    clientHost: init.clientHost ?? '',
    subscribedTopicNames: init.subscribedTopicNames ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeShareGroupMemberMetadataValue(
  reader: Reader,
  _version: number,
): ShareGroupMemberMetadataValue {
  const rackId = reader.compactNullableString()
  const clientId = reader.compactString()
  const clientHost = reader.compactString()
  const subscribedTopicNamesCount = reader.compactArray(1)
  const subscribedTopicNames = readCompactStrings(reader, subscribedTopicNamesCount)
  const unknownTaggedFields = reader.unknownTags()
  return { rackId, clientId, clientHost, subscribedTopicNames, unknownTaggedFields }
}

function encodeShareGroupMemberMetadataValue(
  writer: Writer,
  message: ShareGroupMemberMetadataValue,
  _version: number,
): void {
  writer.compactNullableString(message.rackId)
  writer.compactString(message.clientId)
  writer.compactString(message.clientHost)
  writer.compactArray(message.subscribedTopicNames.length)
  writeCompactStrings(writer, message.subscribedTopicNames)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

export const shareGroupMemberMetadataValueSchema: RecordSchema<ShareGroupMemberMetadataValue> = {
  name: 'ShareGroupMemberMetadataValue',
  type: 10,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: 0,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('ShareGroupMemberMetadataValue', version, '0')
      return decodeShareGroupMemberMetadataValue(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('ShareGroupMemberMetadataValue', version, '0')
      encodeShareGroupMemberMetadataValue(writer, message, version)
    },
  },
}
