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

export interface AlterPartitionRequest {
  brokerId: number
  brokerEpoch: number
  topics: AlterPartitionRequestTopic[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface AlterPartitionRequestTopic {
  topicId: Uuid
  partitions: AlterPartitionRequestTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface AlterPartitionRequestTopicPartition {
  partitionIndex: number
  leaderEpoch: number
  newIsr: number[]
  newIsrWithEpochs: AlterPartitionRequestTopicPartitionNewIsrReplica[]
  leaderRecoveryState: number
  partitionEpoch: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface AlterPartitionRequestTopicPartitionNewIsrReplica {
  brokerId: number
  brokerEpoch: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function alterPartitionRequest(
  init: Partial<AlterPartitionRequest> = {},
): AlterPartitionRequest {
  return {
    brokerId: init.brokerId ?? 0,
    brokerEpoch: init.brokerEpoch ?? -1,
    topics: init.topics ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function alterPartitionRequestTopic(
  init: Partial<AlterPartitionRequestTopic> = {},
): AlterPartitionRequestTopic {
  return {
    topicId: init.topicId ?? ZERO_UUID,
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function alterPartitionRequestTopicPartition(
  init: Partial<AlterPartitionRequestTopicPartition> = {},
): AlterPartitionRequestTopicPartition {
  return {
    partitionIndex: init.partitionIndex ?? 0,
    leaderEpoch: init.leaderEpoch ?? 0,
    newIsr: init.newIsr ?? [],
    newIsrWithEpochs: init.newIsrWithEpochs ?? [],
    leaderRecoveryState: init.leaderRecoveryState ?? 0,
    partitionEpoch: init.partitionEpoch ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function alterPartitionRequestTopicPartitionNewIsrReplica(
  init: Partial<AlterPartitionRequestTopicPartitionNewIsrReplica> = {},
): AlterPartitionRequestTopicPartitionNewIsrReplica {
  return {
    brokerId: init.brokerId ?? 0,
    brokerEpoch: init.brokerEpoch ?? -1,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeAlterPartitionRequest(reader: Reader, version: number): AlterPartitionRequest {
  const brokerId = reader.int32()
  const brokerEpoch = reader.int64()
  const topicsCount = reader.compactArray(18)
  const topics = decodeAlterPartitionRequestTopicArray(reader, version, topicsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { brokerId, brokerEpoch, topics, unknownTaggedFields }
}

function decodeAlterPartitionRequestTopic(
  reader: Reader,
  version: number,
): AlterPartitionRequestTopic {
  const topicId = reader.uuid()
  const partitionsCount = reader.compactArray(15)
  const partitions = decodeAlterPartitionRequestTopicPartitionArray(
    reader,
    version,
    partitionsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { topicId, partitions, unknownTaggedFields }
}

function decodeAlterPartitionRequestTopicArray(
  reader: Reader,
  version: number,
  count: number,
): AlterPartitionRequestTopic[] {
  reader.structs(count)
  const items = new Array<AlterPartitionRequestTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeAlterPartitionRequestTopic(reader, version)
  return items
}

function decodeAlterPartitionRequestTopicPartition(
  reader: Reader,
  version: number,
): AlterPartitionRequestTopicPartition {
  const partitionIndex = reader.int32()
  const leaderEpoch = reader.int32()
  const newIsrCount = version >= 3 ? 0 : reader.compactArray(4)
  const newIsr = readInt32s(reader, newIsrCount)
  const newIsrWithEpochsCount = version >= 3 ? reader.compactArray(13) : 0
  const newIsrWithEpochs = decodeAlterPartitionRequestTopicPartitionNewIsrReplicaArray(
    reader,
    version,
    newIsrWithEpochsCount,
  )
  const leaderRecoveryState = reader.int8()
  const partitionEpoch = reader.int32()
  const unknownTaggedFields = reader.unknownTags()
  return {
    partitionIndex,
    leaderEpoch,
    newIsr,
    newIsrWithEpochs,
    leaderRecoveryState,
    partitionEpoch,
    unknownTaggedFields,
  }
}

function decodeAlterPartitionRequestTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): AlterPartitionRequestTopicPartition[] {
  reader.structs(count)
  const items = new Array<AlterPartitionRequestTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeAlterPartitionRequestTopicPartition(reader, version)
  return items
}

function decodeAlterPartitionRequestTopicPartitionNewIsrReplica(
  reader: Reader,
  _version: number,
): AlterPartitionRequestTopicPartitionNewIsrReplica {
  const brokerId = reader.int32()
  const brokerEpoch = reader.int64()
  const unknownTaggedFields = reader.unknownTags()
  return { brokerId, brokerEpoch, unknownTaggedFields }
}

function decodeAlterPartitionRequestTopicPartitionNewIsrReplicaArray(
  reader: Reader,
  version: number,
  count: number,
): AlterPartitionRequestTopicPartitionNewIsrReplica[] {
  reader.structs(count)
  const items = new Array<AlterPartitionRequestTopicPartitionNewIsrReplica>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeAlterPartitionRequestTopicPartitionNewIsrReplica(reader, version)
  return items
}

function encodeAlterPartitionRequest(
  writer: Writer,
  message: AlterPartitionRequest,
  version: number,
): void {
  writer.int32(message.brokerId)
  writer.int64(message.brokerEpoch)
  writer.compactArray(message.topics.length)
  encodeAlterPartitionRequestTopicArray(writer, message.topics, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeAlterPartitionRequestTopic(
  writer: Writer,
  message: AlterPartitionRequestTopic,
  version: number,
): void {
  writer.uuid(message.topicId)
  writer.compactArray(message.partitions.length)
  encodeAlterPartitionRequestTopicPartitionArray(writer, message.partitions, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeAlterPartitionRequestTopicArray(
  writer: Writer,
  items: readonly AlterPartitionRequestTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeAlterPartitionRequestTopic(writer, items[index]!, version)
}

function encodeAlterPartitionRequestTopicPartition(
  writer: Writer,
  message: AlterPartitionRequestTopicPartition,
  version: number,
): void {
  writer.int32(message.partitionIndex)
  writer.int32(message.leaderEpoch)
  if (version >= 3) {
    if (message.newIsr.length !== 0)
      throwFieldAbsent('AlterPartitionRequestTopicPartition', 'newIsr', version)
  } else {
    writer.compactArray(message.newIsr.length)
    writeInt32s(writer, message.newIsr)
  }
  if (version >= 3) {
    writer.compactArray(message.newIsrWithEpochs.length)
    encodeAlterPartitionRequestTopicPartitionNewIsrReplicaArray(
      writer,
      message.newIsrWithEpochs,
      version,
    )
  } else {
    if (message.newIsrWithEpochs.length !== 0)
      throwFieldAbsent('AlterPartitionRequestTopicPartition', 'newIsrWithEpochs', version)
  }
  writer.int8(message.leaderRecoveryState)
  writer.int32(message.partitionEpoch)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeAlterPartitionRequestTopicPartitionArray(
  writer: Writer,
  items: readonly AlterPartitionRequestTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeAlterPartitionRequestTopicPartition(writer, items[index]!, version)
}

function encodeAlterPartitionRequestTopicPartitionNewIsrReplica(
  writer: Writer,
  message: AlterPartitionRequestTopicPartitionNewIsrReplica,
  _version: number,
): void {
  writer.int32(message.brokerId)
  writer.int64(message.brokerEpoch)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeAlterPartitionRequestTopicPartitionNewIsrReplicaArray(
  writer: Writer,
  items: readonly AlterPartitionRequestTopicPartitionNewIsrReplica[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeAlterPartitionRequestTopicPartitionNewIsrReplica(writer, items[index]!, version)
}
export interface AlterPartitionResponse {
  throttleTimeMs: number
  errorCode: number
  topics: AlterPartitionResponseTopic[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface AlterPartitionResponseTopic {
  topicId: Uuid
  partitions: AlterPartitionResponseTopicPartition[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface AlterPartitionResponseTopicPartition {
  partitionIndex: number
  errorCode: number
  leaderId: number
  leaderEpoch: number
  isr: number[]
  leaderRecoveryState: number
  partitionEpoch: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function alterPartitionResponse(
  init: Partial<AlterPartitionResponse> = {},
): AlterPartitionResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    errorCode: init.errorCode ?? 0,
    topics: init.topics ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function alterPartitionResponseTopic(
  init: Partial<AlterPartitionResponseTopic> = {},
): AlterPartitionResponseTopic {
  return {
    topicId: init.topicId ?? ZERO_UUID,
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function alterPartitionResponseTopicPartition(
  init: Partial<AlterPartitionResponseTopicPartition> = {},
): AlterPartitionResponseTopicPartition {
  return {
    partitionIndex: init.partitionIndex ?? 0,
    errorCode: init.errorCode ?? 0,
    leaderId: init.leaderId ?? 0,
    leaderEpoch: init.leaderEpoch ?? 0,
    isr: init.isr ?? [],
    leaderRecoveryState: init.leaderRecoveryState ?? 0,
    partitionEpoch: init.partitionEpoch ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeAlterPartitionResponse(reader: Reader, version: number): AlterPartitionResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const topicsCount = reader.compactArray(18)
  const topics = decodeAlterPartitionResponseTopicArray(reader, version, topicsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { throttleTimeMs, errorCode, topics, unknownTaggedFields }
}

function decodeAlterPartitionResponseTopic(
  reader: Reader,
  version: number,
): AlterPartitionResponseTopic {
  const topicId = reader.uuid()
  const partitionsCount = reader.compactArray(21)
  const partitions = decodeAlterPartitionResponseTopicPartitionArray(
    reader,
    version,
    partitionsCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { topicId, partitions, unknownTaggedFields }
}

function decodeAlterPartitionResponseTopicArray(
  reader: Reader,
  version: number,
  count: number,
): AlterPartitionResponseTopic[] {
  reader.structs(count)
  const items = new Array<AlterPartitionResponseTopic>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeAlterPartitionResponseTopic(reader, version)
  return items
}

function decodeAlterPartitionResponseTopicPartition(
  reader: Reader,
  _version: number,
): AlterPartitionResponseTopicPartition {
  const partitionIndex = reader.int32()
  const errorCode = reader.int16()
  const leaderId = reader.int32()
  const leaderEpoch = reader.int32()
  const isrCount = reader.compactArray(4)
  const isr = readInt32s(reader, isrCount)
  const leaderRecoveryState = reader.int8()
  const partitionEpoch = reader.int32()
  const unknownTaggedFields = reader.unknownTags()
  return {
    partitionIndex,
    errorCode,
    leaderId,
    leaderEpoch,
    isr,
    leaderRecoveryState,
    partitionEpoch,
    unknownTaggedFields,
  }
}

function decodeAlterPartitionResponseTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): AlterPartitionResponseTopicPartition[] {
  reader.structs(count)
  const items = new Array<AlterPartitionResponseTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeAlterPartitionResponseTopicPartition(reader, version)
  return items
}

function encodeAlterPartitionResponse(
  writer: Writer,
  message: AlterPartitionResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  writer.int16(message.errorCode)
  writer.compactArray(message.topics.length)
  encodeAlterPartitionResponseTopicArray(writer, message.topics, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeAlterPartitionResponseTopic(
  writer: Writer,
  message: AlterPartitionResponseTopic,
  version: number,
): void {
  writer.uuid(message.topicId)
  writer.compactArray(message.partitions.length)
  encodeAlterPartitionResponseTopicPartitionArray(writer, message.partitions, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeAlterPartitionResponseTopicArray(
  writer: Writer,
  items: readonly AlterPartitionResponseTopic[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeAlterPartitionResponseTopic(writer, items[index]!, version)
}

function encodeAlterPartitionResponseTopicPartition(
  writer: Writer,
  message: AlterPartitionResponseTopicPartition,
  _version: number,
): void {
  writer.int32(message.partitionIndex)
  writer.int16(message.errorCode)
  writer.int32(message.leaderId)
  writer.int32(message.leaderEpoch)
  writer.compactArray(message.isr.length)
  writeInt32s(writer, message.isr)
  writer.int8(message.leaderRecoveryState)
  writer.int32(message.partitionEpoch)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeAlterPartitionResponseTopicPartitionArray(
  writer: Writer,
  items: readonly AlterPartitionResponseTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeAlterPartitionResponseTopicPartition(writer, items[index]!, version)
}

export const alterPartitionApi: Api<AlterPartitionRequest, AlterPartitionResponse> = {
  key: 56,
  name: 'AlterPartition',
  versionMin: 2,
  versionMax: 3,
  versionMaxStable: 3,
  flexibleSince: 0,
  listeners: ['controller'],
  request: {
    decode(reader, version) {
      if (!(version >= 2 && version <= 3))
        throwVersionUndecodable('AlterPartitionRequest', version, '2-3')
      return decodeAlterPartitionRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 2 && version <= 3))
        throwVersionUnencodable('AlterPartitionRequest', version, '2-3')
      encodeAlterPartitionRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 2 && version <= 3))
        throwVersionUndecodable('AlterPartitionResponse', version, '2-3')
      return decodeAlterPartitionResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 2 && version <= 3))
        throwVersionUnencodable('AlterPartitionResponse', version, '2-3')
      encodeAlterPartitionResponse(writer, message, version)
    },
  },
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1,
}
