import type { RecordSchema } from '../../../api.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import { EMPTY_BYTES } from '../../../codec/records.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface GroupMetadataValue {
  protocolType: string
  generation: number
  protocol: string | null
  leader: string | null
  currentStateTimestamp: number
  members: GroupMetadataValueMemberMetadata[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface GroupMetadataValueMemberMetadata {
  memberId: string
  groupInstanceId: string | null
  clientId: string
  clientHost: string
  rebalanceTimeout: number
  sessionTimeout: number
  subscription: Uint8Array
  assignment: Uint8Array
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function groupMetadataValue(init: Partial<GroupMetadataValue> = {}): GroupMetadataValue {
  return {
    protocolType: init.protocolType ?? '',
    generation: init.generation ?? 0,
    protocol: init.protocol === undefined ? '' : init.protocol,
    leader: init.leader === undefined ? '' : init.leader,
    currentStateTimestamp: init.currentStateTimestamp ?? -1,
    members: init.members ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function groupMetadataValueMemberMetadata(
  init: Partial<GroupMetadataValueMemberMetadata> = {},
): GroupMetadataValueMemberMetadata {
  return {
    memberId: init.memberId ?? '',
    groupInstanceId: init.groupInstanceId ?? null,
    clientId: init.clientId ?? '',
    clientHost: init.clientHost ?? '',
    rebalanceTimeout: init.rebalanceTimeout ?? -1,
    sessionTimeout: init.sessionTimeout ?? 0,
    subscription: init.subscription ?? EMPTY_BYTES,
    assignment: init.assignment ?? EMPTY_BYTES,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeGroupMetadataValue(reader: Reader, version: number): GroupMetadataValue {
  const protocolType: string = version >= 4 ? reader.compactString() : reader.string()
  const generation = reader.int32()
  const protocol: string | null =
    version >= 4 ? reader.compactNullableString() : reader.nullableString()
  const leader: string | null =
    version >= 4 ? reader.compactNullableString() : reader.nullableString()
  const currentStateTimestamp: number = version >= 2 ? reader.int64() : -1
  const membersCount = version >= 4 ? reader.compactArray(15) : reader.array(18)
  const members = decodeGroupMetadataValueMemberMetadataArray(reader, version, membersCount)
  const unknownTaggedFields = version >= 4 ? reader.unknownTags() : null
  return {
    protocolType,
    generation,
    protocol,
    leader,
    currentStateTimestamp,
    members,
    unknownTaggedFields,
  }
}

function decodeGroupMetadataValueMemberMetadata(
  reader: Reader,
  version: number,
): GroupMetadataValueMemberMetadata {
  const memberId: string = version >= 4 ? reader.compactString() : reader.string()
  const groupInstanceId: string | null =
    version >= 4 ? reader.compactNullableString() : version >= 3 ? reader.nullableString() : null
  const clientId: string = version >= 4 ? reader.compactString() : reader.string()
  const clientHost: string = version >= 4 ? reader.compactString() : reader.string()
  const rebalanceTimeout: number = version >= 1 ? reader.int32() : -1
  const sessionTimeout = reader.int32()
  const subscription: Uint8Array = version >= 4 ? reader.compactBytes() : reader.bytes()
  const assignment: Uint8Array = version >= 4 ? reader.compactBytes() : reader.bytes()
  const unknownTaggedFields = version >= 4 ? reader.unknownTags() : null
  return {
    memberId,
    groupInstanceId,
    clientId,
    clientHost,
    rebalanceTimeout,
    sessionTimeout,
    subscription,
    assignment,
    unknownTaggedFields,
  }
}

function decodeGroupMetadataValueMemberMetadataArray(
  reader: Reader,
  version: number,
  count: number,
): GroupMetadataValueMemberMetadata[] {
  reader.structs(count)
  const items = new Array<GroupMetadataValueMemberMetadata>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeGroupMetadataValueMemberMetadata(reader, version)
  return items
}

function encodeGroupMetadataValue(
  writer: Writer,
  message: GroupMetadataValue,
  version: number,
): void {
  if (version >= 4) {
    writer.compactString(message.protocolType)
  } else {
    writer.string(message.protocolType)
  }
  writer.int32(message.generation)
  if (version >= 4) {
    writer.compactNullableString(message.protocol)
  } else {
    writer.nullableString(message.protocol)
  }
  if (version >= 4) {
    writer.compactNullableString(message.leader)
  } else {
    writer.nullableString(message.leader)
  }
  if (version >= 2) {
    writer.int64(message.currentStateTimestamp)
  }
  if (version >= 4) {
    writer.compactArray(message.members.length)
    encodeGroupMetadataValueMemberMetadataArray(writer, message.members, version)
  } else {
    writer.array(message.members.length)
    encodeGroupMetadataValueMemberMetadataArray(writer, message.members, version)
  }
  if (version >= 4) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('GroupMetadataValue', 'unknownTaggedFields', version)
  }
}

function encodeGroupMetadataValueMemberMetadata(
  writer: Writer,
  message: GroupMetadataValueMemberMetadata,
  version: number,
): void {
  if (version >= 4) {
    writer.compactString(message.memberId)
  } else {
    writer.string(message.memberId)
  }
  if (version >= 4) {
    writer.compactNullableString(message.groupInstanceId)
  } else {
    if (version >= 3) {
      writer.nullableString(message.groupInstanceId)
    }
  }
  if (version >= 4) {
    writer.compactString(message.clientId)
  } else {
    writer.string(message.clientId)
  }
  if (version >= 4) {
    writer.compactString(message.clientHost)
  } else {
    writer.string(message.clientHost)
  }
  if (version >= 1) {
    writer.int32(message.rebalanceTimeout)
  }
  writer.int32(message.sessionTimeout)
  if (version >= 4) {
    writer.compactBytes(message.subscription)
  } else {
    writer.bytes(message.subscription)
  }
  if (version >= 4) {
    writer.compactBytes(message.assignment)
  } else {
    writer.bytes(message.assignment)
  }
  if (version >= 4) {
    writer.onlyUnknownTags(message.unknownTaggedFields)
  } else {
    if (message.unknownTaggedFields !== null)
      throwFieldAbsent('GroupMetadataValueMemberMetadata', 'unknownTaggedFields', version)
  }
}

function encodeGroupMetadataValueMemberMetadataArray(
  writer: Writer,
  items: readonly GroupMetadataValueMemberMetadata[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeGroupMetadataValueMemberMetadata(writer, items[index]!, version)
}

export const groupMetadataValueSchema: RecordSchema<GroupMetadataValue> = {
  name: 'GroupMetadataValue',
  type: 2,
  versionMin: 0,
  versionMax: 4,
  flexibleSince: 4,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 4))
        throwVersionUndecodable('GroupMetadataValue', version, '0-4')
      return decodeGroupMetadataValue(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 4))
        throwVersionUnencodable('GroupMetadataValue', version, '0-4')
      encodeGroupMetadataValue(writer, message, version)
    },
  },
}
