import type { AnyApi } from '../api.ts'
import { produceApi } from './000-produce.ts'
import { fetchApi } from './001-fetch.ts'
import { listOffsetsApi } from './002-list-offsets.ts'
import { metadataApi } from './003-metadata.ts'
import { offsetCommitApi } from './008-offset-commit.ts'
import { offsetFetchApi } from './009-offset-fetch.ts'
import { findCoordinatorApi } from './010-find-coordinator.ts'
import { joinGroupApi } from './011-join-group.ts'
import { heartbeatApi } from './012-heartbeat.ts'
import { leaveGroupApi } from './013-leave-group.ts'
import { syncGroupApi } from './014-sync-group.ts'
import { describeGroupsApi } from './015-describe-groups.ts'
import { listGroupsApi } from './016-list-groups.ts'
import { saslHandshakeApi } from './017-sasl-handshake.ts'
import { apiVersionsApi } from './018-api-versions.ts'
import { createTopicsApi } from './019-create-topics.ts'
import { deleteTopicsApi } from './020-delete-topics.ts'
import { deleteRecordsApi } from './021-delete-records.ts'
import { initProducerIdApi } from './022-init-producer-id.ts'
import { offsetForLeaderEpochApi } from './023-offset-for-leader-epoch.ts'
import { addPartitionsToTxnApi } from './024-add-partitions-to-txn.ts'
import { addOffsetsToTxnApi } from './025-add-offsets-to-txn.ts'
import { endTxnApi } from './026-end-txn.ts'
import { writeTxnMarkersApi } from './027-write-txn-markers.ts'
import { txnOffsetCommitApi } from './028-txn-offset-commit.ts'
import { describeAclsApi } from './029-describe-acls.ts'
import { createAclsApi } from './030-create-acls.ts'
import { deleteAclsApi } from './031-delete-acls.ts'
import { describeConfigsApi } from './032-describe-configs.ts'
import { alterConfigsApi } from './033-alter-configs.ts'
import { alterReplicaLogDirsApi } from './034-alter-replica-log-dirs.ts'
import { describeLogDirsApi } from './035-describe-log-dirs.ts'
import { saslAuthenticateApi } from './036-sasl-authenticate.ts'
import { createPartitionsApi } from './037-create-partitions.ts'
import { createDelegationTokenApi } from './038-create-delegation-token.ts'
import { renewDelegationTokenApi } from './039-renew-delegation-token.ts'
import { expireDelegationTokenApi } from './040-expire-delegation-token.ts'
import { describeDelegationTokenApi } from './041-describe-delegation-token.ts'
import { deleteGroupsApi } from './042-delete-groups.ts'
import { electLeadersApi } from './043-elect-leaders.ts'
import { incrementalAlterConfigsApi } from './044-incremental-alter-configs.ts'
import { alterPartitionReassignmentsApi } from './045-alter-partition-reassignments.ts'
import { listPartitionReassignmentsApi } from './046-list-partition-reassignments.ts'
import { offsetDeleteApi } from './047-offset-delete.ts'
import { describeClientQuotasApi } from './048-describe-client-quotas.ts'
import { alterClientQuotasApi } from './049-alter-client-quotas.ts'
import { describeUserScramCredentialsApi } from './050-describe-user-scram-credentials.ts'
import { alterUserScramCredentialsApi } from './051-alter-user-scram-credentials.ts'
import { voteApi } from './052-vote.ts'
import { beginQuorumEpochApi } from './053-begin-quorum-epoch.ts'
import { endQuorumEpochApi } from './054-end-quorum-epoch.ts'
import { describeQuorumApi } from './055-describe-quorum.ts'
import { alterPartitionApi } from './056-alter-partition.ts'
import { updateFeaturesApi } from './057-update-features.ts'
import { envelopeApi } from './058-envelope.ts'
import { fetchSnapshotApi } from './059-fetch-snapshot.ts'
import { describeClusterApi } from './060-describe-cluster.ts'
import { describeProducersApi } from './061-describe-producers.ts'
import { brokerRegistrationApi } from './062-broker-registration.ts'
import { brokerHeartbeatApi } from './063-broker-heartbeat.ts'
import { unregisterBrokerApi } from './064-unregister-broker.ts'
import { describeTransactionsApi } from './065-describe-transactions.ts'
import { listTransactionsApi } from './066-list-transactions.ts'
import { allocateProducerIdsApi } from './067-allocate-producer-ids.ts'
import { consumerGroupHeartbeatApi } from './068-consumer-group-heartbeat.ts'
import { consumerGroupDescribeApi } from './069-consumer-group-describe.ts'
import { controllerRegistrationApi } from './070-controller-registration.ts'
import { getTelemetrySubscriptionsApi } from './071-get-telemetry-subscriptions.ts'
import { pushTelemetryApi } from './072-push-telemetry.ts'
import { assignReplicasToDirsApi } from './073-assign-replicas-to-dirs.ts'
import { listConfigResourcesApi } from './074-list-config-resources.ts'
import { describeTopicPartitionsApi } from './075-describe-topic-partitions.ts'
import { shareGroupHeartbeatApi } from './076-share-group-heartbeat.ts'
import { shareGroupDescribeApi } from './077-share-group-describe.ts'
import { shareFetchApi } from './078-share-fetch.ts'
import { shareAcknowledgeApi } from './079-share-acknowledge.ts'
import { addRaftVoterApi } from './080-add-raft-voter.ts'
import { removeRaftVoterApi } from './081-remove-raft-voter.ts'
import { updateRaftVoterApi } from './082-update-raft-voter.ts'
import { initializeShareGroupStateApi } from './083-initialize-share-group-state.ts'
import { readShareGroupStateApi } from './084-read-share-group-state.ts'
import { writeShareGroupStateApi } from './085-write-share-group-state.ts'
import { deleteShareGroupStateApi } from './086-delete-share-group-state.ts'
import { readShareGroupStateSummaryApi } from './087-read-share-group-state-summary.ts'
import { streamsGroupHeartbeatApi } from './088-streams-group-heartbeat.ts'
import { streamsGroupDescribeApi } from './089-streams-group-describe.ts'
import { describeShareGroupOffsetsApi } from './090-describe-share-group-offsets.ts'
import { alterShareGroupOffsetsApi } from './091-alter-share-group-offsets.ts'
import { deleteShareGroupOffsetsApi } from './092-delete-share-group-offsets.ts'

