import { ZERO_UUID, type Uuid } from '@samsa/base'
import {
  groupMetadataValue,
  groupMetadataValueMemberMetadata,
  groupRecords,
  offsetCommitValue,
  type GroupCoordinatorKeyMessages,
  type GroupMetadataValue,
  type OffsetCommitValue,
  type Writer,
} from '@samsa/protocol'
import type { CoordinatorRecord } from '../runtime/operation.ts'

/** Versions of values that Apache Kafka 4.3 writes. */
const GROUP_VALUE_VERSION = 3
const OFFSET_VALUE_VERSION = 4
/** For an offset with an expiry of its own (OffsetCommit v2-4 with a retention), the only one that has it. */
const EXPIRING_OFFSET_VALUE_VERSION = 1

export const LEGACY_OFFSET_KEY = 0
export const OFFSET_KEY = 1
export const GROUP_KEY = 2
/** Of groups that are not served here. */
export const CONSUMER_GROUP_KEY = 3
export const SHARE_GROUP_KEY = 11
export const STREAMS_GROUP_KEY = 17

/** A group as its last record has it. */
export interface StoredGroup {
  /** Null for a group without members ever, which only holds offsets. */
  readonly protocolType: string | null
  readonly generation: number
  readonly protocol: string | null
  readonly leader: string | null
  /** Wall time of its last change of state; −1 in records of old releases. */
  readonly stateTimestampMs: number
  readonly members: readonly StoredMember[]
}

export interface StoredMember {
  readonly memberId: string
  readonly groupInstanceId: string | null
  readonly clientId: string
  readonly clientHost: string
  readonly rebalanceTimeoutMs: number
  readonly sessionTimeoutMs: number
  /** Its metadata for the protocol that was chosen. */
  readonly subscription: Uint8Array
  readonly assignment: Uint8Array
}

export interface StoredOffset {
  /** Any int64: clients may commit what they like. */
  readonly committedOffset: bigint
  /** −1 when the client did not say. */
  readonly leaderEpoch: number
  readonly metadata: string
  readonly commitTimestampMs: number
  /** −1: the node's retention holds. */
  readonly expireTimestampMs: number
  /** The zero id in records of old releases. */
  readonly topicId: Uuid
  /** Where its record stands; `NOT_WRITTEN_YET` when this node has made it. */
  readonly recordOffset: number
}

/** A group that came to be by offsets committed to it. */
export const OFFSETS_ONLY: StoredGroup = {
  protocolType: null,
  generation: 0,
  protocol: null,
  leader: null,
  stateTimestampMs: -1,
  members: [],
}

export function groupRecord(
  groupId: string,
  group: StoredGroup,
  writer: Writer,
): CoordinatorRecord {
  const message = groupMetadataValue({
    protocolType: group.protocolType ?? '',
    generation: group.generation,
    protocol: group.protocol,
    leader: group.leader,
    currentStateTimestamp: group.stateTimestampMs,
    members: group.members.map((member) =>
      groupMetadataValueMemberMetadata({
        memberId: member.memberId,
        groupInstanceId: member.groupInstanceId,
        clientId: member.clientId,
        clientHost: member.clientHost,
        rebalanceTimeout: member.rebalanceTimeoutMs,
        sessionTimeout: member.sessionTimeoutMs,
        subscription: member.subscription,
        assignment: member.assignment,
      }),
    ),
  })
  return {
    key: keyOf(writer, GROUP_KEY, { group: groupId }),
    value: groupRecords.encodeValue(GROUP_KEY, GROUP_VALUE_VERSION, message, writer),
  }
}

export function groupTombstone(groupId: string, writer: Writer): CoordinatorRecord {
  return { key: keyOf(writer, GROUP_KEY, { group: groupId }), value: null }
}

export function offsetRecord(
  groupId: string,
  topic: string,
  partition: number,
  stored: StoredOffset,
  writer: Writer,
): CoordinatorRecord {
  const message = offsetCommitValue({
    offset: stored.committedOffset,
    leaderEpoch: stored.leaderEpoch,
    metadata: stored.metadata,
    commitTimestamp: BigInt(stored.commitTimestampMs),
    expireTimestamp: BigInt(stored.expireTimestampMs),
    topicId: stored.topicId,
  })
  const version =
    stored.expireTimestampMs < 0 ? OFFSET_VALUE_VERSION : EXPIRING_OFFSET_VALUE_VERSION
  return {
    key: keyOf(writer, OFFSET_KEY, { group: groupId, topic, partition }),
    value: groupRecords.encodeValue(OFFSET_KEY, version, message, writer),
  }
}

export function offsetTombstone(
  groupId: string,
  topic: string,
  partition: number,
  writer: Writer,
): CoordinatorRecord {
  const key = keyOf(writer, OFFSET_KEY, { group: groupId, topic, partition })
  return { key, value: null }
}

/** `writer` may have been left in the middle of a record that could not be made. */
function keyOf<Type extends 1 | 2>(
  writer: Writer,
  type: Type,
  key: GroupCoordinatorKeyMessages[Type],
): Uint8Array {
  writer.reset()
  return groupRecords.encodeKey(type, key, writer)
}

export function storedGroup(value: GroupMetadataValue): StoredGroup {
  return {
    protocolType: value.protocolType === '' ? null : value.protocolType,
    generation: value.generation,
    protocol: value.protocol,
    leader: value.leader,
    stateTimestampMs: value.currentStateTimestamp,
    members: value.members.map((member) => ({
      memberId: member.memberId,
      groupInstanceId: member.groupInstanceId,
      clientId: member.clientId,
      clientHost: member.clientHost,
      // Version 0 had one timeout for both.
      rebalanceTimeoutMs:
        member.rebalanceTimeout === -1 ? member.sessionTimeout : member.rebalanceTimeout,
      sessionTimeoutMs: member.sessionTimeout,
      subscription: member.subscription,
      assignment: member.assignment,
    })),
  }
}

export function storedOffset(value: OffsetCommitValue, recordOffset: number): StoredOffset {
  return {
    committedOffset: value.offset,
    leaderEpoch: value.leaderEpoch,
    metadata: value.metadata,
    commitTimestampMs: Number(value.commitTimestamp),
    expireTimestampMs: Number(value.expireTimestamp),
    topicId: value.topicId,
    recordOffset,
  }
}

/** Whether both ids say which topic they mean, and not the same one. */
export function isOtherTopic(one: Uuid, other: Uuid): boolean {
  return one !== ZERO_UUID && other !== ZERO_UUID && one !== other
}
