import type { TopicPartition } from '@samsa/base'
import {
  consumerProtocolAssignment,
  consumerProtocolAssignmentSchema,
  consumerProtocolAssignmentAssignedPartition,
  consumerProtocolSubscription,
  consumerProtocolSubscriptionSchema,
  decodeVersionedLeniently,
  encodeVersioned,
  type JoinGroupResponseMember,
} from '@samsa/protocol'
import type { MemberSubscription } from './range-assignor.ts'

export function encodeSubscription(topics: readonly string[]): Uint8Array {
  const { versionMax } = consumerProtocolSubscriptionSchema
  const subscription = consumerProtocolSubscription({ topics: [...topics].sort() })
  return encodeVersioned(consumerProtocolSubscriptionSchema, versionMax, subscription)
}

/** Throws `DecodeError` for bytes that are none. */
export function decodeSubscription(member: JoinGroupResponseMember): MemberSubscription {
  const { memberId, groupInstanceId, metadata } = member
  const { message } = decodeVersionedLeniently(consumerProtocolSubscriptionSchema, metadata)
  return { memberId, groupInstanceId, topics: message.topics }
}

export function encodeAssignment(partitions: readonly TopicPartition[]): Uint8Array {
  const topics = new Map<string, number[]>()
  for (const { topic, partition } of partitions) {
    const known = topics.get(topic)
    if (known === undefined) topics.set(topic, [partition])
    else known.push(partition)
  }
  const { versionMax } = consumerProtocolAssignmentSchema
  const assignedPartitions = [...topics].map(([topic, indexes]) =>
    consumerProtocolAssignmentAssignedPartition({ topic, partitions: indexes }),
  )
  const assignment = consumerProtocolAssignment({ assignedPartitions })
  return encodeVersioned(consumerProtocolAssignmentSchema, versionMax, assignment)
}

/** Empty bytes are an empty assignment. Throws `DecodeError`. */
export function decodeAssignment(bytes: Uint8Array): readonly TopicPartition[] {
  if (bytes.length === 0) return []
  const { message } = decodeVersionedLeniently(consumerProtocolAssignmentSchema, bytes)
  return message.assignedPartitions.flatMap(({ topic, partitions }) =>
    partitions.map((partition) => ({ topic, partition })),
  )
}
