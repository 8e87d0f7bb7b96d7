import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { RecordSchema } from '../../../api.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface QuorumStateData {
  clusterId: string
  leaderId: number
  leaderEpoch: number
  votedId: number
  votedDirectoryId: Uuid
  appliedOffset: number
  currentVoters: QuorumStateDataCurrentVoter[] | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface QuorumStateDataCurrentVoter {
  voterId: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function quorumStateData(init: Partial<QuorumStateData> = {}): QuorumStateData {
  return {
    clusterId: init.clusterId ?? '',
    leaderId: init.leaderId ?? -1,
    leaderEpoch: init.leaderEpoch ?? -1,
    votedId: init.votedId ?? -1,
    votedDirectoryId: init.votedDirectoryId ?? ZERO_UUID,
    appliedOffset: init.appliedOffset ?? 0,
    currentVoters: init.currentVoters === undefined ? [] : init.currentVoters,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function quorumStateDataCurrentVoter(
  init: Partial<QuorumStateDataCurrentVoter> = {},
): QuorumStateDataCurrentVoter {
  return { voterId: init.voterId ?? 0, unknownTaggedFields: init.unknownTaggedFields ?? null }
}

function decodeQuorumStateData(reader: Reader, version: number): QuorumStateData {
  const clusterId: string = version >= 1 ? '' : reader.compactString()
  const leaderId = reader.int32()
  const leaderEpoch = reader.int32()
  const votedId = reader.int32()
  const votedDirectoryId: Uuid = version >= 1 ? reader.uuid() : ZERO_UUID
  const appliedOffset: number = version >= 1 ? 0 : reader.int64()
  const currentVotersCount = version >= 1 ? 0 : reader.compactNullableArray(5)
  const currentVoters =
    currentVotersCount < 0
      ? null
      : decodeQuorumStateDataCurrentVoterArray(reader, version, currentVotersCount)
  const unknownTaggedFields = reader.unknownTags()
  return {
    clusterId,
    leaderId,
    leaderEpoch,
    votedId,
    votedDirectoryId,
    appliedOffset,
    currentVoters,
    unknownTaggedFields,
  }
}

function decodeQuorumStateDataCurrentVoter(
  reader: Reader,
  _version: number,
): QuorumStateDataCurrentVoter {
  const voterId = reader.int32()
  const unknownTaggedFields = reader.unknownTags()
  return { voterId, unknownTaggedFields }
}

function decodeQuorumStateDataCurrentVoterArray(
  reader: Reader,
  version: number,
  count: number,
): QuorumStateDataCurrentVoter[] {
  reader.structs(count)
  const items = new Array<QuorumStateDataCurrentVoter>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeQuorumStateDataCurrentVoter(reader, version)
  return items
}

function encodeQuorumStateData(writer: Writer, message: QuorumStateData, version: number): void {
  if (version >= 1) {
    if (message.clusterId !== '') throwFieldAbsent('QuorumStateData', 'clusterId', version)
  } else {
    writer.compactString(message.clusterId)
  }
  writer.int32(message.leaderId)
  writer.int32(message.leaderEpoch)
  writer.int32(message.votedId)
  if (version >= 1) {
    writer.uuid(message.votedDirectoryId)
  } else {
    if (message.votedDirectoryId !== ZERO_UUID)
      throwFieldAbsent('QuorumStateData', 'votedDirectoryId', version)
  }
  if (version >= 1) {
    if (message.appliedOffset !== 0) throwFieldAbsent('QuorumStateData', 'appliedOffset', version)
  } else {
    writer.int64(message.appliedOffset)
  }
  if (version >= 1) {
    if (message.currentVoters === null || message.currentVoters.length !== 0)
      throwFieldAbsent('QuorumStateData', 'currentVoters', version)
  } else {
    if (message.currentVoters === null) writer.compactArray(-1)
    else {
      writer.compactArray(message.currentVoters.length)
      encodeQuorumStateDataCurrentVoterArray(writer, message.currentVoters, version)
    }
  }
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeQuorumStateDataCurrentVoter(
  writer: Writer,
  message: QuorumStateDataCurrentVoter,
  _version: number,
): void {
  writer.int32(message.voterId)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeQuorumStateDataCurrentVoterArray(
  writer: Writer,
  items: readonly QuorumStateDataCurrentVoter[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeQuorumStateDataCurrentVoter(writer, items[index]!, version)
}

export const quorumStateDataSchema: RecordSchema<QuorumStateData> = {
  name: 'QuorumStateData',
  type: null,
  versionMin: 0,
  versionMax: 1,
  flexibleSince: 0,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUndecodable('QuorumStateData', version, '0-1')
      return decodeQuorumStateData(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUnencodable('QuorumStateData', version, '0-1')
      encodeQuorumStateData(writer, message, version)
    },
  },
}
