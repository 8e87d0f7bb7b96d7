import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface RemoveUserScramCredentialRecord {
  name: string
  mechanism: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function removeUserScramCredentialRecord(
  init: Partial<RemoveUserScramCredentialRecord> = {},
): RemoveUserScramCredentialRecord {
  return {
    name: init.name ?? '',
    mechanism: init.mechanism ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeRemoveUserScramCredentialRecord(
  reader: Reader,
  _version: number,
): RemoveUserScramCredentialRecord {
  const name = reader.compactString()
  const mechanism = reader.int8()
  const unknownTaggedFields = reader.unknownTags()
  return { name, mechanism, unknownTaggedFields }
}

function encodeRemoveUserScramCredentialRecord(
  writer: Writer,
  message: RemoveUserScramCredentialRecord,
  _version: number,
): void {
  writer.compactString(message.name)
  writer.int8(message.mechanism)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

export const removeUserScramCredentialRecordSchema: RecordSchema<RemoveUserScramCredentialRecord> =
  {
    name: 'RemoveUserScramCredentialRecord',
    type: 22,
    versionMin: 0,
    versionMax: 0,
    flexibleSince: 0,
    codec: {
      decode(reader, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUndecodable('RemoveUserScramCredentialRecord', version, '0')
        return decodeRemoveUserScramCredentialRecord(reader, version)
      },
      encode(writer, message, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUnencodable('RemoveUserScramCredentialRecord', version, '0')
        encodeRemoveUserScramCredentialRecord(writer, message, version)
      },
    },
  }
