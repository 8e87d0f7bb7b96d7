import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface RemoveDelegationTokenRecord {
  tokenId: string
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function removeDelegationTokenRecord(
  init: Partial<RemoveDelegationTokenRecord> = {},
): RemoveDelegationTokenRecord {
  return { tokenId: init.tokenId ?? '', unknownTaggedFields: init.unknownTaggedFields ?? null }
}

function decodeRemoveDelegationTokenRecord(
  reader: Reader,
  _version: number,
): RemoveDelegationTokenRecord {
  const tokenId = reader.compactString()
  const unknownTaggedFields = reader.unknownTags()
  return { tokenId, unknownTaggedFields }
}

function encodeRemoveDelegationTokenRecord(
  writer: Writer,
  message: RemoveDelegationTokenRecord,
  _version: number,
): void {
  writer.compactString(message.tokenId)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

export const removeDelegationTokenRecordSchema: RecordSchema<RemoveDelegationTokenRecord> = {
  name: 'RemoveDelegationTokenRecord',
  type: 26,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: 0,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('RemoveDelegationTokenRecord', version, '0')
      return decodeRemoveDelegationTokenRecord(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('RemoveDelegationTokenRecord', version, '0')
      encodeRemoveDelegationTokenRecord(writer, message, version)
    },
  },
}
