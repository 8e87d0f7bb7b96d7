import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface ShareGroupStatePartitionMetadataKey {
  groupId: string
}

export function shareGroupStatePartitionMetadataKey(
  init: Partial<ShareGroupStatePartitionMetadataKey> = {},
): ShareGroupStatePartitionMetadataKey {
  return { groupId: init.groupId ?? '' }
}

function decodeShareGroupStatePartitionMetadataKey(
  reader: Reader,
  _version: number,
): ShareGroupStatePartitionMetadataKey {
  const groupId = reader.string()

  return { groupId }
}

function encodeShareGroupStatePartitionMetadataKey(
  writer: Writer,
  message: ShareGroupStatePartitionMetadataKey,
  _version: number,
): void {
  writer.string(message.groupId)
}

export const shareGroupStatePartitionMetadataKeySchema: RecordSchema<ShareGroupStatePartitionMetadataKey> =
  {
    name: 'ShareGroupStatePartitionMetadataKey',
    type: 15,
    versionMin: 0,
    versionMax: 0,
    flexibleSince: null,
    codec: {
      decode(reader, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUndecodable('ShareGroupStatePartitionMetadataKey', version, '0')
        return decodeShareGroupStatePartitionMetadataKey(reader, version)
      },
      encode(writer, message, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUnencodable('ShareGroupStatePartitionMetadataKey', version, '0')
        encodeShareGroupStatePartitionMetadataKey(writer, message, version)
      },
    },
  }
