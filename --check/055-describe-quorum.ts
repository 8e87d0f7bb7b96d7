import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { Api } from '../api.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface DescribeQuorumRequest {
  topics: DescribeQuorumRequestTopic[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeQuorumRequestTopic {
  topicName: string
  partitions: DescribeQuorumRequestTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeQuorumRequestTopicPartition {
  partitionIndex: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function describeQuorumRequest(
  init: Partial<DescribeQuorumRequest> = {},
): DescribeQuorumRequest {
  return { topics: init.topics ?? [], unknownTaggedFields: init.unknownTaggedFields ?? null }
}

export function describeQuorumRequestTopic(
  init: Partial<DescribeQuorumRequestTopic> = {},
): DescribeQuorumRequestTopic {
  return {
    topicName: init.topicName ?? '',
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function describeQuorumRequestTopicPartition(
  init: Partial<DescribeQuorumRequestTopicPartition> = {},
): DescribeQuorumRequestTopicPartition {
  return {
    partitionIndex: init.partitionIndex ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeDescribeQuorumRequest(reader: Reader, version: number): DescribeQuorumRequest {
  const topicsCount = reader.compactArray(3)
  const topics = decodeDescribeQuorumRequestTopicArray(reader, version, topicsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { topics, unknownTaggedFields }
}

function decodeDescribeQuorumRequestTopic(
  reader: Reader,
  version: number,
): DescribeQuorumRequestTopic {
  const topicName = reader.compactString()
  const partitionsCount = reader.compactArray(5)
  const partitions = decodeDescribeQuorumRequestTopicPartitionArray(
    reader,
    version,
    partitionsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { topicName, partitions, unknownTaggedFields }
}

function decodeDescribeQuorumRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeQuorumRequestTopic[] {
  reader.structs(count)
  const items = new Array<DescribeQuorumRequestTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeQuorumRequestTopic(reader, version)
  return items
}

function decodeDescribeQuorumRequestTopicPartition(
  reader: Reader,
  _version: number,
): DescribeQuorumRequestTopicPartition {
  const partitionIndex = reader.int32()
  const unknownTaggedFields = reader.unknownTags()
  return { partitionIndex, unknownTaggedFields }
}

function decodeDescribeQuorumRequestTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeQuorumRequestTopicPartition[] {
  reader.structs(count)
  const items = new Array<DescribeQuorumRequestTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeQuorumRequestTopicPartition(reader, version)
  return items
}

function encodeDescribeQuorumRequest(
  writer: Writer,
  message: DescribeQuorumRequest,
  version: number,
): void {
  writer.compactArray(message.topics.length)
  encodeDescribeQuorumRequestTopicArray(writer, message.topics, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDescribeQuorumRequestTopic(
  writer: Writer,
  message: DescribeQuorumRequestTopic,
  version: number,
): void {
  writer.compactString(message.topicName)
  writer.compactArray(message.partitions.length)
  encodeDescribeQuorumRequestTopicPartitionArray(writer, message.partitions, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDescribeQuorumRequestTopicArray(
  writer: Writer,
  items: readonly DescribeQuorumRequestTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeQuorumRequestTopic(writer, items[index]!, version)
}

function encodeDescribeQuorumRequestTopicPartition(
  writer: Writer,
  message: DescribeQuorumRequestTopicPartition,
  _version: number,
): void {
  writer.int32(message.partitionIndex)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDescribeQuorumRequestTopicPartitionArray(
  writer: Writer,
  items: readonly DescribeQuorumRequestTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeQuorumRequestTopicPartition(writer, items[index]!, version)
}
export interface DescribeQuorumResponse {
  errorCode: number
  errorMessage: string | null
  topics: DescribeQuorumResponseTopic[]
  nodes: DescribeQuorumResponseNode[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeQuorumResponseNode {
  nodeId: number
  listeners: DescribeQuorumResponseNodeListener[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeQuorumResponseNodeListener {
  name: string
  host: string
  port: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeQuorumResponseTopic {
  topicName: string
  partitions: DescribeQuorumResponseTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeQuorumResponseTopicPartition {
  partitionIndex: number
  errorCode: number
  errorMessage: string | null
  leaderId: number
  leaderEpoch: number
  highWatermark: number
  currentVoters: DescribeQuorumResponseReplicaState[]
  observers: DescribeQuorumResponseReplicaState[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface DescribeQuorumResponseReplicaState {
  replicaId: number
  replicaDirectoryId: Uuid
  logEndOffset: number
  lastFetchTimestamp: number
  lastCaughtUpTimestamp: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function describeQuorumResponse(
  init: Partial<DescribeQuorumResponse> = {},
): DescribeQuorumResponse {
  return {
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage === undefined ? '' : init.errorMessage,
    topics: init.topics ?? [],
    nodes: init.nodes ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function describeQuorumResponseNode(
  init: Partial<DescribeQuorumResponseNode> = {},
): DescribeQuorumResponseNode {
  return {
    nodeId: init.nodeId ?? 0,
    listeners: init.listeners ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function describeQuorumResponseNodeListener(
  init: Partial<DescribeQuorumResponseNodeListener> = {},
): DescribeQuorumResponseNodeListener {
  return {
    name: init.name ?? '',
    host: init.host ?? '',
    port: init.port ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function describeQuorumResponseTopic(
  init: Partial<DescribeQuorumResponseTopic> = {},
): DescribeQuorumResponseTopic {
  return {
    topicName: init.topicName ?? '',
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function describeQuorumResponseTopicPartition(
  init: Partial<DescribeQuorumResponseTopicPartition> = {},
): DescribeQuorumResponseTopicPartition {
  return {
    partitionIndex: init.partitionIndex ?? 0,
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage === undefined ? '' : init.errorMessage,
    leaderId: init.leaderId ?? 0,
    leaderEpoch: init.leaderEpoch ?? 0,
    highWatermark: init.highWatermark ?? 0,
    currentVoters: init.currentVoters ?? [],
    observers: init.observers ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function describeQuorumResponseReplicaState(
  init: Partial<DescribeQuorumResponseReplicaState> = {},
): DescribeQuorumResponseReplicaState {
  return {
    replicaId: init.replicaId ?? 0,
    replicaDirectoryId: init.replicaDirectoryId ?? ZERO_UUID,
    logEndOffset: init.logEndOffset ?? 0,
    lastFetchTimestamp: init.lastFetchTimestamp ?? -1,
    lastCaughtUpTimestamp: init.lastCaughtUpTimestamp ?? -1,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeDescribeQuorumResponse(reader: Reader, version: number): DescribeQuorumResponse {
  const errorCode = reader.int16()
  const errorMessage: string | null = version >= 2 ? reader.compactNullableString() : ''
  const topicsCount = reader.compactArray(3)
  const topics = decodeDescribeQuorumResponseTopicArray(reader, version, topicsCount)
  const nodesCount = version >= 2 ? reader.compactArray(6) : 0
  const nodes = decodeDescribeQuorumResponseNodeArray(reader, version, nodesCount)
  const unknownTaggedFields = reader.unknownTags()
  return { errorCode, errorMessage, topics, nodes, unknownTaggedFields }
}

function decodeDescribeQuorumResponseNode(
  reader: Reader,
  version: number,
): DescribeQuorumResponseNode {
  const nodeId = reader.int32()
  const listenersCount = reader.compactArray(5)
  const listeners = decodeDescribeQuorumResponseNodeListenerArray(reader, version, listenersCount)
  const unknownTaggedFields = reader.unknownTags()
  return { nodeId, listeners, unknownTaggedFields }
}

function decodeDescribeQuorumResponseNodeArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeQuorumResponseNode[] {
  reader.structs(count)
  const items = new Array<DescribeQuorumResponseNode>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeQuorumResponseNode(reader, version)
  return items
}

function decodeDescribeQuorumResponseNodeListener(
  reader: Reader,
  _version: number,
): DescribeQuorumResponseNodeListener {
  const name = reader.compactString()
  const host = reader.compactString()
  const port = reader.uint16()
  const unknownTaggedFields = reader.unknownTags()
  return { name, host, port, unknownTaggedFields }
}

function decodeDescribeQuorumResponseNodeListenerArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeQuorumResponseNodeListener[] {
  reader.structs(count)
  const items = new Array<DescribeQuorumResponseNodeListener>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeQuorumResponseNodeListener(reader, version)
  return items
}

function decodeDescribeQuorumResponseTopic(
  reader: Reader,
  version: number,
): DescribeQuorumResponseTopic {
  const topicName = reader.compactString()
  const partitionsCount = reader.compactArray(25)
  const partitions = decodeDescribeQuorumResponseTopicPartitionArray(
    reader,
    version,
    partitionsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { topicName, partitions, unknownTaggedFields }
}

function decodeDescribeQuorumResponseTopicArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeQuorumResponseTopic[] {
  reader.structs(count)
  const items = new Array<DescribeQuorumResponseTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeQuorumResponseTopic(reader, version)
  return items
}

function decodeDescribeQuorumResponseTopicPartition(
  reader: Reader,
  version: number,
): DescribeQuorumResponseTopicPartition {
  const partitionIndex = reader.int32()
  const errorCode = reader.int16()
  const errorMessage: string | null = version >= 2 ? reader.compactNullableString() : ''
  const leaderId = reader.int32()
  const leaderEpoch = reader.int32()
  const highWatermark = reader.int64()
  const currentVotersCount = reader.compactArray(13)
  const currentVoters = decodeDescribeQuorumResponseReplicaStateArray(
    reader,
    version,
    currentVotersCount,
  )
  const observersCount = reader.compactArray(13)
  const observers = decodeDescribeQuorumResponseReplicaStateArray(reader, version, observersCount)
  const unknownTaggedFields = reader.unknownTags()
  return {
    partitionIndex,
    errorCode,
    errorMessage,
    leaderId,
    leaderEpoch,
    highWatermark,
    currentVoters,
    observers,
    unknownTaggedFields,
  }
}

function decodeDescribeQuorumResponseTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeQuorumResponseTopicPartition[] {
  reader.structs(count)
  const items = new Array<DescribeQuorumResponseTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeQuorumResponseTopicPartition(reader, version)
  return items
}

function decodeDescribeQuorumResponseReplicaState(
  reader: Reader,
  version: number,
): DescribeQuorumResponseReplicaState {
  const replicaId = reader.int32()
  const replicaDirectoryId: Uuid = version >= 2 ? reader.uuid() : ZERO_UUID
  const logEndOffset = reader.int64()
  const lastFetchTimestamp: number = version >= 1 ? reader.int64() : -1
  const lastCaughtUpTimestamp: number = version >= 1 ? reader.int64() : -1
  const unknownTaggedFields = reader.unknownTags()
  return {
    replicaId,
    replicaDirectoryId,
    logEndOffset,
    lastFetchTimestamp,
    lastCaughtUpTimestamp,
    unknownTaggedFields,
  }
}

function decodeDescribeQuorumResponseReplicaStateArray(
  reader: Reader,
  version: number,
  count: number,
): DescribeQuorumResponseReplicaState[] {
  reader.structs(count)
  const items = new Array<DescribeQuorumResponseReplicaState>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeDescribeQuorumResponseReplicaState(reader, version)
  return items
}

function encodeDescribeQuorumResponse(
  writer: Writer,
  message: DescribeQuorumResponse,
  version: number,
): void {
  writer.int16(message.errorCode)
  if (version >= 2) {
    writer.compactNullableString(message.errorMessage)
  }
  writer.compactArray(message.topics.length)
  encodeDescribeQuorumResponseTopicArray(writer, message.topics, version)
  if (version >= 2) {
    writer.compactArray(message.nodes.length)
    encodeDescribeQuorumResponseNodeArray(writer, message.nodes, version)
  } else {
    if (message.nodes.length !== 0) throwFieldAbsent('DescribeQuorumResponse', 'nodes', version)
  }
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDescribeQuorumResponseNode(
  writer: Writer,
  message: DescribeQuorumResponseNode,
  version: number,
): void {
  writer.int32(message.nodeId)
  writer.compactArray(message.listeners.length)
  encodeDescribeQuorumResponseNodeListenerArray(writer, message.listeners, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDescribeQuorumResponseNodeArray(
  writer: Writer,
  items: readonly DescribeQuorumResponseNode[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeQuorumResponseNode(writer, items[index]!, version)
}

function encodeDescribeQuorumResponseNodeListener(
  writer: Writer,
  message: DescribeQuorumResponseNodeListener,
  _version: number,
): void {
  writer.compactString(message.name)
  writer.compactString(message.host)
  writer.uint16(message.port)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDescribeQuorumResponseNodeListenerArray(
  writer: Writer,
  items: readonly DescribeQuorumResponseNodeListener[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeQuorumResponseNodeListener(writer, items[index]!, version)
}

function encodeDescribeQuorumResponseTopic(
  writer: Writer,
  message: DescribeQuorumResponseTopic,
  version: number,
): void {
  writer.compactString(message.topicName)
  writer.compactArray(message.partitions.length)
  encodeDescribeQuorumResponseTopicPartitionArray(writer, message.partitions, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDescribeQuorumResponseTopicArray(
  writer: Writer,
  items: readonly DescribeQuorumResponseTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeQuorumResponseTopic(writer, items[index]!, version)
}

function encodeDescribeQuorumResponseTopicPartition(
  writer: Writer,
  message: DescribeQuorumResponseTopicPartition,
  version: number,
): void {
  writer.int32(message.partitionIndex)
  writer.int16(message.errorCode)
  if (version >= 2) {
    writer.compactNullableString(message.errorMessage)
  }
  writer.int32(message.leaderId)
  writer.int32(message.leaderEpoch)
  writer.int64(message.highWatermark)
  writer.compactArray(message.currentVoters.length)
  encodeDescribeQuorumResponseReplicaStateArray(writer, message.currentVoters, version)
  writer.compactArray(message.observers.length)
  encodeDescribeQuorumResponseReplicaStateArray(writer, message.observers, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDescribeQuorumResponseTopicPartitionArray(
  writer: Writer,
  items: readonly DescribeQuorumResponseTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeQuorumResponseTopicPartition(writer, items[index]!, version)
}

function encodeDescribeQuorumResponseReplicaState(
  writer: Writer,
  message: DescribeQuorumResponseReplicaState,
  version: number,
): void {
  writer.int32(message.replicaId)
  if (version >= 2) {
    writer.uuid(message.replicaDirectoryId)
  } else {
    if (message.replicaDirectoryId !== ZERO_UUID)
      throwFieldAbsent('DescribeQuorumResponseReplicaState', 'replicaDirectoryId', version)
  }
  writer.int64(message.logEndOffset)
  if (version >= 1) {
    writer.int64(message.lastFetchTimestamp)
  }
  if (version >= 1) {
    writer.int64(message.lastCaughtUpTimestamp)
  }
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeDescribeQuorumResponseReplicaStateArray(
  writer: Writer,
  items: readonly DescribeQuorumResponseReplicaState[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeDescribeQuorumResponseReplicaState(writer, items[index]!, version)
}

export const describeQuorumApi: Api<DescribeQuorumRequest, DescribeQuorumResponse> = {
  key: 55,
  name: 'DescribeQuorum',
  versionMin: 0,
  versionMax: 2,
  versionMaxStable: 2,
  flexibleSince: 0,
  listeners: ['broker', 'controller'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUndecodable('DescribeQuorumRequest', version, '0-2')
      return decodeDescribeQuorumRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUnencodable('DescribeQuorumRequest', version, '0-2')
      encodeDescribeQuorumRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUndecodable('DescribeQuorumResponse', version, '0-2')
      return decodeDescribeQuorumResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUnencodable('DescribeQuorumResponse', version, '0-2')
      encodeDescribeQuorumResponse(writer, message, version)
    },
  },
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
