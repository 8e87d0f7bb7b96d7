import type { AnyRecordSchema } from '../../api.ts'
import { consumerGroupCurrentMemberAssignmentKeySchema } from './group-coordinator/consumer-group-current-member-assignment-key.ts'
import { consumerGroupCurrentMemberAssignmentValueSchema } from './group-coordinator/consumer-group-current-member-assignment-value.ts'
import { consumerGroupMemberMetadataKeySchema } from './group-coordinator/consumer-group-member-metadata-key.ts'
import { consumerGroupMemberMetadataValueSchema } from './group-coordinator/consumer-group-member-metadata-value.ts'
import { consumerGroupMetadataKeySchema } from './group-coordinator/consumer-group-metadata-key.ts'
import { consumerGroupMetadataValueSchema } from './group-coordinator/consumer-group-metadata-value.ts'
import { consumerGroupPartitionMetadataKeySchema } from './group-coordinator/consumer-group-partition-metadata-key.ts'
import { consumerGroupPartitionMetadataValueSchema } from './group-coordinator/consumer-group-partition-metadata-value.ts'
import { consumerGroupRegularExpressionKeySchema } from './group-coordinator/consumer-group-regular-expression-key.ts'
import { consumerGroupRegularExpressionValueSchema } from './group-coordinator/consumer-group-regular-expression-value.ts'
import { consumerGroupTargetAssignmentMemberKeySchema } from './group-coordinator/consumer-group-target-assignment-member-key.ts'
import { consumerGroupTargetAssignmentMemberValueSchema } from './group-coordinator/consumer-group-target-assignment-member-value.ts'
import { consumerGroupTargetAssignmentMetadataKeySchema } from './group-coordinator/consumer-group-target-assignment-metadata-key.ts'
import { consumerGroupTargetAssignmentMetadataValueSchema } from './group-coordinator/consumer-group-target-assignment-metadata-value.ts'
import { groupMetadataKeySchema } from './group-coordinator/group-metadata-key.ts'
import { groupMetadataValueSchema } from './group-coordinator/group-metadata-value.ts'
import { legacyOffsetCommitKeySchema } from './group-coordinator/legacy-offset-commit-key.ts'
import { legacyOffsetCommitValueSchema } from './group-coordinator/legacy-offset-commit-value.ts'
import { offsetCommitKeySchema } from './group-coordinator/offset-commit-key.ts'
import { offsetCommitValueSchema } from './group-coordinator/offset-commit-value.ts'
import { shareGroupCurrentMemberAssignmentKeySchema } from './group-coordinator/share-group-current-member-assignment-key.ts'
import { shareGroupCurrentMemberAssignmentValueSchema } from './group-coordinator/share-group-current-member-assignment-value.ts'
import { shareGroupMemberMetadataKeySchema } from './group-coordinator/share-group-member-metadata-key.ts'
import { shareGroupMemberMetadataValueSchema } from './group-coordinator/share-group-member-metadata-value.ts'
import { shareGroupMetadataKeySchema } from './group-coordinator/share-group-metadata-key.ts'
import { shareGroupMetadataValueSchema } from './group-coordinator/share-group-metadata-value.ts'
import { shareGroupStatePartitionMetadataKeySchema } from './group-coordinator/share-group-state-partition-metadata-key.ts'
import { shareGroupStatePartitionMetadataValueSchema } from './group-coordinator/share-group-state-partition-metadata-value.ts'
import { shareGroupTargetAssignmentMemberKeySchema } from './group-coordinator/share-group-target-assignment-member-key.ts'
import { shareGroupTargetAssignmentMemberValueSchema } from './group-coordinator/share-group-target-assignment-member-value.ts'
import { shareGroupTargetAssignmentMetadataKeySchema } from './group-coordinator/share-group-target-assignment-metadata-key.ts'
import { shareGroupTargetAssignmentMetadataValueSchema } from './group-coordinator/share-group-target-assignment-metadata-value.ts'
import { streamsGroupCurrentMemberAssignmentKeySchema } from './group-coordinator/streams-group-current-member-assignment-key.ts'
import { streamsGroupCurrentMemberAssignmentValueSchema } from './group-coordinator/streams-group-current-member-assignment-value.ts'
import { streamsGroupMemberMetadataKeySchema } from './group-coordinator/streams-group-member-metadata-key.ts'
import { streamsGroupMemberMetadataValueSchema } from './group-coordinator/streams-group-member-metadata-value.ts'
import { streamsGroupMetadataKeySchema } from './group-coordinator/streams-group-metadata-key.ts'
import { streamsGroupMetadataValueSchema } from './group-coordinator/streams-group-metadata-value.ts'
import { streamsGroupTargetAssignmentMemberKeySchema } from './group-coordinator/streams-group-target-assignment-member-key.ts'
import { streamsGroupTargetAssignmentMemberValueSchema } from './group-coordinator/streams-group-target-assignment-member-value.ts'
import { streamsGroupTargetAssignmentMetadataKeySchema } from './group-coordinator/streams-group-target-assignment-metadata-key.ts'
import { streamsGroupTargetAssignmentMetadataValueSchema } from './group-coordinator/streams-group-target-assignment-metadata-value.ts'
import { streamsGroupTopologyKeySchema } from './group-coordinator/streams-group-topology-key.ts'
import { streamsGroupTopologyValueSchema } from './group-coordinator/streams-group-topology-value.ts'

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
