import type { AnyHandler } from '../dispatch/handler.ts'
import { produceHandler } from './000-produce.ts'
import { fetchHandler } from './001-fetch.ts'
import { listOffsetsHandler } from './002-list-offsets.ts'
import { metadataHandler } from './003-metadata.ts'
import { offsetCommitHandler } from './008-offset-commit.ts'
import { offsetFetchHandler } from './009-offset-fetch.ts'
import { findCoordinatorHandler } from './010-find-coordinator.ts'
import { joinGroupHandler } from './011-join-group.ts'
import { heartbeatHandler } from './012-heartbeat.ts'
import { leaveGroupHandler } from './013-leave-group.ts'
import { syncGroupHandler } from './014-sync-group.ts'
import { describeGroupsHandler } from './015-describe-groups.ts'
import { listGroupsHandler } from './016-list-groups.ts'
import { apiVersionsHandler } from './018-api-versions.ts'
import { createTopicsHandler } from './019-create-topics.ts'
import { deleteTopicsHandler } from './020-delete-topics.ts'
import { deleteRecordsHandler } from './021-delete-records.ts'
import { initProducerIdHandler } from './022-init-producer-id.ts'
import { offsetForLeaderEpochHandler } from './023-offset-for-leader-epoch.ts'
import { describeConfigsHandler } from './032-describe-configs.ts'
import { createPartitionsHandler } from './037-create-partitions.ts'
import { deleteGroupsHandler } from './042-delete-groups.ts'
import { incrementalAlterConfigsHandler } from './044-incremental-alter-configs.ts'
import { describeClusterHandler } from './060-describe-cluster.ts'
import { describeTopicPartitionsHandler } from './075-describe-topic-partitions.ts'

/**
 * Everything that is served to clients: what ApiVersions advertises and docs/coverage.md lists. One
 * line, one API; a line is added when the API is finished in all of its versions.
 */
export const brokerHandlers: readonly AnyHandler[] = [
  produceHandler,
  fetchHandler,
  listOffsetsHandler,
  metadataHandler,
  offsetCommitHandler,
  offsetFetchHandler,
  findCoordinatorHandler,
  joinGroupHandler,
  heartbeatHandler,
  leaveGroupHandler,
  syncGroupHandler,
  describeGroupsHandler,
  listGroupsHandler,
  apiVersionsHandler,
  createTopicsHandler,
  deleteTopicsHandler,
  deleteRecordsHandler,
  initProducerIdHandler,
  offsetForLeaderEpochHandler,
  describeConfigsHandler,
  createPartitionsHandler,
  deleteGroupsHandler,
  incrementalAlterConfigsHandler,
  describeClusterHandler,
  describeTopicPartitionsHandler,
]

/** What a controller listener serves so far: a node that is asked for more closes the connection. */
export const controllerHandlers: readonly AnyHandler[] = [apiVersionsHandler]
