import type { AnyRecordSchema } from '../../api.ts'
import { consumerGroupCurrentMemberAssignmentKeySchema } from './group-coordinator/consumer-group-current-member-assignment-key.ts'
import type { ConsumerGroupCurrentMemberAssignmentKey } from './group-coordinator/consumer-group-current-member-assignment-key.ts'
import { consumerGroupCurrentMemberAssignmentValueSchema } from './group-coordinator/consumer-group-current-member-assignment-value.ts'
import type { ConsumerGroupCurrentMemberAssignmentValue } from './group-coordinator/consumer-group-current-member-assignment-value.ts'
import { consumerGroupMemberMetadataKeySchema } from './group-coordinator/consumer-group-member-metadata-key.ts'
import type { ConsumerGroupMemberMetadataKey } from './group-coordinator/consumer-group-member-metadata-key.ts'
import { consumerGroupMemberMetadataValueSchema } from './group-coordinator/consumer-group-member-metadata-value.ts'
import type { ConsumerGroupMemberMetadataValue } from './group-coordinator/consumer-group-member-metadata-value.ts'
import { consumerGroupMetadataKeySchema } from './group-coordinator/consumer-group-metadata-key.ts'
import type { ConsumerGroupMetadataKey } from './group-coordinator/consumer-group-metadata-key.ts'
import { consumerGroupMetadataValueSchema } from './group-coordinator/consumer-group-metadata-value.ts'
import type { ConsumerGroupMetadataValue } from './group-coordinator/consumer-group-metadata-value.ts'
import { consumerGroupPartitionMetadataKeySchema } from './group-coordinator/consumer-group-partition-metadata-key.ts'
import type { ConsumerGroupPartitionMetadataKey } from './group-coordinator/consumer-group-partition-metadata-key.ts'
import { consumerGroupPartitionMetadataValueSchema } from './group-coordinator/consumer-group-partition-metadata-value.ts'
import type { ConsumerGroupPartitionMetadataValue } from './group-coordinator/consumer-group-partition-metadata-value.ts'
import { consumerGroupRegularExpressionKeySchema } from './group-coordinator/consumer-group-regular-expression-key.ts'
import type { ConsumerGroupRegularExpressionKey } from './group-coordinator/consumer-group-regular-expression-key.ts'
import { consumerGroupRegularExpressionValueSchema } from './group-coordinator/consumer-group-regular-expression-value.ts'
import type { ConsumerGroupRegularExpressionValue } from './group-coordinator/consumer-group-regular-expression-value.ts'
import { consumerGroupTargetAssignmentMemberKeySchema } from './group-coordinator/consumer-group-target-assignment-member-key.ts'
import type { ConsumerGroupTargetAssignmentMemberKey } from './group-coordinator/consumer-group-target-assignment-member-key.ts'
import { consumerGroupTargetAssignmentMemberValueSchema } from './group-coordinator/consumer-group-target-assignment-member-value.ts'
import type { ConsumerGroupTargetAssignmentMemberValue } from './group-coordinator/consumer-group-target-assignment-member-value.ts'
import { consumerGroupTargetAssignmentMetadataKeySchema } from './group-coordinator/consumer-group-target-assignment-metadata-key.ts'
import type { ConsumerGroupTargetAssignmentMetadataKey } from './group-coordinator/consumer-group-target-assignment-metadata-key.ts'
import { consumerGroupTargetAssignmentMetadataValueSchema } from './group-coordinator/consumer-group-target-assignment-metadata-value.ts'
import type { ConsumerGroupTargetAssignmentMetadataValue } from './group-coordinator/consumer-group-target-assignment-metadata-value.ts'
import { groupMetadataKeySchema } from './group-coordinator/group-metadata-key.ts'
import type { GroupMetadataKey } from './group-coordinator/group-metadata-key.ts'
import { groupMetadataValueSchema } from './group-coordinator/group-metadata-value.ts'
import type { GroupMetadataValue } from './group-coordinator/group-metadata-value.ts'
import { legacyOffsetCommitKeySchema } from './group-coordinator/legacy-offset-commit-key.ts'
import type { LegacyOffsetCommitKey } from './group-coordinator/legacy-offset-commit-key.ts'
import { legacyOffsetCommitValueSchema } from './group-coordinator/legacy-offset-commit-value.ts'
import type { LegacyOffsetCommitValue } from './group-coordinator/legacy-offset-commit-value.ts'
import { offsetCommitKeySchema } from './group-coordinator/offset-commit-key.ts'
import type { OffsetCommitKey } from './group-coordinator/offset-commit-key.ts'
import { offsetCommitValueSchema } from './group-coordinator/offset-commit-value.ts'
import type { OffsetCommitValue } from './group-coordinator/offset-commit-value.ts'
import { shareGroupCurrentMemberAssignmentKeySchema } from './group-coordinator/share-group-current-member-assignment-key.ts'
import type { ShareGroupCurrentMemberAssignmentKey } from './group-coordinator/share-group-current-member-assignment-key.ts'
import { shareGroupCurrentMemberAssignmentValueSchema } from './group-coordinator/share-group-current-member-assignment-value.ts'
import type { ShareGroupCurrentMemberAssignmentValue } from './group-coordinator/share-group-current-member-assignment-value.ts'
import { shareGroupMemberMetadataKeySchema } from './group-coordinator/share-group-member-metadata-key.ts'
import type { ShareGroupMemberMetadataKey } from './group-coordinator/share-group-member-metadata-key.ts'
import { shareGroupMemberMetadataValueSchema } from './group-coordinator/share-group-member-metadata-value.ts'
import type { ShareGroupMemberMetadataValue } from './group-coordinator/share-group-member-metadata-value.ts'
import { shareGroupMetadataKeySchema } from './group-coordinator/share-group-metadata-key.ts'
import type { ShareGroupMetadataKey } from './group-coordinator/share-group-metadata-key.ts'
import { shareGroupMetadataValueSchema } from './group-coordinator/share-group-metadata-value.ts'
import type { ShareGroupMetadataValue } from './group-coordinator/share-group-metadata-value.ts'
import { shareGroupStatePartitionMetadataKeySchema } from './group-coordinator/share-group-state-partition-metadata-key.ts'
import type { ShareGroupStatePartitionMetadataKey } from './group-coordinator/share-group-state-partition-metadata-key.ts'
import { shareGroupStatePartitionMetadataValueSchema } from './group-coordinator/share-group-state-partition-metadata-value.ts'
import type { ShareGroupStatePartitionMetadataValue } from './group-coordinator/share-group-state-partition-metadata-value.ts'
import { shareGroupTargetAssignmentMemberKeySchema } from './group-coordinator/share-group-target-assignment-member-key.ts'
import type { ShareGroupTargetAssignmentMemberKey } from './group-coordinator/share-group-target-assignment-member-key.ts'
import { shareGroupTargetAssignmentMemberValueSchema } from './group-coordinator/share-group-target-assignment-member-value.ts'
import type { ShareGroupTargetAssignmentMemberValue } from './group-coordinator/share-group-target-assignment-member-value.ts'
import { shareGroupTargetAssignmentMetadataKeySchema } from './group-coordinator/share-group-target-assignment-metadata-key.ts'
import type { ShareGroupTargetAssignmentMetadataKey } from './group-coordinator/share-group-target-assignment-metadata-key.ts'
import { shareGroupTargetAssignmentMetadataValueSchema } from './group-coordinator/share-group-target-assignment-metadata-value.ts'
import type { ShareGroupTargetAssignmentMetadataValue } from './group-coordinator/share-group-target-assignment-metadata-value.ts'
import { streamsGroupCurrentMemberAssignmentKeySchema } from './group-coordinator/streams-group-current-member-assignment-key.ts'
import type { StreamsGroupCurrentMemberAssignmentKey } from './group-coordinator/streams-group-current-member-assignment-key.ts'
import { streamsGroupCurrentMemberAssignmentValueSchema } from './group-coordinator/streams-group-current-member-assignment-value.ts'
import type { StreamsGroupCurrentMemberAssignmentValue } from './group-coordinator/streams-group-current-member-assignment-value.ts'
import { streamsGroupMemberMetadataKeySchema } from './group-coordinator/streams-group-member-metadata-key.ts'
import type { StreamsGroupMemberMetadataKey } from './group-coordinator/streams-group-member-metadata-key.ts'
import { streamsGroupMemberMetadataValueSchema } from './group-coordinator/streams-group-member-metadata-value.ts'
import type { StreamsGroupMemberMetadataValue } from './group-coordinator/streams-group-member-metadata-value.ts'
import { streamsGroupMetadataKeySchema } from './group-coordinator/streams-group-metadata-key.ts'
import type { StreamsGroupMetadataKey } from './group-coordinator/streams-group-metadata-key.ts'
import { streamsGroupMetadataValueSchema } from './group-coordinator/streams-group-metadata-value.ts'
import type { StreamsGroupMetadataValue } from './group-coordinator/streams-group-metadata-value.ts'
import { streamsGroupTargetAssignmentMemberKeySchema } from './group-coordinator/streams-group-target-assignment-member-key.ts'
import type { StreamsGroupTargetAssignmentMemberKey } from './group-coordinator/streams-group-target-assignment-member-key.ts'
import { streamsGroupTargetAssignmentMemberValueSchema } from './group-coordinator/streams-group-target-assignment-member-value.ts'
import type { StreamsGroupTargetAssignmentMemberValue } from './group-coordinator/streams-group-target-assignment-member-value.ts'
import { streamsGroupTargetAssignmentMetadataKeySchema } from './group-coordinator/streams-group-target-assignment-metadata-key.ts'
import type { StreamsGroupTargetAssignmentMetadataKey } from './group-coordinator/streams-group-target-assignment-metadata-key.ts'
import { streamsGroupTargetAssignmentMetadataValueSchema } from './group-coordinator/streams-group-target-assignment-metadata-value.ts'
import type { StreamsGroupTargetAssignmentMetadataValue } from './group-coordinator/streams-group-target-assignment-metadata-value.ts'
import { streamsGroupTopologyKeySchema } from './group-coordinator/streams-group-topology-key.ts'
import type { StreamsGroupTopologyKey } from './group-coordinator/streams-group-topology-key.ts'
import { streamsGroupTopologyValueSchema } from './group-coordinator/streams-group-topology-value.ts'
import type { StreamsGroupTopologyValue } from './group-coordinator/streams-group-topology-value.ts'

