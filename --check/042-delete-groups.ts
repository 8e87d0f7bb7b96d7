import type { Api } from '../api.ts'
import {
  readStrings,
  writeStrings,
  readCompactStrings,
  writeCompactStrings,
} from '../codec/arrays.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface DeleteGroupsRequest {
  groupsNames: string[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function deleteGroupsRequest(init: Partial<DeleteGroupsRequest> = {}): DeleteGroupsRequest {
  return {
    groupsNames: init.groupsNames ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeDeleteGroupsRequest(reader: Reader, version: number): DeleteGroupsRequest {
  const groupsNamesCount = version >= 2 ? reader.compactArray(1) : reader.array(2)
  const groupsNames =
    version >= 2
      ? readCompactStrings(reader, groupsNamesCount)
      : readStrings(reader, groupsNamesCount)
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { groupsNames, unknownTaggedFields }
}

function encodeDeleteGroupsRequest(
  writer: Writer,
  message: DeleteGroupsRequest,
  version: number,
): void {
  if (version >= 2) {
    writer.compactArray(message.groupsNames.length)
    writeCompactStrings(writer, message.groupsNames)
  } else {
    writer.array(message.groupsNames.length)
    writeStrings(writer, message.groupsNames)
  }
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('DeleteGroupsRequest', 'unknownTaggedFields', version)
  }
}
export interface DeleteGroupsResponse {
  throttleTimeMs: number
  results: DeleteGroupsResponseResult[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DeleteGroupsResponseResult {
  groupId: string
  errorCode: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function deleteGroupsResponse(
  init: Partial<DeleteGroupsResponse> = {},
): DeleteGroupsResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    results: init.results ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function deleteGroupsResponseResult(
  init: Partial<DeleteGroupsResponseResult> = {},
): DeleteGroupsResponseResult {
  return {
    groupId: init.groupId ?? '',
    errorCode: init.errorCode ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeDeleteGroupsResponse(reader: Reader, version: number): DeleteGroupsResponse {
  const throttleTimeMs = reader.int32()
  const resultsCount = version >= 2 ? reader.compactArray(4) : reader.array(4)
  const results = decodeDeleteGroupsResponseResultArray(reader, version, resultsCount)
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { throttleTimeMs, results, unknownTaggedFields }
}

function decodeDeleteGroupsResponseResult(
  reader: Reader,
  version: number,
): DeleteGroupsResponseResult {
  const groupId: string = version >= 2 ? reader.compactString() : reader.string()
  const errorCode = reader.int16()
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { groupId, errorCode, unknownTaggedFields }
}

function decodeDeleteGroupsResponseResultArray(
  reader: Reader,
  version: number,
  count: number,
): DeleteGroupsResponseResult[] {
  reader.structs(count)
  const items = new Array<DeleteGroupsResponseResult>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDeleteGroupsResponseResult(reader, version)
  return items
}

function encodeDeleteGroupsResponse(
  writer: Writer,
  message: DeleteGroupsResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  if (version >= 2) {
    writer.compactArray(message.results.length)
    encodeDeleteGroupsResponseResultArray(writer, message.results, version)
  } else {
    writer.array(message.results.length)
    encodeDeleteGroupsResponseResultArray(writer, message.results, version)
  }
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('DeleteGroupsResponse', 'unknownTaggedFields', version)
  }
}

function encodeDeleteGroupsResponseResult(
  writer: Writer,
  message: DeleteGroupsResponseResult,
  version: number,
): void {
  if (version >= 2) {
    writer.compactString(message.groupId)
  } else {
    writer.string(message.groupId)
  }
  writer.int16(message.errorCode)
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('DeleteGroupsResponseResult', 'unknownTaggedFields', version)
  }
}

function encodeDeleteGroupsResponseResultArray(
  writer: Writer,
  items: readonly DeleteGroupsResponseResult[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDeleteGroupsResponseResult(writer, items[index]!, version)
}

export const deleteGroupsApi: Api<DeleteGroupsRequest, DeleteGroupsResponse> = {
  key: 42,
  name: 'DeleteGroups',
  versionMin: 0,
  versionMax: 2,
  versionMaxStable: 2,
  flexibleSince: 2,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUndecodable('DeleteGroupsRequest', version, '0-2')
      return decodeDeleteGroupsRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUnencodable('DeleteGroupsRequest', version, '0-2')
      encodeDeleteGroupsRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUndecodable('DeleteGroupsResponse', version, '0-2')
      return decodeDeleteGroupsResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUnencodable('DeleteGroupsResponse', version, '0-2')
      encodeDeleteGroupsResponse(writer, message, version)
    },
  },
  requestHeaderVersion: (version) => (version >= 2 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 2 ? 1 : 0),
}
