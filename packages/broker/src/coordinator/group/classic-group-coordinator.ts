import { Completion, type Timer } from '@samsa/base'
import {
  CONSUMER_OFFSETS,
  type DeleteGroupsResponseResult,
  deleteGroupsResponseResult,
  type DescribeGroupsResponseGroup,
  ErrorCode,
  type HeartbeatRequest,
  type JoinGroupRequest,
  type JoinGroupResponse,
  type LeaveGroupRequest,
  leaveGroupResponse,
  type LeaveGroupResponse,
  type ListGroupsRequest,
  listGroupsResponse,
  type ListGroupsResponse,
  type OffsetCommitRequest,
  type OffsetCommitResponse,
  type OffsetFetchRequestGroup,
  type OffsetFetchResponseGroup,
  offsetFetchResponseGroup,
  partitionForGroup,
  type SyncGroupRequest,
  type SyncGroupResponse,
  Writer,
} from '@samsa/protocol'
import type { MetadataDelta } from '../../metadata/delta.ts'
import type { MetadataImage } from '../../metadata/image.ts'
import type { Partition } from '../../replica/partition.ts'
import { CoordinatorRuntime } from '../runtime/coordinator-runtime.ts'
import { coordinatorRefusal } from '../runtime/refusal.ts'
import { joinRefusal, syncRefusal } from './classic/responses.ts'
import { joinCommand, syncCommand } from './commands.ts'
import { describeGroup, describeRefusal, listGroups } from './describe.ts'
import { GroupConfig } from './group-config.ts'
import type {
  GroupClient,
  GroupCoordinatorOptions,
  Later,
  RunningGroupCoordinator,
} from './group-coordinator.ts'
import { GroupJobs } from './group-jobs.ts'
import { allLater, mapLater } from './later.ts'
import { commitOffsets, refuseCommit } from './offsets/commit.ts'
import { fetchOffsets } from './offsets/fetch.ts'
import { LATEST } from './offsets/offset-store.ts'
import { GroupShard } from './shard/group-shard.ts'
import { isGroupIdTooLong, unstorable } from './text-limits.ts'

/** Room for the records of a usual write; more comes as it is needed. */
const WRITER_CHUNK_BYTES = 16 * 1024

/** Routes what clients ask to the shard of the group, and keeps the shards in step with the metadata. */
export class ClassicGroupCoordinator implements RunningGroupCoordinator {
  readonly name = 'groups'
  readonly #options: GroupCoordinatorOptions
  readonly #config: GroupConfig
  readonly #runtime: CoordinatorRuntime<GroupShard>
  readonly #jobs: GroupJobs
  #partitionsCount: number
  #expiryTimer: Timer | undefined
  #isClosed: boolean

