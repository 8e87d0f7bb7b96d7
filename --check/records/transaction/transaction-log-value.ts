import type { RecordSchema } from '../../../api.ts'
import { readInt32s, writeInt32s } from '../../../codec/arrays.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface TransactionLogValue {
  producerId: number
  previousProducerId: number
  nextProducerId: number
  producerEpoch: number
  nextProducerEpoch: number
  transactionTimeoutMs: number
  transactionStatus: number
  transactionPartitions: TransactionLogValueTransactionPartition[] | null
  transactionLastUpdateTimestampMs: number
  transactionStartTimestampMs: number
  clientTransactionVersion: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface TransactionLogValueTransactionPartition {
  topic: string
  partitionIds: number[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function transactionLogValue(init: Partial<TransactionLogValue> = {}): TransactionLogValue {
  return {
    producerId: init.producerId ?? 0,
    previousProducerId: init.previousProducerId ?? -1,
    nextProducerId: init.nextProducerId ?? -1,
    producerEpoch: init.producerEpoch ?? 0,
    nextProducerEpoch: init.nextProducerEpoch ?? -1,
    transactionTimeoutMs: init.transactionTimeoutMs ?? 0,
    transactionStatus: init.transactionStatus ?? 0,
    transactionPartitions:
      init.transactionPartitions === undefined ? [] : init.transactionPartitions,
    transactionLastUpdateTimestampMs: init.transactionLastUpdateTimestampMs ?? 0,
    transactionStartTimestampMs: init.transactionStartTimestampMs ?? 0,
    clientTransactionVersion: init.clientTransactionVersion ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function transactionLogValueTransactionPartition(
  init: Partial<TransactionLogValueTransactionPartition> = {},
): TransactionLogValueTransactionPartition {
  return {
    topic: init.topic ?? '',
    partitionIds: init.partitionIds ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeTransactionLogValue(reader: Reader, version: number): TransactionLogValue {
  const producerId = reader.int64()
  const producerEpoch = reader.int16()
  const transactionTimeoutMs = reader.int32()
  const transactionStatus = reader.int8()
  const transactionPartitionsCount =
    version >= 1 ? reader.compactNullableArray(3) : reader.nullableArray(6)
  const transactionPartitions =
    transactionPartitionsCount < 0
      ? null
      : decodeTransactionLogValueTransactionPartitionArray(
          reader,
          version,
          transactionPartitionsCount,
        )
  const transactionLastUpdateTimestampMs = reader.int64()
  const transactionStartTimestampMs = reader.int64()

  const message: TransactionLogValue = {
    producerId,
    previousProducerId: -1,
    nextProducerId: -1,
    producerEpoch,
    nextProducerEpoch: -1,
    transactionTimeoutMs,
    transactionStatus,
    transactionPartitions,
    transactionLastUpdateTimestampMs,
    transactionStartTimestampMs,
    clientTransactionVersion: 0,
    unknownTaggedFields: null,
  }
  if (version >= 1) {
    const tags = reader.tagCount()
    if (tags !== 0) decodeTransactionLogValueTags(reader, message, version, tags)
  }
  return message
}

function decodeTransactionLogValueTags(
  reader: Reader,
  message: TransactionLogValue,
  _version: number,
  count: number,
): void {
  for (let left = count; left > 0; left--) {
    const tag = reader.uvarint()
    const size = reader.tagSize()
    const end = reader.position + size
    if (tag === 0) {
      const previousProducerId = reader.int64()
      message.previousProducerId = previousProducerId
      reader.expectPosition(end, tag)
    } else if (tag === 1) {
      const nextProducerId = reader.int64()
      message.nextProducerId = nextProducerId
      reader.expectPosition(end, tag)
    } else if (tag === 3) {
      const nextProducerEpoch = reader.int16()
      message.nextProducerEpoch = nextProducerEpoch
      reader.expectPosition(end, tag)
    } else if (tag === 2) {
      const clientTransactionVersion = reader.int16()
      message.clientTransactionVersion = clientTransactionVersion
      reader.expectPosition(end, tag)
    } else message.unknownTaggedFields = reader.unknownTag(message.unknownTaggedFields, tag, size)
  }
}

function decodeTransactionLogValueTransactionPartition(
  reader: Reader,
  version: number,
): TransactionLogValueTransactionPartition {
  const topic: string = version >= 1 ? reader.compactString() : reader.string()
  const partitionIdsCount = version >= 1 ? reader.compactArray(4) : reader.array(4)
  const partitionIds = readInt32s(reader, partitionIdsCount)
  const unknownTaggedFields = version >= 1 ? reader.unknownTags() : null
  return { topic, partitionIds, unknownTaggedFields }
}

function decodeTransactionLogValueTransactionPartitionArray(
  reader: Reader,
  version: number,
  count: number,
): TransactionLogValueTransactionPartition[] {
  reader.structs(count)
  const items = new Array<TransactionLogValueTransactionPartition>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeTransactionLogValueTransactionPartition(reader, version)
  return items
}

function encodeTransactionLogValue(
  writer: Writer,
  message: TransactionLogValue,
  version: number,
): void {
  writer.int64(message.producerId)
  if (version < 1) {
    if (message.previousProducerId !== -1)
      throwFieldAbsent('TransactionLogValue', 'previousProducerId', version)
  }
  if (version < 1) {
    if (message.nextProducerId !== -1)
      throwFieldAbsent('TransactionLogValue', 'nextProducerId', version)
  }
  writer.int16(message.producerEpoch)
  if (version < 1) {
    if (message.nextProducerEpoch !== -1)
      throwFieldAbsent('TransactionLogValue', 'nextProducerEpoch', version)
  }
  writer.int32(message.transactionTimeoutMs)
  writer.int8(message.transactionStatus)
  if (version >= 1) {
    if (message.transactionPartitions === null) writer.compactArray(-1)
    else {
      writer.compactArray(message.transactionPartitions.length)
      encodeTransactionLogValueTransactionPartitionArray(
        writer,
        message.transactionPartitions,
        version,
      )
    }
  } else {
    if (message.transactionPartitions === null) writer.array(-1)
    else {
      writer.array(message.transactionPartitions.length)
      encodeTransactionLogValueTransactionPartitionArray(
        writer,
        message.transactionPartitions,
        version,
      )
    }
  }
  writer.int64(message.transactionLastUpdateTimestampMs)
  writer.int64(message.transactionStartTimestampMs)
  if (version < 1) {
    if (message.clientTransactionVersion !== 0)
      throwFieldAbsent('TransactionLogValue', 'clientTransactionVersion', version)
  }
  if (version >= 1) {
    encodeTransactionLogValueTags(writer, message, version)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('TransactionLogValue', 'unknownTaggedFields', version)
  }
}

function encodeTransactionLogValueTags(
  writer: Writer,
  message: TransactionLogValue,
  _version: number,
): void {
  const unknown = message.unknownTaggedFields
  const previousProducerIdSet = message.previousProducerId !== -1
  const nextProducerIdSet = message.nextProducerId !== -1
  const clientTransactionVersionSet = message.clientTransactionVersion !== 0
  const nextProducerEpochSet = message.nextProducerEpoch !== -1
  if (
    !(
      previousProducerIdSet ||
      nextProducerIdSet ||
      clientTransactionVersionSet ||
      nextProducerEpochSet
    )
  ) {
    writer.onlyUnknownTags(unknown)
    return
  }
  let count = unknown === null ? 0 : unknown.length
  if (previousProducerIdSet) count++
  if (nextProducerIdSet) count++
  if (clientTransactionVersionSet) count++
  if (nextProducerEpochSet) count++
  writer.uvarint(count)
  let next = 0
  if (previousProducerIdSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 0)
    const mark = writer.beginTag(0)
    writer.int64(message.previousProducerId)
    writer.endTag(mark)
  }
  if (nextProducerIdSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 1)
    const mark = writer.beginTag(1)
    writer.int64(message.nextProducerId)
    writer.endTag(mark)
  }
  if (clientTransactionVersionSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 2)
    const mark = writer.beginTag(2)
    writer.int16(message.clientTransactionVersion)
    writer.endTag(mark)
  }
  if (nextProducerEpochSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 3)
    const mark = writer.beginTag(3)
    writer.int16(message.nextProducerEpoch)
    writer.endTag(mark)
  }
  if (unknown !== null) writer.unknownTags(unknown, next, Number.POSITIVE_INFINITY)
}

function encodeTransactionLogValueTransactionPartition(
  writer: Writer,
  message: TransactionLogValueTransactionPartition,
  version: number,
): void {
  if (version >= 1) {
    writer.compactString(message.topic)
  } else {
    writer.string(message.topic)
  }
  if (version >= 1) {
    writer.compactArray(message.partitionIds.length)
    writeInt32s(writer, message.partitionIds)
  } else {
    writer.array(message.partitionIds.length)
    writeInt32s(writer, message.partitionIds)
  }
  if (version >= 1) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('TransactionLogValueTransactionPartition', 'unknownTaggedFields', version)
  }
}

function encodeTransactionLogValueTransactionPartitionArray(
  writer: Writer,
  items: readonly TransactionLogValueTransactionPartition[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeTransactionLogValueTransactionPartition(writer, items[index]!, version)
}

export const transactionLogValueSchema: RecordSchema<TransactionLogValue> = {
  name: 'TransactionLogValue',
  type: 0,
  versionMin: 0,
  versionMax: 1,
  flexibleSince: 1,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUndecodable('TransactionLogValue', version, '0-1')
      return decodeTransactionLogValue(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUnencodable('TransactionLogValue', version, '0-1')
      encodeTransactionLogValue(writer, message, version)
    },
  },
}
