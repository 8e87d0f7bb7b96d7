import type { Clock, Completion, Logger, Wheel } from '@samsa/base'
import {
  ErrorCode,
  groupRecords,
  type GroupMetadataValue,
  type LeaveGroupRequest,
  type LeaveGroupResponse,
  leaveGroupResponse,
  type OffsetCommitValue,
  type SyncGroupResponse,
  type Writer,
  type JoinGroupResponse,
} from '@samsa/protocol'
import type {
  CoordinatorRecord,
  Decided,
  RecordPlace,
  ShardContext,
  ShardState,
} from '../../runtime/operation.ts'
import type { SnapshotRegistry } from '../../runtime/snapshot-registry.ts'
import { TimelineMap } from '../../runtime/timeline-map.ts'
import { ClassicGroup } from '../classic/classic-group.ts'
import type { GroupSettings } from '../classic/effects.ts'
import type { GroupState } from '../classic/group-state.ts'
import { heartbeat } from '../classic/heartbeat.ts'
import type { JoinCommand } from '../classic/join-command.ts'
import { joinGroup } from '../classic/join.ts'
import { leaveGroup, leaveNobody } from '../classic/leave.ts'
import { extendSession, prepareRebalance } from '../classic/rebalance.ts'
import { joinRefusal, syncRefusal } from '../classic/responses.ts'
import { syncGroup, type SyncCommand } from '../classic/sync.ts'
import {
  CONSUMER_GROUP_KEY,
  GROUP_KEY,
  groupTombstone,
  LEGACY_OFFSET_KEY,
  OFFSET_KEY,
  OFFSETS_ONLY,
  offsetTombstone,
  SHARE_GROUP_KEY,
  storedGroup,
  storedOffset,
  STREAMS_GROUP_KEY,
  type StoredGroup,
} from '../group-records.ts'
import { LATEST, OffsetStore } from '../offsets/offset-store.ts'
import { OpenTransactions } from '../offsets/open-transactions.ts'
import { LiveGroups, type LiveGroup } from './live-groups.ts'

export interface GroupShardOptions {
  readonly clock: Clock
  readonly wheel: Wheel
  readonly logger: Logger
  readonly settings: GroupSettings
  /** For records that are made here; shards may share it. */
  readonly writer: Writer
}

/** Members that are taken over in one turn of the loop. */
const TURN_MEMBERS_MAX = 200

/**
 * The groups of one partition of `__consumer_offsets`.
 *
 * Durable, changed by `replay` alone: `groups` as their last records have them, `offsets`, and what
 * `transactions` have not ended. Soft: `live`, the groups that have members now. A group exists while
 * it is in `groups`.
 */
export class GroupShard implements ShardState {
  readonly groups: TimelineMap<string, StoredGroup>
  readonly offsets: OffsetStore
  readonly transactions: OpenTransactions
  readonly live: LiveGroups
  /**
   * Groups of kinds that are not served here (consumer groups of KIP-848, share and streams groups),
   * whose records stay in the log. What is told of their offsets is all that is done with them.
   */
  readonly others: TimelineMap<string, true>
  readonly writer: Writer
  readonly #registry: SnapshotRegistry
  readonly #options: GroupShardOptions

  constructor(context: ShardContext<GroupShard>, options: GroupShardOptions) {
    const { registry } = context
    this.#registry = registry
    this.#options = options
    this.groups = new TimelineMap(registry)
    this.others = new TimelineMap(registry)
    this.offsets = new OffsetStore(registry)
    this.transactions = new OpenTransactions(registry)
    this.writer = options.writer
    this.live = new LiveGroups({
      ...options,
      submit: (name, decide) => context.submit({ name, decide, refused: () => undefined }),
      settled: (groupId) => this.#settled(groupId),
    })
  }

