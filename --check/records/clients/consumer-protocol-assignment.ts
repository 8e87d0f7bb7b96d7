import type { RecordSchema } from '../../../api.ts'
import { readInt32s, writeInt32s } from '../../../codec/arrays.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface ConsumerProtocolAssignment {
  assignedPartitions: ConsumerProtocolAssignmentAssignedPartition[]
  userData: Uint8Array | null
}

export interface ConsumerProtocolAssignmentAssignedPartition {
  topic: string
  partitions: number[]
}

export function consumerProtocolAssignment(
  init: Partial<ConsumerProtocolAssignment> = {},
): ConsumerProtocolAssignment {
  return { assignedPartitions: init.assignedPartitions ?? [], userData: init.userData ?? null }
}

export function consumerProtocolAssignmentAssignedPartition(
  init: Partial<ConsumerProtocolAssignmentAssignedPartition> = {},
): ConsumerProtocolAssignmentAssignedPartition {
  return { topic: init.topic ?? '', partitions: init.partitions ?? [] }
}

function decodeConsumerProtocolAssignment(
  reader: Reader,
  version: number,
): ConsumerProtocolAssignment {
  const assignedPartitionsCount = reader.array(6)
  const assignedPartitions = decodeConsumerProtocolAssignmentAssignedPartitionArray(
    reader,
    version,
    assignedPartitionsCount,
  )
  const userData = reader.nullableBytes()

  return { assignedPartitions, userData }
}

function decodeConsumerProtocolAssignmentAssignedPartition(
  reader: Reader,
  _version: number,
): ConsumerProtocolAssignmentAssignedPartition {
  const topic = reader.string()
  const partitionsCount = reader.array(4)
  const partitions = readInt32s(reader, partitionsCount)

  return { topic, partitions }
}

function decodeConsumerProtocolAssignmentAssignedPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): ConsumerProtocolAssignmentAssignedPartition[] {
  reader.structs(count)
  const items = new Array<ConsumerProtocolAssignmentAssignedPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeConsumerProtocolAssignmentAssignedPartition(reader, version)
  return items
}

function encodeConsumerProtocolAssignment(
  writer: Writer,
  message: ConsumerProtocolAssignment,
  version: number,
): void {
  writer.array(message.assignedPartitions.length)
  encodeConsumerProtocolAssignmentAssignedPartitionArray(
    writer,
    message.assignedPartitions,
    version,
  )
  writer.nullableBytes(message.userData)
}

function encodeConsumerProtocolAssignmentAssignedPartition(
  writer: Writer,
  message: ConsumerProtocolAssignmentAssignedPartition,
  _version: number,
): void {
  writer.string(message.topic)
  writer.array(message.partitions.length)
  writeInt32s(writer, message.partitions)
}

function encodeConsumerProtocolAssignmentAssignedPartitionArray(
  writer: Writer,
  items: readonly ConsumerProtocolAssignmentAssignedPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeConsumerProtocolAssignmentAssignedPartition(writer, items[index]!, version)
}

export const consumerProtocolAssignmentSchema: RecordSchema<ConsumerProtocolAssignment> = {
  name: 'ConsumerProtocolAssignment',
  type: null,
  versionMin: 0,
  versionMax: 3,
  flexibleSince: null,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 3))
        throwVersionUndecodable('ConsumerProtocolAssignment', version, '0-3')
      return decodeConsumerProtocolAssignment(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 3))
        throwVersionUnencodable('ConsumerProtocolAssignment', version, '0-3')
      encodeConsumerProtocolAssignment(writer, message, version)
    },
  },
}
