import type { Api } from '../api.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface AlterClientQuotasRequest {
  entries: AlterClientQuotasRequestEntry[]
  validateOnly: boolean
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface AlterClientQuotasRequestEntry {
  entity: AlterClientQuotasRequestEntryEntity[]
  ops: AlterClientQuotasRequestEntryOp[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface AlterClientQuotasRequestEntryOp {
  key: string
  value: number
  remove: boolean
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface AlterClientQuotasRequestEntryEntity {
  entityType: string
  entityName: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function alterClientQuotasRequest(
  init: Partial<AlterClientQuotasRequest> = {},
): AlterClientQuotasRequest {
  return {
    entries: init.entries ?? [],
    validateOnly: init.validateOnly ?? false,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function alterClientQuotasRequestEntry(
  init: Partial<AlterClientQuotasRequestEntry> = {},
): AlterClientQuotasRequestEntry {
  return {
    entity: init.entity ?? [],
    ops: init.ops ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function alterClientQuotasRequestEntryOp(
  init: Partial<AlterClientQuotasRequestEntryOp> = {},
): AlterClientQuotasRequestEntryOp {
  return {
    key: init.key ?? '',
    value: init.value ?? 0,
    remove: init.remove ?? false,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function alterClientQuotasRequestEntryEntity(
  init: Partial<AlterClientQuotasRequestEntryEntity> = {},
): AlterClientQuotasRequestEntryEntity {
  return {
    entityType: init.entityType ?? '',
    entityName: init.entityName === undefined ? '' : init.entityName,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeAlterClientQuotasRequest(reader: Reader, version: number): AlterClientQuotasRequest {
  const entriesCount = version >= 1 ? reader.compactArray(3) : reader.array(8)
  const entries = decodeAlterClientQuotasRequestEntryArray(reader, version, entriesCount)
  const validateOnly = reader.bool()
  const unknownTaggedFields = version >= 1 ? reader.unknownTags() : null
  return { entries, validateOnly, unknownTaggedFields }
}

function decodeAlterClientQuotasRequestEntry(
  reader: Reader,
  version: number,
): AlterClientQuotasRequestEntry {
  const entityCount = version >= 1 ? reader.compactArray(3) : reader.array(4)
  const entity = decodeAlterClientQuotasRequestEntryEntityArray(reader, version, entityCount)
  const opsCount = version >= 1 ? reader.compactArray(11) : reader.array(11)
  const ops = decodeAlterClientQuotasRequestEntryOpArray(reader, version, opsCount)
  const unknownTaggedFields = version >= 1 ? reader.unknownTags() : null
  return { entity, ops, unknownTaggedFields }
}

function decodeAlterClientQuotasRequestEntryArray(
  reader: Reader,
  version: number,
  count: number,
): AlterClientQuotasRequestEntry[] {
  reader.structs(count)
  const items = new Array<AlterClientQuotasRequestEntry>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeAlterClientQuotasRequestEntry(reader, version)
  return items
}

function decodeAlterClientQuotasRequestEntryOp(
  reader: Reader,
  version: number,
): AlterClientQuotasRequestEntryOp {
  const key: string = version >= 1 ? reader.compactString() : reader.string()
  const value = reader.float64()
  const remove = reader.bool()
  const unknownTaggedFields = version >= 1 ? reader.unknownTags() : null
  return { key, value, remove, unknownTaggedFields }
}

function decodeAlterClientQuotasRequestEntryOpArray(
  reader: Reader,
  version: number,
  count: number,
): AlterClientQuotasRequestEntryOp[] {
  reader.structs(count)
  const items = new Array<AlterClientQuotasRequestEntryOp>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeAlterClientQuotasRequestEntryOp(reader, version)
  return items
}

function decodeAlterClientQuotasRequestEntryEntity(
  reader: Reader,
  version: number,
): AlterClientQuotasRequestEntryEntity {
  const entityType: string = version >= 1 ? reader.compactString() : reader.string()
  const entityName: string | null =
    version >= 1 ? reader.compactNullableString() : reader.nullableString()
  const unknownTaggedFields = version >= 1 ? reader.unknownTags() : null
  return { entityType, entityName, unknownTaggedFields }
}

function decodeAlterClientQuotasRequestEntryEntityArray(
  reader: Reader,
  version: number,
  count: number,
): AlterClientQuotasRequestEntryEntity[] {
  reader.structs(count)
  const items = new Array<AlterClientQuotasRequestEntryEntity>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeAlterClientQuotasRequestEntryEntity(reader, version)
  return items
}

function encodeAlterClientQuotasRequest(
  writer: Writer,
  message: AlterClientQuotasRequest,
  version: number,
): void {
  if (version >= 1) {
    writer.compactArray(message.entries.length)
    encodeAlterClientQuotasRequestEntryArray(writer, message.entries, version)
  } else {
    writer.array(message.entries.length)
    encodeAlterClientQuotasRequestEntryArray(writer, message.entries, version)
  }
  writer.bool(message.validateOnly)
  if (version >= 1) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('AlterClientQuotasRequest', 'unknownTaggedFields', version)
  }
}

function encodeAlterClientQuotasRequestEntry(
  writer: Writer,
  message: AlterClientQuotasRequestEntry,
  version: number,
): void {
  if (version >= 1) {
    writer.compactArray(message.entity.length)
    encodeAlterClientQuotasRequestEntryEntityArray(writer, message.entity, version)
  } else {
    writer.array(message.entity.length)
    encodeAlterClientQuotasRequestEntryEntityArray(writer, message.entity, version)
  }
  if (version >= 1) {
    writer.compactArray(message.ops.length)
    encodeAlterClientQuotasRequestEntryOpArray(writer, message.ops, version)
  } else {
    writer.array(message.ops.length)
    encodeAlterClientQuotasRequestEntryOpArray(writer, message.ops, version)
  }
  if (version >= 1) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('AlterClientQuotasRequestEntry', 'unknownTaggedFields', version)
  }
}

function encodeAlterClientQuotasRequestEntryArray(
  writer: Writer,
  items: readonly AlterClientQuotasRequestEntry[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeAlterClientQuotasRequestEntry(writer, items[index]!, version)
}

function encodeAlterClientQuotasRequestEntryOp(
  writer: Writer,
  message: AlterClientQuotasRequestEntryOp,
  version: number,
): void {
  if (version >= 1) {
    writer.compactString(message.key)
  } else {
    writer.string(message.key)
  }
  writer.float64(message.value)
  writer.bool(message.remove)
  if (version >= 1) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('AlterClientQuotasRequestEntryOp', 'unknownTaggedFields', version)
  }
}

function encodeAlterClientQuotasRequestEntryOpArray(
  writer: Writer,
  items: readonly AlterClientQuotasRequestEntryOp[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeAlterClientQuotasRequestEntryOp(writer, items[index]!, version)
}

function encodeAlterClientQuotasRequestEntryEntity(
  writer: Writer,
  message: AlterClientQuotasRequestEntryEntity,
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
      throwFieldAbsent('AlterClientQuotasRequestEntryEntity', 'unknownTaggedFields', version)
  }
}

function encodeAlterClientQuotasRequestEntryEntityArray(
  writer: Writer,
  items: readonly AlterClientQuotasRequestEntryEntity[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeAlterClientQuotasRequestEntryEntity(writer, items[index]!, version)
}
export interface AlterClientQuotasResponse {
  throttleTimeMs: number
  entries: AlterClientQuotasResponseEntry[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface AlterClientQuotasResponseEntry {
  errorCode: number
  errorMessage: string | null
  entity: AlterClientQuotasResponseEntryEntity[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface AlterClientQuotasResponseEntryEntity {
  entityType: string
  entityName: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function alterClientQuotasResponse(
  init: Partial<AlterClientQuotasResponse> = {},
): AlterClientQuotasResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    entries: init.entries ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function alterClientQuotasResponseEntry(
  init: Partial<AlterClientQuotasResponseEntry> = {},
): AlterClientQuotasResponseEntry {
  return {
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage === undefined ? '' : init.errorMessage,
    entity: init.entity ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function alterClientQuotasResponseEntryEntity(
  init: Partial<AlterClientQuotasResponseEntryEntity> = {},
): AlterClientQuotasResponseEntryEntity {
  return {
    entityType: init.entityType ?? '',
    entityName: init.entityName === undefined ? '' : init.entityName,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeAlterClientQuotasResponse(
  reader: Reader,
  version: number,
): AlterClientQuotasResponse {
  const throttleTimeMs = reader.int32()
  const entriesCount = version >= 1 ? reader.compactArray(5) : reader.array(8)
  const entries = decodeAlterClientQuotasResponseEntryArray(reader, version, entriesCount)
  const unknownTaggedFields = version >= 1 ? reader.unknownTags() : null
  return { throttleTimeMs, entries, unknownTaggedFields }
}

function decodeAlterClientQuotasResponseEntry(
  reader: Reader,
  version: number,
): AlterClientQuotasResponseEntry {
  const errorCode = reader.int16()
  const errorMessage: string | null =
    version >= 1 ? reader.compactNullableString() : reader.nullableString()
  const entityCount = version >= 1 ? reader.compactArray(3) : reader.array(4)
  const entity = decodeAlterClientQuotasResponseEntryEntityArray(reader, version, entityCount)
  const unknownTaggedFields = version >= 1 ? reader.unknownTags() : null
  return { errorCode, errorMessage, entity, unknownTaggedFields }
}

function decodeAlterClientQuotasResponseEntryArray(
  reader: Reader,
  version: number,
  count: number,
): AlterClientQuotasResponseEntry[] {
  reader.structs(count)
  const items = new Array<AlterClientQuotasResponseEntry>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeAlterClientQuotasResponseEntry(reader, version)
  return items
}

function decodeAlterClientQuotasResponseEntryEntity(
  reader: Reader,
  version: number,
): AlterClientQuotasResponseEntryEntity {
  const entityType: string = version >= 1 ? reader.compactString() : reader.string()
  const entityName: string | null =
    version >= 1 ? reader.compactNullableString() : reader.nullableString()
  const unknownTaggedFields = version >= 1 ? reader.unknownTags() : null
  return { entityType, entityName, unknownTaggedFields }
}

function decodeAlterClientQuotasResponseEntryEntityArray(
  reader: Reader,
  version: number,
  count: number,
): AlterClientQuotasResponseEntryEntity[] {
  reader.structs(count)
  const items = new Array<AlterClientQuotasResponseEntryEntity>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeAlterClientQuotasResponseEntryEntity(reader, version)
  return items
}

function encodeAlterClientQuotasResponse(
  writer: Writer,
  message: AlterClientQuotasResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  if (version >= 1) {
    writer.compactArray(message.entries.length)
    encodeAlterClientQuotasResponseEntryArray(writer, message.entries, version)
  } else {
    writer.array(message.entries.length)
    encodeAlterClientQuotasResponseEntryArray(writer, message.entries, version)
  }
  if (version >= 1) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('AlterClientQuotasResponse', 'unknownTaggedFields', version)
  }
}

function encodeAlterClientQuotasResponseEntry(
  writer: Writer,
  message: AlterClientQuotasResponseEntry,
  version: number,
): void {
  writer.int16(message.errorCode)
  if (version >= 1) {
    writer.compactNullableString(message.errorMessage)
  } else {
    writer.nullableString(message.errorMessage)
  }
  if (version >= 1) {
    writer.compactArray(message.entity.length)
    encodeAlterClientQuotasResponseEntryEntityArray(writer, message.entity, version)
  } else {
    writer.array(message.entity.length)
    encodeAlterClientQuotasResponseEntryEntityArray(writer, message.entity, version)
  }
  if (version >= 1) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('AlterClientQuotasResponseEntry', 'unknownTaggedFields', version)
  }
}

function encodeAlterClientQuotasResponseEntryArray(
  writer: Writer,
  items: readonly AlterClientQuotasResponseEntry[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeAlterClientQuotasResponseEntry(writer, items[index]!, version)
}

function encodeAlterClientQuotasResponseEntryEntity(
  writer: Writer,
  message: AlterClientQuotasResponseEntryEntity,
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
      throwFieldAbsent('AlterClientQuotasResponseEntryEntity', 'unknownTaggedFields', version)
  }
}

function encodeAlterClientQuotasResponseEntryEntityArray(
  writer: Writer,
  items: readonly AlterClientQuotasResponseEntryEntity[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeAlterClientQuotasResponseEntryEntity(writer, items[index]!, version)
}

export const alterClientQuotasApi: Api<AlterClientQuotasRequest, AlterClientQuotasResponse> = {
  key: 49,
  name: 'AlterClientQuotas',
  versionMin: 0,
  versionMax: 1,
  versionMaxStable: 1,
  flexibleSince: 1,
  listeners: ['broker', 'controller'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUndecodable('AlterClientQuotasRequest', version, '0-1')
      return decodeAlterClientQuotasRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUnencodable('AlterClientQuotasRequest', version, '0-1')
      encodeAlterClientQuotasRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUndecodable('AlterClientQuotasResponse', version, '0-1')
      return decodeAlterClientQuotasResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUnencodable('AlterClientQuotasResponse', version, '0-1')
      encodeAlterClientQuotasResponse(writer, message, version)
    },
  },
  requestHeaderVersion: (version) => (version >= 1 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 1 ? 1 : 0),
}