  replay({ key, value }: CoordinatorRecord, place: RecordPlace): void {
    const decoded = groupRecords.decodeKey(key)
    if (decoded === null) return
    if (decoded.type === OFFSET_KEY || decoded.type === LEGACY_OFFSET_KEY) {
      this.#replayOffset(decoded.message, value, place)
    } else if (decoded.type === GROUP_KEY) {
      this.#replayGroup(decoded.message.group, value)
    } else if (
      decoded.type === CONSUMER_GROUP_KEY ||
      decoded.type === SHARE_GROUP_KEY ||
      decoded.type === STREAMS_GROUP_KEY
    ) {
      this.#replayOther(decoded.message.groupId, value)
    }
    // What is left belongs to groups of other kinds as well: it stays in the log.
  }

  replayMarker(producerId: number, isCommitted: boolean): void {
    this.transactions.end(producerId, isCommitted, this.offsets)
  }

  /** Members of what was loaded have a whole session to be heard of. */
  *onLoaded(): Generator<void, void> {
    let members = 0
    for (const [groupId, stored] of this.groups.entries()) {
      this.#restore(groupId, stored)
      members += stored.members.length
      if (members < TURN_MEMBERS_MAX) continue
      members = 0
      yield
    }
  }

  onClosed(): void {
    this.live.unload()
  }

  join(
    groupId: string,
    command: JoinCommand,
    waiter: Completion<JoinGroupResponse>,
  ): Decided<JoinGroupResponse> {
    if (this.others.has(groupId)) {
      return { records: [], response: joinRefusal(ErrorCode.INCONSISTENT_GROUP_PROTOCOL, '') }
    }
    const isNew = !this.groups.has(groupId)
    const turn = this.live.newTurn()
    const live = this.#open(groupId, command.memberId === '', turn.nowMs)
    if (live === undefined) {
      const response = joinRefusal(ErrorCode.UNKNOWN_MEMBER_ID, command.memberId)
      return { records: [], response }
    }
    joinGroup(live.group, command, turn)
    if (isNew) {
      const group = { ...OFFSETS_ONLY, stateTimestampMs: turn.nowMs }
      turn.effects.push({ kind: 'store', group, after: { kind: 'created' } })
    }
    return this.live.decided(live, turn, waiter)
  }

  sync(
    groupId: string,
    command: SyncCommand,
    waiter: Completion<SyncGroupResponse>,
  ): Decided<SyncGroupResponse> {
    const live = this.live.get(groupId)
    if (live === undefined) {
      return { records: [], response: syncRefusal(ErrorCode.UNKNOWN_MEMBER_ID) }
    }
    const turn = this.live.newTurn()
    syncGroup(live.group, command, turn)
    return this.live.decided(live, turn, waiter)
  }

  heartbeat(
    groupId: string,
    memberId: string,
    groupInstanceId: string | null,
    generation: number,
  ): number {
    const live = this.live.get(groupId)
    if (live === undefined) return ErrorCode.UNKNOWN_MEMBER_ID
    const errorCode = heartbeat(live.group, memberId, groupInstanceId, generation)
    if (errorCode === ErrorCode.NONE || errorCode === ErrorCode.REBALANCE_IN_PROGRESS) {
      this.extendSession(live, memberId)
    }
    return errorCode
  }

  /** Something was heard of the member, if it is one. */
  extendSession({ group, timers }: LiveGroup, memberId: string): void {
    const member = group.members.get(memberId)
    if (member !== undefined) timers.startSession(memberId, member.sessionTimeoutMs)
  }

  leave({ groupId, members }: LeaveGroupRequest): Decided<LeaveGroupResponse> {
    const live = this.live.get(groupId)
    if (live === undefined) {
      return { records: [], response: leaveGroupResponse({ members: leaveNobody(members) }) }
    }
    const turn = this.live.newTurn()
    const results = leaveGroup(live.group, members, turn)
    return this.live.decided(live, turn, leaveGroupResponse({ members: results }))
  }