export const groupCoordinatorSchemas: readonly AnyRecordSchema[] = [
  consumerGroupCurrentMemberAssignmentKeySchema,
  consumerGroupCurrentMemberAssignmentValueSchema,
  consumerGroupMemberMetadataKeySchema,
  consumerGroupMemberMetadataValueSchema,
  consumerGroupMetadataKeySchema,
  consumerGroupMetadataValueSchema,
  consumerGroupPartitionMetadataKeySchema,
  consumerGroupPartitionMetadataValueSchema,
  consumerGroupRegularExpressionKeySchema,
  consumerGroupRegularExpressionValueSchema,
  consumerGroupTargetAssignmentMemberKeySchema,
  consumerGroupTargetAssignmentMemberValueSchema,
  consumerGroupTargetAssignmentMetadataKeySchema,
  consumerGroupTargetAssignmentMetadataValueSchema,
  groupMetadataKeySchema,
  groupMetadataValueSchema,
  legacyOffsetCommitKeySchema,
  legacyOffsetCommitValueSchema,
  offsetCommitKeySchema,
  offsetCommitValueSchema,
  shareGroupCurrentMemberAssignmentKeySchema,
  shareGroupCurrentMemberAssignmentValueSchema,
  shareGroupMemberMetadataKeySchema,
  shareGroupMemberMetadataValueSchema,
  shareGroupMetadataKeySchema,
  shareGroupMetadataValueSchema,
  shareGroupStatePartitionMetadataKeySchema,
  shareGroupStatePartitionMetadataValueSchema,
  shareGroupTargetAssignmentMemberKeySchema,
  shareGroupTargetAssignmentMemberValueSchema,
  shareGroupTargetAssignmentMetadataKeySchema,
  shareGroupTargetAssignmentMetadataValueSchema,
  streamsGroupCurrentMemberAssignmentKeySchema,
  streamsGroupCurrentMemberAssignmentValueSchema,
  streamsGroupMemberMetadataKeySchema,
  streamsGroupMemberMetadataValueSchema,
  streamsGroupMetadataKeySchema,
  streamsGroupMetadataValueSchema,
  streamsGroupTargetAssignmentMemberKeySchema,
  streamsGroupTargetAssignmentMemberValueSchema,
  streamsGroupTargetAssignmentMetadataKeySchema,
  streamsGroupTargetAssignmentMetadataValueSchema,
  streamsGroupTopologyKeySchema,
  streamsGroupTopologyValueSchema,
]

