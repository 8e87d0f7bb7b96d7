import type { Timer, TopicPartition } from '@samsa/base'
import {
  ErrorCode,
  heartbeatApi,
  heartbeatRequest,
  joinGroupApi,
  joinGroupRequest,
  joinGroupRequestProtocol,
  type JoinGroupResponse,
  leaveGroupApi,
  leaveGroupRequest,
  leaveGroupRequestMember,
  syncGroupApi,
  syncGroupRequest,
  syncGroupRequestAssignment,
  type SyncGroupRequestAssignment,
} from '@samsa/protocol'
import type { Cluster } from '../cluster/cluster.ts'
import { ensureAccepted, refusal, withRetries } from '../cluster/retry.ts'
import type { ConsumerSettings } from '../consumer/options.ts'
import { ClientError } from '../errors.ts'
import {
  decodeAssignment,
  decodeSubscription,
  encodeAssignment,
  encodeSubscription,
} from './consumer-protocol.ts'
import type { CoordinatorLink } from './coordinator-link.ts'
import type { CommitIdentity } from './group-offsets.ts'
import { assignRanges } from './range-assignor.ts'

const PROTOCOL_TYPE = 'consumer'
const PROTOCOL = 'range'
const NO_GENERATION = -1

/**
 * One member of a classic group.
 *
 * | state | on | becomes |
 * | --- | --- | --- |
 * | out | `join`: JoinGroup, SyncGroup | stable |
 * | stable | Heartbeat: REBALANCE_IN_PROGRESS | out, keeps its member id |
 * | stable | Heartbeat: UNKNOWN_MEMBER_ID, ILLEGAL_GENERATION | out, its id is void |
 * | stable | Heartbeat: FENCED_INSTANCE_ID | failed: another has taken its place |
 * | any | `leave` | out |
 */
export class Membership {
  readonly #cluster: Cluster
  readonly #settings: ConsumerSettings
  readonly #groupId: string
  readonly #link: CoordinatorLink
  /** The member is out, or failed: whoever polls looks again. */
  readonly #onOut: () => void
  #memberId: string
  #generationId: number
  #isStable: boolean
  #heartbeat: Timer | undefined
  #failure: Error | undefined

  constructor(
    cluster: Cluster,
    settings: ConsumerSettings,
    groupId: string,
    link: CoordinatorLink,
    onOut: () => void,
  ) {
    this.#cluster = cluster
    this.#settings = settings
    this.#groupId = groupId
    this.#link = link
    this.#onOut = onOut
    this.#memberId = ''
    this.#generationId = NO_GENERATION
    this.#isStable = false
    this.#heartbeat = undefined
    this.#failure = undefined
  }

  /** False: `join` is to be called. Throws what ended the membership for good. */
  get isStable(): boolean {
    if (this.#failure !== undefined) throw this.#failure
    return this.#isStable
  }

  get identity(): CommitIdentity {
    const { groupInstanceId } = this.#settings
    return { generationId: this.#generationId, memberId: this.#memberId, groupInstanceId }
  }

  /** Takes part in the rebalance and resolves with what is this member's from now on. */
  join(topics: readonly string[]): Promise<readonly TopicPartition[]> {
    this.#stop()
    return withRetries(`joining ${this.#groupId}`, this.#cluster.settings, async () => {
      try {
        const joined = await this.#join(topics)
        return await this.#sync(joined)
      } catch (error) {
        this.#onJoinError(error)
        throw error
      }
    })
  }

  /** Tells the coordinator, as far as it can be reached. A static member keeps its place. */
  async leave(): Promise<void> {
    this.#stop()
    const memberId = this.#memberId
    this.#reset()
    const { groupInstanceId } = this.#settings
    if (memberId === '' || groupInstanceId !== null) return
    try {
      const connection = await this.#link.connection()
      const version = connection.versionOf(leaveGroupApi)
      const members = [leaveGroupRequestMember({ memberId, groupInstanceId })]
      const request =
        version >= 3
          ? leaveGroupRequest({ groupId: this.#groupId, members })
          : leaveGroupRequest({ groupId: this.#groupId, memberId })
      await connection.send(leaveGroupApi, version, request)
    } catch (error) {
      // Then its session ends by itself.
      if (!(error instanceof ClientError)) throw error
    }
  }

  /** Stops without a word; the coordinator waits for the session to end. */
  abandon(): void {
    this.#stop()
    this.#reset()
  }

  async #join(topics: readonly string[]): Promise<JoinGroupResponse> {
    const { sessionTimeoutMs, rebalanceTimeoutMs, groupInstanceId } = this.#settings
    const connection = await this.#link.connection()
    const metadata = encodeSubscription(topics)
    const request = joinGroupRequest({
      groupId: this.#groupId,
      sessionTimeoutMs,
      rebalanceTimeoutMs,
      memberId: this.#memberId,
      groupInstanceId,
      protocolType: PROTOCOL_TYPE,
      protocols: [joinGroupRequestProtocol({ name: PROTOCOL, metadata })],
    })
    const version = connection.versionOf(joinGroupApi)
    const response = await connection.send(joinGroupApi, version, request)
    if (response.errorCode === ErrorCode.MEMBER_ID_REQUIRED && this.#memberId === '') {
      this.#memberId = response.memberId
      return this.#join(topics)
    }
    ensureAccepted(`JoinGroup of ${this.#groupId}`, response.errorCode)
    this.#memberId = response.memberId
    this.#generationId = response.generationId
    return response
  }

  async #sync(joined: JoinGroupResponse): Promise<readonly TopicPartition[]> {
    const isLeader = joined.leader === joined.memberId && !joined.skipAssignment
    const assignments = isLeader ? await this.#assign(joined) : []
    const connection = await this.#link.connection()
    const request = syncGroupRequest({
      groupId: this.#groupId,
      generationId: joined.generationId,
      memberId: joined.memberId,
      groupInstanceId: this.#settings.groupInstanceId,
      protocolType: PROTOCOL_TYPE,
      protocolName: joined.protocolName,
      assignments,
    })
    const version = connection.versionOf(syncGroupApi)
    const response = await connection.send(syncGroupApi, version, request)
    ensureAccepted(`SyncGroup of ${this.#groupId}`, response.errorCode)
    this.#isStable = true
    this.#scheduleHeartbeat()
    return decodeAssignment(response.assignment)
  }

  /** The leader's part: what each member gets. Topics that do not exist have no partitions. */
  async #assign(joined: JoinGroupResponse): Promise<SyncGroupRequestAssignment[]> {
    const members = joined.members.map(decodeSubscription)
    const counts = new Map<string, number>()
    for (const name of new Set(members.flatMap(({ topics }) => topics))) {
      const topic = await this.#cluster.topic(name).catch((error: unknown) => {
        if (error instanceof ClientError) return undefined
        throw error
      })
      counts.set(name, topic?.partitions.length ?? 0)
    }
    return [...assignRanges(members, counts)].map(([memberId, partitions]) =>
      syncGroupRequestAssignment({ memberId, assignment: encodeAssignment(partitions) }),
    )
  }

