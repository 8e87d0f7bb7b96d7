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
import type { Records } from '../codec/records.ts'
import type { UnknownTaggedField } from '../codec/tagged-field.ts'
import type { Writer } from '../codec/writer.ts'

export interface FetchRequest {
  clusterId: string | null
  replicaId: number
  replicaState: FetchRequestReplicaState
  maxWaitMs: number
  minBytes: number
  maxBytes: number
  isolationLevel: number
  sessionId: number
  sessionEpoch: number
  topics: FetchRequestTopic[]
  forgottenTopicsData: FetchRequestForgottenTopic[]
  rackId: string
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface FetchRequestForgottenTopic {
  topic: string
  topicId: Uuid
  partitions: number[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface FetchRequestTopic {
  topic: string
  topicId: Uuid
  partitions: FetchRequestTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface FetchRequestTopicPartition {
  partition: number
  currentLeaderEpoch: number
  fetchOffset: number
  lastFetchedEpoch: number
  logStartOffset: number
  partitionMaxBytes: number
  replicaDirectoryId: Uuid
  highWatermark: bigint
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface FetchRequestReplicaState {
  replicaId: number
  replicaEpoch: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function fetchRequest(init: Partial<FetchRequest> = {}): FetchRequest {
  return {
    clusterId: init.clusterId ?? null,
    replicaId: init.replicaId ?? -1,
    replicaState: init.replicaState ?? defaultFetchRequestReplicaState,
    maxWaitMs: init.maxWaitMs ?? 0,
    minBytes: init.minBytes ?? 0,
    maxBytes: init.maxBytes ?? 2147483647,
    isolationLevel: init.isolationLevel ?? 0,
    sessionId: init.sessionId ?? 0,
    sessionEpoch: init.sessionEpoch ?? -1,
    topics: init.topics ?? [],
    forgottenTopicsData: init.forgottenTopicsData ?? [],
    rackId: init.rackId ?? '',
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function fetchRequestForgottenTopic(
  init: Partial<FetchRequestForgottenTopic> = {},
): FetchRequestForgottenTopic {
  return {
    topic: init.topic ?? '',
    topicId: init.topicId ?? ZERO_UUID,
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function fetchRequestTopic(init: Partial<FetchRequestTopic> = {}): FetchRequestTopic {
  return {
    topic: init.topic ?? '',
    topicId: init.topicId ?? ZERO_UUID,
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function fetchRequestTopicPartition(
  init: Partial<FetchRequestTopicPartition> = {},
): FetchRequestTopicPartition {
  return {
    partition: init.partition ?? 0,
    currentLeaderEpoch: init.currentLeaderEpoch ?? -1,
    fetchOffset: init.fetchOffset ?? 0,
    lastFetchedEpoch: init.lastFetchedEpoch ?? -1,
    logStartOffset: init.logStartOffset ?? -1,
    partitionMaxBytes: init.partitionMaxBytes ?? 0,
    replicaDirectoryId: init.replicaDirectoryId ?? ZERO_UUID,
    highWatermark: init.highWatermark ?? 9223372036854775807n,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function fetchRequestReplicaState(
  init: Partial<FetchRequestReplicaState> = {},
): FetchRequestReplicaState {
  return {
    replicaId: init.replicaId ?? -1,
    replicaEpoch: init.replicaEpoch ?? -1,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

const defaultFetchRequestReplicaState: FetchRequestReplicaState = Object.freeze(
  fetchRequestReplicaState(),
)

function isDefaultFetchRequestReplicaState(value: FetchRequestReplicaState): boolean {
  if (value === defaultFetchRequestReplicaState) return true
  return !(
    value.replicaId !== -1 ||
    value.replicaEpoch !== -1 ||
    value.unknownTaggedFields !== null
  )
}

function decodeFetchRequest(reader: Reader, version: number): FetchRequest {
  const replicaId: number = version >= 15 ? -1 : reader.int32()
  const maxWaitMs = reader.int32()
  const minBytes = reader.int32()
  const maxBytes = reader.int32()
  const isolationLevel = reader.int8()
  const sessionId: number = version >= 7 ? reader.int32() : 0
  const sessionEpoch: number = version >= 7 ? reader.int32() : -1
  const topicsCount = version >= 12 ? reader.compactArray(3) : reader.array(6)
  const topics = decodeFetchRequestTopicArray(reader, version, topicsCount)
  const forgottenTopicsDataCount =
    version >= 12 ? reader.compactArray(3) : version >= 7 ? reader.array(6) : 0
  const forgottenTopicsData = decodeFetchRequestForgottenTopicArray(
    reader,
    version,
    forgottenTopicsDataCount,
  )
  const rackId: string =
    version >= 12 ? reader.compactString() : version >= 11 ? reader.string() : ''

  const message: FetchRequest = {
    clusterId: null,
    replicaId,
    replicaState: defaultFetchRequestReplicaState,
    maxWaitMs,
    minBytes,
    maxBytes,
    isolationLevel,
    sessionId,
    sessionEpoch,
    topics,
    forgottenTopicsData,
    rackId,
    unknownTaggedFields: null,
  }
  if (version >= 12) {
    const tags = reader.tagCount()
    if (tags !== 0) decodeFetchRequestTags(reader, message, version, tags)
  }
  return message
}

function decodeFetchRequestTags(
  reader: Reader,
  message: FetchRequest,
  version: number,
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
    } else if (tag === 1 && version >= 15) {
      const replicaState = decodeFetchRequestReplicaState(reader, version)
      message.replicaState = replicaState
      reader.expectPosition(end, tag)
    } else message.unknownTaggedFields = reader.unknownTag(message.unknownTaggedFields, tag, size)
  }
}

function decodeFetchRequestForgottenTopic(
  reader: Reader,
  version: number,
): FetchRequestForgottenTopic {
  const topic: string =
    version >= 13 ? '' : version >= 12 ? reader.compactString() : reader.string()
  const topicId: Uuid = version >= 13 ? reader.uuid() : ZERO_UUID
  const partitionsCount = version >= 12 ? reader.compactArray(4) : reader.array(4)
  const partitions = readInt32s(reader, partitionsCount)
  const unknownTaggedFields = version >= 12 ? reader.unknownTags() : null
  return { topic, topicId, partitions, unknownTaggedFields }
}

function decodeFetchRequestForgottenTopicArray(
  reader: Reader,
  version: number,
  count: number,
): FetchRequestForgottenTopic[] {
  reader.structs(count)
  const items = new Array<FetchRequestForgottenTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeFetchRequestForgottenTopic(reader, version)
  return items
}

function decodeFetchRequestTopic(reader: Reader, version: number): FetchRequestTopic {
  const topic: string =
    version >= 13 ? '' : version >= 12 ? reader.compactString() : reader.string()
  const topicId: Uuid = version >= 13 ? reader.uuid() : ZERO_UUID
  const partitionsCount = version >= 12 ? reader.compactArray(33) : reader.array(16)
  const partitions = decodeFetchRequestTopicPartitionArray(reader, version, partitionsCount)
  const unknownTaggedFields = version >= 12 ? reader.unknownTags() : null
  return { topic, topicId, partitions, unknownTaggedFields }
}

function decodeFetchRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): FetchRequestTopic[] {
  reader.structs(count)
  const items = new Array<FetchRequestTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeFetchRequestTopic(reader, version)
  return items
}

function decodeFetchRequestTopicPartition(
  reader: Reader,
  version: number,
): FetchRequestTopicPartition {
  const partition = reader.int32()
  const currentLeaderEpoch: number = version >= 9 ? reader.int32() : -1
  const fetchOffset = reader.int64()
  const lastFetchedEpoch: number = version >= 12 ? reader.int32() : -1
  const logStartOffset: number = version >= 5 ? reader.int64() : -1
  const partitionMaxBytes = reader.int32()

  const message: FetchRequestTopicPartition = {
    partition,
    currentLeaderEpoch,
    fetchOffset,
    lastFetchedEpoch,
    logStartOffset,
    partitionMaxBytes,
    replicaDirectoryId: ZERO_UUID,
    highWatermark: 9223372036854775807n,
    unknownTaggedFields: null,
  }
  if (version >= 12) {
    const tags = reader.tagCount()
    if (tags !== 0) decodeFetchRequestTopicPartitionTags(reader, message, version, tags)
  }
  return message
}

function decodeFetchRequestTopicPartitionTags(
  reader: Reader,
  message: FetchRequestTopicPartition,
  version: number,
  count: number,
): void {
  for (let left = count; left > 0; left--) {
    const tag = reader.uvarint()
    const size = reader.tagSize()
    const end = reader.position + size
    if (tag === 0 && version >= 17) {
      const replicaDirectoryId = reader.uuid()
      message.replicaDirectoryId = replicaDirectoryId
      reader.expectPosition(end, tag)
    } else if (tag === 1 && version >= 18) {
      const highWatermark = reader.int64Wide()
      message.highWatermark = highWatermark
      reader.expectPosition(end, tag)
    } else message.unknownTaggedFields = reader.unknownTag(message.unknownTaggedFields, tag, size)
  }
}

function decodeFetchRequestTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): FetchRequestTopicPartition[] {
  reader.structs(count)
  const items = new Array<FetchRequestTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeFetchRequestTopicPartition(reader, version)
  return items
}

function decodeFetchRequestReplicaState(
  reader: Reader,
  _version: number,
): FetchRequestReplicaState {
  const replicaId = reader.int32()
  const replicaEpoch = reader.int64()
  const unknownTaggedFields = reader.unknownTags()
  return { replicaId, replicaEpoch, unknownTaggedFields }
}

function encodeFetchRequest(writer: Writer, message: FetchRequest, version: number): void {
  if (version >= 15) {
    if (message.replicaId !== -1) throwFieldAbsent('FetchRequest', 'replicaId', version)
  } else {
    writer.int32(message.replicaId)
  }
  if (version < 15) {
    if (!isDefaultFetchRequestReplicaState(message.replicaState))
      throwFieldAbsent('FetchRequest', 'replicaState', version)
  }
  writer.int32(message.maxWaitMs)
  writer.int32(message.minBytes)
  writer.int32(message.maxBytes)
  writer.int8(message.isolationLevel)
  if (version >= 7) {
    writer.int32(message.sessionId)
  }
  if (version >= 7) {
    writer.int32(message.sessionEpoch)
  }
  if (version >= 12) {
    writer.compactArray(message.topics.length)
    encodeFetchRequestTopicArray(writer, message.topics, version)
  } else {
    writer.array(message.topics.length)
    encodeFetchRequestTopicArray(writer, message.topics, version)
  }
  if (version >= 12) {
    writer.compactArray(message.forgottenTopicsData.length)
    encodeFetchRequestForgottenTopicArray(writer, message.forgottenTopicsData, version)
  } else {
    if (version >= 7) {
      writer.array(message.forgottenTopicsData.length)
      encodeFetchRequestForgottenTopicArray(writer, message.forgottenTopicsData, version)
    } else {
      if (message.forgottenTopicsData.length !== 0)
        throwFieldAbsent('FetchRequest', 'forgottenTopicsData', version)
    }
  }
  if (version >= 12) {
    writer.compactString(message.rackId)
  } else {
    if (version >= 11) {
      writer.string(message.rackId)
    }
  }
  if (version >= 12) {
    encodeFetchRequestTags(writer, message, version)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('FetchRequest', 'unknownTaggedFields', version)
  }
}

function encodeFetchRequestTags(writer: Writer, message: FetchRequest, version: number): void {
  const unknown = message.unknownTaggedFields
  const clusterIdSet = message.clusterId !== null
  const replicaStateSet = version >= 15 && !isDefaultFetchRequestReplicaState(message.replicaState)
  if (!(clusterIdSet || replicaStateSet)) {
    writer.onlyUnknownTags(unknown)
    return
  }
  let count = unknown === null ? 0 : unknown.length
  if (clusterIdSet) count++
  if (replicaStateSet) count++
  writer.uvarint(count)
  let next = 0
  if (clusterIdSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 0)
    const mark = writer.beginTag(0)
    writer.compactNullableString(message.clusterId)
    writer.endTag(mark)
  }
  if (replicaStateSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 1)
    const mark = writer.beginTag(1)
    encodeFetchRequestReplicaState(writer, message.replicaState, version)
    writer.endTag(mark)
  }
  if (unknown !== null) writer.unknownTags(unknown, next, Number.POSITIVE_INFINITY)
}

function encodeFetchRequestForgottenTopic(
  writer: Writer,
  message: FetchRequestForgottenTopic,
  version: number,
): void {
  if (version < 13) {
    if (version >= 12) {
      writer.compactString(message.topic)
    } else {
      writer.string(message.topic)
    }
  }
  if (version >= 13) {
    writer.uuid(message.topicId)
  }
  if (version >= 12) {
    writer.compactArray(message.partitions.length)
    writeInt32s(writer, message.partitions)
  } else {
    writer.array(message.partitions.length)
    writeInt32s(writer, message.partitions)
  }
  if (version >= 12) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('FetchRequestForgottenTopic', 'unknownTaggedFields', version)
  }
}

function encodeFetchRequestForgottenTopicArray(
  writer: Writer,
  items: readonly FetchRequestForgottenTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeFetchRequestForgottenTopic(writer, items[index]!, version)
}

function encodeFetchRequestTopic(
  writer: Writer,
  message: FetchRequestTopic,
  version: number,
): void {
  if (version < 13) {
    if (version >= 12) {
      writer.compactString(message.topic)
    } else {
      writer.string(message.topic)
    }
  }
  if (version >= 13) {
    writer.uuid(message.topicId)
  }
  if (version >= 12) {
    writer.compactArray(message.partitions.length)
    encodeFetchRequestTopicPartitionArray(writer, message.partitions, version)
  } else {
    writer.array(message.partitions.length)
    encodeFetchRequestTopicPartitionArray(writer, message.partitions, version)
  }
  if (version >= 12) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('FetchRequestTopic', 'unknownTaggedFields', version)
  }
}

function encodeFetchRequestTopicArray(
  writer: Writer,
  items: readonly FetchRequestTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeFetchRequestTopic(writer, items[index]!, version)
}

function encodeFetchRequestTopicPartition(
  writer: Writer,
  message: FetchRequestTopicPartition,
  version: number,
): void {
  writer.int32(message.partition)
  if (version >= 9) {
    writer.int32(message.currentLeaderEpoch)
  }
  writer.int64(message.fetchOffset)
  if (version >= 12) {
    writer.int32(message.lastFetchedEpoch)
  } else {
    if (message.lastFetchedEpoch !== -1)
      throwFieldAbsent('FetchRequestTopicPartition', 'lastFetchedEpoch', version)
  }
  if (version >= 5) {
    writer.int64(message.logStartOffset)
  }
  writer.int32(message.partitionMaxBytes)

  if (version >= 12) {
    encodeFetchRequestTopicPartitionTags(writer, message, version)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('FetchRequestTopicPartition', 'unknownTaggedFields', version)
  }
}

function encodeFetchRequestTopicPartitionTags(
  writer: Writer,
  message: FetchRequestTopicPartition,
  version: number,
): void {
  const unknown = message.unknownTaggedFields
  const replicaDirectoryIdSet = version >= 17 && message.replicaDirectoryId !== ZERO_UUID
  const highWatermarkSet = version >= 18 && message.highWatermark !== 9223372036854775807n
  if (!(replicaDirectoryIdSet || highWatermarkSet)) {
    writer.onlyUnknownTags(unknown)
    return
  }
  let count = unknown === null ? 0 : unknown.length
  if (replicaDirectoryIdSet) count++
  if (highWatermarkSet) count++
  writer.uvarint(count)
  let next = 0
  if (replicaDirectoryIdSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 0)
    const mark = writer.beginTag(0)
    writer.uuid(message.replicaDirectoryId)
    writer.endTag(mark)
  }
  if (highWatermarkSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 1)
    const mark = writer.beginTag(1)
    writer.int64Wide(message.highWatermark)
    writer.endTag(mark)
  }
  if (unknown !== null) writer.unknownTags(unknown, next, Number.POSITIVE_INFINITY)
}

function encodeFetchRequestTopicPartitionArray(
  writer: Writer,
  items: readonly FetchRequestTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeFetchRequestTopicPartition(writer, items[index]!, version)
}

function encodeFetchRequestReplicaState(
  writer: Writer,
  message: FetchRequestReplicaState,
  _version: number,
): void {
  writer.int32(message.replicaId)
  writer.int64(message.replicaEpoch)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}
export interface FetchResponse {
  throttleTimeMs: number
  errorCode: number
  sessionId: number
  responses: FetchResponseTopic[]
  nodeEndpoints: FetchResponseNodeEndpoint[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface FetchResponseNodeEndpoint {
  nodeId: number
  host: string
  port: number
  rack: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface FetchResponseTopic {
  topic: string
  topicId: Uuid
  partitions: FetchResponseTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface FetchResponseTopicPartition {
  partitionIndex: number
  errorCode: number
  highWatermark: number
  lastStableOffset: number
  logStartOffset: number
  divergingEpoch: FetchResponseTopicPartitionDivergingEpoch
  currentLeader: FetchResponseTopicPartitionCurrentLeader
  snapshotId: FetchResponseTopicPartitionSnapshotId
  abortedTransactions: FetchResponseTopicPartitionAbortedTransaction[] | null
  preferredReadReplica: number
  records: Records | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface FetchResponseTopicPartitionAbortedTransaction {
  producerId: number
  firstOffset: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface FetchResponseTopicPartitionSnapshotId {
  endOffset: number
  epoch: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface FetchResponseTopicPartitionCurrentLeader {
  leaderId: number
  leaderEpoch: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface FetchResponseTopicPartitionDivergingEpoch {
  epoch: number
  endOffset: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function fetchResponse(init: Partial<FetchResponse> = {}): FetchResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    errorCode: init.errorCode ?? 0,
    sessionId: init.sessionId ?? 0,
    responses: init.responses ?? [],
    nodeEndpoints: init.nodeEndpoints ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function fetchResponseNodeEndpoint(
  init: Partial<FetchResponseNodeEndpoint> = {},
): FetchResponseNodeEndpoint {
  return {
    nodeId: init.nodeId ?? 0,
    host: init.host ?? '',
    port: init.port ?? 0,
    rack: init.rack ?? null,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function fetchResponseTopic(init: Partial<FetchResponseTopic> = {}): FetchResponseTopic {
  return {
    topic: init.topic ?? '',
    topicId: init.topicId ?? ZERO_UUID,
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function fetchResponseTopicPartition(
  init: Partial<FetchResponseTopicPartition> = {},
): FetchResponseTopicPartition {
  return {
    partitionIndex: init.partitionIndex ?? 0,
    errorCode: init.errorCode ?? 0,
    highWatermark: init.highWatermark ?? 0,
    lastStableOffset: init.lastStableOffset ?? -1,
    logStartOffset: init.logStartOffset ?? -1,
    divergingEpoch: init.divergingEpoch ?? defaultFetchResponseTopicPartitionDivergingEpoch,
    currentLeader: init.currentLeader ?? defaultFetchResponseTopicPartitionCurrentLeader,
    snapshotId: init.snapshotId ?? defaultFetchResponseTopicPartitionSnapshotId,
    abortedTransactions: init.abortedTransactions === undefined ? [] : init.abortedTransactions,
    preferredReadReplica: init.preferredReadReplica ?? -1,
    records: init.records ?? null,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function fetchResponseTopicPartitionAbortedTransaction(
  init: Partial<FetchResponseTopicPartitionAbortedTransaction> = {},
): FetchResponseTopicPartitionAbortedTransaction {
  return {
    producerId: init.producerId ?? 0,
    firstOffset: init.firstOffset ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function fetchResponseTopicPartitionSnapshotId(
  init: Partial<FetchResponseTopicPartitionSnapshotId> = {},
): FetchResponseTopicPartitionSnapshotId {
  return {
    endOffset: init.endOffset ?? -1,
    epoch: init.epoch ?? -1,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function fetchResponseTopicPartitionCurrentLeader(
  init: Partial<FetchResponseTopicPartitionCurrentLeader> = {},
): FetchResponseTopicPartitionCurrentLeader {
  return {
    leaderId: init.leaderId ?? -1,
    leaderEpoch: init.leaderEpoch ?? -1,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function fetchResponseTopicPartitionDivergingEpoch(
  init: Partial<FetchResponseTopicPartitionDivergingEpoch> = {},
): FetchResponseTopicPartitionDivergingEpoch {
  return {
    epoch: init.epoch ?? -1,
    endOffset: init.endOffset ?? -1,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

const defaultFetchResponseTopicPartitionDivergingEpoch: FetchResponseTopicPartitionDivergingEpoch =
  Object.freeze(fetchResponseTopicPartitionDivergingEpoch())

const defaultFetchResponseTopicPartitionCurrentLeader: FetchResponseTopicPartitionCurrentLeader =
  Object.freeze(fetchResponseTopicPartitionCurrentLeader())

const defaultFetchResponseTopicPartitionSnapshotId: FetchResponseTopicPartitionSnapshotId =
  Object.freeze(fetchResponseTopicPartitionSnapshotId())

function isDefaultFetchResponseTopicPartitionDivergingEpoch(
  value: FetchResponseTopicPartitionDivergingEpoch,
): boolean {
  if (value === defaultFetchResponseTopicPartitionDivergingEpoch) return true
  return !(value.epoch !== -1 || value.endOffset !== -1 || value.unknownTaggedFields !== null)
}

function isDefaultFetchResponseTopicPartitionCurrentLeader(
  value: FetchResponseTopicPartitionCurrentLeader,
): boolean {
  if (value === defaultFetchResponseTopicPartitionCurrentLeader) return true
  return !(value.leaderId !== -1 || value.leaderEpoch !== -1 || value.unknownTaggedFields !== null)
}

function isDefaultFetchResponseTopicPartitionSnapshotId(
  value: FetchResponseTopicPartitionSnapshotId,
): boolean {
  if (value === defaultFetchResponseTopicPartitionSnapshotId) return true
  return !(value.endOffset !== -1 || value.epoch !== -1 || value.unknownTaggedFields !== null)
}

function decodeFetchResponse(reader: Reader, version: number): FetchResponse {
  const throttleTimeMs = reader.int32()
  const errorCode: number = version >= 7 ? reader.int16() : 0
  const sessionId: number = version >= 7 ? reader.int32() : 0
  const responsesCount = version >= 12 ? reader.compactArray(3) : reader.array(6)
  const responses = decodeFetchResponseTopicArray(reader, version, responsesCount)

  const message: FetchResponse = {
    throttleTimeMs,
    errorCode,
    sessionId,
    responses,
    nodeEndpoints: [],
    unknownTaggedFields: null,
  }
  if (version >= 12) {
    const tags = reader.tagCount()
    if (tags !== 0) decodeFetchResponseTags(reader, message, version, tags)
  }
  return message
}

function decodeFetchResponseTags(
  reader: Reader,
  message: FetchResponse,
  version: number,
  count: number,
): void {
  for (let left = count; left > 0; left--) {
    const tag = reader.uvarint()
    const size = reader.tagSize()
    const end = reader.position + size
    if (tag === 0 && version >= 16) {
      const nodeEndpointsCount = version >= 16 ? reader.compactArray(11) : 0
      const nodeEndpoints = decodeFetchResponseNodeEndpointArray(
        reader,
        version,
        nodeEndpointsCount,
      )
      message.nodeEndpoints = nodeEndpoints
      reader.expectPosition(end, tag)
    } else message.unknownTaggedFields = reader.unknownTag(message.unknownTaggedFields, tag, size)
  }
}

function decodeFetchResponseNodeEndpoint(
  reader: Reader,
  _version: number,
): FetchResponseNodeEndpoint {
  const nodeId = reader.int32()
  const host = reader.compactString()
  const port = reader.int32()
  const rack = reader.compactNullableString()
  const unknownTaggedFields = reader.unknownTags()
  return { nodeId, host, port, rack, unknownTaggedFields }
}

function decodeFetchResponseNodeEndpointArray(
  reader: Reader,
  version: number,
  count: number,
): FetchResponseNodeEndpoint[] {
  reader.structs(count)
  const items = new Array<FetchResponseNodeEndpoint>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeFetchResponseNodeEndpoint(reader, version)
  return items
}

function decodeFetchResponseTopic(reader: Reader, version: number): FetchResponseTopic {
  const topic: string =
    version >= 13 ? '' : version >= 12 ? reader.compactString() : reader.string()
  const topicId: Uuid = version >= 13 ? reader.uuid() : ZERO_UUID
  const partitionsCount = version >= 12 ? reader.compactArray(37) : reader.array(30)
  const partitions = decodeFetchResponseTopicPartitionArray(reader, version, partitionsCount)
  const unknownTaggedFields = version >= 12 ? reader.unknownTags() : null
  return { topic, topicId, partitions, unknownTaggedFields }
}

function decodeFetchResponseTopicArray(
  reader: Reader,
  version: number,
  count: number,
): FetchResponseTopic[] {
  reader.structs(count)
  const items = new Array<FetchResponseTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeFetchResponseTopic(reader, version)
  return items
}

function decodeFetchResponseTopicPartition(
  reader: Reader,
  version: number,
): FetchResponseTopicPartition {
  const partitionIndex = reader.int32()
  const errorCode = reader.int16()
  const highWatermark = reader.int64()
  const lastStableOffset = reader.int64()
  const logStartOffset: number = version >= 5 ? reader.int64() : -1
  const abortedTransactionsCount =
    version >= 12 ? reader.compactNullableArray(17) : reader.nullableArray(16)
  const abortedTransactions =
    abortedTransactionsCount < 0
      ? null
      : decodeFetchResponseTopicPartitionAbortedTransactionArray(
          reader,
          version,
          abortedTransactionsCount,
        )
  const preferredReadReplica: number = version >= 11 ? reader.int32() : -1
  const records: Records | null =
    version >= 12 ? reader.compactNullableRecords() : reader.nullableRecords()

  const message: FetchResponseTopicPartition = {
    partitionIndex,
    errorCode,
    highWatermark,
    lastStableOffset,
    logStartOffset,
    divergingEpoch: defaultFetchResponseTopicPartitionDivergingEpoch,
    currentLeader: defaultFetchResponseTopicPartitionCurrentLeader,
    snapshotId: defaultFetchResponseTopicPartitionSnapshotId,
    abortedTransactions,
    preferredReadReplica,
    records,
    unknownTaggedFields: null,
  }
  if (version >= 12) {
    const tags = reader.tagCount()
    if (tags !== 0) decodeFetchResponseTopicPartitionTags(reader, message, version, tags)
  }
  return message
}

function decodeFetchResponseTopicPartitionTags(
  reader: Reader,
  message: FetchResponseTopicPartition,
  version: number,
  count: number,
): void {
  for (let left = count; left > 0; left--) {
    const tag = reader.uvarint()
    const size = reader.tagSize()
    const end = reader.position + size
    if (tag === 0) {
      const divergingEpoch = decodeFetchResponseTopicPartitionDivergingEpoch(reader, version)
      message.divergingEpoch = divergingEpoch
      reader.expectPosition(end, tag)
    } else if (tag === 1) {
      const currentLeader = decodeFetchResponseTopicPartitionCurrentLeader(reader, version)
      message.currentLeader = currentLeader
      reader.expectPosition(end, tag)
    } else if (tag === 2) {
      const snapshotId = decodeFetchResponseTopicPartitionSnapshotId(reader, version)
      message.snapshotId = snapshotId
      reader.expectPosition(end, tag)
    } else message.unknownTaggedFields = reader.unknownTag(message.unknownTaggedFields, tag, size)
  }
}

function decodeFetchResponseTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): FetchResponseTopicPartition[] {
  reader.structs(count)
  const items = new Array<FetchResponseTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeFetchResponseTopicPartition(reader, version)
  return items
}

function decodeFetchResponseTopicPartitionAbortedTransaction(
  reader: Reader,
  version: number,
): FetchResponseTopicPartitionAbortedTransaction {
  const producerId = reader.int64()
  const firstOffset = reader.int64()
  const unknownTaggedFields = version >= 12 ? reader.unknownTags() : null
  return { producerId, firstOffset, unknownTaggedFields }
}

function decodeFetchResponseTopicPartitionAbortedTransactionArray(
  reader: Reader,
  version: number,
  count: number,
): FetchResponseTopicPartitionAbortedTransaction[] {
  reader.structs(count)
  const items = new Array<FetchResponseTopicPartitionAbortedTransaction>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeFetchResponseTopicPartitionAbortedTransaction(reader, version)
  return items
}

function decodeFetchResponseTopicPartitionSnapshotId(
  reader: Reader,
  _version: number,
): FetchResponseTopicPartitionSnapshotId {
  const endOffset = reader.int64()
  const epoch = reader.int32()
  const unknownTaggedFields = reader.unknownTags()
  return { endOffset, epoch, unknownTaggedFields }
}

function decodeFetchResponseTopicPartitionCurrentLeader(
  reader: Reader,
  _version: number,
): FetchResponseTopicPartitionCurrentLeader {
  const leaderId = reader.int32()
  const leaderEpoch = reader.int32()
  const unknownTaggedFields = reader.unknownTags()
  return { leaderId, leaderEpoch, unknownTaggedFields }
}

function decodeFetchResponseTopicPartitionDivergingEpoch(
  reader: Reader,
  _version: number,
): FetchResponseTopicPartitionDivergingEpoch {
  const epoch = reader.int32()
  const endOffset = reader.int64()
  const unknownTaggedFields = reader.unknownTags()
  return { epoch, endOffset, unknownTaggedFields }
}

function encodeFetchResponse(writer: Writer, message: FetchResponse, version: number): void {
  writer.int32(message.throttleTimeMs)
  if (version >= 7) {
    writer.int16(message.errorCode)
  }
  if (version >= 7) {
    writer.int32(message.sessionId)
  } else {
    if (message.sessionId !== 0) throwFieldAbsent('FetchResponse', 'sessionId', version)
  }
  if (version >= 12) {
    writer.compactArray(message.responses.length)
    encodeFetchResponseTopicArray(writer, message.responses, version)
  } else {
    writer.array(message.responses.length)
    encodeFetchResponseTopicArray(writer, message.responses, version)
  }
  if (version < 16) {
    if (message.nodeEndpoints.length !== 0)
      throwFieldAbsent('FetchResponse', 'nodeEndpoints', version)
  }
  if (version >= 12) {
    encodeFetchResponseTags(writer, message, version)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('FetchResponse', 'unknownTaggedFields', version)
  }
}

function encodeFetchResponseTags(writer: Writer, message: FetchResponse, version: number): void {
  const unknown = message.unknownTaggedFields
  const nodeEndpointsSet = version >= 16 && message.nodeEndpoints.length !== 0
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
    encodeFetchResponseNodeEndpointArray(writer, message.nodeEndpoints, version)
    writer.endTag(mark)
  }
  if (unknown !== null) writer.unknownTags(unknown, next, Number.POSITIVE_INFINITY)
}

function encodeFetchResponseNodeEndpoint(
  writer: Writer,
  message: FetchResponseNodeEndpoint,
  _version: number,
): void {
  writer.int32(message.nodeId)
  writer.compactString(message.host)
  writer.int32(message.port)
  writer.compactNullableString(message.rack)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeFetchResponseNodeEndpointArray(
  writer: Writer,
  items: readonly FetchResponseNodeEndpoint[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeFetchResponseNodeEndpoint(writer, items[index]!, version)
}

function encodeFetchResponseTopic(
  writer: Writer,
  message: FetchResponseTopic,
  version: number,
): void {
  if (version < 13) {
    if (version >= 12) {
      writer.compactString(message.topic)
    } else {
      writer.string(message.topic)
    }
  }
  if (version >= 13) {
    writer.uuid(message.topicId)
  }
  if (version >= 12) {
    writer.compactArray(message.partitions.length)
    encodeFetchResponseTopicPartitionArray(writer, message.partitions, version)
  } else {
    writer.array(message.partitions.length)
    encodeFetchResponseTopicPartitionArray(writer, message.partitions, version)
  }
  if (version >= 12) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('FetchResponseTopic', 'unknownTaggedFields', version)
  }
}

function encodeFetchResponseTopicArray(
  writer: Writer,
  items: readonly FetchResponseTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeFetchResponseTopic(writer, items[index]!, version)
}

function encodeFetchResponseTopicPartition(
  writer: Writer,
  message: FetchResponseTopicPartition,
  version: number,
): void {
  writer.int32(message.partitionIndex)
  writer.int16(message.errorCode)
  writer.int64(message.highWatermark)
  writer.int64(message.lastStableOffset)
  if (version >= 5) {
    writer.int64(message.logStartOffset)
  }
  if (version < 12) {
    if (!isDefaultFetchResponseTopicPartitionDivergingEpoch(message.divergingEpoch))
      throwFieldAbsent('FetchResponseTopicPartition', 'divergingEpoch', version)
  }
  if (version < 12) {
    if (!isDefaultFetchResponseTopicPartitionCurrentLeader(message.currentLeader))
      throwFieldAbsent('FetchResponseTopicPartition', 'currentLeader', version)
  }
  if (version < 12) {
    if (!isDefaultFetchResponseTopicPartitionSnapshotId(message.snapshotId))
      throwFieldAbsent('FetchResponseTopicPartition', 'snapshotId', version)
  }
  if (version >= 12) {
    if (message.abortedTransactions === null) writer.compactArray(-1)
    else {
      writer.compactArray(message.abortedTransactions.length)
      encodeFetchResponseTopicPartitionAbortedTransactionArray(
        writer,
        message.abortedTransactions,
        version,
      )
    }
  } else {
    if (message.abortedTransactions === null) writer.array(-1)
    else {
      writer.array(message.abortedTransactions.length)
      encodeFetchResponseTopicPartitionAbortedTransactionArray(
        writer,
        message.abortedTransactions,
        version,
      )
    }
  }
  if (version >= 11) {
    writer.int32(message.preferredReadReplica)
  } else {
    if (message.preferredReadReplica !== -1)
      throwFieldAbsent('FetchResponseTopicPartition', 'preferredReadReplica', version)
  }
  if (version >= 12) {
    writer.compactNullableRecords(message.records)
  } else {
    writer.nullableRecords(message.records)
  }
  if (version >= 12) {
    encodeFetchResponseTopicPartitionTags(writer, message, version)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('FetchResponseTopicPartition', 'unknownTaggedFields', version)
  }
}

function encodeFetchResponseTopicPartitionTags(
  writer: Writer,
  message: FetchResponseTopicPartition,
  version: number,
): void {
  const unknown = message.unknownTaggedFields
  const divergingEpochSet = !isDefaultFetchResponseTopicPartitionDivergingEpoch(
    message.divergingEpoch,
  )
  const currentLeaderSet = !isDefaultFetchResponseTopicPartitionCurrentLeader(message.currentLeader)
  const snapshotIdSet = !isDefaultFetchResponseTopicPartitionSnapshotId(message.snapshotId)
  if (!(divergingEpochSet || currentLeaderSet || snapshotIdSet)) {
    writer.onlyUnknownTags(unknown)
    return
  }
  let count = unknown === null ? 0 : unknown.length
  if (divergingEpochSet) count++
  if (currentLeaderSet) count++
  if (snapshotIdSet) count++
  writer.uvarint(count)
  let next = 0
  if (divergingEpochSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 0)
    const mark = writer.beginTag(0)
    encodeFetchResponseTopicPartitionDivergingEpoch(writer, message.divergingEpoch, version)
    writer.endTag(mark)
  }
  if (currentLeaderSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 1)
    const mark = writer.beginTag(1)
    encodeFetchResponseTopicPartitionCurrentLeader(writer, message.currentLeader, version)
    writer.endTag(mark)
  }
  if (snapshotIdSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 2)
    const mark = writer.beginTag(2)
    encodeFetchResponseTopicPartitionSnapshotId(writer, message.snapshotId, version)
    writer.endTag(mark)
  }
  if (unknown !== null) writer.unknownTags(unknown, next, Number.POSITIVE_INFINITY)
}

function encodeFetchResponseTopicPartitionArray(
  writer: Writer,
  items: readonly FetchResponseTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeFetchResponseTopicPartition(writer, items[index]!, version)
}

function encodeFetchResponseTopicPartitionAbortedTransaction(
  writer: Writer,
  message: FetchResponseTopicPartitionAbortedTransaction,
  version: number,
): void {
  writer.int64(message.producerId)
  writer.int64(message.firstOffset)
  if (version >= 12) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent(
        'FetchResponseTopicPartitionAbortedTransaction',
        'unknownTaggedFields',
        version,
      )
  }
}

function encodeFetchResponseTopicPartitionAbortedTransactionArray(
  writer: Writer,
  items: readonly FetchResponseTopicPartitionAbortedTransaction[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeFetchResponseTopicPartitionAbortedTransaction(writer, items[index]!, version)
}

function encodeFetchResponseTopicPartitionSnapshotId(
  writer: Writer,
  message: FetchResponseTopicPartitionSnapshotId,
  _version: number,
): void {
  writer.int64(message.endOffset)
  writer.int32(message.epoch)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeFetchResponseTopicPartitionCurrentLeader(
  writer: Writer,
  message: FetchResponseTopicPartitionCurrentLeader,
  _version: number,
): void {
  writer.int32(message.leaderId)
  writer.int32(message.leaderEpoch)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeFetchResponseTopicPartitionDivergingEpoch(
  writer: Writer,
  message: FetchResponseTopicPartitionDivergingEpoch,
  _version: number,
): void {
  writer.int32(message.epoch)
  writer.int64(message.endOffset)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

export const fetchApi: Api<FetchRequest, FetchResponse> = {
  key: 1,
  name: 'Fetch',
  versionMin: 4,
  versionMax: 18,
  versionMaxStable: 18,
  flexibleSince: 12,
  listeners: ['broker', 'controller'],
  request: {
    decode(reader, version) {
      if (!(version >= 4 && version <= 18)) throwVersionUndecodable('FetchRequest', version, '4-18')
      return decodeFetchRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 4 && version <= 18)) throwVersionUnencodable('FetchRequest', version, '4-18')
      encodeFetchRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 4 && version <= 18))
        throwVersionUndecodable('FetchResponse', version, '4-18')
      return decodeFetchResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 4 && version <= 18))
        throwVersionUnencodable('FetchResponse', version, '4-18')
      encodeFetchResponse(writer, message, version)
    },
  },
  requestHeaderVersion: (version) => (version >= 12 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 12 ? 1 : 0),
}
