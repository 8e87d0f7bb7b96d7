import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { Api } from '../api.ts'
import { readInt32s, writeInt32s } from '../codec/arrays.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface EndQuorumEpochRequest {
  clusterId: string | null
  topics: EndQuorumEpochRequestTopic[]
  leaderEndpoints: EndQuorumEpochRequestLeaderEndpoint[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface EndQuorumEpochRequestLeaderEndpoint {
  name: string
  host: string
  port: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface EndQuorumEpochRequestTopic {
  topicName: string
  partitions: EndQuorumEpochRequestTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface EndQuorumEpochRequestTopicPartition {
  partitionIndex: number
  leaderId: number
  leaderEpoch: number
  preferredSuccessors: number[]
  preferredCandidates: EndQuorumEpochRequestTopicPartitionPreferredCandidate[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface EndQuorumEpochRequestTopicPartitionPreferredCandidate {
  candidateId: number
  candidateDirectoryId: Uuid
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function endQuorumEpochRequest(
  init: Partial<EndQuorumEpochRequest> = {},
): EndQuorumEpochRequest {
  return {
    clusterId: init.clusterId ?? null,
    topics: init.topics ?? [],
    leaderEndpoints: init.leaderEndpoints ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function endQuorumEpochRequestLeaderEndpoint(
  init: Partial<EndQuorumEpochRequestLeaderEndpoint> = {},
): EndQuorumEpochRequestLeaderEndpoint {
  return {
    name: init.name ?? '',
    host: init.host ?? '',
    port: init.port ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function endQuorumEpochRequestTopic(
  init: Partial<EndQuorumEpochRequestTopic> = {},
): EndQuorumEpochRequestTopic {
  return {
    topicName: init.topicName ?? '',
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function endQuorumEpochRequestTopicPartition(
  init: Partial<EndQuorumEpochRequestTopicPartition> = {},
): EndQuorumEpochRequestTopicPartition {
  return {
    partitionIndex: init.partitionIndex ?? 0,
    leaderId: init.leaderId ?? 0,
    leaderEpoch: init.leaderEpoch ?? 0,
    preferredSuccessors: init.preferredSuccessors ?? [],
    preferredCandidates: init.preferredCandidates ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function endQuorumEpochRequestTopicPartitionPreferredCandidate(
  init: Partial<EndQuorumEpochRequestTopicPartitionPreferredCandidate> = {},
): EndQuorumEpochRequestTopicPartitionPreferredCandidate {
  return {
    candidateId: init.candidateId ?? 0,
    candidateDirectoryId: init.candidateDirectoryId ?? ZERO_UUID,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeEndQuorumEpochRequest(reader: Reader, version: number): EndQuorumEpochRequest {
  const clusterId: string | null =
    version >= 1 ? reader.compactNullableString() : reader.nullableString()
  const topicsCount = version >= 1 ? reader.compactArray(3) : reader.array(6)
  const topics = decodeEndQuorumEpochRequestTopicArray(reader, version, topicsCount)
  const leaderEndpointsCount = version >= 1 ? reader.compactArray(5) : 0
  const leaderEndpoints = decodeEndQuorumEpochRequestLeaderEndpointArray(
    reader,
    version,
    leaderEndpointsCount,
  )
  const unknownTaggedFields = version >= 1 ? reader.unknownTags() : null
  return { clusterId, topics, leaderEndpoints, unknownTaggedFields }
}

function decodeEndQuorumEpochRequestLeaderEndpoint(
  reader: Reader,
  _version: number,
): EndQuorumEpochRequestLeaderEndpoint {
  const name = reader.compactString()
  const host = reader.compactString()
  const port = reader.uint16()
  const unknownTaggedFields = reader.unknownTags()
  return { name, host, port, unknownTaggedFields }
}

function decodeEndQuorumEpochRequestLeaderEndpointArray(
  reader: Reader,
  version: number,
  count: number,
): EndQuorumEpochRequestLeaderEndpoint[] {
  reader.structs(count)
  const items = new Array<EndQuorumEpochRequestLeaderEndpoint>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeEndQuorumEpochRequestLeaderEndpoint(reader, version)
  return items
}

function decodeEndQuorumEpochRequestTopic(
  reader: Reader,
  version: number,
): EndQuorumEpochRequestTopic {
  const topicName: string = version >= 1 ? reader.compactString() : reader.string()
  const partitionsCount = version >= 1 ? reader.compactArray(14) : reader.array(16)
  const partitions = decodeEndQuorumEpochRequestTopicPartitionArray(
    reader,
    version,
    partitionsCount,
  )
  const unknownTaggedFields = version >= 1 ? reader.unknownTags() : null
  return { topicName, partitions, unknownTaggedFields }
}

function decodeEndQuorumEpochRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): EndQuorumEpochRequestTopic[] {
  reader.structs(count)
  const items = new Array<EndQuorumEpochRequestTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeEndQuorumEpochRequestTopic(reader, version)
  return items
}

function decodeEndQuorumEpochRequestTopicPartition(
  reader: Reader,
  version: number,
): EndQuorumEpochRequestTopicPartition {
  const partitionIndex = reader.int32()
  const leaderId = reader.int32()
  const leaderEpoch = reader.int32()
  const preferredSuccessorsCount = version >= 1 ? 0 : reader.array(4)
  const preferredSuccessors = readInt32s(reader, preferredSuccessorsCount)
  const preferredCandidatesCount = version >= 1 ? reader.compactArray(21) : 0
  const preferredCandidates = decodeEndQuorumEpochRequestTopicPartitionPreferredCandidateArray(
    reader,
    version,
    preferredCandidatesCount,
  )
  const unknownTaggedFields = version >= 1 ? reader.unknownTags() : null
  return {
    partitionIndex,
    leaderId,
    leaderEpoch,
    preferredSuccessors,
    preferredCandidates,
    unknownTaggedFields,
  }
}

function decodeEndQuorumEpochRequestTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): EndQuorumEpochRequestTopicPartition[] {
  reader.structs(count)
  const items = new Array<EndQuorumEpochRequestTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeEndQuorumEpochRequestTopicPartition(reader, version)
  return items
}

function decodeEndQuorumEpochRequestTopicPartitionPreferredCandidate(
  reader: Reader,
  _version: number,
): EndQuorumEpochRequestTopicPartitionPreferredCandidate {
  const candidateId = reader.int32()
  const candidateDirectoryId = reader.uuid()
  const unknownTaggedFields = reader.unknownTags()
  return { candidateId, candidateDirectoryId, unknownTaggedFields }
}

function decodeEndQuorumEpochRequestTopicPartitionPreferredCandidateArray(
  reader: Reader,
  version: number,
  count: number,
): EndQuorumEpochRequestTopicPartitionPreferredCandidate[] {
  reader.structs(count)
  const items = new Array<EndQuorumEpochRequestTopicPartitionPreferredCandidate>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeEndQuorumEpochRequestTopicPartitionPreferredCandidate(reader, version)
  return items
}

function encodeEndQuorumEpochRequest(
  writer: Writer,
  message: EndQuorumEpochRequest,
  version: number,
): void {
  if (version >= 1) {
    writer.compactNullableString(message.clusterId)
  } else {
    writer.nullableString(message.clusterId)
  }
  if (version >= 1) {
    writer.compactArray(message.topics.length)
    encodeEndQuorumEpochRequestTopicArray(writer, message.topics, version)
  } else {
    writer.array(message.topics.length)
    encodeEndQuorumEpochRequestTopicArray(writer, message.topics, version)
  }
  if (version >= 1) {
    writer.compactArray(message.leaderEndpoints.length)
    encodeEndQuorumEpochRequestLeaderEndpointArray(writer, message.leaderEndpoints, version)
  }
  if (version >= 1) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('EndQuorumEpochRequest', 'unknownTaggedFields', version)
  }
}

function encodeEndQuorumEpochRequestLeaderEndpoint(
  writer: Writer,
  message: EndQuorumEpochRequestLeaderEndpoint,
  _version: number,
): void {
  writer.compactString(message.name)
  writer.compactString(message.host)
  writer.uint16(message.port)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeEndQuorumEpochRequestLeaderEndpointArray(
  writer: Writer,
  items: readonly EndQuorumEpochRequestLeaderEndpoint[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeEndQuorumEpochRequestLeaderEndpoint(writer, items[index]!, version)
}

function encodeEndQuorumEpochRequestTopic(
  writer: Writer,
  message: EndQuorumEpochRequestTopic,
  version: number,
): void {
  if (version >= 1) {
    writer.compactString(message.topicName)
  } else {
    writer.string(message.topicName)
  }
  if (version >= 1) {
    writer.compactArray(message.partitions.length)
    encodeEndQuorumEpochRequestTopicPartitionArray(writer, message.partitions, version)
  } else {
    writer.array(message.partitions.length)
    encodeEndQuorumEpochRequestTopicPartitionArray(writer, message.partitions, version)
  }
  if (version >= 1) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('EndQuorumEpochRequestTopic', 'unknownTaggedFields', version)
  }
}

function encodeEndQuorumEpochRequestTopicArray(
  writer: Writer,
  items: readonly EndQuorumEpochRequestTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeEndQuorumEpochRequestTopic(writer, items[index]!, version)
}

function encodeEndQuorumEpochRequestTopicPartition(
  writer: Writer,
  message: EndQuorumEpochRequestTopicPartition,
  version: number,
): void {
  writer.int32(message.partitionIndex)
  writer.int32(message.leaderId)
  writer.int32(message.leaderEpoch)
  if (version < 1) {
    writer.array(message.preferredSuccessors.length)
    writeInt32s(writer, message.preferredSuccessors)
  }
  if (version >= 1) {
    writer.compactArray(message.preferredCandidates.length)
    encodeEndQuorumEpochRequestTopicPartitionPreferredCandidateArray(
      writer,
      message.preferredCandidates,
      version,
    )
  }
  if (version >= 1) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('EndQuorumEpochRequestTopicPartition', 'unknownTaggedFields', version)
  }
}

function encodeEndQuorumEpochRequestTopicPartitionArray(
  writer: Writer,
  items: readonly EndQuorumEpochRequestTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeEndQuorumEpochRequestTopicPartition(writer, items[index]!, version)
}

function encodeEndQuorumEpochRequestTopicPartitionPreferredCandidate(
  writer: Writer,
  message: EndQuorumEpochRequestTopicPartitionPreferredCandidate,
  _version: number,
): void {
  writer.int32(message.candidateId)
  writer.uuid(message.candidateDirectoryId)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeEndQuorumEpochRequestTopicPartitionPreferredCandidateArray(
  writer: Writer,
  items: readonly EndQuorumEpochRequestTopicPartitionPreferredCandidate[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeEndQuorumEpochRequestTopicPartitionPreferredCandidate(writer, items[index]!, version)
}
export interface EndQuorumEpochResponse {
  errorCode: number
  topics: EndQuorumEpochResponseTopic[]
  nodeEndpoints: EndQuorumEpochResponseNodeEndpoint[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface EndQuorumEpochResponseNodeEndpoint {
  nodeId: number
  host: string
  port: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface EndQuorumEpochResponseTopic {
  topicName: string
  partitions: EndQuorumEpochResponseTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface EndQuorumEpochResponseTopicPartition {
  partitionIndex: number
  errorCode: number
  leaderId: number
  leaderEpoch: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function endQuorumEpochResponse(
  init: Partial<EndQuorumEpochResponse> = {},
): EndQuorumEpochResponse {
  return {
    errorCode: init.errorCode ?? 0,
    topics: init.topics ?? [],
    nodeEndpoints: init.nodeEndpoints ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function endQuorumEpochResponseNodeEndpoint(
  init: Partial<EndQuorumEpochResponseNodeEndpoint> = {},
): EndQuorumEpochResponseNodeEndpoint {
  return {
    nodeId: init.nodeId ?? 0,
    host: init.host ?? '',
    port: init.port ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function endQuorumEpochResponseTopic(
  init: Partial<EndQuorumEpochResponseTopic> = {},
): EndQuorumEpochResponseTopic {
  return {
    topicName: init.topicName ?? '',
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function endQuorumEpochResponseTopicPartition(
  init: Partial<EndQuorumEpochResponseTopicPartition> = {},
): EndQuorumEpochResponseTopicPartition {
  return {
    partitionIndex: init.partitionIndex ?? 0,
    errorCode: init.errorCode ?? 0,
    leaderId: init.leaderId ?? 0,
    leaderEpoch: init.leaderEpoch ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeEndQuorumEpochResponse(reader: Reader, version: number): EndQuorumEpochResponse {
  const errorCode = reader.int16()
  const topicsCount = version >= 1 ? reader.compactArray(3) : reader.array(6)
  const topics = decodeEndQuorumEpochResponseTopicArray(reader, version, topicsCount)

  const message: EndQuorumEpochResponse = {
    errorCode,
    topics,
    nodeEndpoints: [],
    unknownTaggedFields: null,
  }
  if (version >= 1) {
    const tags = reader.tagCount()
    if (tags !== 0) decodeEndQuorumEpochResponseTags(reader, message, version, tags)
  }
  return message
}

function decodeEndQuorumEpochResponseTags(
  reader: Reader,
  message: EndQuorumEpochResponse,
  version: number,
  count: number,
): void {
  for (let left = count; left > 0; left--) {
    const tag = reader.uvarint()
    const size = reader.tagSize()
    const end = reader.position + size
    if (tag === 0) {
      const nodeEndpointsCount = version >= 1 ? reader.compactArray(8) : 0
      const nodeEndpoints = decodeEndQuorumEpochResponseNodeEndpointArray(
        reader,
        version,
        nodeEndpointsCount,
      )
      message.nodeEndpoints = nodeEndpoints
      reader.expectPosition(end, tag)
    } else message.unknownTaggedFields = reader.unknownTag(message.unknownTaggedFields, tag, size)
  }
}

function decodeEndQuorumEpochResponseNodeEndpoint(
  reader: Reader,
  _version: number,
): EndQuorumEpochResponseNodeEndpoint {
  const nodeId = reader.int32()
  const host = reader.compactString()
  const port = reader.uint16()
  const unknownTaggedFields = reader.unknownTags()
  return { nodeId, host, port, unknownTaggedFields }
}

function decodeEndQuorumEpochResponseNodeEndpointArray(
  reader: Reader,
  version: number,
  count: number,
): EndQuorumEpochResponseNodeEndpoint[] {
  reader.structs(count)
  const items = new Array<EndQuorumEpochResponseNodeEndpoint>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeEndQuorumEpochResponseNodeEndpoint(reader, version)
  return items
}

function decodeEndQuorumEpochResponseTopic(
  reader: Reader,
  version: number,
): EndQuorumEpochResponseTopic {
  const topicName: string = version >= 1 ? reader.compactString() : reader.string()
  const partitionsCount = version >= 1 ? reader.compactArray(15) : reader.array(14)
  const partitions = decodeEndQuorumEpochResponseTopicPartitionArray(
    reader,
    version,
    partitionsCount,
  )
  const unknownTaggedFields = version >= 1 ? reader.unknownTags() : null
  return { topicName, partitions, unknownTaggedFields }
}

function decodeEndQuorumEpochResponseTopicArray(
  reader: Reader,
  version: number,
  count: number,
): EndQuorumEpochResponseTopic[] {
  reader.structs(count)
  const items = new Array<EndQuorumEpochResponseTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeEndQuorumEpochResponseTopic(reader, version)
  return items
}

function decodeEndQuorumEpochResponseTopicPartition(
  reader: Reader,
  version: number,
): EndQuorumEpochResponseTopicPartition {
  const partitionIndex = reader.int32()
  const errorCode = reader.int16()
  const leaderId = reader.int32()
  const leaderEpoch = reader.int32()
  const unknownTaggedFields = version >= 1 ? reader.unknownTags() : null
  return { partitionIndex, errorCode, leaderId, leaderEpoch, unknownTaggedFields }
}

function decodeEndQuorumEpochResponseTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): EndQuorumEpochResponseTopicPartition[] {
  reader.structs(count)
  const items = new Array<EndQuorumEpochResponseTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeEndQuorumEpochResponseTopicPartition(reader, version)
  return items
}

function encodeEndQuorumEpochResponse(
  writer: Writer,
  message: EndQuorumEpochResponse,
  version: number,
): void {
  writer.int16(message.errorCode)
  if (version >= 1) {
    writer.compactArray(message.topics.length)
    encodeEndQuorumEpochResponseTopicArray(writer, message.topics, version)
  } else {
    writer.array(message.topics.length)
    encodeEndQuorumEpochResponseTopicArray(writer, message.topics, version)
  }
  if (version < 1) {
    if (message.nodeEndpoints.length !== 0)
      throwFieldAbsent('EndQuorumEpochResponse', 'nodeEndpoints', version)
  }
  if (version >= 1) {
    encodeEndQuorumEpochResponseTags(writer, message, version)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('EndQuorumEpochResponse', 'unknownTaggedFields', version)
  }
}

function encodeEndQuorumEpochResponseTags(
  writer: Writer,
  message: EndQuorumEpochResponse,
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
    encodeEndQuorumEpochResponseNodeEndpointArray(writer, message.nodeEndpoints, version)
    writer.endTag(mark)
  }
  if (unknown !== null) writer.unknownTags(unknown, next, Number.POSITIVE_INFINITY)
}

function encodeEndQuorumEpochResponseNodeEndpoint(
  writer: Writer,
  message: EndQuorumEpochResponseNodeEndpoint,
  _version: number,
): void {
  writer.int32(message.nodeId)
  writer.compactString(message.host)
  writer.uint16(message.port)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeEndQuorumEpochResponseNodeEndpointArray(
  writer: Writer,
  items: readonly EndQuorumEpochResponseNodeEndpoint[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeEndQuorumEpochResponseNodeEndpoint(writer, items[index]!, version)
}

function encodeEndQuorumEpochResponseTopic(
  writer: Writer,
  message: EndQuorumEpochResponseTopic,
  version: number,
): void {
  if (version >= 1) {
    writer.compactString(message.topicName)
  } else {
    writer.string(message.topicName)
  }
  if (version >= 1) {
    writer.compactArray(message.partitions.length)
    encodeEndQuorumEpochResponseTopicPartitionArray(writer, message.partitions, version)
  } else {
    writer.array(message.partitions.length)
    encodeEndQuorumEpochResponseTopicPartitionArray(writer, message.partitions, version)
  }
  if (version >= 1) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('EndQuorumEpochResponseTopic', 'unknownTaggedFields', version)
  }
}

function encodeEndQuorumEpochResponseTopicArray(
  writer: Writer,
  items: readonly EndQuorumEpochResponseTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeEndQuorumEpochResponseTopic(writer, items[index]!, version)
}

function encodeEndQuorumEpochResponseTopicPartition(
  writer: Writer,
  message: EndQuorumEpochResponseTopicPartition,
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
      throwFieldAbsent('EndQuorumEpochResponseTopicPartition', 'unknownTaggedFields', version)
  }
}

function encodeEndQuorumEpochResponseTopicPartitionArray(
  writer: Writer,
  items: readonly EndQuorumEpochResponseTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeEndQuorumEpochResponseTopicPartition(writer, items[index]!, version)
}

export const endQuorumEpochApi: Api<EndQuorumEpochRequest, EndQuorumEpochResponse> = {
  key: 54,
  name: 'EndQuorumEpoch',
  versionMin: 0,
  versionMax: 1,
  versionMaxStable: 1,
  flexibleSince: 1,
  listeners: ['controller'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUndecodable('EndQuorumEpochRequest', version, '0-1')
      return decodeEndQuorumEpochRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUnencodable('EndQuorumEpochRequest', version, '0-1')
      encodeEndQuorumEpochRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUndecodable('EndQuorumEpochResponse', version, '0-1')
      return decodeEndQuorumEpochResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUnencodable('EndQuorumEpochResponse', version, '0-1')
      encodeEndQuorumEpochResponse(writer, message, version)
    },
  },
  requestHeaderVersion: (version) => (version >= 1 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 1 ? 1 : 0),
}
