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

export interface LeaderChangeMessage {
  version: number
  leaderId: number
  voters: LeaderChangeMessageVoter[]
  grantingVoters: LeaderChangeMessageVoter[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface LeaderChangeMessageVoter {
  voterId: number
  voterDirectoryId: Uuid
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function leaderChangeMessage(init: Partial<LeaderChangeMessage> = {}): LeaderChangeMessage {
  return {
    version: init.version ?? 0,
    leaderId: init.leaderId ?? 0,
    voters: init.voters ?? [],
    grantingVoters: init.grantingVoters ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function leaderChangeMessageVoter(
  init: Partial<LeaderChangeMessageVoter> = {},
): LeaderChangeMessageVoter {
  return {
    voterId: init.voterId ?? 0,
    voterDirectoryId: init.voterDirectoryId ?? ZERO_UUID,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeLeaderChangeMessage(reader: Reader, version: number): LeaderChangeMessage {
  const versionValue = reader.int16()
  const leaderId = reader.int32()
  const votersCount = reader.compactArray(5)
  const voters = decodeLeaderChangeMessageVoterArray(reader, version, votersCount)
  const grantingVotersCount = reader.compactArray(5)
  const grantingVoters = decodeLeaderChangeMessageVoterArray(reader, version, grantingVotersCount)
  const unknownTaggedFields = reader.unknownTags()
  return { version: versionValue, leaderId, voters, grantingVoters, unknownTaggedFields }
}

function decodeLeaderChangeMessageVoter(reader: Reader, version: number): LeaderChangeMessageVoter {
  const voterId = reader.int32()
  const voterDirectoryId: Uuid = version >= 1 ? reader.uuid() : ZERO_UUID
  const unknownTaggedFields = reader.unknownTags()
  return { voterId, voterDirectoryId, unknownTaggedFields }
}

function decodeLeaderChangeMessageVoterArray(
  reader: Reader,
  version: number,
  count: number,
): LeaderChangeMessageVoter[] {
  reader.structs(count)
  const items = new Array<LeaderChangeMessageVoter>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeLeaderChangeMessageVoter(reader, version)
  return items
}

function encodeLeaderChangeMessage(
  writer: Writer,
  message: LeaderChangeMessage,
  version: number,
): void {
  writer.int16(message.version)
  writer.int32(message.leaderId)
  writer.compactArray(message.voters.length)
  encodeLeaderChangeMessageVoterArray(writer, message.voters, version)
  writer.compactArray(message.grantingVoters.length)
  encodeLeaderChangeMessageVoterArray(writer, message.grantingVoters, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeLeaderChangeMessageVoter(
  writer: Writer,
  message: LeaderChangeMessageVoter,
  version: number,
): void {
  writer.int32(message.voterId)
  if (version >= 1) {
    writer.uuid(message.voterDirectoryId)
  } else {
    if (message.voterDirectoryId !== ZERO_UUID)
      throwFieldAbsent('LeaderChangeMessageVoter', 'voterDirectoryId', version)
  }
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeLeaderChangeMessageVoterArray(
  writer: Writer,
  items: readonly LeaderChangeMessageVoter[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeLeaderChangeMessageVoter(writer, items[index]!, version)
}

export const leaderChangeMessageSchema: RecordSchema<LeaderChangeMessage> = {
  name: 'LeaderChangeMessage',
  type: null,
  versionMin: 0,
  versionMax: 1,
  flexibleSince: 0,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUndecodable('LeaderChangeMessage', version, '0-1')
      return decodeLeaderChangeMessage(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 1))
        throwVersionUnencodable('LeaderChangeMessage', version, '0-1')
      encodeLeaderChangeMessage(writer, message, version)
    },
  },
}
