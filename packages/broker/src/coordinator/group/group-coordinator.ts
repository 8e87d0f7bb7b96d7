import type { Clock, Completion, Logger, Random, Wheel } from '@samsa/base'
import type {
  BatchTools,
  DeleteGroupsResponseResult,
  DescribeGroupsResponseGroup,
  HeartbeatRequest,
  JoinGroupRequest,
  JoinGroupResponse,
  LeaveGroupRequest,
  LeaveGroupResponse,
  ListGroupsRequest,
  ListGroupsResponse,
  OffsetCommitRequest,
  OffsetCommitResponse,
  OffsetFetchRequestGroup,
  OffsetFetchResponseGroup,
  SyncGroupRequest,
  SyncGroupResponse,
} from '@samsa/protocol'
import type { NodeConfig } from '../../config/node-config.ts'
import type { MetadataPublisher } from '../../metadata/metadata-reader.ts'
import type { LeadershipListener } from '../../replica/replica-manager.ts'

/** What groups know of the client that asks. */
export interface GroupClient {
  /** Version of the request. */
  readonly version: number
  /** As the header gave it. */
  readonly clientId: string | null
  /** Address without a port, as the socket gives it. */
  readonly host: string
}

/** A value now or later; never rejected but for a bug of ours. */
export type Later<Response> = Response | Completion<Response>

/**
 * The groups whose `__consumer_offsets` partition this node leads: the classic protocol, and committed
 * offsets. Handlers call its methods once the client is allowed to; every refusal is an error code in
 * the response. Methods run synchronously, in the order of the calls.
 */
export interface GroupCoordinator extends MetadataPublisher {
  /** Partition of `__consumer_offsets` that a group lives on. */
  partitionFor(groupId: string): number

  joinGroup(request: JoinGroupRequest, client: GroupClient): Later<JoinGroupResponse>
  syncGroup(request: SyncGroupRequest): Later<SyncGroupResponse>
  /** Answers the error code, at once. */
  heartbeat(request: HeartbeatRequest): number
  /** `members` are those to leave, also for versions that name one in the request itself. */
  leaveGroup(request: LeaveGroupRequest): Later<LeaveGroupResponse>

  /** Topics have both name and id (the zero id before v10), and exist. */
  commitOffsets(request: OffsetCommitRequest, client: GroupClient): Later<OffsetCommitResponse>
  /**
   * `topics` null asks for all of the group's. With `requireStable` the answer waits for what is
   * being written. Topics have both name and id (the zero id where the client gave none).
   */
  fetchOffsets(
    group: OffsetFetchRequestGroup,
    requireStable: boolean,
  ): Later<OffsetFetchResponseGroup>

  describeGroup(groupId: string, version: number): DescribeGroupsResponseGroup
  listGroups(request: ListGroupsRequest): ListGroupsResponse
  /** Each id once; results in the same order. */
  deleteGroups(groupIds: readonly string[]): Later<readonly DeleteGroupsResponseResult[]>
}

/**
 * The coordinator as the node that runs it sees it. As a listener of the leadership of
 * `__consumer_offsets` it loads the groups of the partitions that this node leads; when it leads one
 * no more, parked requests are answered NOT_COORDINATOR.
 */
export interface RunningGroupCoordinator extends GroupCoordinator, LeadershipListener {
  /** A clean stop: as if every partition were resigned, and COORDINATOR_NOT_AVAILABLE after it. */
  close(): void
}

export interface GroupCoordinatorOptions {
  readonly clock: Clock
  readonly wheel: Wheel
  readonly random: Random
  readonly config: NodeConfig
  readonly logger: Logger
  readonly tools: BatchTools
}
