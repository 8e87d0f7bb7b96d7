/** `String.hashCode` of Java: over UTF-16 units, wrapping at 32 bits, signed. */
export function javaHash(text: string): number {
  let hash = 0
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0
  return hash
}

/**
 * Partition of `__consumer_offsets`, `__transaction_state` or `__share_group_state` that holds a
 * group id, a transactional id or a share coordinator key. −2^31 has no positive and counts as 0.
 */
export function partitionForGroup(id: string, partitionsCount: number): number {
  const hash = javaHash(id)
  return (hash === -0x80000000 ? 0 : Math.abs(hash)) % partitionsCount
}

/** Key that a share group's topic partition has in `__share_group_state` (KIP-932). */
export function shareCoordinatorKey(groupId: string, topicId: string, partition: number): string {
  return `${groupId}:${topicId}:${partition}`
}
