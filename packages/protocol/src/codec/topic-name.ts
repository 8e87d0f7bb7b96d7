const NAME_LENGTH_MAX = 249

const internalTopics: readonly string[] = [
  '__consumer_offsets',
  '__transaction_state',
  '__share_group_state',
]

/** What is wrong with a topic's name, for an error message; null when nothing is. */
export function topicNameProblem(name: string): string | null {
  if (name === '') return 'the name is empty'
  if (name === '.' || name === '..') return `"${name}" means a folder`
  if (name.length > NAME_LENGTH_MAX) {
    return `${name.length} characters are more than ${NAME_LENGTH_MAX}`
  }
  if (!/^[a-zA-Z0-9._-]+$/.test(name)) {
    return 'only letters and digits of ASCII, ".", "_" and "-" are allowed'
  }
  return null
}

/** Topics that coordinators keep their state in; clients do not produce to them. */
export function isInternalTopic(name: string): boolean {
  return internalTopics.includes(name)
}

/** Metric names cannot tell "." from "_": topics that differ only there collide. */
export function hasCollisionCharacter(name: string): boolean {
  return /[._]/.test(name)
}

/** Whether two names are the same but for "." and "_". */
export function topicNamesCollide(one: string, other: string): boolean {
  return one.replaceAll('.', '_') === other.replaceAll('.', '_')
}
