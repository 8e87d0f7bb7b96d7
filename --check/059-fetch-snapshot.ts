import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { Api } from '../api.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../codec/errors.ts'
import type { Reader } from '../codec/reader.ts'
import { EMPTY_RECORDS } from '../codec/records.ts'
import type { Records } from '../codec/records.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface FetchSnapshotRequest {
  clusterId: string | null
  replicaId: number
  maxBytes: number
  topics: FetchSnapshotRequestTopic[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface FetchSnapshotRequestTopic {
  name: string
  partitions: FetchSnapshotRequestTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface FetchSnapshotRequestTopicPartition {
  partition: number
  currentLeaderEpoch: number
  snapshotId: FetchSnapshotRequestTopicPartitionSnapshotId
  position: number
  replicaDirectoryId: Uuid
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface FetchSnapshotRequestTopicPartitionSnapshotId {
  endOffset: number
  epoch: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function fetchSnapshotRequest(
  init: Partial<FetchSnapshotRequest> = {},
): FetchSnapshotRequest {
  return {
    clusterId: init.clusterId ?? null,
    replicaId: init.replicaId ?? -1,
    maxBytes: init.maxBytes ?? 2147483647,
    topics: init.topics ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function fetchSnapshotRequestTopic(
  init: Partial<FetchSnapshotRequestTopic> = {},
): FetchSnapshotRequestTopic {
  return {
    name: init.name ?? '',
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function fetchSnapshotRequestTopicPartition(
  init: Partial<FetchSnapshotRequestTopicPartition> = {},
): FetchSnapshotRequestTopicPartition {
  return {
    partition: init.partition ?? 0,
    currentLeaderEpoch: init.currentLeaderEpoch ?? 0,
    snapshotId: init.snapshotId ?? defaultFetchSnapshotRequestTopicPartitionSnapshotId,
    position: init.position ?? 0,
    replicaDirectoryId: init.replicaDirectoryId ?? ZERO_UUID,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function fetchSnapshotRequestTopicPartitionSnapshotId(
  init: Partial<FetchSnapshotRequestTopicPartitionSnapshotId> = {},
): FetchSnapshotRequestTopicPartitionSnapshotId {
  return {
    endOffset: init.endOffset ?? 0,
    epoch: init.epoch ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

const defaultFetchSnapshotRequestTopicPartitionSnapshotId: FetchSnapshotRequestTopicPartitionSnapshotId =
  Object.freeze(fetchSnapshotRequestTopicPartitionSnapshotId())

function decodeFetchSnapshotRequest(reader: Reader, version: number): FetchSnapshotRequest {
  const replicaId = reader.int32()
  const maxBytes = reader.int32()
  const topicsCount = reader.compactArray(3)
  const topics = decodeFetchSnapshotRequestTopicArray(reader, version, topicsCount)

  const message: FetchSnapshotRequest = {
    clusterId: null,
    replicaId,
    maxBytes,
    topics,
    unknownTaggedFields: null,
  }
  const tags = reader.tagCount()
  if (tags !== 0) decodeFetchSnapshotRequestTags(reader, message, version, tags)
  return message
}

function decodeFetchSnapshotRequestTags(
  reader: Reader,
  message: FetchSnapshotRequest,
  _version: number,
  count: number,
): void {
  for (let left = count; left > 0; left--) {
    const tag = reader.uvarint()
    const size = reader.tagSize()
    const end = reader.position + size
    if (tag === 0) {
      const clusterId = reader.compactNullableString()
      message.clusterId = clusterId
      reader.expectPosition(end, tag)
    } else message.unknownTaggedFields = reader.unknownTag(message.unknownTaggedFields, tag, size)
  }
}

function decodeFetchSnapshotRequestTopic(
  reader: Reader,
  version: number,
): FetchSnapshotRequestTopic {
  const name = reader.compactString()
  const partitionsCount = reader.compactArray(30)
  const partitions = decodeFetchSnapshotRequestTopicPartitionArray(reader, version, partitionsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { name, partitions, unknownTaggedFields }
}

function decodeFetchSnapshotRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): FetchSnapshotRequestTopic[] {
  reader.structs(count)
  const items = new Array<FetchSnapshotRequestTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeFetchSnapshotRequestTopic(reader, version)
  return items
}

function decodeFetchSnapshotRequestTopicPartition(
  reader: Reader,
  version: number,
): FetchSnapshotRequestTopicPartition {
  const partition = reader.int32()
  const currentLeaderEpoch = reader.int32()
  const snapshotId = decodeFetchSnapshotRequestTopicPartitionSnapshotId(reader, version)
  const position = reader.int64()

  const message: FetchSnapshotRequestTopicPartition = {
    partition,
    currentLeaderEpoch,
    snapshotId,
    position,
    replicaDirectoryId: ZERO_UUID,
    unknownTaggedFields: null,
  }
  const tags = reader.tagCount()
  if (tags !== 0) decodeFetchSnapshotRequestTopicPartitionTags(reader, message, version, tags)
  return message
}

function decodeFetchSnapshotRequestTopicPartitionTags(
  reader: Reader,
  message: FetchSnapshotRequestTopicPartition,
  version: number,
  count: number,
): void {
  for (let left = count; left > 0; left--) {
    const tag = reader.uvarint()
    const size = reader.tagSize()
    const end = reader.position + size
    if (tag === 0 && version >= 1) {
      const replicaDirectoryId = reader.uuid()
      message.replicaDirectoryId = replicaDirectoryId
      reader.expectPosition(end, tag)
    } else message.unknownTaggedFields = reader.unknownTag(message.unknownTaggedFields, tag, size)
  }
}

function decodeFetchSnapshotRequestTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): FetchSnapshotRequestTopicPartition[] {
  reader.structs(count)
  const items = new Array<FetchSnapshotRequestTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeFetchSnapshotRequestTopicPartition(reader, version)
  return items
}

function decodeFetchSnapshotRequestTopicPartitionSnapshotId(
  reader: Reader,
  _version: number,
): FetchSnapshotRequestTopicPartitionSnapshotId {
  const endOffset = reader.int64()
  const epoch = reader.int32()
  const unknownTaggedFields = reader.unknownTags()
  return { endOffset, epoch, unknownTaggedFields }
}

function encodeFetchSnapshotRequest(
  writer: Writer,
  message: FetchSnapshotRequest,
  version: number,
): void {
  writer.int32(message.replicaId)
  writer.int32(message.maxBytes)
  writer.compactArray(message.topics.length)
  encodeFetchSnapshotRequestTopicArray(writer, message.topics, version)
  encodeFetchSnapshotRequestTags(writer, message, version)
}

function encodeFetchSnapshotRequestTags(
  writer: Writer,
  message: FetchSnapshotRequest,
  _version: number,
): void {
  const unknown = message.unknownTaggedFields
  const clusterIdSet = message.clusterId !== null
  if (!clusterIdSet) {
    writer.onlyUnknownTags(unknown)
    return
  }
  let count = unknown === null ? 0 : unknown.length
  if (clusterIdSet) count++
  writer.uvarint(count)
  let next = 0
  if (clusterIdSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 0)
    const mark = writer.beginTag(0)
    writer.compactNullableString(message.clusterId)
    writer.endTag(mark)
  }
  if (unknown !== null) writer.unknownTags(unknown, next, Number.POSITIVE_INFINITY)
}

function encodeFetchSnapshotRequestTopic(
  writer: Writer,
  message: FetchSnapshotRequestTopic,
  version: number,
): void {
  writer.compactString(message.name)
  writer.compactArray(message.partitions.length)
  encodeFetchSnapshotRequestTopicPartitionArray(writer, message.partitions, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeFetchSnapshotRequestTopicArray(
  writer: Writer,
  items: readonly FetchSnapshotRequestTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeFetchSnapshotRequestTopic(writer, items[index]!, version)
}

function encodeFetchSnapshotRequestTopicPartition(
  writer: Writer,
  message: FetchSnapshotRequestTopicPartition,
  version: number,
): void {
  writer.int32(message.partition)
  writer.int32(message.currentLeaderEpoch)
  encodeFetchSnapshotRequestTopicPartitionSnapshotId(writer, message.snapshotId, version)
  writer.int64(message.position)

  encodeFetchSnapshotRequestTopicPartitionTags(writer, message, version)
}

function encodeFetchSnapshotRequestTopicPartitionTags(
  writer: Writer,
  message: FetchSnapshotRequestTopicPartition,
  version: number,
): void {
  const unknown = message.unknownTaggedFields
  const replicaDirectoryIdSet = version >= 1 && message.replicaDirectoryId !== ZERO_UUID
  if (!replicaDirectoryIdSet) {
    writer.onlyUnknownTags(unknown)
    return
  }
  let count = unknown === null ? 0 : unknown.length
  if (replicaDirectoryIdSet) count++
  writer.uvarint(count)
  let next = 0
  if (replicaDirectoryIdSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 0)
    const mark = writer.beginTag(0)
    writer.uuid(message.replicaDirectoryId)
    writer.endTag(mark)
  }
  if (unknown !== null) writer.unknownTags(unknown, next, Number.POSITIVE_INFINITY)
}

function encodeFetchSnapshotRequestTopicPartitionArray(
  writer: Writer,
  items: readonly FetchSnapshotRequestTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeFetchSnapshotRequestTopicPartition(writer, items[index]!, version)
}

function encodeFetchSnapshotRequestTopicPartitionSnapshotId(
  writer: Writer,
  message: FetchSnapshotRequestTopicPartitionSnapshotId,
  _version: number,
): void {
  writer.int64(message.endOffset)
  writer.int32(message.epoch)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}
export interface FetchSnapshotResponse {
  throttleTimeMs: number
  errorCode: number
  topics: FetchSnapshotResponseTopic[]
  nodeEndpoints: FetchSnapshotResponseNodeEndpoint[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface FetchSnapshotResponseNodeEndpoint {
  nodeId: number
  host: string
  port: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface FetchSnapshotResponseTopic {
  name: string
  partitions: FetchSnapshotResponseTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface FetchSnapshotResponseTopicPartition {
  index: number
  errorCode: number
  snapshotId: FetchSnapshotResponseTopicPartitionSnapshotId
  currentLeader: FetchSnapshotResponseTopicPartitionCurrentLeader
  size: number
  position: number
  unalignedRecords: Records
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface FetchSnapshotResponseTopicPartitionCurrentLeader {
  leaderId: number
  leaderEpoch: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface FetchSnapshotResponseTopicPartitionSnapshotId {
  endOffset: number
  epoch: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function fetchSnapshotResponse(
  init: Partial<FetchSnapshotResponse> = {},
): FetchSnapshotResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    errorCode: init.errorCode ?? 0,
    topics: init.topics ?? [],
    nodeEndpoints: init.nodeEndpoints ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function fetchSnapshotResponseNodeEndpoint(
  init: Partial<FetchSnapshotResponseNodeEndpoint> = {},
): FetchSnapshotResponseNodeEndpoint {
  return {
    nodeId: init.nodeId ?? 0,
    host: init.host ?? '',
    port: init.port ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function fetchSnapshotResponseTopic(
  init: Partial<FetchSnapshotResponseTopic> = {},
): FetchSnapshotResponseTopic {
  return {
    name: init.name ?? '',
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function fetchSnapshotResponseTopicPartition(
  init: Partial<FetchSnapshotResponseTopicPartition> = {},
): FetchSnapshotResponseTopicPartition {
  return {
    index: init.index ?? 0,
    errorCode: init.errorCode ?? 0,
    snapshotId: init.snapshotId ?? defaultFetchSnapshotResponseTopicPartitionSnapshotId,
    currentLeader: init.currentLeader ?? defaultFetchSnapshotResponseTopicPartitionCurrentLeader,
    size: init.size ?? 0,
    position: init.position ?? 0,
    unalignedRecords: init.unalignedRecords ?? EMPTY_RECORDS,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function fetchSnapshotResponseTopicPartitionCurrentLeader(
  init: Partial<FetchSnapshotResponseTopicPartitionCurrentLeader> = {},
): FetchSnapshotResponseTopicPartitionCurrentLeader {
  return {
    leaderId: init.leaderId ?? 0,
    leaderEpoch: init.leaderEpoch ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function fetchSnapshotResponseTopicPartitionSnapshotId(
  init: Partial<FetchSnapshotResponseTopicPartitionSnapshotId> = {},
): FetchSnapshotResponseTopicPartitionSnapshotId {
  return {
    endOffset: init.endOffset ?? 0,
    epoch: init.epoch ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

const defaultFetchSnapshotResponseTopicPartitionSnapshotId: FetchSnapshotResponseTopicPartitionSnapshotId =
  Object.freeze(fetchSnapshotResponseTopicPartitionSnapshotId())

const defaultFetchSnapshotResponseTopicPartitionCurrentLeader: FetchSnapshotResponseTopicPartitionCurrentLeader =
  Object.freeze(fetchSnapshotResponseTopicPartitionCurrentLeader())

function isDefaultFetchSnapshotResponseTopicPartitionCurrentLeader(
  value: FetchSnapshotResponseTopicPartitionCurrentLeader,
): boolean {
  if (value === defaultFetchSnapshotResponseTopicPartitionCurrentLeader) return true
  return !(value.leaderId !== 0 || value.leaderEpoch !== 0 || value.unknownTaggedFields !== null)
}

function decodeFetchSnapshotResponse(reader: Reader, version: number): FetchSnapshotResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const topicsCount = reader.compactArray(3)
  const topics = decodeFetchSnapshotResponseTopicArray(reader, version, topicsCount)

  const message: FetchSnapshotResponse = {
    throttleTimeMs,
    errorCode,
    topics,
    nodeEndpoints: [],
    unknownTaggedFields: null,
  }
  const tags = reader.tagCount()
  if (tags !== 0) decodeFetchSnapshotResponseTags(reader, message, version, tags)
  return message
}

function decodeFetchSnapshotResponseTags(
  reader: Reader,
  message: FetchSnapshotResponse,
  version: number,
  count: number,
): void {
  for (let left = count; left > 0; left--) {
    const tag = reader.uvarint()
    const size = reader.tagSize()
    const end = reader.position + size
    if (tag === 0 && version >= 1) {
      const nodeEndpointsCount = version >= 1 ? reader.compactArray(8) : 0
      const nodeEndpoints = decodeFetchSnapshotResponseNodeEndpointArray(
        reader,
        version,
        nodeEndpointsCount,
      )
      message.nodeEndpoints = nodeEndpoints
      reader.expectPosition(end, tag)
    } else message.unknownTaggedFields = reader.unknownTag(message.unknownTaggedFields, tag, size)
  }
}

function decodeFetchSnapshotResponseNodeEndpoint(
  reader: Reader,
  _version: number,
): FetchSnapshotResponseNodeEndpoint {
  const nodeId = reader.int32()
  const host = reader.compactString()
  const port = reader.uint16()
  const unknownTaggedFields = reader.unknownTags()
  return { nodeId, host, port, unknownTaggedFields }
}

function decodeFetchSnapshotResponseNodeEndpointArray(
  reader: Reader,
  version: number,
  count: number,
): FetchSnapshotResponseNodeEndpoint[] {
  reader.structs(count)
  const items = new Array<FetchSnapshotResponseNodeEndpoint>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeFetchSnapshotResponseNodeEndpoint(reader, version)
  return items
}

function decodeFetchSnapshotResponseTopic(
  reader: Reader,
  version: number,
): FetchSnapshotResponseTopic {
  const name = reader.compactString()
  const partitionsCount = reader.compactArray(37)
  const partitions = decodeFetchSnapshotResponseTopicPartitionArray(
    reader,
    version,
    partitionsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { name, partitions, unknownTaggedFields }
}

function decodeFetchSnapshotResponseTopicArray(
  reader: Reader,
  version: number,
  count: number,
): FetchSnapshotResponseTopic[] {
  reader.structs(count)
  const items = new Array<FetchSnapshotResponseTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeFetchSnapshotResponseTopic(reader, version)
  return items
}

function decodeFetchSnapshotResponseTopicPartition(
  reader: Reader,
  version: number,
): FetchSnapshotResponseTopicPartition {
  const index = reader.int32()
  const errorCode = reader.int16()
  const snapshotId = decodeFetchSnapshotResponseTopicPartitionSnapshotId(reader, version)
  const sizeValue = reader.int64()
  const position = reader.int64()
  const unalignedRecords = reader.compactRecords()

  const message: FetchSnapshotResponseTopicPartition = {
    index,
    errorCode,
    snapshotId,
    currentLeader: defaultFetchSnapshotResponseTopicPartitionCurrentLeader,
    size: sizeValue,
    position,
    unalignedRecords,
    unknownTaggedFields: null,
  }
  const tags = reader.tagCount()
  if (tags !== 0) decodeFetchSnapshotResponseTopicPartitionTags(reader, message, version, tags)
  return message
}

function decodeFetchSnapshotResponseTopicPartitionTags(
  reader: Reader,
  message: FetchSnapshotResponseTopicPartition,
  version: number,
  count: number,
): void {
  for (let left = count; left > 0; left--) {
    const tag = reader.uvarint()
    const size = reader.tagSize()
    const end = reader.position + size
    if (tag === 0) {
      const currentLeader = decodeFetchSnapshotResponseTopicPartitionCurrentLeader(reader, version)
      message.currentLeader = currentLeader
      reader.expectPosition(end, tag)
    } else message.unknownTaggedFields = reader.unknownTag(message.unknownTaggedFields, tag, size)
  }
}

function decodeFetchSnapshotResponseTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): FetchSnapshotResponseTopicPartition[] {
  reader.structs(count)
  const items = new Array<FetchSnapshotResponseTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeFetchSnapshotResponseTopicPartition(reader, version)
  return items
}

function decodeFetchSnapshotResponseTopicPartitionCurrentLeader(
  reader: Reader,
  _version: number,
): FetchSnapshotResponseTopicPartitionCurrentLeader {
  const leaderId = reader.int32()
  const leaderEpoch = reader.int32()
  const unknownTaggedFields = reader.unknownTags()
  return { leaderId, leaderEpoch, unknownTaggedFields }
}

function decodeFetchSnapshotResponseTopicPartitionSnapshotId(
  reader: Reader,
  _version: number,
): FetchSnapshotResponseTopicPartitionSnapshotId {
  const endOffset = reader.int64()
  const epoch = reader.int32()
  const unknownTaggedFields = reader.unknownTags()
  return { endOffset, epoch, unknownTaggedFields }
}

function encodeFetchSnapshotResponse(
  writer: Writer,
  message: FetchSnapshotResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  writer.int16(message.errorCode)
  writer.compactArray(message.topics.length)
  encodeFetchSnapshotResponseTopicArray(writer, message.topics, version)
  if (version < 1) {
    if (message.nodeEndpoints.length !== 0)
      throwFieldAbsent('FetchSnapshotResponse', 'nodeEndpoints', version)
  }
  encodeFetchSnapshotResponseTags(writer, message, version)
}

function encodeFetchSnapshotResponseTags(
  writer: Writer,
  message: FetchSnapshotResponse,
  version: number,
): void {
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
    encodeFetchSnapshotResponseNodeEndpointArray(writer, message.nodeEndpoints, version)
    writer.endTag(mark)
  }
  if (unknown !== null) writer.unknownTags(unknown, next, Number.POSITIVE_INFINITY)
}

function encodeFetchSnapshotResponseNodeEndpoint(
  writer: Writer,
  message: FetchSnapshotResponseNodeEndpoint,
  _version: number,
): void {
  writer.int32(message.nodeId)
  writer.compactString(message.host)
  writer.uint16(message.port)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeFetchSnapshotResponseNodeEndpointArray(
  writer: Writer,
  items: readonly FetchSnapshotResponseNodeEndpoint[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeFetchSnapshotResponseNodeEndpoint(writer, items[index]!, version)
}

function encodeFetchSnapshotResponseTopic(
  writer: Writer,
  message: FetchSnapshotResponseTopic,
  version: number,
): void {
  writer.compactString(message.name)
  writer.compactArray(message.partitions.length)
  encodeFetchSnapshotResponseTopicPartitionArray(writer, message.partitions, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeFetchSnapshotResponseTopicArray(
  writer: Writer,
  items: readonly FetchSnapshotResponseTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeFetchSnapshotResponseTopic(writer, items[index]!, version)
}

function encodeFetchSnapshotResponseTopicPartition(
  writer: Writer,
  message: FetchSnapshotResponseTopicPartition,
  version: number,
): void {
  writer.int32(message.index)
  writer.int16(message.errorCode)
  encodeFetchSnapshotResponseTopicPartitionSnapshotId(writer, message.snapshotId, version)

  writer.int64(message.size)
  writer.int64(message.position)
  writer.compactRecords(message.unalignedRecords)
  encodeFetchSnapshotResponseTopicPartitionTags(writer, message, version)
}

function encodeFetchSnapshotResponseTopicPartitionTags(
  writer: Writer,
  message: FetchSnapshotResponseTopicPartition,
  version: number,
): void {
  const unknown = message.unknownTaggedFields
  const currentLeaderSet = !isDefaultFetchSnapshotResponseTopicPartitionCurrentLeader(
    message.currentLeader,
  )
  if (!currentLeaderSet) {
    writer.onlyUnknownTags(unknown)
    return
  }
  let count = unknown === null ? 0 : unknown.length
  if (currentLeaderSet) count++
  writer.uvarint(count)
  let next = 0
  if (currentLeaderSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 0)
    const mark = writer.beginTag(0)
    encodeFetchSnapshotResponseTopicPartitionCurrentLeader(writer, message.currentLeader, version)
    writer.endTag(mark)
  }
  if (unknown !== null) writer.unknownTags(unknown, next, Number.POSITIVE_INFINITY)
}

function encodeFetchSnapshotResponseTopicPartitionArray(
  writer: Writer,
  items: readonly FetchSnapshotResponseTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeFetchSnapshotResponseTopicPartition(writer, items[index]!, version)
}

function encodeFetchSnapshotResponseTopicPartitionCurrentLeader(
  writer: Writer,
  message: FetchSnapshotResponseTopicPartitionCurrentLeader,
  _version: number,
): void {
  writer.int32(message.leaderId)
  writer.int32(message.leaderEpoch)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeFetchSnapshotResponseTopicPartitionSnapshotId(
  writer: Writer,
  message: FetchSnapshotResponseTopicPartitionSnapshotId,
  _version: number,
): void {
  writer.int64(message.endOffset)
  writer.int32(message.epoch)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

export const fetchSnapshotApi: Api<FetchSnapshotRequest, FetchSnapshotResponse> = {
  key: 59,
  name: 'FetchSnapshot',
  versionMin: 0,
  versionMax: 1,
  versionMaxStable: 1,
  flexibleSince: 0,
  listeners: ['controller'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUndecodable('FetchSnapshotRequest', version, '0-1')
      return decodeFetchSnapshotRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUnencodable('FetchSnapshotRequest', version, '0-1')
      encodeFetchSnapshotRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUndecodable('FetchSnapshotResponse', version, '0-1')
      return decodeFetchSnapshotResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUnencodable('FetchSnapshotResponse', version, '0-1')
      encodeFetchSnapshotResponse(writer, message, version)
    },
  },
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
