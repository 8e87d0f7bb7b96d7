import type { CoordinatorRecord } from '../../runtime/operation.ts'
import { CONSUMER_PROTOCOL_TYPE } from '../classic/classic-group.ts'
import { groupTombstone, offsetTombstone, type StoredOffset } from '../group-records.ts'
import type { GroupShard } from '../shard/group-shard.ts'
import { LATEST } from './offset-store.ts'

/** When the retention of an offset begins; null: the group's offsets do not expire now (KIP-211). */
type RetentionStart = ((stored: StoredOffset) => number) | null

/** What is known of a group for this purpose. */
interface Expiring {
  readonly isEmpty: boolean
  readonly retentionStart: RetentionStart
  /** Subscribed topics, whose offsets stay. */
  readonly topics: ReadonlySet<string> | null
}

/**
 * Tombstones for offsets of a group that have outlived their retention, and for the group itself when
 * nobody is in it and no offset is left.
 *
 * | group                                   | retention begins                                  |
 * | --------------------------------------- | ------------------------------------------------- |
 * | without members ever                    | with the commit                                   |
 * | empty now                               | when it became empty                              |
 * | stable consumers, topics that are known | with the commit, but for topics they subscribe to |
 * | any other                               | never                                             |
 *
 * An offset that was committed with a retention of its own expires by that, where any may expire.
 */
export function expireGroup(
  shard: GroupShard,
  groupId: string,
  nowMs: number,
  retentionMs: number,
): CoordinatorRecord[] {
  const { offsets, transactions, writer } = shard
  const group = expiring(shard, groupId)
  if (group === undefined) return []
  const records: CoordinatorRecord[] = []
  let isOffsetLeft = false
  for (const { topic, partition, stored } of offsets.entries(groupId, LATEST)) {
    if (
      isExpired(group, topic, stored, nowMs, retentionMs) &&
      !transactions.isPending(groupId, topic, partition)
    ) {
      records.push(offsetTombstone(groupId, topic, partition, writer))
    } else isOffsetLeft = true
  }
  if (group.isEmpty && !isOffsetLeft && !transactions.hasGroup(groupId)) {
    records.push(groupTombstone(groupId, writer))
  }
  return records
}

/** Tombstones for a group's offsets of a topic that is deleted. */
export function forgetTopic(
  shard: GroupShard,
  groupId: string,
  topic: { readonly name: string; readonly id: string },
  isOtherTopic: (stored: StoredOffset) => boolean,
): CoordinatorRecord[] {
  const records: CoordinatorRecord[] = []
  for (const { partition, stored } of shard.offsets.entriesOfTopic(groupId, topic.name)) {
    // Committed since, to a topic that was made anew under the name.
    if (isOtherTopic(stored)) continue
    records.push(offsetTombstone(groupId, topic.name, partition, shard.writer))
  }
  return records
}

function isExpired(
  { retentionStart, topics }: Expiring,
  topic: string,
  stored: StoredOffset,
  nowMs: number,
  retentionMs: number,
): boolean {
  if (retentionStart === null || topics?.has(topic) === true) return false
  if (stored.expireTimestampMs >= 0) return nowMs >= stored.expireTimestampMs
  return nowMs - retentionStart(stored) >= retentionMs
}

function expiring(shard: GroupShard, groupId: string): Expiring | undefined {
  const stored = shard.groups.get(groupId)
  if (stored === undefined || shard.others.has(groupId)) return undefined
  const group = shard.live.get(groupId)?.group
  const { protocolType, stateTimestampMs } = group ?? stored
  const state = group?.state ?? 'Empty'
  // Ids that were handed out are on their way back: the group lives on for them.
  const isEmpty = state === 'Empty' && (group === undefined || group.pendingJoin.size === 0)
  const topics = group?.topics ?? null
  if (protocolType === null) return { isEmpty, topics, retentionStart: byCommit }
  if (state === 'Empty') {
    const retentionStart = stateTimestampMs < 0 ? byCommit : (): number => stateTimestampMs
    return { isEmpty, topics, retentionStart }
  }
  const isKnown = state === 'Stable' && protocolType === CONSUMER_PROTOCOL_TYPE && topics !== null
  return { isEmpty, topics, retentionStart: isKnown ? byCommit : null }
}

const byCommit = ({ commitTimestampMs }: StoredOffset): number => commitTimestampMs
