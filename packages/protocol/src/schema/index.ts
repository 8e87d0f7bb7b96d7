export * from '../dsl/index.ts'
import type { ApiSchema, MessageSchema, StoredSchema } from '../dsl/index.ts'
import { produce } from './000-produce.ts'
import { fetch } from './001-fetch.ts'
import { listOffsets } from './002-list-offsets.ts'
import { metadata } from './003-metadata.ts'
import { offsetCommit } from './008-offset-commit.ts'
import { offsetFetch } from './009-offset-fetch.ts'
import { findCoordinator } from './010-find-coordinator.ts'
import { joinGroup } from './011-join-group.ts'
import { heartbeat } from './012-heartbeat.ts'
import { leaveGroup } from './013-leave-group.ts'
import { syncGroup } from './014-sync-group.ts'
import { describeGroups } from './015-describe-groups.ts'
import { listGroups } from './016-list-groups.ts'
import { saslHandshake } from './017-sasl-handshake.ts'
import { apiVersions } from './018-api-versions.ts'
import { createTopics } from './019-create-topics.ts'
import { deleteTopics } from './020-delete-topics.ts'
import { deleteRecords } from './021-delete-records.ts'
import { initProducerId } from './022-init-producer-id.ts'
import { offsetForLeaderEpoch } from './023-offset-for-leader-epoch.ts'
import { addPartitionsToTxn } from './024-add-partitions-to-txn.ts'
import { addOffsetsToTxn } from './025-add-offsets-to-txn.ts'
import { endTxn } from './026-end-txn.ts'
import { writeTxnMarkers } from './027-write-txn-markers.ts'
import { txnOffsetCommit } from './028-txn-offset-commit.ts'
import { describeAcls } from './029-describe-acls.ts'
import { createAcls } from './030-create-acls.ts'
import { deleteAcls } from './031-delete-acls.ts'
import { describeConfigs } from './032-describe-configs.ts'
import { alterConfigs } from './033-alter-configs.ts'
import { alterReplicaLogDirs } from './034-alter-replica-log-dirs.ts'
import { describeLogDirs } from './035-describe-log-dirs.ts'
import { saslAuthenticate } from './036-sasl-authenticate.ts'
import { createPartitions } from './037-create-partitions.ts'
import { createDelegationToken } from './038-create-delegation-token.ts'
import { renewDelegationToken } from './039-renew-delegation-token.ts'
import { expireDelegationToken } from './040-expire-delegation-token.ts'
import { describeDelegationToken } from './041-describe-delegation-token.ts'
import { deleteGroups } from './042-delete-groups.ts'
import { electLeaders } from './043-elect-leaders.ts'
import { incrementalAlterConfigs } from './044-incremental-alter-configs.ts'
import { alterPartitionReassignments } from './045-alter-partition-reassignments.ts'
import { listPartitionReassignments } from './046-list-partition-reassignments.ts'
import { offsetDelete } from './047-offset-delete.ts'
import { describeClientQuotas } from './048-describe-client-quotas.ts'
import { alterClientQuotas } from './049-alter-client-quotas.ts'
import { describeUserScramCredentials } from './050-describe-user-scram-credentials.ts'
import { alterUserScramCredentials } from './051-alter-user-scram-credentials.ts'
import { vote } from './052-vote.ts'
import { beginQuorumEpoch } from './053-begin-quorum-epoch.ts'
import { endQuorumEpoch } from './054-end-quorum-epoch.ts'
import { describeQuorum } from './055-describe-quorum.ts'
import { alterPartition } from './056-alter-partition.ts'
import { updateFeatures } from './057-update-features.ts'
import { envelope } from './058-envelope.ts'
import { fetchSnapshot } from './059-fetch-snapshot.ts'
import { describeCluster } from './060-describe-cluster.ts'
import { describeProducers } from './061-describe-producers.ts'
import { brokerRegistration } from './062-broker-registration.ts'
import { brokerHeartbeat } from './063-broker-heartbeat.ts'
import { unregisterBroker } from './064-unregister-broker.ts'
import { describeTransactions } from './065-describe-transactions.ts'
import { listTransactions } from './066-list-transactions.ts'
import { allocateProducerIds } from './067-allocate-producer-ids.ts'
import { consumerGroupHeartbeat } from './068-consumer-group-heartbeat.ts'
import { consumerGroupDescribe } from './069-consumer-group-describe.ts'
import { controllerRegistration } from './070-controller-registration.ts'
import { getTelemetrySubscriptions } from './071-get-telemetry-subscriptions.ts'
import { pushTelemetry } from './072-push-telemetry.ts'
import { assignReplicasToDirs } from './073-assign-replicas-to-dirs.ts'
import { listConfigResources } from './074-list-config-resources.ts'
import { describeTopicPartitions } from './075-describe-topic-partitions.ts'
import { shareGroupHeartbeat } from './076-share-group-heartbeat.ts'
import { shareGroupDescribe } from './077-share-group-describe.ts'
import { shareFetch } from './078-share-fetch.ts'
import { shareAcknowledge } from './079-share-acknowledge.ts'
import { addRaftVoter } from './080-add-raft-voter.ts'
import { removeRaftVoter } from './081-remove-raft-voter.ts'
import { updateRaftVoter } from './082-update-raft-voter.ts'
import { initializeShareGroupState } from './083-initialize-share-group-state.ts'
import { readShareGroupState } from './084-read-share-group-state.ts'
import { writeShareGroupState } from './085-write-share-group-state.ts'
import { deleteShareGroupState } from './086-delete-share-group-state.ts'
import { readShareGroupStateSummary } from './087-read-share-group-state-summary.ts'
import { streamsGroupHeartbeat } from './088-streams-group-heartbeat.ts'
import { streamsGroupDescribe } from './089-streams-group-describe.ts'
import { describeShareGroupOffsets } from './090-describe-share-group-offsets.ts'
import { alterShareGroupOffsets } from './091-alter-share-group-offsets.ts'
import { deleteShareGroupOffsets } from './092-delete-share-group-offsets.ts'
import { requestHeader, responseHeader } from './headers.ts'
import { consumerProtocolAssignment } from './records/clients/consumer-protocol-assignment.ts'
import { consumerProtocolSubscription } from './records/clients/consumer-protocol-subscription.ts'
import { controlRecordTypeSchema } from './records/clients/control-record-type-schema.ts'
import { defaultPrincipalData } from './records/clients/default-principal-data.ts'
import { endTxnMarker } from './records/clients/end-txn-marker.ts'
import { kRaftVersionRecord } from './records/clients/k-raft-version-record.ts'
import { leaderChangeMessage } from './records/clients/leader-change-message.ts'
import { snapshotFooterRecord } from './records/clients/snapshot-footer-record.ts'
import { snapshotHeaderRecord } from './records/clients/snapshot-header-record.ts'
import { votersRecord } from './records/clients/voters-record.ts'
import { consumerGroupCurrentMemberAssignmentKey } from './records/group-coordinator/consumer-group-current-member-assignment-key.ts'
import { consumerGroupCurrentMemberAssignmentValue } from './records/group-coordinator/consumer-group-current-member-assignment-value.ts'
import { consumerGroupMemberMetadataKey } from './records/group-coordinator/consumer-group-member-metadata-key.ts'
import { consumerGroupMemberMetadataValue } from './records/group-coordinator/consumer-group-member-metadata-value.ts'
import { consumerGroupMetadataKey } from './records/group-coordinator/consumer-group-metadata-key.ts'
import { consumerGroupMetadataValue } from './records/group-coordinator/consumer-group-metadata-value.ts'
import { consumerGroupPartitionMetadataKey } from './records/group-coordinator/consumer-group-partition-metadata-key.ts'
import { consumerGroupPartitionMetadataValue } from './records/group-coordinator/consumer-group-partition-metadata-value.ts'
import { consumerGroupRegularExpressionKey } from './records/group-coordinator/consumer-group-regular-expression-key.ts'
import { consumerGroupRegularExpressionValue } from './records/group-coordinator/consumer-group-regular-expression-value.ts'
import { consumerGroupTargetAssignmentMemberKey } from './records/group-coordinator/consumer-group-target-assignment-member-key.ts'
import { consumerGroupTargetAssignmentMemberValue } from './records/group-coordinator/consumer-group-target-assignment-member-value.ts'
import { consumerGroupTargetAssignmentMetadataKey } from './records/group-coordinator/consumer-group-target-assignment-metadata-key.ts'
import { consumerGroupTargetAssignmentMetadataValue } from './records/group-coordinator/consumer-group-target-assignment-metadata-value.ts'
import { groupMetadataKey } from './records/group-coordinator/group-metadata-key.ts'
import { groupMetadataValue } from './records/group-coordinator/group-metadata-value.ts'
import { legacyOffsetCommitKey } from './records/group-coordinator/legacy-offset-commit-key.ts'
import { legacyOffsetCommitValue } from './records/group-coordinator/legacy-offset-commit-value.ts'
import { offsetCommitKey } from './records/group-coordinator/offset-commit-key.ts'
import { offsetCommitValue } from './records/group-coordinator/offset-commit-value.ts'
import { shareGroupCurrentMemberAssignmentKey } from './records/group-coordinator/share-group-current-member-assignment-key.ts'
import { shareGroupCurrentMemberAssignmentValue } from './records/group-coordinator/share-group-current-member-assignment-value.ts'
import { shareGroupMemberMetadataKey } from './records/group-coordinator/share-group-member-metadata-key.ts'
import { shareGroupMemberMetadataValue } from './records/group-coordinator/share-group-member-metadata-value.ts'
import { shareGroupMetadataKey } from './records/group-coordinator/share-group-metadata-key.ts'
import { shareGroupMetadataValue } from './records/group-coordinator/share-group-metadata-value.ts'
import { shareGroupStatePartitionMetadataKey } from './records/group-coordinator/share-group-state-partition-metadata-key.ts'
import { shareGroupStatePartitionMetadataValue } from './records/group-coordinator/share-group-state-partition-metadata-value.ts'
import { shareGroupTargetAssignmentMemberKey } from './records/group-coordinator/share-group-target-assignment-member-key.ts'
import { shareGroupTargetAssignmentMemberValue } from './records/group-coordinator/share-group-target-assignment-member-value.ts'
import { shareGroupTargetAssignmentMetadataKey } from './records/group-coordinator/share-group-target-assignment-metadata-key.ts'
import { shareGroupTargetAssignmentMetadataValue } from './records/group-coordinator/share-group-target-assignment-metadata-value.ts'
import { streamsGroupCurrentMemberAssignmentKey } from './records/group-coordinator/streams-group-current-member-assignment-key.ts'
import { streamsGroupCurrentMemberAssignmentValue } from './records/group-coordinator/streams-group-current-member-assignment-value.ts'
import { streamsGroupMemberMetadataKey } from './records/group-coordinator/streams-group-member-metadata-key.ts'
import { streamsGroupMemberMetadataValue } from './records/group-coordinator/streams-group-member-metadata-value.ts'
import { streamsGroupMetadataKey } from './records/group-coordinator/streams-group-metadata-key.ts'
import { streamsGroupMetadataValue } from './records/group-coordinator/streams-group-metadata-value.ts'
import { streamsGroupTargetAssignmentMemberKey } from './records/group-coordinator/streams-group-target-assignment-member-key.ts'
import { streamsGroupTargetAssignmentMemberValue } from './records/group-coordinator/streams-group-target-assignment-member-value.ts'
import { streamsGroupTargetAssignmentMetadataKey } from './records/group-coordinator/streams-group-target-assignment-metadata-key.ts'
import { streamsGroupTargetAssignmentMetadataValue } from './records/group-coordinator/streams-group-target-assignment-metadata-value.ts'
import { streamsGroupTopologyKey } from './records/group-coordinator/streams-group-topology-key.ts'
import { streamsGroupTopologyValue } from './records/group-coordinator/streams-group-topology-value.ts'
import { abortTransactionRecord } from './records/metadata/abort-transaction-record.ts'
import { accessControlEntryRecord } from './records/metadata/access-control-entry-record.ts'
import { beginTransactionRecord } from './records/metadata/begin-transaction-record.ts'
import { brokerRegistrationChangeRecord } from './records/metadata/broker-registration-change-record.ts'
import { clearElrRecord } from './records/metadata/clear-elr-record.ts'
import { clientQuotaRecord } from './records/metadata/client-quota-record.ts'
import { configRecord } from './records/metadata/config-record.ts'
import { delegationTokenRecord } from './records/metadata/delegation-token-record.ts'
import { endTransactionRecord } from './records/metadata/end-transaction-record.ts'
import { featureLevelRecord } from './records/metadata/feature-level-record.ts'
import { fenceBrokerRecord } from './records/metadata/fence-broker-record.ts'
import { noOpRecord } from './records/metadata/no-op-record.ts'
import { partitionChangeRecord } from './records/metadata/partition-change-record.ts'
import { partitionRecord } from './records/metadata/partition-record.ts'
import { producerIdsRecord } from './records/metadata/producer-ids-record.ts'
import { registerBrokerRecord } from './records/metadata/register-broker-record.ts'
import { registerControllerRecord } from './records/metadata/register-controller-record.ts'
import { removeAccessControlEntryRecord } from './records/metadata/remove-access-control-entry-record.ts'
import { removeDelegationTokenRecord } from './records/metadata/remove-delegation-token-record.ts'
import { removeTopicRecord } from './records/metadata/remove-topic-record.ts'
import { removeUserScramCredentialRecord } from './records/metadata/remove-user-scram-credential-record.ts'
import { topicRecord } from './records/metadata/topic-record.ts'
import { unfenceBrokerRecord } from './records/metadata/unfence-broker-record.ts'
import { unregisterBrokerRecord } from './records/metadata/unregister-broker-record.ts'
import { userScramCredentialRecord } from './records/metadata/user-scram-credential-record.ts'
import { zkMigrationStateRecord } from './records/metadata/zk-migration-state-record.ts'
import { quorumStateData } from './records/raft/quorum-state-data.ts'
import { remoteLogSegmentMetadataRecord } from './records/remote-log/remote-log-segment-metadata-record.ts'
import { remoteLogSegmentMetadataSnapshotRecord } from './records/remote-log/remote-log-segment-metadata-snapshot-record.ts'
import { remoteLogSegmentMetadataUpdateRecord } from './records/remote-log/remote-log-segment-metadata-update-record.ts'
import { remotePartitionDeleteMetadataRecord } from './records/remote-log/remote-partition-delete-metadata-record.ts'
import { shareSnapshotKey } from './records/share/share-snapshot-key.ts'
import { shareSnapshotValue } from './records/share/share-snapshot-value.ts'
import { shareUpdateKey } from './records/share/share-update-key.ts'
import { shareUpdateValue } from './records/share/share-update-value.ts'
import { producerSnapshot } from './records/storage/producer-snapshot.ts'
import { transactionLogKey } from './records/transaction/transaction-log-key.ts'
import { transactionLogValue } from './records/transaction/transaction-log-value.ts'

