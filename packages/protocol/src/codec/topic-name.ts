const NAME_LENGTH_MAX = 249

/** Where the group coordinators keep groups and committed offsets. */
export const CONSUMER_OFFSETS = '__consumer_offsets'
export const TRANSACTION_STATE = '__transaction_state'
export const SHARE_GROUP_STATE = '__share_group_state'
/** The quorum's log; never a topic that clients make or see. */
export const CLUSTER_METADATA = '__cluster_metadata'

const internalTopics: readonly string[] = [CONSUMER_OFFSETS, TRANSACTION_STATE, SHARE_GROUP_STATE]

/** What is wrong with a topic's name, in Kafka's words; null when nothing is. */
export function topicNameProblem(name: string): string | null {
  if (name === '') return 'Topic name is invalid: the empty string is not allowed'
  if (name === '.' || name === '..') return `Topic name is invalid: '${name}' is not allowed`
  if (name.length > NAME_LENGTH_MAX) {
    return `Topic name is invalid: the length of '${name}' is longer than the max allowed length ${NAME_LENGTH_MAX}`
  }
  if (/^[a-zA-Z0-9._-]+$/.test(name)) return null
  return `Topic name is invalid: '${name}' contains one or more characters other than ASCII alphanumerics, '.', '_' and '-'`
}

/** Topics that coordinators keep their state in; clients do not produce to them. */
export function isInternalTopic(name: string): boolean {
  return internalTopics.includes(name)
}

/** Metric names cannot tell "." from "_": topics that differ only there collide. */
export function hasCollisionCharacter(name: string): boolean {
  return /[._]/.test(name)
}
