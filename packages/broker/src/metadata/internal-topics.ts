export const OFFSETS_TOPIC = '__consumer_offsets'
export const TRANSACTIONS_TOPIC = '__transaction_state'
export const SHARE_STATE_TOPIC = '__share_group_state'
/** The quorum's log; never a topic that clients make or see. */
export const METADATA_TOPIC = '__cluster_metadata'

/** Topics of Kafka's own, as metadata answers mark them. */
export function isInternalTopic(name: string): boolean {
  return name === OFFSETS_TOPIC || name === TRANSACTIONS_TOPIC || name === SHARE_STATE_TOPIC
}
