import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { RecordSchema } from '../../../api.ts'
import { readInt32s, writeInt32s, readUuids, writeUuids } from '../../../codec/arrays.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface PartitionRecord {
  partitionId: number
  topicId: Uuid
  replicas: number[]
  isr: number[]
  removingReplicas: number[]
  addingReplicas: number[]
  leader: number
  leaderRecoveryState: number
  leaderEpoch: number
  partitionEpoch: number
  directories: Uuid[]
  eligibleLeaderReplicas: number[] | null
  lastKnownElr: number[] | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function partitionRecord(init: Partial<PartitionRecord> = {}): PartitionRecord {
  return {
    partitionId: init.partitionId ?? -1,
    topicId: init.topicId ?? ZERO_UUID,
    replicas: init.replicas ?? [],
    isr: init.isr ?? [],
    removingReplicas: init.removingReplicas ?? [],
    addingReplicas: init.addingReplicas ?? [],
    leader: init.leader ?? -1,
    leaderRecoveryState: init.leaderRecoveryState ?? 0,
    leaderEpoch: init.leaderEpoch ?? -1,
    partitionEpoch: init.partitionEpoch ?? -1,
    directories: init.directories ?? [],
    eligibleLeaderReplicas: init.eligibleLeaderReplicas ?? null,
    lastKnownElr: init.lastKnownElr ?? null,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodePartitionRecord(reader: Reader, version: number): PartitionRecord {
  const partitionId = reader.int32()
  const topicId = reader.uuid()
  const replicasCount = reader.compactArray(4)
  const replicas = readInt32s(reader, replicasCount)
  const isrCount = reader.compactArray(4)
  const isr = readInt32s(reader, isrCount)
  const removingReplicasCount = reader.compactArray(4)
  const removingReplicas = readInt32s(reader, removingReplicasCount)
  const addingReplicasCount = reader.compactArray(4)
  const addingReplicas = readInt32s(reader, addingReplicasCount)
  const leader = reader.int32()
  const leaderEpoch = reader.int32()
  const partitionEpoch = reader.int32()
  const directoriesCount = version >= 1 ? reader.compactArray(16) : 0
  const directories = readUuids(reader, directoriesCount)

  const message: PartitionRecord = {
    partitionId,
    topicId,
    replicas,
    isr,
    removingReplicas,
    addingReplicas,
    leader,
    leaderRecoveryState: 0,
    leaderEpoch,
    partitionEpoch,
    directories,
    eligibleLeaderReplicas: null,
    lastKnownElr: null,
    unknownTaggedFields: null,
  }
  const tags = reader.tagCount()
  if (tags !== 0) decodePartitionRecordTags(reader, message, version, tags)
  return message
}

function decodePartitionRecordTags(
  reader: Reader,
  message: PartitionRecord,
  version: number,
  count: number,
): void {
  for (let left = count; left > 0; left--) {
    const tag = reader.uvarint()
    const size = reader.tagSize()
    const end = reader.position + size
    if (tag === 0) {
      const leaderRecoveryState = reader.int8()
      message.leaderRecoveryState = leaderRecoveryState
      reader.expectPosition(end, tag)
    } else if (tag === 1 && version >= 2) {
      const eligibleLeaderReplicasCount = version >= 2 ? reader.compactNullableArray(4) : -1
      const eligibleLeaderReplicas =
        eligibleLeaderReplicasCount < 0 ? null : readInt32s(reader, eligibleLeaderReplicasCount)
      message.eligibleLeaderReplicas = eligibleLeaderReplicas
      reader.expectPosition(end, tag)
    } else if (tag === 2 && version >= 2) {
      const lastKnownElrCount = version >= 2 ? reader.compactNullableArray(4) : -1
      const lastKnownElr = lastKnownElrCount < 0 ? null : readInt32s(reader, lastKnownElrCount)
      message.lastKnownElr = lastKnownElr
      reader.expectPosition(end, tag)
    } else message.unknownTaggedFields = reader.unknownTag(message.unknownTaggedFields, tag, size)
  }
}

function encodePartitionRecord(writer: Writer, message: PartitionRecord, version: number): void {
  writer.int32(message.partitionId)
  writer.uuid(message.topicId)
  writer.compactArray(message.replicas.length)
  writeInt32s(writer, message.replicas)
  writer.compactArray(message.isr.length)
  writeInt32s(writer, message.isr)
  writer.compactArray(message.removingReplicas.length)
  writeInt32s(writer, message.removingReplicas)
  writer.compactArray(message.addingReplicas.length)
  writeInt32s(writer, message.addingReplicas)
  writer.int32(message.leader)

  writer.int32(message.leaderEpoch)
  writer.int32(message.partitionEpoch)
  if (version >= 1) {
    writer.compactArray(message.directories.length)
    writeUuids(writer, message.directories)
  } else {
    if (message.directories.length !== 0)
      throwFieldAbsent('PartitionRecord', 'directories', version)
  }
  if (version < 2) {
    if (message.eligibleLeaderReplicas !== null)
      throwFieldAbsent('PartitionRecord', 'eligibleLeaderReplicas', version)
  }
  if (version < 2) {
    if (message.lastKnownElr !== null) throwFieldAbsent('PartitionRecord', 'lastKnownElr', version)
  }
  encodePartitionRecordTags(writer, message, version)
}

function encodePartitionRecordTags(
  writer: Writer,
  message: PartitionRecord,
  version: number,
): void {
  const unknown = message.unknownTaggedFields
  const leaderRecoveryStateSet = message.leaderRecoveryState !== 0
  const eligibleLeaderReplicasSet = version >= 2 && message.eligibleLeaderReplicas !== null
  const lastKnownElrSet = version >= 2 && message.lastKnownElr !== null
  if (!(leaderRecoveryStateSet || eligibleLeaderReplicasSet || lastKnownElrSet)) {
    writer.onlyUnknownTags(unknown)
    return
  }
  let count = unknown === null ? 0 : unknown.length
  if (leaderRecoveryStateSet) count++
  if (eligibleLeaderReplicasSet) count++
  if (lastKnownElrSet) count++
  writer.uvarint(count)
  let next = 0
  if (leaderRecoveryStateSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 0)
    const mark = writer.beginTag(0)
    writer.int8(message.leaderRecoveryState)
    writer.endTag(mark)
  }
  if (eligibleLeaderReplicasSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 1)
    const mark = writer.beginTag(1)
    if (message.eligibleLeaderReplicas === null) writer.compactArray(-1)
    else {
      writer.compactArray(message.eligibleLeaderReplicas.length)
      writeInt32s(writer, message.eligibleLeaderReplicas)
    }
    writer.endTag(mark)
  }
  if (lastKnownElrSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 2)
    const mark = writer.beginTag(2)
    if (message.lastKnownElr === null) writer.compactArray(-1)
    else {
      writer.compactArray(message.lastKnownElr.length)
      writeInt32s(writer, message.lastKnownElr)
    }
    writer.endTag(mark)
  }
  if (unknown !== null) writer.unknownTags(unknown, next, Number.POSITIVE_INFINITY)
}

export const partitionRecordSchema: RecordSchema<PartitionRecord> = {
  name: 'PartitionRecord',
  type: 3,
  versionMin: 0,
  versionMax: 2,
  flexibleSince: 0,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUndecodable('PartitionRecord', version, '0-2')
      return decodePartitionRecord(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUnencodable('PartitionRecord', version, '0-2')
      encodePartitionRecord(writer, message, version)
    },
  },
}
