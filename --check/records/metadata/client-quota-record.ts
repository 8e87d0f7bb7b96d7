import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface ClientQuotaRecord {
  entity: ClientQuotaRecordEntity[]
  key: string
  value: number
  remove: boolean
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ClientQuotaRecordEntity {
  entityType: string
  entityName: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function clientQuotaRecord(init: Partial<ClientQuotaRecord> = {}): ClientQuotaRecord {
  return {
    entity: init.entity ?? [],
    key: init.key ?? '',
    value: init.value ?? 0,
    remove: init.remove ?? false,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function clientQuotaRecordEntity(
  init: Partial<ClientQuotaRecordEntity> = {},
): ClientQuotaRecordEntity {
  return {
    entityType: init.entityType ?? '',
    entityName: init.entityName === undefined ? '' : init.entityName,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeClientQuotaRecord(reader: Reader, version: number): ClientQuotaRecord {
  const entityCount = reader.compactArray(3)
  const entity = decodeClientQuotaRecordEntityArray(reader, version, entityCount)
  const key = reader.compactString()
  const value = reader.float64()
  const remove = reader.bool()
  const unknownTaggedFields = reader.unknownTags()
  return { entity, key, value, remove, unknownTaggedFields }
}

function decodeClientQuotaRecordEntity(reader: Reader, _version: number): ClientQuotaRecordEntity {
  const entityType = reader.compactString()
  const entityName = reader.compactNullableString()
  const unknownTaggedFields = reader.unknownTags()
  return { entityType, entityName, unknownTaggedFields }
}

function decodeClientQuotaRecordEntityArray(
  reader: Reader,
  version: number,
  count: number,
): ClientQuotaRecordEntity[] {
  reader.structs(count)
  const items = new Array<ClientQuotaRecordEntity>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeClientQuotaRecordEntity(reader, version)
  return items
}

function encodeClientQuotaRecord(
  writer: Writer,
  message: ClientQuotaRecord,
  version: number,
): void {
  writer.compactArray(message.entity.length)
  encodeClientQuotaRecordEntityArray(writer, message.entity, version)
  writer.compactString(message.key)
  writer.float64(message.value)
  writer.bool(message.remove)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeClientQuotaRecordEntity(
  writer: Writer,
  message: ClientQuotaRecordEntity,
  _version: number,
): void {
  writer.compactString(message.entityType)
  writer.compactNullableString(message.entityName)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeClientQuotaRecordEntityArray(
  writer: Writer,
  items: readonly ClientQuotaRecordEntity[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeClientQuotaRecordEntity(writer, items[index]!, version)
}

export const clientQuotaRecordSchema: RecordSchema<ClientQuotaRecord> = {
  name: 'ClientQuotaRecord',
  type: 14,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: 0,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('ClientQuotaRecord', version, '0')
      return decodeClientQuotaRecord(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('ClientQuotaRecord', version, '0')
      encodeClientQuotaRecord(writer, message, version)
    },
  },
}