  /** The group and all of its offsets, where nobody is in it. */
  deleteGroup(groupId: string): Decided<number> {
    if (!this.groups.has(groupId)) return { records: [], response: ErrorCode.GROUP_ID_NOT_FOUND }
    if (this.others.has(groupId) || this.stateOf(groupId) !== 'Empty') {
      return { records: [], response: ErrorCode.NON_EMPTY_GROUP }
    }
    const records = [...this.#offsetTombstones(groupId), groupTombstone(groupId, this.writer)]
    return {
      records,
      response: ErrorCode.NONE,
      onDecided: () => this.live.drop(groupId),
      onFailed: () => {
        const stored = this.groups.get(groupId)
        if (stored !== undefined && this.live.get(groupId) === undefined) {
          this.#restore(groupId, stored)
        }
      },
    }
  }

  /** Of a group that exists. */
  stateOf(groupId: string): GroupState {
    return this.live.get(groupId)?.group.state ?? 'Empty'
  }

  /** Members that a record tells of are members again, and have a whole session to be heard of. */
  #restore(groupId: string, stored: StoredGroup): void {
    if (stored.members.length === 0) return
    const live = this.live.add(ClassicGroup.from(groupId, stored))
    const turn = this.live.newTurn()
    for (const member of live.group.members.values()) extendSession(member, turn)
    const { groupSizeMax } = this.#options.settings
    if (live.group.members.size > groupSizeMax) {
      prepareRebalance(live.group, `there are more than ${groupSizeMax} members`, turn)
    }
    this.live.perform(live, turn)
  }

  #replayGroup(groupId: string, value: Uint8Array | null): void {
    if (value === null) {
      this.groups.delete(groupId)
      return
    }
    const { message } = groupRecords.decodeValue(GROUP_KEY, value)
    this.groups.set(groupId, storedGroup(message as GroupMetadataValue))
  }

  #replayOther(groupId: string, value: Uint8Array | null): void {
    if (value === null) this.others.delete(groupId)
    else this.others.set(groupId, true)
  }

  #replayOffset(
    key: { readonly group: string; readonly topic: string; readonly partition: number },
    value: Uint8Array | null,
    { offset, producerId }: RecordPlace,
  ): void {
    const { group, topic, partition } = key
    if (value === null) {
      this.offsets.delete(group, topic, partition)
      this.transactions.delete(group, topic, partition)
      return
    }
    const { message } = groupRecords.decodeValue(OFFSET_KEY, value)
    const stored = storedOffset(message as OffsetCommitValue, offset)
    if (!this.groups.has(group)) this.groups.set(group, OFFSETS_ONLY)
    if (producerId < 0) this.offsets.set(group, topic, partition, stored)
    else this.transactions.set(producerId, group, topic, partition, stored)
  }

  /** The group as it is now; made where there is none, if `mayCreate`. */
  #open(groupId: string, mayCreate: boolean, nowMs: number): LiveGroup | undefined {
    const live = this.live.get(groupId)
    if (live !== undefined) return live
    const stored = this.groups.get(groupId)
    if (stored !== undefined) return this.live.add(ClassicGroup.from(groupId, stored))
    return mayCreate ? this.live.add(new ClassicGroup(groupId, nowMs)) : undefined
  }

  #settled(groupId: string): StoredGroup | undefined {
    const latest = this.groups.get(groupId)
    const committed = this.groups.getAt(groupId, this.#registry.committedEpoch)
    return latest === committed ? latest : undefined
  }

  /** One for each partition, also for what transactions have not ended. */
  #offsetTombstones(groupId: string): CoordinatorRecord[] {
    const records: CoordinatorRecord[] = []
    for (const { topic, partition } of this.offsets.entries(groupId, LATEST)) {
      records.push(offsetTombstone(groupId, topic, partition, this.writer))
    }
    for (const { topic, partition } of this.transactions.entries(groupId)) {
      if (this.offsets.get(groupId, topic, partition, LATEST) !== undefined) continue
      records.push(offsetTombstone(groupId, topic, partition, this.writer))
    }
    return records
  }
}