export const GroupCoordinatorRecordType = {
  LegacyOffsetCommit: 0,
  OffsetCommit: 1,
  GroupMetadata: 2,
  ConsumerGroupMetadata: 3,
  ConsumerGroupPartitionMetadata: 4,
  ConsumerGroupMemberMetadata: 5,
  ConsumerGroupTargetAssignmentMetadata: 6,
  ConsumerGroupTargetAssignmentMember: 7,
  ConsumerGroupCurrentMemberAssignment: 8,
  ShareGroupMemberMetadata: 10,
  ShareGroupMetadata: 11,
  ShareGroupTargetAssignmentMetadata: 12,
  ShareGroupTargetAssignmentMember: 13,
  ShareGroupCurrentMemberAssignment: 14,
  ShareGroupStatePartitionMetadata: 15,
  ConsumerGroupRegularExpression: 16,
  StreamsGroupMetadata: 17,
  StreamsGroupMemberMetadata: 19,
  StreamsGroupTargetAssignmentMetadata: 20,
  StreamsGroupTargetAssignmentMember: 21,
  StreamsGroupCurrentMemberAssignment: 22,
  StreamsGroupTopology: 23,
} as const

export interface GroupCoordinatorKeyMessages {
  0: LegacyOffsetCommitKey
  1: OffsetCommitKey
  2: GroupMetadataKey
  3: ConsumerGroupMetadataKey
  4: ConsumerGroupPartitionMetadataKey
  5: ConsumerGroupMemberMetadataKey
  6: ConsumerGroupTargetAssignmentMetadataKey
  7: ConsumerGroupTargetAssignmentMemberKey
  8: ConsumerGroupCurrentMemberAssignmentKey
  10: ShareGroupMemberMetadataKey
  11: ShareGroupMetadataKey
  12: ShareGroupTargetAssignmentMetadataKey
  13: ShareGroupTargetAssignmentMemberKey
  14: ShareGroupCurrentMemberAssignmentKey
  15: ShareGroupStatePartitionMetadataKey
  16: ConsumerGroupRegularExpressionKey
  17: StreamsGroupMetadataKey
  19: StreamsGroupMemberMetadataKey
  20: StreamsGroupTargetAssignmentMetadataKey
  21: StreamsGroupTargetAssignmentMemberKey
  22: StreamsGroupCurrentMemberAssignmentKey
  23: StreamsGroupTopologyKey
}

