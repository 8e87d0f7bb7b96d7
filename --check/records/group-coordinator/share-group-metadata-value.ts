import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface ShareGroupMetadataValue {
  epoch: number
  metadataHash: bigint
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function shareGroupMetadataValue(
  init: Partial<ShareGroupMetadataValue> = {},
): ShareGroupMetadataValue {
  return {
    epoch: init.epoch ?? 0,
    metadataHash: init.metadataHash ?? 0n,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeShareGroupMetadataValue(reader: Reader, _version: number): ShareGroupMetadataValue {
  const epoch = reader.int32()
  const metadataHash = reader.int64Wide()
  const unknownTaggedFields = reader.unknownTags()
  return { epoch, metadataHash, unknownTaggedFields }
}

function encodeShareGroupMetadataValue(
  writer: Writer,
  message: ShareGroupMetadataValue,
  _version: number,
): void {
  writer.int32(message.epoch)
  writer.int64Wide(message.metadataHash)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

export const shareGroupMetadataValueSchema: RecordSchema<ShareGroupMetadataValue> = {
  name: 'ShareGroupMetadataValue',
  type: 11,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: 0,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('ShareGroupMetadataValue', version, '0')
      return decodeShareGroupMetadataValue(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('ShareGroupMetadataValue', version, '0')
      encodeShareGroupMetadataValue(writer, message, version)
    },
  },
}