/** Every live API, by rising key. Keys 4 to 7 are gone from Kafka 4. */
export const apiSchemas: readonly ApiSchema[] = [
  produce,
  fetch,
  listOffsets,
  metadata,
  offsetCommit,
  offsetFetch,
  findCoordinator,
  joinGroup,
  heartbeat,
  leaveGroup,
  syncGroup,
  describeGroups,
  listGroups,
  saslHandshake,
  apiVersions,
  createTopics,
  deleteTopics,
  deleteRecords,
  initProducerId,
  offsetForLeaderEpoch,
  addPartitionsToTxn,
  addOffsetsToTxn,
  endTxn,
  writeTxnMarkers,
  txnOffsetCommit,
  describeAcls,
  createAcls,
  deleteAcls,
  describeConfigs,
  alterConfigs,
  alterReplicaLogDirs,
  describeLogDirs,
  saslAuthenticate,
  createPartitions,
  createDelegationToken,
  renewDelegationToken,
  expireDelegationToken,
  describeDelegationToken,
  deleteGroups,
  electLeaders,
  incrementalAlterConfigs,
  alterPartitionReassignments,
  listPartitionReassignments,
  offsetDelete,
  describeClientQuotas,
  alterClientQuotas,
  describeUserScramCredentials,
  alterUserScramCredentials,
  vote,
  beginQuorumEpoch,
  endQuorumEpoch,
  describeQuorum,
  alterPartition,
  updateFeatures,
  envelope,
  fetchSnapshot,
  describeCluster,
  describeProducers,
  brokerRegistration,
  brokerHeartbeat,
  unregisterBroker,
  describeTransactions,
  listTransactions,
  allocateProducerIds,
  consumerGroupHeartbeat,
  consumerGroupDescribe,
  controllerRegistration,
  getTelemetrySubscriptions,
  pushTelemetry,
  assignReplicasToDirs,
  listConfigResources,
  describeTopicPartitions,
  shareGroupHeartbeat,
  shareGroupDescribe,
  shareFetch,
  shareAcknowledge,
  addRaftVoter,
  removeRaftVoter,
  updateRaftVoter,
  initializeShareGroupState,
  readShareGroupState,
  writeShareGroupState,
  deleteShareGroupState,
  readShareGroupStateSummary,
  streamsGroupHeartbeat,
  streamsGroupDescribe,
  describeShareGroupOffsets,
  alterShareGroupOffsets,
  deleteShareGroupOffsets,
]

