import type { Api } from '../api.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface DescribeClientQuotasRequest {
  components: DescribeClientQuotasRequestComponent[]
  strict: boolean
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeClientQuotasRequestComponent {
  entityType: string
  matchType: number
  match: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function describeClientQuotasRequest(
  init: Partial<DescribeClientQuotasRequest> = {},
): DescribeClientQuotasRequest {
  return {
    components: init.components ?? [],
    strict: init.strict ?? false,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function describeClientQuotasRequestComponent(
  init: Partial<DescribeClientQuotasRequestComponent> = {},
): DescribeClientQuotasRequestComponent {
  return {
    entityType: init.entityType ?? '',
    matchType: init.matchType ?? 0,
    match: init.match === undefined ? '' : init.match,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeDescribeClientQuotasRequest(
  reader: Reader,
  version: number,
): DescribeClientQuotasRequest {
  const componentsCount = version >= 1 ? reader.compactArray(4) : reader.array(5)
  const components = decodeDescribeClientQuotasRequestComponentArray(
    reader,
    version,
    componentsCount,
  )
  const strict = reader.bool()
  const unknownTaggedFields = version >= 1 ? reader.unknownTags() : null
  return { components, strict, unknownTaggedFields }
}

function decodeDescribeClientQuotasRequestComponent(
  reader: Reader,
  version: number,
): DescribeClientQuotasRequestComponent {
  const entityType: string = version >= 1 ? reader.compactString() : reader.string()
  const matchType = reader.int8()
  const match: string | null =
    version >= 1 ? reader.compactNullableString() : reader.nullableString()
  const unknownTaggedFields = version >= 1 ? reader.unknownTags() : null
  return { entityType, matchType, match, unknownTaggedFields }
}

function decodeDescribeClientQuotasRequestComponentArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeClientQuotasRequestComponent[] {
  reader.structs(count)
  const items = new Array<DescribeClientQuotasRequestComponent>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeClientQuotasRequestComponent(reader, version)
  return items
}

function encodeDescribeClientQuotasRequest(
  writer: Writer,
  message: DescribeClientQuotasRequest,
  version: number,
): void {
  if (version >= 1) {
    writer.compactArray(message.components.length)
    encodeDescribeClientQuotasRequestComponentArray(writer, message.components, version)
  } else {
    writer.array(message.components.length)
    encodeDescribeClientQuotasRequestComponentArray(writer, message.components, version)
  }
  writer.bool(message.strict)
  if (version >= 1) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('DescribeClientQuotasRequest', 'unknownTaggedFields', version)
  }
}

function encodeDescribeClientQuotasRequestComponent(
  writer: Writer,
  message: DescribeClientQuotasRequestComponent,
  version: number,
): void {
  if (version >= 1) {
    writer.compactString(message.entityType)
  } else {
    writer.string(message.entityType)
  }
  writer.int8(message.matchType)
  if (version >= 1) {
    writer.compactNullableString(message.match)
  } else {
    writer.nullableString(message.match)
  }
  if (version >= 1) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('DescribeClientQuotasRequestComponent', 'unknownTaggedFields', version)
  }
}

function encodeDescribeClientQuotasRequestComponentArray(
  writer: Writer,
  items: readonly DescribeClientQuotasRequestComponent[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeClientQuotasRequestComponent(writer, items[index]!, version)
}
export interface DescribeClientQuotasResponse {
  throttleTimeMs: number
  errorCode: number
  errorMessage: string | null
  entries: DescribeClientQuotasResponseEntry[] | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeClientQuotasResponseEntry {
  entity: DescribeClientQuotasResponseEntryEntity[]
  values: DescribeClientQuotasResponseEntryValue[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeClientQuotasResponseEntryValue {
  key: string
  value: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeClientQuotasResponseEntryEntity {
  entityType: string
  entityName: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function describeClientQuotasResponse(
  init: Partial<DescribeClientQuotasResponse> = {},
): DescribeClientQuotasResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage === undefined ? '' : init.errorMessage,
    entries: init.entries === undefined ? [] : init.entries,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function describeClientQuotasResponseEntry(
  init: Partial<DescribeClientQuotasResponseEntry> = {},
): DescribeClientQuotasResponseEntry {
  return {
    entity: init.entity ?? [],
    values: init.values ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function describeClientQuotasResponseEntryValue(
  init: Partial<DescribeClientQuotasResponseEntryValue> = {},
): DescribeClientQuotasResponseEntryValue {
  return {
    key: init.key ?? '',
    value: init.value ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function describeClientQuotasResponseEntryEntity(
  init: Partial<DescribeClientQuotasResponseEntryEntity> = {},
): DescribeClientQuotasResponseEntryEntity {
  return {
    entityType: init.entityType ?? '',
    entityName: init.entityName === undefined ? '' : init.entityName,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeDescribeClientQuotasResponse(
  reader: Reader,
  version: number,
): DescribeClientQuotasResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const errorMessage: string | null =
    version >= 1 ? reader.compactNullableString() : reader.nullableString()
  const entriesCount = version >= 1 ? reader.compactNullableArray(3) : reader.nullableArray(8)
  const entries =
    entriesCount < 0
      ? null
      : decodeDescribeClientQuotasResponseEntryArray(reader, version, entriesCount)
  const unknownTaggedFields = version >= 1 ? reader.unknownTags() : null
  return { throttleTimeMs, errorCode, errorMessage, entries, unknownTaggedFields }
}

function decodeDescribeClientQuotasResponseEntry(
  reader: Reader,
  version: number,
): DescribeClientQuotasResponseEntry {
  const entityCount = version >= 1 ? reader.compactArray(3) : reader.array(4)
  const entity = decodeDescribeClientQuotasResponseEntryEntityArray(reader, version, entityCount)
  const valuesCount = version >= 1 ? reader.compactArray(10) : reader.array(10)
  const values = decodeDescribeClientQuotasResponseEntryValueArray(reader, version, valuesCount)
  const unknownTaggedFields = version >= 1 ? reader.unknownTags() : null
  return { entity, values, unknownTaggedFields }
}

function decodeDescribeClientQuotasResponseEntryArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeClientQuotasResponseEntry[] {
  reader.structs(count)
  const items = new Array<DescribeClientQuotasResponseEntry>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeClientQuotasResponseEntry(reader, version)
  return items
}

function decodeDescribeClientQuotasResponseEntryValue(
  reader: Reader,
  version: number,
): DescribeClientQuotasResponseEntryValue {
  const key: string = version >= 1 ? reader.compactString() : reader.string()
  const value = reader.float64()
  const unknownTaggedFields = version >= 1 ? reader.unknownTags() : null
  return { key, value, unknownTaggedFields }
}

function decodeDescribeClientQuotasResponseEntryValueArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeClientQuotasResponseEntryValue[] {
  reader.structs(count)
  const items = new Array<DescribeClientQuotasResponseEntryValue>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeClientQuotasResponseEntryValue(reader, version)
  return items
}

function decodeDescribeClientQuotasResponseEntryEntity(
  reader: Reader,
  version: number,
): DescribeClientQuotasResponseEntryEntity {
  const entityType: string = version >= 1 ? reader.compactString() : reader.string()
  const entityName: string | null =
    version >= 1 ? reader.compactNullableString() : reader.nullableString()
  const unknownTaggedFields = version >= 1 ? reader.unknownTags() : null
  return { entityType, entityName, unknownTaggedFields }
}

function decodeDescribeClientQuotasResponseEntryEntityArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeClientQuotasResponseEntryEntity[] {
  reader.structs(count)
  const items = new Array<DescribeClientQuotasResponseEntryEntity>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeClientQuotasResponseEntryEntity(reader, version)
  return items
}

function encodeDescribeClientQuotasResponse(
  writer: Writer,
  message: DescribeClientQuotasResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  writer.int16(message.errorCode)
  if (version >= 1) {
    writer.compactNullableString(message.errorMessage)
  } else {
    writer.nullableString(message.errorMessage)
  }
  if (version >= 1) {
    if (message.entries === null) writer.compactArray(-1)
    else {
      writer.compactArray(message.entries.length)
      encodeDescribeClientQuotasResponseEntryArray(writer, message.entries, version)
    }
  } else {
    if (message.entries === null) writer.array(-1)
    else {
      writer.array(message.entries.length)
      encodeDescribeClientQuotasResponseEntryArray(writer, message.entries, version)
    }
  }
  if (version >= 1) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('DescribeClientQuotasResponse', 'unknownTaggedFields', version)
  }
}

function encodeDescribeClientQuotasResponseEntry(
  writer: Writer,
  message: DescribeClientQuotasResponseEntry,
  version: number,
): void {
  if (version >= 1) {
    writer.compactArray(message.entity.length)
    encodeDescribeClientQuotasResponseEntryEntityArray(writer, message.entity, version)
  } else {
    writer.array(message.entity.length)
    encodeDescribeClientQuotasResponseEntryEntityArray(writer, message.entity, version)
  }
  if (version >= 1) {
    writer.compactArray(message.values.length)
    encodeDescribeClientQuotasResponseEntryValueArray(writer, message.values, version)
  } else {
    writer.array(message.values.length)
    encodeDescribeClientQuotasResponseEntryValueArray(writer, message.values, version)
  }
  if (version >= 1) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('DescribeClientQuotasResponseEntry', 'unknownTaggedFields', version)
  }
}

function encodeDescribeClientQuotasResponseEntryArray(
  writer: Writer,
  items: readonly DescribeClientQuotasResponseEntry[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeClientQuotasResponseEntry(writer, items[index]!, version)
}

function encodeDescribeClientQuotasResponseEntryValue(
  writer: Writer,
  message: DescribeClientQuotasResponseEntryValue,
  version: number,
): void {
  if (version >= 1) {
    writer.compactString(message.key)
  } else {
    writer.string(message.key)
  }
  writer.float64(message.value)
  if (version >= 1) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('DescribeClientQuotasResponseEntryValue', 'unknownTaggedFields', version)
  }
}

function encodeDescribeClientQuotasResponseEntryValueArray(
  writer: Writer,
  items: readonly DescribeClientQuotasResponseEntryValue[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeClientQuotasResponseEntryValue(writer, items[index]!, version)
}

function encodeDescribeClientQuotasResponseEntryEntity(
  writer: Writer,
  message: DescribeClientQuotasResponseEntryEntity,
  version: number,
): void {
  if (version >= 1) {
    writer.compactString(message.entityType)
  } else {
    writer.string(message.entityType)
  }
  if (version >= 1) {
    writer.compactNullableString(message.entityName)
  } else {
    writer.nullableString(message.entityName)
  }
  if (version >= 1) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('DescribeClientQuotasResponseEntryEntity', 'unknownTaggedFields', version)
  }
}

function encodeDescribeClientQuotasResponseEntryEntityArray(
  writer: Writer,
  items: readonly DescribeClientQuotasResponseEntryEntity[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeClientQuotasResponseEntryEntity(writer, items[index]!, version)
}

export const describeClientQuotasApi: Api<
  DescribeClientQuotasRequest,
  DescribeClientQuotasResponse
> = {
  key: 48,
  name: 'DescribeClientQuotas',
  versionMin: 0,
  versionMax: 1,
  versionMaxStable: 1,
  flexibleSince: 1,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUndecodable('DescribeClientQuotasRequest', version, '0-1')
      return decodeDescribeClientQuotasRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUnencodable('DescribeClientQuotasRequest', version, '0-1')
      encodeDescribeClientQuotasRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUndecodable('DescribeClientQuotasResponse', version, '0-1')
      return decodeDescribeClientQuotasResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUnencodable('DescribeClientQuotasResponse', version, '0-1')
      encodeDescribeClientQuotasResponse(writer, message, version)
    },
  },
  requestHeaderVersion: (version) => (version >= 1 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 1 ? 1 : 0),
}