export type GroupCoordinatorKey = {
  [Type in keyof GroupCoordinatorKeyMessages]: {
    readonly type: Type
    readonly version: number
    readonly message: GroupCoordinatorKeyMessages[Type]
  }
}[keyof GroupCoordinatorKeyMessages]

export const groupCoordinatorKeySchemas: readonly (AnyRecordSchema | undefined)[] = [
  legacyOffsetCommitKeySchema,
  offsetCommitKeySchema,
  groupMetadataKeySchema,
  consumerGroupMetadataKeySchema,
  consumerGroupPartitionMetadataKeySchema,
  consumerGroupMemberMetadataKeySchema,
  consumerGroupTargetAssignmentMetadataKeySchema,
  consumerGroupTargetAssignmentMemberKeySchema,
  consumerGroupCurrentMemberAssignmentKeySchema,
  undefined,
  shareGroupMemberMetadataKeySchema,
  shareGroupMetadataKeySchema,
  shareGroupTargetAssignmentMetadataKeySchema,
  shareGroupTargetAssignmentMemberKeySchema,
  shareGroupCurrentMemberAssignmentKeySchema,
  shareGroupStatePartitionMetadataKeySchema,
  consumerGroupRegularExpressionKeySchema,
  streamsGroupMetadataKeySchema,
  undefined,
  streamsGroupMemberMetadataKeySchema,
  streamsGroupTargetAssignmentMetadataKeySchema,
  streamsGroupTargetAssignmentMemberKeySchema,
  streamsGroupCurrentMemberAssignmentKeySchema,
  streamsGroupTopologyKeySchema,
]

