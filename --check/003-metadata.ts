import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { Api } from '../api.ts'
import { readInt32s, writeInt32s } from '../codec/arrays.ts'
import {
  throwFieldAbsent,
  throwFieldNull,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface MetadataRequest {
  topics: MetadataRequestTopic[] | null
  allowAutoTopicCreation: boolean
  includeClusterAuthorizedOperations: boolean
  includeTopicAuthorizedOperations: boolean
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface MetadataRequestTopic {
  topicId: Uuid
  name: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function metadataRequest(init: Partial<MetadataRequest> = {}): MetadataRequest {
  return {
    topics: init.topics === undefined ? [] : init.topics,
    allowAutoTopicCreation: init.allowAutoTopicCreation ?? true,
    includeClusterAuthorizedOperations: init.includeClusterAuthorizedOperations ?? false,
    includeTopicAuthorizedOperations: init.includeTopicAuthorizedOperations ?? false,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function metadataRequestTopic(
  init: Partial<MetadataRequestTopic> = {},
): MetadataRequestTopic {
  return {
    topicId: init.topicId ?? ZERO_UUID,
    name: init.name === undefined ? '' : init.name,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeMetadataRequest(reader: Reader, version: number): MetadataRequest {
  const topicsCount =
    version >= 9
      ? reader.compactNullableArray(2)
      : version >= 1
        ? reader.nullableArray(2)
        : reader.array(2)
  const topics =
    topicsCount < 0 ? null : decodeMetadataRequestTopicArray(reader, version, topicsCount)
  const allowAutoTopicCreation: boolean = version >= 4 ? reader.bool() : true
  const includeClusterAuthorizedOperations: boolean =
    version >= 11 ? false : version >= 8 ? reader.bool() : false
  const includeTopicAuthorizedOperations: boolean = version >= 8 ? reader.bool() : false
  const unknownTaggedFields = version >= 9 ? reader.unknownTags() : null
  return {
    topics,
    allowAutoTopicCreation,
    includeClusterAuthorizedOperations,
    includeTopicAuthorizedOperations,
    unknownTaggedFields,
  }
}

function decodeMetadataRequestTopic(reader: Reader, version: number): MetadataRequestTopic {
  const topicId: Uuid = version >= 10 ? reader.uuid() : ZERO_UUID
  const name: string | null =
    version >= 10
      ? reader.compactNullableString()
      : version >= 9
        ? reader.compactString()
        : reader.string()
  const unknownTaggedFields = version >= 9 ? reader.unknownTags() : null
  return { topicId, name, unknownTaggedFields }
}

function decodeMetadataRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): MetadataRequestTopic[] {
  reader.structs(count)
  const items = new Array<MetadataRequestTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeMetadataRequestTopic(reader, version)
  return items
}

function encodeMetadataRequest(writer: Writer, message: MetadataRequest, version: number): void {
  if (version >= 9) {
    if (message.topics === null) writer.compactArray(-1)
    else {
      writer.compactArray(message.topics.length)
      encodeMetadataRequestTopicArray(writer, message.topics, version)
    }
  } else {
    if (version >= 1) {
      if (message.topics === null) writer.array(-1)
      else {
        writer.array(message.topics.length)
        encodeMetadataRequestTopicArray(writer, message.topics, version)
      }
    } else {
      if (message.topics === null) throwFieldNull('MetadataRequest', 'topics', version)
      writer.array(message.topics.length)
      encodeMetadataRequestTopicArray(writer, message.topics, version)
    }
  }
  if (version >= 4) {
    writer.bool(message.allowAutoTopicCreation)
  } else {
    if (message.allowAutoTopicCreation !== true)
      throwFieldAbsent('MetadataRequest', 'allowAutoTopicCreation', version)
  }
  if (version >= 11) {
    if (message.includeClusterAuthorizedOperations !== false)
      throwFieldAbsent('MetadataRequest', 'includeClusterAuthorizedOperations', version)
  } else {
    if (version >= 8) {
      writer.bool(message.includeClusterAuthorizedOperations)
    } else {
      if (message.includeClusterAuthorizedOperations !== false)
        throwFieldAbsent('MetadataRequest', 'includeClusterAuthorizedOperations', version)
    }
  }
  if (version >= 8) {
    writer.bool(message.includeTopicAuthorizedOperations)
  } else {
    if (message.includeTopicAuthorizedOperations !== false)
      throwFieldAbsent('MetadataRequest', 'includeTopicAuthorizedOperations', version)
  }
  if (version >= 9) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('MetadataRequest', 'unknownTaggedFields', version)
  }
}

function encodeMetadataRequestTopic(
  writer: Writer,
  message: MetadataRequestTopic,
  version: number,
): void {
  if (version >= 10) {
    writer.uuid(message.topicId)
  }
  if (version >= 10) {
    writer.compactNullableString(message.name)
  } else {
    if (version >= 9) {
      if (message.name === null) throwFieldNull('MetadataRequestTopic', 'name', version)
      writer.compactString(message.name)
    } else {
      if (message.name === null) throwFieldNull('MetadataRequestTopic', 'name', version)
      writer.string(message.name)
    }
  }
  if (version >= 9) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('MetadataRequestTopic', 'unknownTaggedFields', version)
  }
}

function encodeMetadataRequestTopicArray(
  writer: Writer,
  items: readonly MetadataRequestTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeMetadataRequestTopic(writer, items[index]!, version)
}
export interface MetadataResponse {
  throttleTimeMs: number
  brokers: MetadataResponseBroker[]
  clusterId: string | null
  controllerId: number
  topics: MetadataResponseTopic[]
  clusterAuthorizedOperations: number
  errorCode: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface MetadataResponseTopic {
  errorCode: number
  name: string | null
  topicId: Uuid
  isInternal: boolean
  partitions: MetadataResponseTopicPartition[]
  topicAuthorizedOperations: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface MetadataResponseTopicPartition {
  errorCode: number
  partitionIndex: number
  leaderId: number
  leaderEpoch: number
  replicaNodes: number[]
  isrNodes: number[]
  offlineReplicas: number[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface MetadataResponseBroker {
  nodeId: number
  host: string
  port: number
  rack: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function metadataResponse(init: Partial<MetadataResponse> = {}): MetadataResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    brokers: init.brokers ?? [],
    clusterId: init.clusterId ?? null,
    controllerId: init.controllerId ?? -1,
    topics: init.topics ?? [],
    clusterAuthorizedOperations: init.clusterAuthorizedOperations ?? -2147483648,
    errorCode: init.errorCode ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function metadataResponseTopic(
  init: Partial<MetadataResponseTopic> = {},
): MetadataResponseTopic {
  return {
    errorCode: init.errorCode ?? 0,
    name: init.name === undefined ? '' : init.name,
    topicId: init.topicId ?? ZERO_UUID,
    isInternal: init.isInternal ?? false,
    partitions: init.partitions ?? [],
    topicAuthorizedOperations: init.topicAuthorizedOperations ?? -2147483648,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function metadataResponseTopicPartition(
  init: Partial<MetadataResponseTopicPartition> = {},
): MetadataResponseTopicPartition {
  return {
    errorCode: init.errorCode ?? 0,
    partitionIndex: init.partitionIndex ?? 0,
    leaderId: init.leaderId ?? 0,
    leaderEpoch: init.leaderEpoch ?? -1,
    replicaNodes: init.replicaNodes ?? [],
    isrNodes: init.isrNodes ?? [],
    offlineReplicas: init.offlineReplicas ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function metadataResponseBroker(
  init: Partial<MetadataResponseBroker> = {},
): MetadataResponseBroker {
  return {
    nodeId: init.nodeId ?? 0,
    host: init.host ?? '',
    port: init.port ?? 0,
    rack: init.rack ?? null,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeMetadataResponse(reader: Reader, version: number): MetadataResponse {
  const throttleTimeMs: number = version >= 3 ? reader.int32() : 0
  const brokersCount = version >= 9 ? reader.compactArray(11) : reader.array(10)
  const brokers = decodeMetadataResponseBrokerArray(reader, version, brokersCount)
  const clusterId: string | null =
    version >= 9 ? reader.compactNullableString() : version >= 2 ? reader.nullableString() : null
  const controllerId: number = version >= 1 ? reader.int32() : -1
  const topicsCount = version >= 9 ? reader.compactArray(10) : reader.array(8)
  const topics = decodeMetadataResponseTopicArray(reader, version, topicsCount)
  const clusterAuthorizedOperations: number =
    version >= 11 ? -2147483648 : version >= 8 ? reader.int32() : -2147483648
  const errorCode: number = version >= 13 ? reader.int16() : 0
  const unknownTaggedFields = version >= 9 ? reader.unknownTags() : null
  return {
    throttleTimeMs,
    brokers,
    clusterId,
    controllerId,
    topics,
    clusterAuthorizedOperations,
    errorCode,
    unknownTaggedFields,
  }
}

function decodeMetadataResponseTopic(reader: Reader, version: number): MetadataResponseTopic {
  const errorCode = reader.int16()
  const name: string | null =
    version >= 12
      ? reader.compactNullableString()
      : version >= 9
        ? reader.compactString()
        : reader.string()
  const topicId: Uuid = version >= 10 ? reader.uuid() : ZERO_UUID
  const isInternal: boolean = version >= 1 ? reader.bool() : false
  const partitionsCount = version >= 9 ? reader.compactArray(18) : reader.array(18)
  const partitions = decodeMetadataResponseTopicPartitionArray(reader, version, partitionsCount)
  const topicAuthorizedOperations: number = version >= 8 ? reader.int32() : -2147483648
  const unknownTaggedFields = version >= 9 ? reader.unknownTags() : null
  return {
    errorCode,
    name,
    topicId,
    isInternal,
    partitions,
    topicAuthorizedOperations,
    unknownTaggedFields,
  }
}

function decodeMetadataResponseTopicArray(
  reader: Reader,
  version: number,
  count: number,
): MetadataResponseTopic[] {
  reader.structs(count)
  const items = new Array<MetadataResponseTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeMetadataResponseTopic(reader, version)
  return items
}

function decodeMetadataResponseTopicPartition(
  reader: Reader,
  version: number,
): MetadataResponseTopicPartition {
  const errorCode = reader.int16()
  const partitionIndex = reader.int32()
  const leaderId = reader.int32()
  const leaderEpoch: number = version >= 7 ? reader.int32() : -1
  const replicaNodesCount = version >= 9 ? reader.compactArray(4) : reader.array(4)
  const replicaNodes = readInt32s(reader, replicaNodesCount)
  const isrNodesCount = version >= 9 ? reader.compactArray(4) : reader.array(4)
  const isrNodes = readInt32s(reader, isrNodesCount)
  const offlineReplicasCount =
    version >= 9 ? reader.compactArray(4) : version >= 5 ? reader.array(4) : 0
  const offlineReplicas = readInt32s(reader, offlineReplicasCount)
  const unknownTaggedFields = version >= 9 ? reader.unknownTags() : null
  return {
    errorCode,
    partitionIndex,
    leaderId,
    leaderEpoch,
    replicaNodes,
    isrNodes,
    offlineReplicas,
    unknownTaggedFields,
  }
}

function decodeMetadataResponseTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): MetadataResponseTopicPartition[] {
  reader.structs(count)
  const items = new Array<MetadataResponseTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeMetadataResponseTopicPartition(reader, version)
  return items
}

function decodeMetadataResponseBroker(reader: Reader, version: number): MetadataResponseBroker {
  const nodeId = reader.int32()
  const host: string = version >= 9 ? reader.compactString() : reader.string()
  const port = reader.int32()
  const rack: string | null =
    version >= 9 ? reader.compactNullableString() : version >= 1 ? reader.nullableString() : null
  const unknownTaggedFields = version >= 9 ? reader.unknownTags() : null
  return { nodeId, host, port, rack, unknownTaggedFields }
}

function decodeMetadataResponseBrokerArray(
  reader: Reader,
  version: number,
  count: number,
): MetadataResponseBroker[] {
  reader.structs(count)
  const items = new Array<MetadataResponseBroker>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeMetadataResponseBroker(reader, version)
  return items
}

function encodeMetadataResponse(writer: Writer, message: MetadataResponse, version: number): void {
  if (version >= 3) {
    writer.int32(message.throttleTimeMs)
  }
  if (version >= 9) {
    writer.compactArray(message.brokers.length)
    encodeMetadataResponseBrokerArray(writer, message.brokers, version)
  } else {
    writer.array(message.brokers.length)
    encodeMetadataResponseBrokerArray(writer, message.brokers, version)
  }
  if (version >= 9) {
    writer.compactNullableString(message.clusterId)
  } else {
    if (version >= 2) {
      writer.nullableString(message.clusterId)
    }
  }
  if (version >= 1) {
    writer.int32(message.controllerId)
  }
  if (version >= 9) {
    writer.compactArray(message.topics.length)
    encodeMetadataResponseTopicArray(writer, message.topics, version)
  } else {
    writer.array(message.topics.length)
    encodeMetadataResponseTopicArray(writer, message.topics, version)
  }
  if (version >= 11) {
    if (message.clusterAuthorizedOperations !== -2147483648)
      throwFieldAbsent('MetadataResponse', 'clusterAuthorizedOperations', version)
  } else {
    if (version >= 8) {
      writer.int32(message.clusterAuthorizedOperations)
    } else {
      if (message.clusterAuthorizedOperations !== -2147483648)
        throwFieldAbsent('MetadataResponse', 'clusterAuthorizedOperations', version)
    }
  }
  if (version >= 13) {
    writer.int16(message.errorCode)
  }
  if (version >= 9) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('MetadataResponse', 'unknownTaggedFields', version)
  }
}

function encodeMetadataResponseTopic(
  writer: Writer,
  message: MetadataResponseTopic,
  version: number,
): void {
  writer.int16(message.errorCode)
  if (version >= 12) {
    writer.compactNullableString(message.name)
  } else {
    if (version >= 9) {
      if (message.name === null) throwFieldNull('MetadataResponseTopic', 'name', version)
      writer.compactString(message.name)
    } else {
      if (message.name === null) throwFieldNull('MetadataResponseTopic', 'name', version)
      writer.string(message.name)
    }
  }
  if (version >= 10) {
    writer.uuid(message.topicId)
  }
  if (version >= 1) {
    writer.bool(message.isInternal)
  }
  if (version >= 9) {
    writer.compactArray(message.partitions.length)
    encodeMetadataResponseTopicPartitionArray(writer, message.partitions, version)
  } else {
    writer.array(message.partitions.length)
    encodeMetadataResponseTopicPartitionArray(writer, message.partitions, version)
  }
  if (version >= 8) {
    writer.int32(message.topicAuthorizedOperations)
  } else {
    if (message.topicAuthorizedOperations !== -2147483648)
      throwFieldAbsent('MetadataResponseTopic', 'topicAuthorizedOperations', version)
  }
  if (version >= 9) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('MetadataResponseTopic', 'unknownTaggedFields', version)
  }
}

function encodeMetadataResponseTopicArray(
  writer: Writer,
  items: readonly MetadataResponseTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeMetadataResponseTopic(writer, items[index]!, version)
}

function encodeMetadataResponseTopicPartition(
  writer: Writer,
  message: MetadataResponseTopicPartition,
  version: number,
): void {
  writer.int16(message.errorCode)
  writer.int32(message.partitionIndex)
  writer.int32(message.leaderId)
  if (version >= 7) {
    writer.int32(message.leaderEpoch)
  }
  if (version >= 9) {
    writer.compactArray(message.replicaNodes.length)
    writeInt32s(writer, message.replicaNodes)
  } else {
    writer.array(message.replicaNodes.length)
    writeInt32s(writer, message.replicaNodes)
  }
  if (version >= 9) {
    writer.compactArray(message.isrNodes.length)
    writeInt32s(writer, message.isrNodes)
  } else {
    writer.array(message.isrNodes.length)
    writeInt32s(writer, message.isrNodes)
  }
  if (version >= 9) {
    writer.compactArray(message.offlineReplicas.length)
    writeInt32s(writer, message.offlineReplicas)
  } else {
    if (version >= 5) {
      writer.array(message.offlineReplicas.length)
      writeInt32s(writer, message.offlineReplicas)
    }
  }
  if (version >= 9) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('MetadataResponseTopicPartition', 'unknownTaggedFields', version)
  }
}

function encodeMetadataResponseTopicPartitionArray(
  writer: Writer,
  items: readonly MetadataResponseTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeMetadataResponseTopicPartition(writer, items[index]!, version)
}

function encodeMetadataResponseBroker(
  writer: Writer,
  message: MetadataResponseBroker,
  version: number,
): void {
  writer.int32(message.nodeId)
  if (version >= 9) {
    writer.compactString(message.host)
  } else {
    writer.string(message.host)
  }
  writer.int32(message.port)
  if (version >= 9) {
    writer.compactNullableString(message.rack)
  } else {
    if (version >= 1) {
      writer.nullableString(message.rack)
    }
  }
  if (version >= 9) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('MetadataResponseBroker', 'unknownTaggedFields', version)
  }
}

function encodeMetadataResponseBrokerArray(
  writer: Writer,
  items: readonly MetadataResponseBroker[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeMetadataResponseBroker(writer, items[index]!, version)
}

export const metadataApi: Api<MetadataRequest, MetadataResponse> = {
  key: 3,
  name: 'Metadata',
  versionMin: 0,
  versionMax: 13,
  versionMaxStable: 13,
  flexibleSince: 9,
  listeners: ['broker'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 13))
        throwVersionUndecodable('MetadataRequest', version, '0-13')
      return decodeMetadataRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 13))
        throwVersionUnencodable('MetadataRequest', version, '0-13')
      encodeMetadataRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 13))
        throwVersionUndecodable('MetadataResponse', version, '0-13')
      return decodeMetadataResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 13))
        throwVersionUnencodable('MetadataResponse', version, '0-13')
      encodeMetadataResponse(writer, message, version)
    },
  },
  requestHeaderVersion: (version) => (version >= 9 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 9 ? 1 : 0),
}
