import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface StreamsGroupMetadataKey {
  groupId: string
}

export function streamsGroupMetadataKey(
  init: Partial<StreamsGroupMetadataKey> = {},
): StreamsGroupMetadataKey {
  return { groupId: init.groupId ?? '' }
}

function decodeStreamsGroupMetadataKey(reader: Reader, _version: number): StreamsGroupMetadataKey {
  const groupId = reader.string()

  return { groupId }
}

function encodeStreamsGroupMetadataKey(
  writer: Writer,
  message: StreamsGroupMetadataKey,
  _version: number,
): void {
  writer.string(message.groupId)
}

export const streamsGroupMetadataKeySchema: RecordSchema<StreamsGroupMetadataKey> = {
  name: 'StreamsGroupMetadataKey',
  type: 17,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: null,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('StreamsGroupMetadataKey', version, '0')
      return decodeStreamsGroupMetadataKey(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('StreamsGroupMetadataKey', version, '0')
      encodeStreamsGroupMetadataKey(writer, message, version)
    },
  },
}
