import type { RecordSchema } from '../../../api.ts'
import { readInt32s, writeInt32s, readStrings, writeStrings } from '../../../codec/arrays.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface ConsumerProtocolSubscription {
  topics: string[]
  userData: Uint8Array | null
  ownedPartitions: ConsumerProtocolSubscriptionOwnedPartition[]
  generationId: number
  rackId: string | null
}

export interface ConsumerProtocolSubscriptionOwnedPartition {
  topic: string
  partitions: number[]
}

export function consumerProtocolSubscription(
  init: Partial<ConsumerProtocolSubscription> = {},
): ConsumerProtocolSubscription {
  return {
    topics: init.topics ?? [],
    userData: init.userData ?? null,
    ownedPartitions: init.ownedPartitions ?? [],
    generationId: init.generationId ?? -1,
    rackId: init.rackId ?? null,
  }
}

export function consumerProtocolSubscriptionOwnedPartition(
  init: Partial<ConsumerProtocolSubscriptionOwnedPartition> = {},
): ConsumerProtocolSubscriptionOwnedPartition {
  return { topic: init.topic ?? '', partitions: init.partitions ?? [] }
}

function decodeConsumerProtocolSubscription(
  reader: Reader,
  version: number,
): ConsumerProtocolSubscription {
  const topicsCount = reader.array(2)
  const topics = readStrings(reader, topicsCount)
  const userData = reader.nullableBytes()
  const ownedPartitionsCount = version >= 1 ? reader.array(6) : 0
  const ownedPartitions = decodeConsumerProtocolSubscriptionOwnedPartitionArray(
    reader,
    version,
    ownedPartitionsCount,
  )
  const generationId: number = version >= 2 ? reader.int32() : -1
  const rackId: string | null = version >= 3 ? reader.nullableString() : null

  return { topics, userData, ownedPartitions, generationId, rackId }
}

function decodeConsumerProtocolSubscriptionOwnedPartition(
  reader: Reader,
  _version: number,
): ConsumerProtocolSubscriptionOwnedPartition {
  const topic = reader.string()
  const partitionsCount = reader.array(4)
  const partitions = readInt32s(reader, partitionsCount)

  return { topic, partitions }
}

function decodeConsumerProtocolSubscriptionOwnedPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): ConsumerProtocolSubscriptionOwnedPartition[] {
  reader.structs(count)
  const items = new Array<ConsumerProtocolSubscriptionOwnedPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeConsumerProtocolSubscriptionOwnedPartition(reader, version)
  return items
}

function encodeConsumerProtocolSubscription(
  writer: Writer,
  message: ConsumerProtocolSubscription,
  version: number,
): void {
  writer.array(message.topics.length)
  writeStrings(writer, message.topics)
  writer.nullableBytes(message.userData)
  if (version >= 1) {
    writer.array(message.ownedPartitions.length)
    encodeConsumerProtocolSubscriptionOwnedPartitionArray(writer, message.ownedPartitions, version)
  }
  if (version >= 2) {
    writer.int32(message.generationId)
  }
  if (version >= 3) {
    writer.nullableString(message.rackId)
  }
}

function encodeConsumerProtocolSubscriptionOwnedPartition(
  writer: Writer,
  message: ConsumerProtocolSubscriptionOwnedPartition,
  _version: number,
): void {
  writer.string(message.topic)
  writer.array(message.partitions.length)
  writeInt32s(writer, message.partitions)
}

function encodeConsumerProtocolSubscriptionOwnedPartitionArray(
  writer: Writer,
  items: readonly ConsumerProtocolSubscriptionOwnedPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeConsumerProtocolSubscriptionOwnedPartition(writer, items[index]!, version)
}

export const consumerProtocolSubscriptionSchema: RecordSchema<ConsumerProtocolSubscription> = {
  name: 'ConsumerProtocolSubscription',
  type: null,
  versionMin: 0,
  versionMax: 3,
  flexibleSince: null,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 3))
        throwVersionUndecodable('ConsumerProtocolSubscription', version, '0-3')
      return decodeConsumerProtocolSubscription(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 3))
        throwVersionUnencodable('ConsumerProtocolSubscription', version, '0-3')
      encodeConsumerProtocolSubscription(writer, message, version)
    },
  },
}
