import type { TopicPartition } from '@samsa/base'

/** What one member of a group wants. */
export interface MemberSubscription {
  readonly memberId: string
  readonly groupInstanceId: string | null
  readonly topics: readonly string[]
}

/**
 * Kafka's range assignor: in each topic the members that want it, static ones first, each in the order
 * of their ids, get consecutive partitions; the first ones one more where it does not come out even.
 * Pure. Every member has an entry.
 */
export function assignRanges(
  members: readonly MemberSubscription[],
  partitionsCount: ReadonlyMap<string, number>,
): ReadonlyMap<string, readonly TopicPartition[]> {
  const sorted = [...members].sort(byId)
  const assigned = new Map<string, TopicPartition[]>(
    sorted.map(({ memberId }): [string, TopicPartition[]] => [memberId, []]),
  )
  const topics = new Set(members.flatMap((member) => member.topics))
  for (const topic of [...topics].sort(byText)) {
    const count = partitionsCount.get(topic) ?? 0
    const interested = sorted.filter((member) => member.topics.includes(topic))
    const share = Math.floor(count / interested.length)
    const withOneMore = count % interested.length
    let next = 0
    interested.forEach(({ memberId }, index) => {
      const end = next + share + (index < withOneMore ? 1 : 0)
      while (next < end) assigned.get(memberId)!.push({ topic, partition: next++ })
    })
  }
  return assigned
}

function byId(one: MemberSubscription, other: MemberSubscription): number {
  const [left, right] = [one.groupInstanceId, other.groupInstanceId]
  if (left !== null && right !== null) return byText(left, right)
  if (left !== null) return -1
  if (right !== null) return 1
  return byText(one.memberId, other.memberId)
}

/** By code unit, as Java compares strings. */
function byText(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