  /** What makes no sense to send again as it was, but does with another id or generation. */
  #onJoinError(error: unknown): void {
    this.#link.onError(error)
    if (!(error instanceof ClientError)) return
    const { errorCode } = error
    if (errorCode === ErrorCode.UNKNOWN_MEMBER_ID || errorCode === ErrorCode.ILLEGAL_GENERATION) {
      this.#reset()
      throw refusal(`joining ${this.#groupId} anew`, ErrorCode.COORDINATOR_LOAD_IN_PROGRESS)
    }
    if (errorCode === ErrorCode.REBALANCE_IN_PROGRESS) {
      throw refusal(`joining ${this.#groupId} anew`, ErrorCode.COORDINATOR_LOAD_IN_PROGRESS)
    }
  }

  #scheduleHeartbeat(): void {
    const { clock } = this.#cluster.settings
    this.#heartbeat = clock.setTimer(this.#settings.heartbeatIntervalMs, () => {
      this.#heartbeat = undefined
      void this.#beat(this.#generationId)
    })
  }

  async #beat(generationId: number): Promise<void> {
    let errorCode: number = ErrorCode.NONE
    try {
      const connection = await this.#link.connection()
      const { memberId, groupInstanceId } = this.identity
      const groupId = this.#groupId
      const request = heartbeatRequest({ groupId, generationId, memberId, groupInstanceId })
      const version = connection.versionOf(heartbeatApi)
      const response = await connection.send(heartbeatApi, version, request)
      errorCode = response.errorCode
      if (errorCode !== ErrorCode.NONE) this.#link.onError(refusal('Heartbeat', errorCode))
    } catch (error) {
      this.#link.onError(error)
      if (!(error instanceof ClientError)) throw error
    }
    // Joined anew or left while the heartbeat was under way: its answer is about the past.
    if (!this.#isStable || generationId !== this.#generationId) return
    this.#onHeartbeat(errorCode)
  }

  #onHeartbeat(errorCode: number): void {
    switch (errorCode) {
      case ErrorCode.REBALANCE_IN_PROGRESS:
        this.#isStable = false
        break
      case ErrorCode.UNKNOWN_MEMBER_ID:
      case ErrorCode.ILLEGAL_GENERATION:
        this.#reset()
        break
      case ErrorCode.FENCED_INSTANCE_ID:
      case ErrorCode.GROUP_AUTHORIZATION_FAILED:
        this.#reset()
        this.#failure = refusal(`Heartbeat of ${this.#groupId}`, errorCode)
        break
      default:
        return this.#scheduleHeartbeat()
    }
    this.#onOut()
  }

  #reset(): void {
    this.#isStable = false
    this.#memberId = ''
    this.#generationId = NO_GENERATION
  }

  #stop(): void {
    this.#isStable = false
    this.#heartbeat?.cancel()
    this.#heartbeat = undefined
  }
}