export interface GroupCoordinatorValueMessages {
  0: LegacyOffsetCommitValue
  1: OffsetCommitValue
  2: GroupMetadataValue
  3: ConsumerGroupMetadataValue
  4: ConsumerGroupPartitionMetadataValue
  5: ConsumerGroupMemberMetadataValue
  6: ConsumerGroupTargetAssignmentMetadataValue
  7: ConsumerGroupTargetAssignmentMemberValue
  8: ConsumerGroupCurrentMemberAssignmentValue
  10: ShareGroupMemberMetadataValue
  11: ShareGroupMetadataValue
  12: ShareGroupTargetAssignmentMetadataValue
  13: ShareGroupTargetAssignmentMemberValue
  14: ShareGroupCurrentMemberAssignmentValue
  15: ShareGroupStatePartitionMetadataValue
  16: ConsumerGroupRegularExpressionValue
  17: StreamsGroupMetadataValue
  19: StreamsGroupMemberMetadataValue
  20: StreamsGroupTargetAssignmentMetadataValue
  21: StreamsGroupTargetAssignmentMemberValue
  22: StreamsGroupCurrentMemberAssignmentValue
  23: StreamsGroupTopologyValue
}

export type GroupCoordinatorValue = {
  [Type in keyof GroupCoordinatorValueMessages]: {
    readonly type: Type
    readonly version: number
    readonly message: GroupCoordinatorValueMessages[Type]
  }
}[keyof GroupCoordinatorValueMessages]

export const groupCoordinatorValueSchemas: readonly (AnyRecordSchema | undefined)[] = [
  legacyOffsetCommitValueSchema,
  offsetCommitValueSchema,
  groupMetadataValueSchema,
  consumerGroupMetadataValueSchema,
  consumerGroupPartitionMetadataValueSchema,
  consumerGroupMemberMetadataValueSchema,
  consumerGroupTargetAssignmentMetadataValueSchema,
  consumerGroupTargetAssignmentMemberValueSchema,
  consumerGroupCurrentMemberAssignmentValueSchema,
  undefined,
  shareGroupMemberMetadataValueSchema,
  shareGroupMetadataValueSchema,
  shareGroupTargetAssignmentMetadataValueSchema,
  shareGroupTargetAssignmentMemberValueSchema,
  shareGroupCurrentMemberAssignmentValueSchema,
  shareGroupStatePartitionMetadataValueSchema,
  consumerGroupRegularExpressionValueSchema,
  streamsGroupMetadataValueSchema,
  undefined,
  streamsGroupMemberMetadataValueSchema,
  streamsGroupTargetAssignmentMetadataValueSchema,
  streamsGroupTargetAssignmentMemberValueSchema,
  streamsGroupCurrentMemberAssignmentValueSchema,
  streamsGroupTopologyValueSchema,
]