/** The headers of requests and responses. */
export const headerSchemas: readonly MessageSchema[] = [requestHeader, responseHeader]

/** Everything that is kept in logs and files. */
export const storedSchemas: readonly StoredSchema[] = [
  consumerProtocolAssignment,
  consumerProtocolSubscription,
  controlRecordTypeSchema,
  defaultPrincipalData,
  endTxnMarker,
  kRaftVersionRecord,
  leaderChangeMessage,
  snapshotFooterRecord,
  snapshotHeaderRecord,
  votersRecord,
  consumerGroupCurrentMemberAssignmentKey,
  consumerGroupCurrentMemberAssignmentValue,
  consumerGroupMemberMetadataKey,
  consumerGroupMemberMetadataValue,
  consumerGroupMetadataKey,
  consumerGroupMetadataValue,
  consumerGroupPartitionMetadataKey,
  consumerGroupPartitionMetadataValue,
  consumerGroupRegularExpressionKey,
  consumerGroupRegularExpressionValue,
  consumerGroupTargetAssignmentMemberKey,
  consumerGroupTargetAssignmentMemberValue,
  consumerGroupTargetAssignmentMetadataKey,
  consumerGroupTargetAssignmentMetadataValue,
  groupMetadataKey,
  groupMetadataValue,
  legacyOffsetCommitKey,
  legacyOffsetCommitValue,
  offsetCommitKey,
  offsetCommitValue,
  shareGroupCurrentMemberAssignmentKey,
  shareGroupCurrentMemberAssignmentValue,
  shareGroupMemberMetadataKey,
  shareGroupMemberMetadataValue,
  shareGroupMetadataKey,
  shareGroupMetadataValue,
  shareGroupStatePartitionMetadataKey,
  shareGroupStatePartitionMetadataValue,
  shareGroupTargetAssignmentMemberKey,
  shareGroupTargetAssignmentMemberValue,
  shareGroupTargetAssignmentMetadataKey,
  shareGroupTargetAssignmentMetadataValue,
  streamsGroupCurrentMemberAssignmentKey,
  streamsGroupCurrentMemberAssignmentValue,
  streamsGroupMemberMetadataKey,
  streamsGroupMemberMetadataValue,
  streamsGroupMetadataKey,
  streamsGroupMetadataValue,
  streamsGroupTargetAssignmentMemberKey,
  streamsGroupTargetAssignmentMemberValue,
  streamsGroupTargetAssignmentMetadataKey,
  streamsGroupTargetAssignmentMetadataValue,
  streamsGroupTopologyKey,
  streamsGroupTopologyValue,
  abortTransactionRecord,
  accessControlEntryRecord,
  beginTransactionRecord,
  brokerRegistrationChangeRecord,
  clearElrRecord,
  clientQuotaRecord,
  configRecord,
  delegationTokenRecord,
  endTransactionRecord,
  featureLevelRecord,
  fenceBrokerRecord,
  noOpRecord,
  partitionChangeRecord,
  partitionRecord,
  producerIdsRecord,
  registerBrokerRecord,
  registerControllerRecord,
  removeAccessControlEntryRecord,
  removeDelegationTokenRecord,
  removeTopicRecord,
  removeUserScramCredentialRecord,
  topicRecord,
  unfenceBrokerRecord,
  unregisterBrokerRecord,
  userScramCredentialRecord,
  zkMigrationStateRecord,
  quorumStateData,
  remoteLogSegmentMetadataRecord,
  remoteLogSegmentMetadataSnapshotRecord,
  remoteLogSegmentMetadataUpdateRecord,
  remotePartitionDeleteMetadataRecord,
  shareSnapshotKey,
  shareSnapshotValue,
  shareUpdateKey,
  shareUpdateValue,
  producerSnapshot,
  transactionLogKey,
  transactionLogValue,
]