  constructor(options: GroupCoordinatorOptions) {
    const { clock, wheel, logger, tools } = options
    const config = new GroupConfig(options.config)
    const writer = new Writer({ chunkBytes: WRITER_CHUNK_BYTES })
    this.#options = options
    this.#config = config
    this.#runtime = new CoordinatorRuntime<GroupShard>({
      topic: CONSUMER_OFFSETS,
      clock,
      wheel,
      logger,
      tools,
      loadReadBytesMax: config.loadReadBytesMax,
      codec: config.topicCodec,
      commitTimeoutMsNow: () => config.commitTimeoutMs,
      batchBytesMaxNow: () => config.batchBytesMax,
      factory: (context) =>
        new GroupShard(context, { clock, wheel, logger, settings: config, writer }),
    })
    this.#jobs = new GroupJobs(this.#runtime, clock, logger)
    this.#partitionsCount = config.topicPartitions
    this.#expiryTimer = undefined
    this.#isClosed = false
    this.#scheduleExpiry()
  }

  publish(delta: MetadataDelta, image: MetadataImage): void {
    const topic = image.topics.byName(CONSUMER_OFFSETS)
    this.#partitionsCount = topic?.partitions.length ?? this.#config.topicPartitions
    if (delta.topics.deleted.length > 0) this.#jobs.forgetTopics(delta.topics.deleted)
  }

  onLeader(partition: Partition): void {
    if (!this.#isClosed) this.#runtime.onLeader(partition)
  }

  onResigned({ partition }: Partition): void {
    this.#runtime.onResigned(partition)
  }

  close(): void {
    this.#isClosed = true
    this.#expiryTimer?.cancel()
    this.#runtime.close()
  }

  partitionFor(groupId: string): number {
    return partitionForGroup(groupId, this.#partitionsCount)
  }

  joinGroup(request: JoinGroupRequest, client: GroupClient): Later<JoinGroupResponse> {
    const { groupId, memberId, sessionTimeoutMs } = request
    const { sessionTimeoutMsMin, sessionTimeoutMsMax } = this.#config
    const refusal = this.#groupRefusal(groupId)
    if (refusal !== ErrorCode.NONE) return joinRefusal(refusal, memberId)
    if (sessionTimeoutMs < sessionTimeoutMsMin || sessionTimeoutMs > sessionTimeoutMsMax) {
      return joinRefusal(ErrorCode.INVALID_SESSION_TIMEOUT, memberId)
    }
    const unstorableWhy = unstorable(request, client.clientId)
    if (unstorableWhy !== ErrorCode.NONE) return joinRefusal(unstorableWhy, memberId)
    const waiter = new Completion<JoinGroupResponse>()
    const command = joinCommand(request, client, this.#options.random, waiter)
    return this.#runtime.write(this.partitionFor(groupId), {
      name: 'joinGroup',
      decide: (shard) => shard.join(groupId, command, waiter),
      refused: (errorCode) => joinRefusal(coordinatorRefusal(errorCode), ''),
    })
  }

  syncGroup(request: SyncGroupRequest): Later<SyncGroupResponse> {
    const { groupId } = request
    const refusal = this.#groupRefusal(groupId)
    if (refusal !== ErrorCode.NONE) return syncRefusal(refusal)
    const waiter = new Completion<SyncGroupResponse>()
    const command = syncCommand(request, waiter)
    return this.#runtime.write(this.partitionFor(groupId), {
      name: 'syncGroup',
      decide: (shard) => shard.sync(groupId, command, waiter),
      refused: (errorCode) => syncRefusal(coordinatorRefusal(errorCode)),
    })
  }

  heartbeat({ groupId, memberId, groupInstanceId, generationId }: HeartbeatRequest): number {
    const refusal = this.#groupRefusal(groupId)
    if (refusal !== ErrorCode.NONE) return refusal
    const shard = this.#runtime.shard(this.partitionFor(groupId))
    if (shard === undefined) return ErrorCode.NOT_COORDINATOR
    if (shard.isActive) {
      return shard.state.heartbeat(groupId, memberId, groupInstanceId, generationId)
    }
    // While groups are being loaded no session runs: members need not hurry.
    const { errorCode } = shard
    return errorCode === ErrorCode.COORDINATOR_LOAD_IN_PROGRESS ? ErrorCode.NONE : errorCode
  }

  leaveGroup(request: LeaveGroupRequest): Later<LeaveGroupResponse> {
    const refusal = this.#groupRefusal(request.groupId)
    if (refusal !== ErrorCode.NONE) return leaveGroupResponse({ errorCode: refusal })
    return this.#runtime.write(this.partitionFor(request.groupId), {
      name: 'leaveGroup',
      decide: (shard) => shard.leave(request),
      refused: (errorCode) => leaveGroupResponse({ errorCode: coordinatorRefusal(errorCode) }),
    })
  }

  commitOffsets(
    request: OffsetCommitRequest,
    { version }: GroupClient,
  ): Later<OffsetCommitResponse> {
    if (this.#isClosed) return refuseCommit(request, ErrorCode.COORDINATOR_NOT_AVAILABLE)
    if (isGroupIdTooLong(request.groupId)) return refuseCommit(request, ErrorCode.INVALID_GROUP_ID)
    const limits = { version, metadataCharactersMax: this.#config.offsetMetadataCharactersMax }
    return this.#runtime.write(this.partitionFor(request.groupId), {
      name: 'commitOffsets',
      decide: (shard, nowMs) => commitOffsets(shard, request, limits, nowMs),
      refused: (errorCode) => refuseCommit(request, coordinatorRefusal(errorCode)),
    })
  }

  fetchOffsets(
    group: OffsetFetchRequestGroup,
    requireStable: boolean,
  ): Later<OffsetFetchResponseGroup> {
    const { groupId } = group
    const partition = this.partitionFor(groupId)
    const refused = (errorCode: number): OffsetFetchResponseGroup =>
      offsetFetchResponseGroup({ groupId, errorCode: fetchRefusal(errorCode) })
    if (this.#isClosed) return refused(ErrorCode.COORDINATOR_NOT_AVAILABLE)
    if (!requireStable) {
      return this.#runtime.read(
        partition,
        (shard, epoch) => fetchOffsets(shard, group, { epoch, requireStable }),
        refused,
      )
    }
    const view = { epoch: LATEST, requireStable }
    return this.#runtime.write(partition, {
      name: 'fetchOffsets',
      decide: (shard) => ({ records: [], response: fetchOffsets(shard, group, view) }),
      refused,
    })
  }

  describeGroup(groupId: string, version: number): DescribeGroupsResponseGroup {
    if (this.#isClosed) return describeRefusal(groupId, ErrorCode.COORDINATOR_NOT_AVAILABLE)
    return this.#runtime.read(
      this.partitionFor(groupId),
      (shard, epoch) => describeGroup(shard, groupId, version, epoch),
      (errorCode) => describeRefusal(groupId, errorCode),
    )
  }

  /** Of all shards of this node; COORDINATOR_LOAD_IN_PROGRESS while one would be missing. */
  listGroups(request: ListGroupsRequest): ListGroupsResponse {
    if (this.#isClosed)
      return listGroupsResponse({ errorCode: ErrorCode.COORDINATOR_NOT_AVAILABLE })
    if (this.#runtime.isLoading) {
      return listGroupsResponse({ errorCode: ErrorCode.COORDINATOR_LOAD_IN_PROGRESS })
    }
    const groups = this.#runtime
      .activeShards()
      .flatMap(({ state, registry }) => listGroups(state, request, registry.committedEpoch))
    return listGroupsResponse({ groups })
  }

  deleteGroups(groupIds: readonly string[]): Later<readonly DeleteGroupsResponseResult[]> {
    return allLater(
      groupIds.map((groupId) =>
        mapLater(this.#deleteGroup(groupId), (errorCode) =>
          deleteGroupsResponseResult({ groupId, errorCode }),
        ),
      ),
    )
  }

  #deleteGroup(groupId: string): Later<number> {
    if (this.#isClosed) return ErrorCode.COORDINATOR_NOT_AVAILABLE
    return this.#runtime.write<number>(this.partitionFor(groupId), {
      name: 'deleteGroup',
      decide: (shard) => shard.deleteGroup(groupId),
      refused: coordinatorRefusal,
    })
  }

  /** The empty name is for offsets only, which old clients kept under it. */
  #groupRefusal(groupId: string): number {
    if (this.#isClosed) return ErrorCode.COORDINATOR_NOT_AVAILABLE
    const isValid = groupId !== '' && !isGroupIdTooLong(groupId)
    return isValid ? ErrorCode.NONE : ErrorCode.INVALID_GROUP_ID
  }

  #scheduleExpiry(): void {
    const { clock, wheel } = this.#options
    const deadlineMs = clock.monotonicMs() + this.#config.retentionCheckMs
    this.#expiryTimer = wheel.schedule(deadlineMs, () => {
      this.#jobs.expire(this.#config.offsetsRetentionMs)
      this.#scheduleExpiry()
    })
  }
}

/** Consumers before 3.9 do not know COORDINATOR_NOT_AVAILABLE here: they would give up. */
function fetchRefusal(errorCode: number): number {
  const refusal = coordinatorRefusal(errorCode)
  const isWriting = errorCode !== ErrorCode.COORDINATOR_NOT_AVAILABLE
  return isWriting && refusal === ErrorCode.COORDINATOR_NOT_AVAILABLE
    ? ErrorCode.NOT_COORDINATOR
    : refusal
}
