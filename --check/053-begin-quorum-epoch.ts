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

export interface BeginQuorumEpochRequest {
  clusterId: string | null
  voterId: number
  topics: BeginQuorumEpochRequestTopic[]
  leaderEndpoints: BeginQuorumEpochRequestLeaderEndpoint[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface BeginQuorumEpochRequestLeaderEndpoint {
  name: string
  host: string
  port: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface BeginQuorumEpochRequestTopic {
  topicName: string
  partitions: BeginQuorumEpochRequestTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface BeginQuorumEpochRequestTopicPartition {
  partitionIndex: number
  voterDirectoryId: Uuid
  leaderId: number
  leaderEpoch: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function beginQuorumEpochRequest(
  init: Partial<BeginQuorumEpochRequest> = {},
): BeginQuorumEpochRequest {
  return {
    clusterId: init.clusterId ?? null,
    voterId: init.voterId ?? -1,
    topics: init.topics ?? [],
    leaderEndpoints: init.leaderEndpoints ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function beginQuorumEpochRequestLeaderEndpoint(
  init: Partial<BeginQuorumEpochRequestLeaderEndpoint> = {},
): BeginQuorumEpochRequestLeaderEndpoint {
  return {
    name: init.name ?? '',
    host: init.host ?? '',
    port: init.port ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function beginQuorumEpochRequestTopic(
  init: Partial<BeginQuorumEpochRequestTopic> = {},
): BeginQuorumEpochRequestTopic {
  return {
    topicName: init.topicName ?? '',
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function beginQuorumEpochRequestTopicPartition(
  init: Partial<BeginQuorumEpochRequestTopicPartition> = {},
): BeginQuorumEpochRequestTopicPartition {
  return {
    partitionIndex: init.partitionIndex ?? 0,
    voterDirectoryId: init.voterDirectoryId ?? ZERO_UUID,
    leaderId: init.leaderId ?? 0,
    leaderEpoch: init.leaderEpoch ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeBeginQuorumEpochRequest(reader: Reader, version: number): BeginQuorumEpochRequest {
  const clusterId: string | null =
    version >= 1 ? reader.compactNullableString() : reader.nullableString()
  const voterId: number = version >= 1 ? reader.int32() : -1
  const topicsCount = version >= 1 ? reader.compactArray(3) : reader.array(6)
  const topics = decodeBeginQuorumEpochRequestTopicArray(reader, version, topicsCount)
  const leaderEndpointsCount = version >= 1 ? reader.compactArray(5) : 0
  const leaderEndpoints = decodeBeginQuorumEpochRequestLeaderEndpointArray(
    reader,
    version,
    leaderEndpointsCount,
  )
  const unknownTaggedFields = version >= 1 ? reader.unknownTags() : null
  return { clusterId, voterId, topics, leaderEndpoints, unknownTaggedFields }
}

function decodeBeginQuorumEpochRequestLeaderEndpoint(
  reader: Reader,
  _version: number,
): BeginQuorumEpochRequestLeaderEndpoint {
  const name = reader.compactString()
  const host = reader.compactString()
  const port = reader.uint16()
  const unknownTaggedFields = reader.unknownTags()
  return { name, host, port, unknownTaggedFields }
}

function decodeBeginQuorumEpochRequestLeaderEndpointArray(
  reader: Reader,
  version: number,
  count: number,
): BeginQuorumEpochRequestLeaderEndpoint[] {
  reader.structs(count)
  const items = new Array<BeginQuorumEpochRequestLeaderEndpoint>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeBeginQuorumEpochRequestLeaderEndpoint(reader, version)
  return items
}

function decodeBeginQuorumEpochRequestTopic(
  reader: Reader,
  version: number,
): BeginQuorumEpochRequestTopic {
  const topicName: string = version >= 1 ? reader.compactString() : reader.string()
  const partitionsCount = version >= 1 ? reader.compactArray(29) : reader.array(12)
  const partitions = decodeBeginQuorumEpochRequestTopicPartitionArray(
    reader,
    version,
    partitionsCount,
  )
  const unknownTaggedFields = version >= 1 ? reader.unknownTags() : null
  return { topicName, partitions, unknownTaggedFields }
}

function decodeBeginQuorumEpochRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): BeginQuorumEpochRequestTopic[] {
  reader.structs(count)
  const items = new Array<BeginQuorumEpochRequestTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeBeginQuorumEpochRequestTopic(reader, version)
  return items
}

function decodeBeginQuorumEpochRequestTopicPartition(
  reader: Reader,
  version: number,
): BeginQuorumEpochRequestTopicPartition {
  const partitionIndex = reader.int32()
  const voterDirectoryId: Uuid = version >= 1 ? reader.uuid() : ZERO_UUID
  const leaderId = reader.int32()
  const leaderEpoch = reader.int32()
  const unknownTaggedFields = version >= 1 ? reader.unknownTags() : null
  return { partitionIndex, voterDirectoryId, leaderId, leaderEpoch, unknownTaggedFields }
}

function decodeBeginQuorumEpochRequestTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): BeginQuorumEpochRequestTopicPartition[] {
  reader.structs(count)
  const items = new Array<BeginQuorumEpochRequestTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeBeginQuorumEpochRequestTopicPartition(reader, version)
  return items
}

function encodeBeginQuorumEpochRequest(
  writer: Writer,
  message: BeginQuorumEpochRequest,
  version: number,
): void {
  if (version >= 1) {
    writer.compactNullableString(message.clusterId)
  } else {
    writer.nullableString(message.clusterId)
  }
  if (version >= 1) {
    writer.int32(message.voterId)
  }
  if (version >= 1) {
    writer.compactArray(message.topics.length)
    encodeBeginQuorumEpochRequestTopicArray(writer, message.topics, version)
  } else {
    writer.array(message.topics.length)
    encodeBeginQuorumEpochRequestTopicArray(writer, message.topics, version)
  }
  if (version >= 1) {
    writer.compactArray(message.leaderEndpoints.length)
    encodeBeginQuorumEpochRequestLeaderEndpointArray(writer, message.leaderEndpoints, version)
  }
  if (version >= 1) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('BeginQuorumEpochRequest', 'unknownTaggedFields', version)
  }
}

function encodeBeginQuorumEpochRequestLeaderEndpoint(
  writer: Writer,
  message: BeginQuorumEpochRequestLeaderEndpoint,
  _version: number,
): void {
  writer.compactString(message.name)
  writer.compactString(message.host)
  writer.uint16(message.port)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeBeginQuorumEpochRequestLeaderEndpointArray(
  writer: Writer,
  items: readonly BeginQuorumEpochRequestLeaderEndpoint[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeBeginQuorumEpochRequestLeaderEndpoint(writer, items[index]!, version)
}

function encodeBeginQuorumEpochRequestTopic(
  writer: Writer,
  message: BeginQuorumEpochRequestTopic,
  version: number,
): void {
  if (version >= 1) {
    writer.compactString(message.topicName)
  } else {
    writer.string(message.topicName)
  }
  if (version >= 1) {
    writer.compactArray(message.partitions.length)
    encodeBeginQuorumEpochRequestTopicPartitionArray(writer, message.partitions, version)
  } else {
    writer.array(message.partitions.length)
    encodeBeginQuorumEpochRequestTopicPartitionArray(writer, message.partitions, version)
  }
  if (version >= 1) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('BeginQuorumEpochRequestTopic', 'unknownTaggedFields', version)
  }
}

function encodeBeginQuorumEpochRequestTopicArray(
  writer: Writer,
  items: readonly BeginQuorumEpochRequestTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeBeginQuorumEpochRequestTopic(writer, items[index]!, version)
}

function encodeBeginQuorumEpochRequestTopicPartition(
  writer: Writer,
  message: BeginQuorumEpochRequestTopicPartition,
  version: number,
): void {
  writer.int32(message.partitionIndex)
  if (version >= 1) {
    writer.uuid(message.voterDirectoryId)
  }
  writer.int32(message.leaderId)
  writer.int32(message.leaderEpoch)
  if (version >= 1) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('BeginQuorumEpochRequestTopicPartition', 'unknownTaggedFields', version)
  }
}

function encodeBeginQuorumEpochRequestTopicPartitionArray(
  writer: Writer,
  items: readonly BeginQuorumEpochRequestTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeBeginQuorumEpochRequestTopicPartition(writer, items[index]!, version)
}
export interface BeginQuorumEpochResponse {
  errorCode: number
  topics: BeginQuorumEpochResponseTopic[]
  nodeEndpoints: BeginQuorumEpochResponseNodeEndpoint[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface BeginQuorumEpochResponseNodeEndpoint {
  nodeId: number
  host: string
  port: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface BeginQuorumEpochResponseTopic {
  topicName: string
  partitions: BeginQuorumEpochResponseTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface BeginQuorumEpochResponseTopicPartition {
  partitionIndex: number
  errorCode: number
  leaderId: number
  leaderEpoch: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function beginQuorumEpochResponse(
  init: Partial<BeginQuorumEpochResponse> = {},
): BeginQuorumEpochResponse {
  return {
    errorCode: init.errorCode ?? 0,
    topics: init.topics ?? [],
    nodeEndpoints: init.nodeEndpoints ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function beginQuorumEpochResponseNodeEndpoint(
  init: Partial<BeginQuorumEpochResponseNodeEndpoint> = {},
): BeginQuorumEpochResponseNodeEndpoint {
  return {
    nodeId: init.nodeId ?? 0,
    host: init.host ?? '',
    port: init.port ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function beginQuorumEpochResponseTopic(
  init: Partial<BeginQuorumEpochResponseTopic> = {},
): BeginQuorumEpochResponseTopic {
  return {
    topicName: init.topicName ?? '',
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function beginQuorumEpochResponseTopicPartition(
  init: Partial<BeginQuorumEpochResponseTopicPartition> = {},
): BeginQuorumEpochResponseTopicPartition {
  return {
    partitionIndex: init.partitionIndex ?? 0,
    errorCode: init.errorCode ?? 0,
    leaderId: init.leaderId ?? 0,
    leaderEpoch: init.leaderEpoch ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeBeginQuorumEpochResponse(reader: Reader, version: number): BeginQuorumEpochResponse {
  const errorCode = reader.int16()
  const topicsCount = version >= 1 ? reader.compactArray(3) : reader.array(6)
  const topics = decodeBeginQuorumEpochResponseTopicArray(reader, version, topicsCount)

  const message: BeginQuorumEpochResponse = {
    errorCode,
    topics,
    nodeEndpoints: [],
    unknownTaggedFields: null,
  }
  if (version >= 1) {
    const tags = reader.tagCount()
    if (tags !== 0) decodeBeginQuorumEpochResponseTags(reader, message, version, tags)
  }
  return message
}

function decodeBeginQuorumEpochResponseTags(
  reader: Reader,
  message: BeginQuorumEpochResponse,
  version: number,
  count: number,
): void {
  for (let left = count; left > 0; left--) {
    const tag = reader.uvarint()
    const size = reader.tagSize()
    const end = reader.position + size
    if (tag === 0) {
      const nodeEndpointsCount = version >= 1 ? reader.compactArray(8) : 0
      const nodeEndpoints = decodeBeginQuorumEpochResponseNodeEndpointArray(
        reader,
        version,
        nodeEndpointsCount,
      )
      message.nodeEndpoints = nodeEndpoints
      reader.expectPosition(end, tag)
    } else message.unknownTaggedFields = reader.unknownTag(message.unknownTaggedFields, tag, size)
  }
}

function decodeBeginQuorumEpochResponseNodeEndpoint(
  reader: Reader,
  _version: number,
): BeginQuorumEpochResponseNodeEndpoint {
  const nodeId = reader.int32()
  const host = reader.compactString()
  const port = reader.uint16()
  const unknownTaggedFields = reader.unknownTags()
  return { nodeId, host, port, unknownTaggedFields }
}

function decodeBeginQuorumEpochResponseNodeEndpointArray(
  reader: Reader,
  version: number,
  count: number,
): BeginQuorumEpochResponseNodeEndpoint[] {
  reader.structs(count)
  const items = new Array<BeginQuorumEpochResponseNodeEndpoint>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeBeginQuorumEpochResponseNodeEndpoint(reader, version)
  return items
}

function decodeBeginQuorumEpochResponseTopic(
  reader: Reader,
  version: number,
): BeginQuorumEpochResponseTopic {
  const topicName: string = version >= 1 ? reader.compactString() : reader.string()
  const partitionsCount = version >= 1 ? reader.compactArray(15) : reader.array(14)
  const partitions = decodeBeginQuorumEpochResponseTopicPartitionArray(
    reader,
    version,
    partitionsCount,
  )
  const unknownTaggedFields = version >= 1 ? reader.unknownTags() : null
  return { topicName, partitions, unknownTaggedFields }
}

function decodeBeginQuorumEpochResponseTopicArray(
  reader: Reader,
  version: number,
  count: number,
): BeginQuorumEpochResponseTopic[] {
  reader.structs(count)
  const items = new Array<BeginQuorumEpochResponseTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeBeginQuorumEpochResponseTopic(reader, version)
  return items
}

function decodeBeginQuorumEpochResponseTopicPartition(
  reader: Reader,
  version: number,
): BeginQuorumEpochResponseTopicPartition {
  const partitionIndex = reader.int32()
  const errorCode = reader.int16()
  const leaderId = reader.int32()
  const leaderEpoch = reader.int32()
  const unknownTaggedFields = version >= 1 ? reader.unknownTags() : null
  return { partitionIndex, errorCode, leaderId, leaderEpoch, unknownTaggedFields }
}

function decodeBeginQuorumEpochResponseTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): BeginQuorumEpochResponseTopicPartition[] {
  reader.structs(count)
  const items = new Array<BeginQuorumEpochResponseTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeBeginQuorumEpochResponseTopicPartition(reader, version)
  return items
}

function encodeBeginQuorumEpochResponse(
  writer: Writer,
  message: BeginQuorumEpochResponse,
  version: number,
): void {
  writer.int16(message.errorCode)
  if (version >= 1) {
    writer.compactArray(message.topics.length)
    encodeBeginQuorumEpochResponseTopicArray(writer, message.topics, version)
  } else {
    writer.array(message.topics.length)
    encodeBeginQuorumEpochResponseTopicArray(writer, message.topics, version)
  }
  if (version < 1) {
    if (message.nodeEndpoints.length !== 0)
      throwFieldAbsent('BeginQuorumEpochResponse', 'nodeEndpoints', version)
  }
  if (version >= 1) {
    encodeBeginQuorumEpochResponseTags(writer, message, version)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('BeginQuorumEpochResponse', 'unknownTaggedFields', version)
  }
}

function encodeBeginQuorumEpochResponseTags(
  writer: Writer,
  message: BeginQuorumEpochResponse,
  version: number,
): void {
  const unknown = message.unknownTaggedFields
  const nodeEndpointsSet = message.nodeEndpoints.length !== 0
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
    encodeBeginQuorumEpochResponseNodeEndpointArray(writer, message.nodeEndpoints, version)
    writer.endTag(mark)
  }
  if (unknown !== null) writer.unknownTags(unknown, next, Number.POSITIVE_INFINITY)
}

function encodeBeginQuorumEpochResponseNodeEndpoint(
  writer: Writer,
  message: BeginQuorumEpochResponseNodeEndpoint,
  _version: number,
): void {
  writer.int32(message.nodeId)
  writer.compactString(message.host)
  writer.uint16(message.port)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeBeginQuorumEpochResponseNodeEndpointArray(
  writer: Writer,
  items: readonly BeginQuorumEpochResponseNodeEndpoint[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeBeginQuorumEpochResponseNodeEndpoint(writer, items[index]!, version)
}

function encodeBeginQuorumEpochResponseTopic(
  writer: Writer,
  message: BeginQuorumEpochResponseTopic,
  version: number,
): void {
  if (version >= 1) {
    writer.compactString(message.topicName)
  } else {
    writer.string(message.topicName)
  }
  if (version >= 1) {
    writer.compactArray(message.partitions.length)
    encodeBeginQuorumEpochResponseTopicPartitionArray(writer, message.partitions, version)
  } else {
    writer.array(message.partitions.length)
    encodeBeginQuorumEpochResponseTopicPartitionArray(writer, message.partitions, version)
  }
  if (version >= 1) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('BeginQuorumEpochResponseTopic', 'unknownTaggedFields', version)
  }
}

function encodeBeginQuorumEpochResponseTopicArray(
  writer: Writer,
  items: readonly BeginQuorumEpochResponseTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeBeginQuorumEpochResponseTopic(writer, items[index]!, version)
}

function encodeBeginQuorumEpochResponseTopicPartition(
  writer: Writer,
  message: BeginQuorumEpochResponseTopicPartition,
  version: number,
): void {
  writer.int32(message.partitionIndex)
  writer.int16(message.errorCode)
  writer.int32(message.leaderId)
  writer.int32(message.leaderEpoch)
  if (version >= 1) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('BeginQuorumEpochResponseTopicPartition', 'unknownTaggedFields', version)
  }
}

function encodeBeginQuorumEpochResponseTopicPartitionArray(
  writer: Writer,
  items: readonly BeginQuorumEpochResponseTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeBeginQuorumEpochResponseTopicPartition(writer, items[index]!, version)
}

export const beginQuorumEpochApi: Api<BeginQuorumEpochRequest, BeginQuorumEpochResponse> = {
  key: 53,
  name: 'BeginQuorumEpoch',
  versionMin: 0,
  versionMax: 1,
  versionMaxStable: 1,
  flexibleSince: 1,
  listeners: ['controller'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUndecodable('BeginQuorumEpochRequest', version, '0-1')
      return decodeBeginQuorumEpochRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUnencodable('BeginQuorumEpochRequest', version, '0-1')
      encodeBeginQuorumEpochRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUndecodable('BeginQuorumEpochResponse', version, '0-1')
      return decodeBeginQuorumEpochResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUnencodable('BeginQuorumEpochResponse', version, '0-1')
      encodeBeginQuorumEpochResponse(writer, message, version)
    },
  },
  requestHeaderVersion: (version) => (version >= 1 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 1 ? 1 : 0),
}
