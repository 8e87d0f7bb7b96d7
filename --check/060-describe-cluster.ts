import type { Api } from '../api.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface DescribeClusterRequest {
  includeClusterAuthorizedOperations: boolean
  endpointType: number
  includeFencedBrokers: boolean
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function describeClusterRequest(
  init: Partial<DescribeClusterRequest> = {},
): DescribeClusterRequest {
  return {
    includeClusterAuthorizedOperations: init.includeClusterAuthorizedOperations ?? false,
    endpointType: init.endpointType ?? 1,
    includeFencedBrokers: init.includeFencedBrokers ?? false,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeDescribeClusterRequest(reader: Reader, version: number): DescribeClusterRequest {
  const includeClusterAuthorizedOperations = reader.bool()
  const endpointType: number = version >= 1 ? reader.int8() : 1
  const includeFencedBrokers: boolean = version >= 2 ? reader.bool() : false
  const unknownTaggedFields = reader.unknownTags()
  return {
    includeClusterAuthorizedOperations,
    endpointType,
    includeFencedBrokers,
    unknownTaggedFields,
  }
}

function encodeDescribeClusterRequest(
  writer: Writer,
  message: DescribeClusterRequest,
  version: number,
): void {
  writer.bool(message.includeClusterAuthorizedOperations)
  if (version >= 1) {
    writer.int8(message.endpointType)
  } else {
    if (message.endpointType !== 1)
      throwFieldAbsent('DescribeClusterRequest', 'endpointType', version)
  }
  if (version >= 2) {
    writer.bool(message.includeFencedBrokers)
  } else {
    if (message.includeFencedBrokers !== false)
      throwFieldAbsent('DescribeClusterRequest', 'includeFencedBrokers', version)
  }
  writer.onlyUnknownTags(message.unknownTaggedFields)
}
export interface DescribeClusterResponse {
  throttleTimeMs: number
  errorCode: number
  errorMessage: string | null
  endpointType: number
  clusterId: string
  controllerId: number
  brokers: DescribeClusterResponseBroker[]
  clusterAuthorizedOperations: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeClusterResponseBroker {
  brokerId: number
  host: string
  port: number
  rack: string | null
  isFenced: boolean
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function describeClusterResponse(
  init: Partial<DescribeClusterResponse> = {},
): DescribeClusterResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage ?? null,
    endpointType: init.endpointType ?? 1,
    clusterId: init.clusterId ?? '',
    controllerId: init.controllerId ?? -1,
    brokers: init.brokers ?? [],
    clusterAuthorizedOperations: init.clusterAuthorizedOperations ?? -2147483648,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function describeClusterResponseBroker(
  init: Partial<DescribeClusterResponseBroker> = {},
): DescribeClusterResponseBroker {
  return {
    brokerId: init.brokerId ?? 0,
    host: init.host ?? '',
    port: init.port ?? 0,
    rack: init.rack ?? null,
    isFenced: init.isFenced ?? false,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeDescribeClusterResponse(reader: Reader, version: number): DescribeClusterResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const endpointType: number = version >= 1 ? reader.int8() : 1
  const clusterId = reader.compactString()
  const controllerId = reader.int32()
  const brokersCount = reader.compactArray(11)
  const brokers = decodeDescribeClusterResponseBrokerArray(reader, version, brokersCount)
  const clusterAuthorizedOperations = reader.int32()
  const unknownTaggedFields = reader.unknownTags()
  return {
    throttleTimeMs,
    errorCode,
    errorMessage,
    endpointType,
    clusterId,
    controllerId,
    brokers,
    clusterAuthorizedOperations,
    unknownTaggedFields,
  }
}

function decodeDescribeClusterResponseBroker(
  reader: Reader,
  version: number,
): DescribeClusterResponseBroker {
  const brokerId = reader.int32()
  const host = reader.compactString()
  const port = reader.int32()
  const rack = reader.compactNullableString()
  const isFenced: boolean = version >= 2 ? reader.bool() : false
  const unknownTaggedFields = reader.unknownTags()
  return { brokerId, host, port, rack, isFenced, unknownTaggedFields }
}

function decodeDescribeClusterResponseBrokerArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeClusterResponseBroker[] {
  reader.structs(count)
  const items = new Array<DescribeClusterResponseBroker>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeClusterResponseBroker(reader, version)
  return items
}

function encodeDescribeClusterResponse(
  writer: Writer,
  message: DescribeClusterResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  writer.int16(message.errorCode)
  writer.compactNullableString(message.errorMessage)
  if (version >= 1) {
    writer.int8(message.endpointType)
  } else {
    if (message.endpointType !== 1)
      throwFieldAbsent('DescribeClusterResponse', 'endpointType', version)
  }
  writer.compactString(message.clusterId)
  writer.int32(message.controllerId)
  writer.compactArray(message.brokers.length)
  encodeDescribeClusterResponseBrokerArray(writer, message.brokers, version)
  writer.int32(message.clusterAuthorizedOperations)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDescribeClusterResponseBroker(
  writer: Writer,
  message: DescribeClusterResponseBroker,
  version: number,
): void {
  writer.int32(message.brokerId)
  writer.compactString(message.host)
  writer.int32(message.port)
  writer.compactNullableString(message.rack)
  if (version >= 2) {
    writer.bool(message.isFenced)
  } else {
    if (message.isFenced !== false)
      throwFieldAbsent('DescribeClusterResponseBroker', 'isFenced', version)
  }
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDescribeClusterResponseBrokerArray(
  writer: Writer,
  items: readonly DescribeClusterResponseBroker[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeClusterResponseBroker(writer, items[index]!, version)
}

export const describeClusterApi: Api<DescribeClusterRequest, DescribeClusterResponse> = {
  key: 60,
  name: 'DescribeCluster',
  versionMin: 0,
  versionMax: 2,
  versionMaxStable: 2,
  flexibleSince: 0,
  listeners: ['broker', 'controller'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUndecodable('DescribeClusterRequest', version, '0-2')
      return decodeDescribeClusterRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUnencodable('DescribeClusterRequest', version, '0-2')
      encodeDescribeClusterRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUndecodable('DescribeClusterResponse', version, '0-2')
      return decodeDescribeClusterResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUnencodable('DescribeClusterResponse', version, '0-2')
      encodeDescribeClusterResponse(writer, message, version)
    },
  },
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
