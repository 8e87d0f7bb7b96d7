import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface RemoveAccessControlEntryRecord {
  id: Uuid
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function removeAccessControlEntryRecord(
  init: Partial<RemoveAccessControlEntryRecord> = {},
): RemoveAccessControlEntryRecord {
  return { id: init.id ?? ZERO_UUID, unknownTaggedFields: init.unknownTaggedFields ?? null }
}

function decodeRemoveAccessControlEntryRecord(
  reader: Reader,
  _version: number,
): RemoveAccessControlEntryRecord {
  const id = reader.uuid()
  const unknownTaggedFields = reader.unknownTags()
  return { id, unknownTaggedFields }
}

function encodeRemoveAccessControlEntryRecord(
  writer: Writer,
  message: RemoveAccessControlEntryRecord,
  _version: number,
): void {
  writer.uuid(message.id)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

export const removeAccessControlEntryRecordSchema: RecordSchema<RemoveAccessControlEntryRecord> = {
  name: 'RemoveAccessControlEntryRecord',
  type: 19,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: 0,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('RemoveAccessControlEntryRecord', version, '0')
      return decodeRemoveAccessControlEntryRecord(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('RemoveAccessControlEntryRecord', version, '0')
      encodeRemoveAccessControlEntryRecord(writer, message, version)
    },
  },
}
