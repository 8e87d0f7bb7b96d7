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

export interface ElectLeadersRequest {
  electionType: number
  topicPartitions: ElectLeadersRequestTopicPartition[] | null
  timeoutMs: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ElectLeadersRequestTopicPartition {
  topic: string
  partitions: number[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function electLeadersRequest(init: Partial<ElectLeadersRequest> = {}): ElectLeadersRequest {
  return {
    electionType: init.electionType ?? 0,
    topicPartitions: init.topicPartitions === undefined ? [] : init.topicPartitions,
    timeoutMs: init.timeoutMs ?? 60000,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function electLeadersRequestTopicPartition(
  init: Partial<ElectLeadersRequestTopicPartition> = {},
): ElectLeadersRequestTopicPartition {
  return {
    topic: init.topic ?? '',
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeElectLeadersRequest(reader: Reader, version: number): ElectLeadersRequest {
  const electionType: number = version >= 1 ? reader.int8() : 0
  const topicPartitionsCount =
    version >= 2 ? reader.compactNullableArray(3) : reader.nullableArray(6)
  const topicPartitions =
    topicPartitionsCount < 0
      ? null
      : decodeElectLeadersRequestTopicPartitionArray(reader, version, topicPartitionsCount)
  const timeoutMs = reader.int32()
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { electionType, topicPartitions, timeoutMs, unknownTaggedFields }
}

function decodeElectLeadersRequestTopicPartition(
  reader: Reader,
  version: number,
): ElectLeadersRequestTopicPartition {
  const topic: string = version >= 2 ? reader.compactString() : reader.string()
  const partitionsCount = version >= 2 ? reader.compactArray(4) : reader.array(4)
  const partitions = readInt32s(reader, partitionsCount)
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { topic, partitions, unknownTaggedFields }
}

function decodeElectLeadersRequestTopicPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): ElectLeadersRequestTopicPartition[] {
  reader.structs(count)
  const items = new Array<ElectLeadersRequestTopicPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeElectLeadersRequestTopicPartition(reader, version)
  return items
}

function encodeElectLeadersRequest(
  writer: Writer,
  message: ElectLeadersRequest,
  version: number,
): void {
  if (version >= 1) {
    writer.int8(message.electionType)
  } else {
    if (message.electionType !== 0) throwFieldAbsent('ElectLeadersRequest', 'electionType', version)
  }
  if (version >= 2) {
    if (message.topicPartitions === null) writer.compactArray(-1)
    else {
      writer.compactArray(message.topicPartitions.length)
      encodeElectLeadersRequestTopicPartitionArray(writer, message.topicPartitions, version)
    }
  } else {
    if (message.topicPartitions === null) writer.array(-1)
    else {
      writer.array(message.topicPartitions.length)
      encodeElectLeadersRequestTopicPartitionArray(writer, message.topicPartitions, version)
    }
  }
  writer.int32(message.timeoutMs)
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('ElectLeadersRequest', 'unknownTaggedFields', version)
  }
}

function encodeElectLeadersRequestTopicPartition(
  writer: Writer,
  message: ElectLeadersRequestTopicPartition,
  version: number,
): void {
  if (version >= 2) {
    writer.compactString(message.topic)
  } else {
    writer.string(message.topic)
  }
  if (version >= 2) {
    writer.compactArray(message.partitions.length)
    writeInt32s(writer, message.partitions)
  } else {
    writer.array(message.partitions.length)
    writeInt32s(writer, message.partitions)
  }
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('ElectLeadersRequestTopicPartition', 'unknownTaggedFields', version)
  }
}

function encodeElectLeadersRequestTopicPartitionArray(
  writer: Writer,
  items: readonly ElectLeadersRequestTopicPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeElectLeadersRequestTopicPartition(writer, items[index]!, version)
}
export interface ElectLeadersResponse {
  throttleTimeMs: number
  errorCode: number
  replicaElectionResults: ElectLeadersResponseReplicaElectionResult[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ElectLeadersResponseReplicaElectionResult {
  topic: string
  partitionResult: ElectLeadersResponseReplicaElectionResultPartitionResult[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface ElectLeadersResponseReplicaElectionResultPartitionResult {
  partitionId: number
  errorCode: number
  errorMessage: string | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function electLeadersResponse(
  init: Partial<ElectLeadersResponse> = {},
): ElectLeadersResponse {
  return {
    throttleTimeMs: init.throttleTimeMs ?? 0,
    errorCode: init.errorCode ?? 0,
    replicaElectionResults: init.replicaElectionResults ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function electLeadersResponseReplicaElectionResult(
  init: Partial<ElectLeadersResponseReplicaElectionResult> = {},
): ElectLeadersResponseReplicaElectionResult {
  return {
    topic: init.topic ?? '',
    partitionResult: init.partitionResult ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function electLeadersResponseReplicaElectionResultPartitionResult(
  init: Partial<ElectLeadersResponseReplicaElectionResultPartitionResult> = {},
): ElectLeadersResponseReplicaElectionResultPartitionResult {
  return {
    partitionId: init.partitionId ?? 0,
    errorCode: init.errorCode ?? 0,
    errorMessage: init.errorMessage === undefined ? '' : init.errorMessage,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeElectLeadersResponse(reader: Reader, version: number): ElectLeadersResponse {
  const throttleTimeMs = reader.int32()
  const errorCode: number = version >= 1 ? reader.int16() : 0
  const replicaElectionResultsCount = version >= 2 ? reader.compactArray(3) : reader.array(6)
  const replicaElectionResults = decodeElectLeadersResponseReplicaElectionResultArray(
    reader,
    version,
    replicaElectionResultsCount,
  )
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { throttleTimeMs, errorCode, replicaElectionResults, unknownTaggedFields }
}

function decodeElectLeadersResponseReplicaElectionResult(
  reader: Reader,
  version: number,
): ElectLeadersResponseReplicaElectionResult {
  const topic: string = version >= 2 ? reader.compactString() : reader.string()
  const partitionResultCount = version >= 2 ? reader.compactArray(8) : reader.array(8)
  const partitionResult = decodeElectLeadersResponseReplicaElectionResultPartitionResultArray(
    reader,
    version,
    partitionResultCount,
  )
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { topic, partitionResult, unknownTaggedFields }
}

function decodeElectLeadersResponseReplicaElectionResultArray(
  reader: Reader,
  version: number,
  count: number,
): ElectLeadersResponseReplicaElectionResult[] {
  reader.structs(count)
  const items = new Array<ElectLeadersResponseReplicaElectionResult>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeElectLeadersResponseReplicaElectionResult(reader, version)
  return items
}

function decodeElectLeadersResponseReplicaElectionResultPartitionResult(
  reader: Reader,
  version: number,
): ElectLeadersResponseReplicaElectionResultPartitionResult {
  const partitionId = reader.int32()
  const errorCode = reader.int16()
  const errorMessage: string | null =
    version >= 2 ? reader.compactNullableString() : reader.nullableString()
  const unknownTaggedFields = version >= 2 ? reader.unknownTags() : null
  return { partitionId, errorCode, errorMessage, unknownTaggedFields }
}

function decodeElectLeadersResponseReplicaElectionResultPartitionResultArray(
  reader: Reader,
  version: number,
  count: number,
): ElectLeadersResponseReplicaElectionResultPartitionResult[] {
  reader.structs(count)
  const items = new Array<ElectLeadersResponseReplicaElectionResultPartitionResult>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeElectLeadersResponseReplicaElectionResultPartitionResult(reader, version)
  return items
}

function encodeElectLeadersResponse(
  writer: Writer,
  message: ElectLeadersResponse,
  version: number,
): void {
  writer.int32(message.throttleTimeMs)
  if (version >= 1) {
    writer.int16(message.errorCode)
  } else {
    if (message.errorCode !== 0) throwFieldAbsent('ElectLeadersResponse', 'errorCode', version)
  }
  if (version >= 2) {
    writer.compactArray(message.replicaElectionResults.length)
    encodeElectLeadersResponseReplicaElectionResultArray(
      writer,
      message.replicaElectionResults,
      version,
    )
  } else {
    writer.array(message.replicaElectionResults.length)
    encodeElectLeadersResponseReplicaElectionResultArray(
      writer,
      message.replicaElectionResults,
      version,
    )
  }
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('ElectLeadersResponse', 'unknownTaggedFields', version)
  }
}

function encodeElectLeadersResponseReplicaElectionResult(
  writer: Writer,
  message: ElectLeadersResponseReplicaElectionResult,
  version: number,
): void {
  if (version >= 2) {
    writer.compactString(message.topic)
  } else {
    writer.string(message.topic)
  }
  if (version >= 2) {
    writer.compactArray(message.partitionResult.length)
    encodeElectLeadersResponseReplicaElectionResultPartitionResultArray(
      writer,
      message.partitionResult,
      version,
    )
  } else {
    writer.array(message.partitionResult.length)
    encodeElectLeadersResponseReplicaElectionResultPartitionResultArray(
      writer,
      message.partitionResult,
      version,
    )
  }
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('ElectLeadersResponseReplicaElectionResult', 'unknownTaggedFields', version)
  }
}

function encodeElectLeadersResponseReplicaElectionResultArray(
  writer: Writer,
  items: readonly ElectLeadersResponseReplicaElectionResult[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeElectLeadersResponseReplicaElectionResult(writer, items[index]!, version)
}

function encodeElectLeadersResponseReplicaElectionResultPartitionResult(
  writer: Writer,
  message: ElectLeadersResponseReplicaElectionResultPartitionResult,
  version: number,
): void {
  writer.int32(message.partitionId)
  writer.int16(message.errorCode)
  if (version >= 2) {
    writer.compactNullableString(message.errorMessage)
  } else {
    writer.nullableString(message.errorMessage)
  }
  if (version >= 2) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent(
        'ElectLeadersResponseReplicaElectionResultPartitionResult',
        'unknownTaggedFields',
        version,
      )
  }
}

function encodeElectLeadersResponseReplicaElectionResultPartitionResultArray(
  writer: Writer,
  items: readonly ElectLeadersResponseReplicaElectionResultPartitionResult[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeElectLeadersResponseReplicaElectionResultPartitionResult(writer, items[index]!, version)
}

export const electLeadersApi: Api<ElectLeadersRequest, ElectLeadersResponse> = {
  key: 43,
  name: 'ElectLeaders',
  versionMin: 0,
  versionMax: 2,
  versionMaxStable: 2,
  flexibleSince: 2,
  listeners: ['broker', 'controller'],
  request: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUndecodable('ElectLeadersRequest', version, '0-2')
      return decodeElectLeadersRequest(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUnencodable('ElectLeadersRequest', version, '0-2')
      encodeElectLeadersRequest(writer, message, version)
    },
  },
  response: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUndecodable('ElectLeadersResponse', version, '0-2')
      return decodeElectLeadersResponse(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUnencodable('ElectLeadersResponse', version, '0-2')
      encodeElectLeadersResponse(writer, message, version)
    },
  },
  requestHeaderVersion: (version) => (version >= 2 ? 2 : 1),
  responseHeaderVersion: (version) => (version >= 2 ? 1 : 0),
}
