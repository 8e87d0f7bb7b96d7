import { DecodeError, Reader } from '@samsa/protocol'
import type { ClassicGroup } from './classic-group.ts'

const NO_TOPICS: ReadonlySet<string> = new Set()

/**
 * Topics that the members of a consumer group have subscribed to, whose offsets do not expire while the
 * group lives (KIP-211). Null where nobody can tell: another protocol type, or metadata that is not
 * what consumers send.
 */
export function subscribedTopics(group: ClassicGroup): ReadonlySet<string> | null {
  if (!group.isConsumerGroup) return null
  if (group.members.size === 0) return NO_TOPICS
  if (group.protocol === null) return null
  const topics = new Set<string>()
  for (const member of group.members.values()) {
    const metadata = member.metadataFor(group.protocol)
    if (metadata === undefined || !addTopics(metadata, topics)) return null
  }
  return topics
}

/** Reads what all versions of a subscription begin with: the version and the topics. */
function addTopics(metadata: Uint8Array, topics: Set<string>): boolean {
  try {
    const reader = new Reader(metadata)
    reader.int16()
    for (let left = reader.array(2); left > 0; left--) topics.add(reader.string())
    return true
  } catch (error) {
    if (error instanceof DecodeError) return false
    throw error
  }
}
