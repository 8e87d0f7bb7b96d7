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

export interface PartitionChangeRecord {
  partitionId: number
  topicId: Uuid
  isr: number[] | null
  leader: number
  replicas: number[] | null
  removingReplicas: number[] | null
  addingReplicas: number[] | null
  leaderRecoveryState: number
  directories: Uuid[] | null
  eligibleLeaderReplicas: number[] | null
  lastKnownElr: number[] | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function partitionChangeRecord(
  init: Partial<PartitionChangeRecord> = {},
): PartitionChangeRecord {
  return {
    partitionId: init.partitionId ?? -1,
    topicId: init.topicId ?? ZERO_UUID,
    isr: init.isr ?? null,
    leader: init.leader ?? -2,
    replicas: init.replicas ?? null,
    removingReplicas: init.removingReplicas ?? null,
    addingReplicas: init.addingReplicas ?? null,
    leaderRecoveryState: init.leaderRecoveryState ?? -1,
    directories: init.directories ?? null,
    eligibleLeaderReplicas: init.eligibleLeaderReplicas ?? null,
    lastKnownElr: init.lastKnownElr ?? null,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodePartitionChangeRecord(reader: Reader, version: number): PartitionChangeRecord {
  const partitionId = reader.int32()
  const topicId = reader.uuid()

  const message: PartitionChangeRecord = {
    partitionId,
    topicId,
    isr: null,
    leader: -2,
    replicas: null,
    removingReplicas: null,
    addingReplicas: null,
    leaderRecoveryState: -1,
    directories: null,
    eligibleLeaderReplicas: null,
    lastKnownElr: null,
    unknownTaggedFields: null,
  }
  const tags = reader.tagCount()
  if (tags !== 0) decodePartitionChangeRecordTags(reader, message, version, tags)
  return message
}

function decodePartitionChangeRecordTags(
  reader: Reader,
  message: PartitionChangeRecord,
  version: number,
  count: number,
): void {
  for (let left = count; left > 0; left--) {
    const tag = reader.uvarint()
    const size = reader.tagSize()
    const end = reader.position + size
    if (tag === 0) {
      const isrCount = reader.compactNullableArray(4)
      const isr = isrCount < 0 ? null : readInt32s(reader, isrCount)
      message.isr = isr
      reader.expectPosition(end, tag)
    } else if (tag === 1) {
      const leader = reader.int32()
      message.leader = leader
      reader.expectPosition(end, tag)
    } else if (tag === 2) {
      const replicasCount = reader.compactNullableArray(4)
      const replicas = replicasCount < 0 ? null : readInt32s(reader, replicasCount)
      message.replicas = replicas
      reader.expectPosition(end, tag)
    } else if (tag === 3) {
      const removingReplicasCount = reader.compactNullableArray(4)
      const removingReplicas =
        removingReplicasCount < 0 ? null : readInt32s(reader, removingReplicasCount)
      message.removingReplicas = removingReplicas
      reader.expectPosition(end, tag)
    } else if (tag === 4) {
      const addingReplicasCount = reader.compactNullableArray(4)
      const addingReplicas =
        addingReplicasCount < 0 ? null : readInt32s(reader, addingReplicasCount)
      message.addingReplicas = addingReplicas
      reader.expectPosition(end, tag)
    } else if (tag === 5) {
      const leaderRecoveryState = reader.int8()
      message.leaderRecoveryState = leaderRecoveryState
      reader.expectPosition(end, tag)
    } else if (tag === 8 && version >= 1) {
      const directoriesCount = version >= 1 ? reader.compactNullableArray(16) : -1
      const directories = directoriesCount < 0 ? null : readUuids(reader, directoriesCount)
      message.directories = directories
      reader.expectPosition(end, tag)
    } else if (tag === 6 && version >= 2) {
      const eligibleLeaderReplicasCount = version >= 2 ? reader.compactNullableArray(4) : -1
      const eligibleLeaderReplicas =
        eligibleLeaderReplicasCount < 0 ? null : readInt32s(reader, eligibleLeaderReplicasCount)
      message.eligibleLeaderReplicas = eligibleLeaderReplicas
      reader.expectPosition(end, tag)
    } else if (tag === 7 && version >= 2) {
      const lastKnownElrCount = version >= 2 ? reader.compactNullableArray(4) : -1
      const lastKnownElr = lastKnownElrCount < 0 ? null : readInt32s(reader, lastKnownElrCount)
      message.lastKnownElr = lastKnownElr
      reader.expectPosition(end, tag)
    } else message.unknownTaggedFields = reader.unknownTag(message.unknownTaggedFields, tag, size)
  }
}

function encodePartitionChangeRecord(
  writer: Writer,
  message: PartitionChangeRecord,
  version: number,
): void {
  writer.int32(message.partitionId)
  writer.uuid(message.topicId)

  if (version < 1) {
    if (message.directories !== null)
      throwFieldAbsent('PartitionChangeRecord', 'directories', version)
  }
  if (version < 2) {
    if (message.eligibleLeaderReplicas !== null)
      throwFieldAbsent('PartitionChangeRecord', 'eligibleLeaderReplicas', version)
  }
  if (version < 2) {
    if (message.lastKnownElr !== null)
      throwFieldAbsent('PartitionChangeRecord', 'lastKnownElr', version)
  }
  encodePartitionChangeRecordTags(writer, message, version)
}

function encodePartitionChangeRecordTags(
  writer: Writer,
  message: PartitionChangeRecord,
  version: number,
): void {
  const unknown = message.unknownTaggedFields
  const isrSet = message.isr !== null
  const leaderSet = message.leader !== -2
  const replicasSet = message.replicas !== null
  const removingReplicasSet = message.removingReplicas !== null
  const addingReplicasSet = message.addingReplicas !== null
  const leaderRecoveryStateSet = message.leaderRecoveryState !== -1
  const eligibleLeaderReplicasSet = version >= 2 && message.eligibleLeaderReplicas !== null
  const lastKnownElrSet = version >= 2 && message.lastKnownElr !== null
  const directoriesSet = version >= 1 && message.directories !== null
  if (
    !(
      isrSet ||
      leaderSet ||
      replicasSet ||
      removingReplicasSet ||
      addingReplicasSet ||
      leaderRecoveryStateSet ||
      eligibleLeaderReplicasSet ||
      lastKnownElrSet ||
      directoriesSet
    )
  ) {
    writer.onlyUnknownTags(unknown)
    return
  }
  let count = unknown === null ? 0 : unknown.length
  if (isrSet) count++
  if (leaderSet) count++
  if (replicasSet) count++
  if (removingReplicasSet) count++
  if (addingReplicasSet) count++
  if (leaderRecoveryStateSet) count++
  if (eligibleLeaderReplicasSet) count++
  if (lastKnownElrSet) count++
  if (directoriesSet) count++
  writer.uvarint(count)
  let next = 0
  if (isrSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 0)
    const mark = writer.beginTag(0)
    if (message.isr === null) writer.compactArray(-1)
    else {
      writer.compactArray(message.isr.length)
      writeInt32s(writer, message.isr)
    }
    writer.endTag(mark)
  }
  if (leaderSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 1)
    const mark = writer.beginTag(1)
    writer.int32(message.leader)
    writer.endTag(mark)
  }
  if (replicasSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 2)
    const mark = writer.beginTag(2)
    if (message.replicas === null) writer.compactArray(-1)
    else {
      writer.compactArray(message.replicas.length)
      writeInt32s(writer, message.replicas)
    }
    writer.endTag(mark)
  }
  if (removingReplicasSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 3)
    const mark = writer.beginTag(3)
    if (message.removingReplicas === null) writer.compactArray(-1)
    else {
      writer.compactArray(message.removingReplicas.length)
      writeInt32s(writer, message.removingReplicas)
    }
    writer.endTag(mark)
  }
  if (addingReplicasSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 4)
    const mark = writer.beginTag(4)
    if (message.addingReplicas === null) writer.compactArray(-1)
    else {
      writer.compactArray(message.addingReplicas.length)
      writeInt32s(writer, message.addingReplicas)
    }
    writer.endTag(mark)
  }
  if (leaderRecoveryStateSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 5)
    const mark = writer.beginTag(5)
    writer.int8(message.leaderRecoveryState)
    writer.endTag(mark)
  }
  if (eligibleLeaderReplicasSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 6)
    const mark = writer.beginTag(6)
    if (message.eligibleLeaderReplicas === null) writer.compactArray(-1)
    else {
      writer.compactArray(message.eligibleLeaderReplicas.length)
      writeInt32s(writer, message.eligibleLeaderReplicas)
    }
    writer.endTag(mark)
  }
  if (lastKnownElrSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 7)
    const mark = writer.beginTag(7)
    if (message.lastKnownElr === null) writer.compactArray(-1)
    else {
      writer.compactArray(message.lastKnownElr.length)
      writeInt32s(writer, message.lastKnownElr)
    }
    writer.endTag(mark)
  }
  if (directoriesSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 8)
    const mark = writer.beginTag(8)
    if (message.directories === null) writer.compactArray(-1)
    else {
      writer.compactArray(message.directories.length)
      writeUuids(writer, message.directories)
    }
    writer.endTag(mark)
  }
  if (unknown !== null) writer.unknownTags(unknown, next, Number.POSITIVE_INFINITY)
}

export const partitionChangeRecordSchema: RecordSchema<PartitionChangeRecord> = {
  name: 'PartitionChangeRecord',
  type: 5,
  versionMin: 0,
  versionMax: 2,
  flexibleSince: 0,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUndecodable('PartitionChangeRecord', version, '0-2')
      return decodePartitionChangeRecord(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 2))
        throwVersionUnencodable('PartitionChangeRecord', version, '0-2')
      encodePartitionChangeRecord(writer, message, version)
    },
  },
}
