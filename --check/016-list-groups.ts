import type { Api } from '../api.ts'
import { readStrings, readCompactStrings, writeCompactStrings } from '../codec/arrays.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface ListGroupsRequest {
  statesFilter: string[]
  typesFilter: string[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function listGroupsRequest(init: Partial<ListGroupsRequest> = {}): ListGroupsRequest {
  return {
    statesFilter: init.statesFilter ?? [],
    typesFilter: init.typesFilter ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeListGroupsRequest(reader: Reader, version: number): ListGroupsRequest {
  const statesFilterCount = version >= 4 ? reader.compactArray(1) : 0
  const statesFilter =
    version >= 3
      ? readCompactStrings(reader, statesFilterCount)
      : readStrings(reader, statesFilterCount)
  const typesFilterCount = version >= 5 ? reader.compactArray(1) : 0
  const typesFilter =
    version >= 3
      ? readCompactStrings(reader, typesFilterCount)
      : readStrings(reader, typesFilterCount)
  const unknownTaggedFields = version >= 3 ? reader.unknownTags() : null
  return { statesFilter, typesFilter, unknownTaggedFields }
}

function encodeListGroupsRequest(
  writer: Writer,
  message: ListGroupsRequest,
  version: number,
): void {
  if (version >= 4) {
    writer.compactArray(message.statesFilter.length)
    writeCompactStrings(writer, message.statesFilter)
  } else {
    if (message.statesFilter.length !== 0)
      throwFieldAbsent('ListGroupsRequest', 'statesFilter', version)
  }
  if (version >= 5) {
    writer.compactArray(message.typesFilter.length)
    writeCompactStrings(writer, message.typesFilter)
  } else {
    if (message.typesFilter.length !== 0)
      throwFieldAbsent('ListGroupsRequest', 'typesFilter', version)
  }
  if (version >= 3) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('ListGroupsRequest', 'unknownTaggedFields', version)
  }
}
export interface ListGroupsResponse {
  throttleTimeMs: number
  errorCode: number
  groups: ListGroupsResponseGroup[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ListGroupsResponseGroup {
  groupId: string
  protocolType: string
  groupState: string
  groupType: string
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function listGroupsResponse(init: Partial<ListGroupsResponse> = {}): ListGroupsResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    errorCode: init.errorCode ?? 0,
    groups: init.groups ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function listGroupsResponseGroup(
  init: Partial<ListGroupsResponseGroup> = {},
): ListGroupsResponseGroup {
  return {
    groupId: init.groupId ?? '',
    protocolType: init.protocolType ?? '',
    groupState: init.groupState ?? '',
    groupType: init.groupType ?? '',
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeListGroupsResponse(reader: Reader, version: number): ListGroupsResponse {
  const throttleTimeMs: number = version >= 1 ? reader.int32() : 0
  const errorCode = reader.int16()
  const groupsCount = version >= 3 ? reader.compactArray(3) : reader.array(4)
  const groups = decodeListGroupsResponseGroupArray(reader, version, groupsCount)
  const unknownTaggedFields = version >= 3 ? reader.unknownTags() : null
  return { throttleTimeMs, errorCode, groups, unknownTaggedFields }
}

function decodeListGroupsResponseGroup(reader: Reader, version: number): ListGroupsResponseGroup {
  const groupId: string = version >= 3 ? reader.compactString() : reader.string()
  const protocolType: string = version >= 3 ? reader.compactString() : reader.string()
  const groupState: string = version >= 4 ? reader.compactString() : ''
  const groupType: string = version >= 5 ? reader.compactString() : ''
  const unknownTaggedFields = version >= 3 ? reader.unknownTags() : null
  return { groupId, protocolType, groupState, groupType, unknownTaggedFields }
}

function decodeListGroupsResponseGroupArray(
  reader: Reader,
  version: number,
  count: number,
): ListGroupsResponseGroup[] {
  reader.structs(count)
  const items = new Array<ListGroupsResponseGroup>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeListGroupsResponseGroup(reader, version)
  return items
}

function encodeListGroupsResponse(
  writer: Writer,
  message: ListGroupsResponse,
  version: number,
): void {
  if (version >= 1) {
    writer.int32(message.throttleTimeMs)
  }
  writer.int16(message.errorCode)
  if (version >= 3) {
    writer.compactArray(message.groups.length)
    encodeListGroupsResponseGroupArray(writer, message.groups, version)
  } else {
    writer.array(message.groups.length)
    encodeListGroupsResponseGroupArray(writer, message.groups, version)
  }
  if (version >= 3) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('ListGroupsResponse', 'unknownTaggedFields', version)
  }
}

function encodeListGroupsResponseGroup(
  writer: Writer,
  message: ListGroupsResponseGroup,
  version: number,
): void {
  if (version >= 3) {
    writer.compactString(message.groupId)
  } else {
    writer.string(message.groupId)
  }
  if (version >= 3) {
    writer.compactString(message.protocolType)
  } else {
    writer.string(message.protocolType)
  }
  if (version >= 4) {
    writer.compactString(message.groupState)
  }
  if (version >= 5) {
    writer.compactString(message.groupType)
  }
  if (version >= 3) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('ListGroupsResponseGroup', 'unknownTaggedFields', version)
  }
}

function encodeListGroupsResponseGroupArray(
  writer: Writer,
  items: readonly ListGroupsResponseGroup[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeListGroupsResponseGroup(writer, items[index]!, version)
}

export const listGroupsApi: Api<ListGroupsRequest, ListGroupsResponse> = {
  key: 16,
  name: 'ListGroups',
  versionMin: 0,
  versionMax: 5,
  versionMaxStable: 5,
  flexibleSince: 3,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 5))
        throwVersionUndecodable('ListGroupsRequest', version, '0-5')
      return decodeListGroupsRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 5))
        throwVersionUnencodable('ListGroupsRequest', version, '0-5')
      encodeListGroupsRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 5))
        throwVersionUndecodable('ListGroupsResponse', version, '0-5')
      return decodeListGroupsResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 5))
        throwVersionUnencodable('ListGroupsResponse', version, '0-5')
      encodeListGroupsResponse(writer, message, version)
    },
  },
  requestHeaderVersion: (version) => (version >= 3 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 3 ? 1 : 0),
}