export const apis: readonly AnyApi[] = [
  produceApi,
  fetchApi,
  listOffsetsApi,
  metadataApi,
  offsetCommitApi,
  offsetFetchApi,
  findCoordinatorApi,
  joinGroupApi,
  heartbeatApi,
  leaveGroupApi,
  syncGroupApi,
  describeGroupsApi,
  listGroupsApi,
  saslHandshakeApi,
  apiVersionsApi,
  createTopicsApi,
  deleteTopicsApi,
  deleteRecordsApi,
  initProducerIdApi,
  offsetForLeaderEpochApi,
  addPartitionsToTxnApi,
  addOffsetsToTxnApi,
  endTxnApi,
  writeTxnMarkersApi,
  txnOffsetCommitApi,
  describeAclsApi,
  createAclsApi,
  deleteAclsApi,
  describeConfigsApi,
  alterConfigsApi,
  alterReplicaLogDirsApi,
  describeLogDirsApi,
  saslAuthenticateApi,
  createPartitionsApi,
  createDelegationTokenApi,
  renewDelegationTokenApi,
  expireDelegationTokenApi,
  describeDelegationTokenApi,
  deleteGroupsApi,
  electLeadersApi,
  incrementalAlterConfigsApi,
  alterPartitionReassignmentsApi,
  listPartitionReassignmentsApi,
  offsetDeleteApi,
  describeClientQuotasApi,
  alterClientQuotasApi,
  describeUserScramCredentialsApi,
  alterUserScramCredentialsApi,
  voteApi,
  beginQuorumEpochApi,
  endQuorumEpochApi,
  describeQuorumApi,
  alterPartitionApi,
  updateFeaturesApi,
  envelopeApi,
  fetchSnapshotApi,
  describeClusterApi,
  describeProducersApi,
  brokerRegistrationApi,
  brokerHeartbeatApi,
  unregisterBrokerApi,
  describeTransactionsApi,
  listTransactionsApi,
  allocateProducerIdsApi,
  consumerGroupHeartbeatApi,
  consumerGroupDescribeApi,
  controllerRegistrationApi,
  getTelemetrySubscriptionsApi,
  pushTelemetryApi,
  assignReplicasToDirsApi,
  listConfigResourcesApi,
  describeTopicPartitionsApi,
  shareGroupHeartbeatApi,
  shareGroupDescribeApi,
  shareFetchApi,
  shareAcknowledgeApi,
  addRaftVoterApi,
  removeRaftVoterApi,
  updateRaftVoterApi,
  initializeShareGroupStateApi,
  readShareGroupStateApi,
  writeShareGroupStateApi,
  deleteShareGroupStateApi,
  readShareGroupStateSummaryApi,
  streamsGroupHeartbeatApi,
  streamsGroupDescribeApi,
  describeShareGroupOffsetsApi,
  alterShareGroupOffsetsApi,
  deleteShareGroupOffsetsApi,
]

