import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface AccessControlEntryRecord {
  id: Uuid
  resourceType: number
  resourceName: string
  patternType: number
  principal: string
  host: string
  operation: number
  permissionType: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function accessControlEntryRecord(
  init: Partial<AccessControlEntryRecord> = {},
): AccessControlEntryRecord {
  return {
    id: init.id ?? ZERO_UUID,
    resourceType: init.resourceType ?? 0,
    resourceName: init.resourceName ?? '',
    patternType: init.patternType ?? 0,
    principal: init.principal ?? '',
    host: init.host ?? '',
    operation: init.operation ?? 0,
    permissionType: init.permissionType ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeAccessControlEntryRecord(
  reader: Reader,
  _version: number,
): AccessControlEntryRecord {
  const id = reader.uuid()
  const resourceType = reader.int8()
  const resourceName = reader.compactString()
  const patternType = reader.int8()
  const principal = reader.compactString()
  const host = reader.compactString()
  const operation = reader.int8()
  const permissionType = reader.int8()
  const unknownTaggedFields = reader.unknownTags()
  return {
    id,
    resourceType,
    resourceName,
    patternType,
    principal,
    host,
    operation,
    permissionType,
    unknownTaggedFields,
  }
}

function encodeAccessControlEntryRecord(
  writer: Writer,
  message: AccessControlEntryRecord,
  _version: number,
): void {
  writer.uuid(message.id)
  writer.int8(message.resourceType)
  writer.compactString(message.resourceName)
  writer.int8(message.patternType)
  writer.compactString(message.principal)
  writer.compactString(message.host)
  writer.int8(message.operation)
  writer.int8(message.permissionType)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

export const accessControlEntryRecordSchema: RecordSchema<AccessControlEntryRecord> = {
  name: 'AccessControlEntryRecord',
  type: 18,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: 0,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('AccessControlEntryRecord', version, '0')
      return decodeAccessControlEntryRecord(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('AccessControlEntryRecord', version, '0')
      encodeAccessControlEntryRecord(writer, message, version)
    },
  },
}
