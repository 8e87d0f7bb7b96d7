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

export interface VoteRequest {
  clusterId: string | null
  voterId: number
  topics: VoteRequestTopic[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface VoteRequestTopic {
  topicName: string
  partitions: VoteRequestTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface VoteRequestTopicPartition {
  partitionIndex: number
  replicaEpoch: number
  replicaId: number
  replicaDirectoryId: Uuid
  voterDirectoryId: Uuid
  lastOffsetEpoch: number
  lastOffset: number
  preVote: boolean
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function voteRequest(init: Partial<VoteRequest> = {}): VoteRequest {
  return {
    clusterId: init.clusterId ?? null,
    voterId: init.voterId ?? -1,
    topics: init.topics ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function voteRequestTopic(init: Partial<VoteRequestTopic> = {}): VoteRequestTopic {
  return {
    topicName: init.topicName ?? '',
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function voteRequestTopicPartition(
  init: Partial<VoteRequestTopicPartition> = {},
): VoteRequestTopicPartition {
  return {
    partitionIndex: init.partitionIndex ?? 0,
    replicaEpoch: init.replicaEpoch ?? 0,
    replicaId: init.replicaId ?? 0,
    replicaDirectoryId: init.replicaDirectoryId ?? ZERO_UUID,
    voterDirectoryId: init.voterDirectoryId ?? ZERO_UUID,
    lastOffsetEpoch: init.lastOffsetEpoch ?? 0,
    lastOffset: init.lastOffset ?? 0,
    preVote: init.preVote ?? false,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeVoteRequest(reader: Reader, version: number): VoteRequest {
  const clusterId = reader.compactNullableString()
  const voterId: number = version >= 1 ? reader.int32() : -1
  const topicsCount = reader.compactArray(3)
  const topics = decodeVoteRequestTopicArray(reader, version, topicsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { clusterId, voterId, topics, unknownTaggedFields }
}

function decodeVoteRequestTopic(reader: Reader, version: number): VoteRequestTopic {
  const topicName = reader.compactString()
  const partitionsCount = reader.compactArray(25)
  const partitions = decodeVoteRequestTopicPartitionArray(reader, version, partitionsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { topicName, partitions, unknownTaggedFields }
}

function decodeVoteRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): VoteRequestTopic[] {
  reader.structs(count)
  const items = new Array<VoteRequestTopic>(count)
  for (let index = 0; index < count; index++) items[index] = decodeVoteRequestTopic(reader, version)
  return items
}

function decodeVoteRequestTopicPartition(
  reader: Reader,
  version: number,
): VoteRequestTopicPartition {
  const partitionIndex = reader.int32()
  const replicaEpoch = reader.int32()
  const replicaId = reader.int32()
  const replicaDirectoryId: Uuid = version >= 1 ? reader.uuid() : ZERO_UUID
  const voterDirectoryId: Uuid = version >= 1 ? reader.uuid() : ZERO_UUID
  const lastOffsetEpoch = reader.int32()
  const lastOffset = reader.int64()
  const preVote: boolean = version >= 2 ? reader.bool() : false
  const unknownTaggedFields = reader.unknownTags()
  return {
    partitionIndex,
    replicaEpoch,
    replicaId,
    replicaDirectoryId,
    voterDirectoryId,
    lastOffsetEpoch,
    lastOffset,
    preVote,
    unknownTaggedFields,
  }
}

function decodeVoteRequestTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): VoteRequestTopicPartition[] {
  reader.structs(count)
  const items = new Array<VoteRequestTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeVoteRequestTopicPartition(reader, version)
  return items
}

function encodeVoteRequest(writer: Writer, message: VoteRequest, version: number): void {
  writer.compactNullableString(message.clusterId)
  if (version >= 1) {
    writer.int32(message.voterId)
  }
  writer.compactArray(message.topics.length)
  encodeVoteRequestTopicArray(writer, message.topics, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeVoteRequestTopic(writer: Writer, message: VoteRequestTopic, version: number): void {
  writer.compactString(message.topicName)
  writer.compactArray(message.partitions.length)
  encodeVoteRequestTopicPartitionArray(writer, message.partitions, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeVoteRequestTopicArray(
  writer: Writer,
  items: readonly VoteRequestTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeVoteRequestTopic(writer, items[index]!, version)
}

function encodeVoteRequestTopicPartition(
  writer: Writer,
  message: VoteRequestTopicPartition,
  version: number,
): void {
  writer.int32(message.partitionIndex)
  writer.int32(message.replicaEpoch)
  writer.int32(message.replicaId)
  if (version >= 1) {
    writer.uuid(message.replicaDirectoryId)
  }
  if (version >= 1) {
    writer.uuid(message.voterDirectoryId)
  }
  writer.int32(message.lastOffsetEpoch)
  writer.int64(message.lastOffset)
  if (version >= 2) {
    writer.bool(message.preVote)
  } else {
    if (message.preVote !== false) throwFieldAbsent('VoteRequestTopicPartition', 'preVote', version)
  }
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeVoteRequestTopicPartitionArray(
  writer: Writer,
  items: readonly VoteRequestTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeVoteRequestTopicPartition(writer, items[index]!, version)
}
export interface VoteResponse {
  errorCode: number
  topics: VoteResponseTopic[]
  nodeEndpoints: VoteResponseNodeEndpoint[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface VoteResponseNodeEndpoint {
  nodeId: number
  host: string
  port: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface VoteResponseTopic {
  topicName: string
  partitions: VoteResponseTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface VoteResponseTopicPartition {
  partitionIndex: number
  errorCode: number
  leaderId: number
  leaderEpoch: number
  voteGranted: boolean
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function voteResponse(init: Partial<VoteResponse> = {}): VoteResponse {
  return {
    errorCode: init.errorCode ?? 0,
    topics: init.topics ?? [],
    nodeEndpoints: init.nodeEndpoints ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function voteResponseNodeEndpoint(
  init: Partial<VoteResponseNodeEndpoint> = {},
): VoteResponseNodeEndpoint {
  return {
    nodeId: init.nodeId ?? 0,
    host: init.host ?? '',
    port: init.port ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function voteResponseTopic(init: Partial<VoteResponseTopic> = {}): VoteResponseTopic {
  return {
    topicName: init.topicName ?? '',
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function voteResponseTopicPartition(
  init: Partial<VoteResponseTopicPartition> = {},
): VoteResponseTopicPartition {
  return {
    partitionIndex: init.partitionIndex ?? 0,
    errorCode: init.errorCode ?? 0,
    leaderId: init.leaderId ?? 0,
    leaderEpoch: init.leaderEpoch ?? 0,
    voteGranted: init.voteGranted ?? false,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeVoteResponse(reader: Reader, version: number): VoteResponse {
  const errorCode = reader.int16()
  const topicsCount = reader.compactArray(3)
  const topics = decodeVoteResponseTopicArray(reader, version, topicsCount)

  const message: VoteResponse = { errorCode, topics, nodeEndpoints: [], unknownTaggedFields: null }
  const tags = reader.tagCount()
  if (tags !== 0) decodeVoteResponseTags(reader, message, version, tags)
  return message
}

function decodeVoteResponseTags(
  reader: Reader,
  message: VoteResponse,
  version: number,
  count: number,
): void {
  for (let left = count; left > 0; left--) {
    const tag = reader.uvarint()
    const size = reader.tagSize()
    const end = reader.position + size
    if (tag === 0 && version >= 1) {
      const nodeEndpointsCount = version >= 1 ? reader.compactArray(8) : 0
      const nodeEndpoints = decodeVoteResponseNodeEndpointArray(reader, version, nodeEndpointsCount)
      message.nodeEndpoints = nodeEndpoints
      reader.expectPosition(end, tag)
    } else message.unknownTaggedFields = reader.unknownTag(message.unknownTaggedFields, tag, size)
  }
}

function decodeVoteResponseNodeEndpoint(
  reader: Reader,
  _version: number,
): VoteResponseNodeEndpoint {
  const nodeId = reader.int32()
  const host = reader.compactString()
  const port = reader.uint16()
  const unknownTaggedFields = reader.unknownTags()
  return { nodeId, host, port, unknownTaggedFields }
}

function decodeVoteResponseNodeEndpointArray(
  reader: Reader,
  version: number,
  count: number,
): VoteResponseNodeEndpoint[] {
  reader.structs(count)
  const items = new Array<VoteResponseNodeEndpoint>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeVoteResponseNodeEndpoint(reader, version)
  return items
}

function decodeVoteResponseTopic(reader: Reader, version: number): VoteResponseTopic {
  const topicName = reader.compactString()
  const partitionsCount = reader.compactArray(16)
  const partitions = decodeVoteResponseTopicPartitionArray(reader, version, partitionsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { topicName, partitions, unknownTaggedFields }
}

function decodeVoteResponseTopicArray(
  reader: Reader,
  version: number,
  count: number,
): VoteResponseTopic[] {
  reader.structs(count)
  const items = new Array<VoteResponseTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeVoteResponseTopic(reader, version)
  return items
}

function decodeVoteResponseTopicPartition(
  reader: Reader,
  _version: number,
): VoteResponseTopicPartition {
  const partitionIndex = reader.int32()
  const errorCode = reader.int16()
  const leaderId = reader.int32()
  const leaderEpoch = reader.int32()
  const voteGranted = reader.bool()
  const unknownTaggedFields = reader.unknownTags()
  return { partitionIndex, errorCode, leaderId, leaderEpoch, voteGranted, unknownTaggedFields }
}

function decodeVoteResponseTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): VoteResponseTopicPartition[] {
  reader.structs(count)
  const items = new Array<VoteResponseTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeVoteResponseTopicPartition(reader, version)
  return items
}

function encodeVoteResponse(writer: Writer, message: VoteResponse, version: number): void {
  writer.int16(message.errorCode)
  writer.compactArray(message.topics.length)
  encodeVoteResponseTopicArray(writer, message.topics, version)
  if (version < 1) {
    if (message.nodeEndpoints.length !== 0)
      throwFieldAbsent('VoteResponse', 'nodeEndpoints', version)
  }
  encodeVoteResponseTags(writer, message, version)
}

function encodeVoteResponseTags(writer: Writer, message: VoteResponse, version: number): void {
  const unknown = message.unknownTaggedFields
  const nodeEndpointsSet = version >= 1 && message.nodeEndpoints.length !== 0
  if (!nodeEndpointsSet) {
    writer.onlyUnknownTags(unknown)
    return
  }
  let count = unknown === null ? 0 : unknown.length
  if (nodeEndpointsSet) count++
  writer.uvarint(count)
  let next = 0
  if (nodeEndpointsSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 0)
    const mark = writer.beginTag(0)
    writer.compactArray(message.nodeEndpoints.length)
    encodeVoteResponseNodeEndpointArray(writer, message.nodeEndpoints, version)
    writer.endTag(mark)
  }
  if (unknown !== null) writer.unknownTags(unknown, next, Number.POSITIVE_INFINITY)
}

function encodeVoteResponseNodeEndpoint(
  writer: Writer,
  message: VoteResponseNodeEndpoint,
  _version: number,
): void {
  writer.int32(message.nodeId)
  writer.compactString(message.host)
  writer.uint16(message.port)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeVoteResponseNodeEndpointArray(
  writer: Writer,
  items: readonly VoteResponseNodeEndpoint[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeVoteResponseNodeEndpoint(writer, items[index]!, version)
}

function encodeVoteResponseTopic(
  writer: Writer,
  message: VoteResponseTopic,
  version: number,
): void {
  writer.compactString(message.topicName)
  writer.compactArray(message.partitions.length)
  encodeVoteResponseTopicPartitionArray(writer, message.partitions, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeVoteResponseTopicArray(
  writer: Writer,
  items: readonly VoteResponseTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeVoteResponseTopic(writer, items[index]!, version)
}

function encodeVoteResponseTopicPartition(
  writer: Writer,
  message: VoteResponseTopicPartition,
  _version: number,
): void {
  writer.int32(message.partitionIndex)
  writer.int16(message.errorCode)
  writer.int32(message.leaderId)
  writer.int32(message.leaderEpoch)
  writer.bool(message.voteGranted)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeVoteResponseTopicPartitionArray(
  writer: Writer,
  items: readonly VoteResponseTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeVoteResponseTopicPartition(writer, items[index]!, version)
}

export const voteApi: Api<VoteRequest, VoteResponse> = {
  key: 52,
  name: 'Vote',
  versionMin: 0,
  versionMax: 2,
  versionMaxStable: 2,
  flexibleSince: 0,
  listeners: ['controller'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 2)) throwVersionUndecodable('VoteRequest', version, '0-2')
      return decodeVoteRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 2)) throwVersionUnencodable('VoteRequest', version, '0-2')
      encodeVoteRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 2)) throwVersionUndecodable('VoteResponse', version, '0-2')
      return decodeVoteResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 2)) throwVersionUnencodable('VoteResponse', version, '0-2')
      encodeVoteResponse(writer, message, version)
    },
  },
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