export const apisByKey: readonly (AnyApi | undefined)[] = [
  produceApi,
  fetchApi,
  listOffsetsApi,
  metadataApi,
  undefined,
  undefined,
  undefined,
  undefined,
  offsetCommitApi,
  offsetFetchApi,
  findCoordinatorApi,
  joinGroupApi,
  heartbeatApi,
  leaveGroupApi,
  syncGroupApi,
  describeGroupsApi,
  listGroupsApi,
  saslHandshakeApi,
  apiVersionsApi,
  createTopicsApi,
  deleteTopicsApi,
  deleteRecordsApi,
  initProducerIdApi,
  offsetForLeaderEpochApi,
  addPartitionsToTxnApi,
  addOffsetsToTxnApi,
  endTxnApi,
  writeTxnMarkersApi,
  txnOffsetCommitApi,
  describeAclsApi,
  createAclsApi,
  deleteAclsApi,
  describeConfigsApi,
  alterConfigsApi,
  alterReplicaLogDirsApi,
  describeLogDirsApi,
  saslAuthenticateApi,
  createPartitionsApi,
  createDelegationTokenApi,
  renewDelegationTokenApi,
  expireDelegationTokenApi,
  describeDelegationTokenApi,
  deleteGroupsApi,
  electLeadersApi,
  incrementalAlterConfigsApi,
  alterPartitionReassignmentsApi,
  listPartitionReassignmentsApi,
  offsetDeleteApi,
  describeClientQuotasApi,
  alterClientQuotasApi,
  describeUserScramCredentialsApi,
  alterUserScramCredentialsApi,
  voteApi,
  beginQuorumEpochApi,
  endQuorumEpochApi,
  describeQuorumApi,
  alterPartitionApi,
  updateFeaturesApi,
  envelopeApi,
  fetchSnapshotApi,
  describeClusterApi,
  describeProducersApi,
  brokerRegistrationApi,
  brokerHeartbeatApi,
  unregisterBrokerApi,
  describeTransactionsApi,
  listTransactionsApi,
  allocateProducerIdsApi,
  consumerGroupHeartbeatApi,
  consumerGroupDescribeApi,
  controllerRegistrationApi,
  getTelemetrySubscriptionsApi,
  pushTelemetryApi,
  assignReplicasToDirsApi,
  listConfigResourcesApi,
  describeTopicPartitionsApi,
  shareGroupHeartbeatApi,
  shareGroupDescribeApi,
  shareFetchApi,
  shareAcknowledgeApi,
  addRaftVoterApi,
  removeRaftVoterApi,
  updateRaftVoterApi,
  initializeShareGroupStateApi,
  readShareGroupStateApi,
  writeShareGroupStateApi,
  deleteShareGroupStateApi,
  readShareGroupStateSummaryApi,
  streamsGroupHeartbeatApi,
  streamsGroupDescribeApi,
  describeShareGroupOffsetsApi,
  alterShareGroupOffsetsApi,
  deleteShareGroupOffsetsApi,
]
