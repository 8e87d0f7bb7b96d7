import type { ErrorName } from './error-code.ts'

/** What a code means for whoever receives it. */
export interface ErrorMeaning {
  /** The same request may succeed later. */
  readonly isRetriable: boolean
  /** The client should refresh its metadata before it tries again. */
  readonly refreshesMetadata: boolean
  readonly meaning: string
}

const final = (meaning: string): ErrorMeaning => ({
  isRetriable: false,
  refreshesMetadata: false,
  meaning,
})
const retry = (meaning: string): ErrorMeaning => ({
  isRetriable: true,
  refreshesMetadata: false,
  meaning,
})
const refresh = (meaning: string): ErrorMeaning => ({
  isRetriable: true,
  refreshesMetadata: true,
  meaning,
})

/** Every code's meaning. Which ones are retriable is what Kafka's Java client holds. */
export const errorMeanings: Readonly<Record<ErrorName, ErrorMeaning>> = {
  UNKNOWN_SERVER_ERROR: final('The server failed in a way it did not foresee; its log says how.'),
  NONE: final('Success.'),
  OFFSET_OUT_OF_RANGE: final(
    'The offset is below the log start offset or beyond the log end offset.',
  ),
  CORRUPT_MESSAGE: retry('The batch fails its CRC, is cut short or breaks a rule of its format.'),
  UNKNOWN_TOPIC_OR_PARTITION: refresh(
    'This node does not host the partition, or no such topic exists.',
  ),
  INVALID_FETCH_SIZE: final('The size limits of the fetch make no sense.'),
  LEADER_NOT_AVAILABLE: refresh(
    'The partition has no leader at the moment: an election is under way.',
  ),
  NOT_LEADER_OR_FOLLOWER: refresh('The partition is led, or for reads held, by another node.'),
  REQUEST_TIMED_OUT: retry('The request did not complete within the time it allowed.'),
  BROKER_NOT_AVAILABLE: final('The broker asked about is not registered or not alive.'),
  REPLICA_NOT_AVAILABLE: refresh('The replica is not on this node or cannot be read now.'),
  MESSAGE_TOO_LARGE: final('A batch is larger than max.message.bytes of the topic.'),
  STALE_CONTROLLER_EPOCH: final('The sender acts for a controller that has been replaced.'),
  OFFSET_METADATA_TOO_LARGE: final(
    'The text committed beside an offset is longer than offset.metadata.max.bytes.',
  ),
  NETWORK_EXCEPTION: refresh('The connection broke before an answer came; never sent by a broker.'),
  COORDINATOR_LOAD_IN_PROGRESS: retry(
    'The coordinator is still reading its part of the internal topic.',
  ),
  COORDINATOR_NOT_AVAILABLE: refresh(
    'The coordinator is unknown, or its internal topic cannot be written now.',
  ),
  NOT_COORDINATOR: refresh('The group or transactional id belongs to another coordinator.'),
  INVALID_TOPIC_EXCEPTION: final(
    "The topic's name is not legal, or the topic may not be written by clients.",
  ),
  RECORD_LIST_TOO_LARGE: final('The batches of one partition together exceed the segment size.'),
  NOT_ENOUGH_REPLICAS: retry(
    'Fewer replicas are in sync than min.insync.replicas asks: nothing was written.',
  ),
  NOT_ENOUGH_REPLICAS_AFTER_APPEND: retry(
    'Written, but meanwhile fewer replicas are in sync than min.insync.replicas asks.',
  ),
  INVALID_REQUIRED_ACKS: final('acks is none of -1, 0 and 1.'),
  ILLEGAL_GENERATION: final(
    'The member speaks for a generation of the group that is not the current one.',
  ),
  INCONSISTENT_GROUP_PROTOCOL: final(
    "The member's protocol type or assignors have nothing in common with the group's.",
  ),
  INVALID_GROUP_ID: final('The group id is empty or not allowed here.'),
  UNKNOWN_MEMBER_ID: final('The group has no member of that id: join anew.'),
  INVALID_SESSION_TIMEOUT: final(
    'The session timeout lies outside group.min and group.max.session.timeout.ms.',
  ),
  REBALANCE_IN_PROGRESS: final('The group is rebalancing: join again.'),
  INVALID_COMMIT_OFFSET_SIZE: final(
    'The commit would not fit into one batch of the offsets topic.',
  ),
  TOPIC_AUTHORIZATION_FAILED: final('The principal lacks the operation on the topic.'),
  GROUP_AUTHORIZATION_FAILED: final('The principal lacks the operation on the group.'),
  CLUSTER_AUTHORIZATION_FAILED: final('The principal lacks the operation on the cluster.'),
  INVALID_TIMESTAMP: final(
    "A record's timestamp is further from the broker's clock than the topic allows.",
  ),
  UNSUPPORTED_SASL_MECHANISM: final('The listener does not offer that SASL mechanism.'),
  ILLEGAL_SASL_STATE: final('The request does not fit into the current step of the SASL exchange.'),
  UNSUPPORTED_VERSION: final(
    'The API, the version or a field in it is not supported by this node.',
  ),
  TOPIC_ALREADY_EXISTS: final('A topic of that name exists.'),
  INVALID_PARTITIONS: final(
    'The number of partitions is not positive, or not above the current one.',
  ),
  INVALID_REPLICATION_FACTOR: final(
    'The replication factor is not positive, or larger than the brokers that are there.',
  ),
  INVALID_REPLICA_ASSIGNMENT: final(
    'The assignment names unknown or repeated brokers, or leaves gaps between partitions.',
  ),
  INVALID_CONFIG: final("A configuration's key or value is not allowed."),
  NOT_CONTROLLER: retry('The node is not the active controller.'),
  INVALID_REQUEST: final('The request contradicts itself or breaks a rule of its API.'),
  UNSUPPORTED_FOR_MESSAGE_FORMAT: final('The format of the stored records cannot answer this.'),
  POLICY_VIOLATION: final('A policy of the operator forbids it.'),
  OUT_OF_ORDER_SEQUENCE_NUMBER: final(
    "The producer's sequence does not follow the last one: a batch is missing.",
  ),
  DUPLICATE_SEQUENCE_NUMBER: final(
    'The sequence was written before, too long ago for its offset to be remembered.',
  ),
  INVALID_PRODUCER_EPOCH: final("The producer's epoch is older than the one on record."),
  INVALID_TXN_STATE: final("The transaction's state does not allow the step."),
  INVALID_PRODUCER_ID_MAPPING: final('The transactional id has another producer id now.'),
  INVALID_TRANSACTION_TIMEOUT: final(
    'The transaction timeout is above transaction.max.timeout.ms.',
  ),
  CONCURRENT_TRANSACTIONS: retry(
    'An earlier step of this transactional id is still being carried out.',
  ),
  TRANSACTION_COORDINATOR_FENCED: final('The coordinator that sent the markers has been replaced.'),
  TRANSACTIONAL_ID_AUTHORIZATION_FAILED: final(
    'The principal lacks the operation on the transactional id.',
  ),
  SECURITY_DISABLED: final('No authorizer is configured, so there are no ACLs to handle.'),
  OPERATION_NOT_ATTEMPTED: final('Not tried, because another part of the same request failed.'),
  KAFKA_STORAGE_ERROR: refresh('The log directory failed while reading or writing.'),
  LOG_DIR_NOT_FOUND: final('The broker has no such log directory.'),
  SASL_AUTHENTICATION_FAILED: final('The credentials were refused.'),
  UNKNOWN_PRODUCER_ID: final('Nothing of this producer id is left in the log.'),
  REASSIGNMENT_IN_PROGRESS: final('The partition is being reassigned: wait or cancel first.'),
  DELEGATION_TOKEN_AUTH_DISABLED: final('Delegation tokens are not enabled in this cluster.'),
  DELEGATION_TOKEN_NOT_FOUND: final('No such delegation token.'),
  DELEGATION_TOKEN_OWNER_MISMATCH: final("Only the token's owner or a renewer may do this."),
  DELEGATION_TOKEN_REQUEST_NOT_ALLOWED: final(
    'Tokens are handled only over an authenticated connection, and not with a token.',
  ),
  DELEGATION_TOKEN_AUTHORIZATION_FAILED: final(
    'The principal lacks the operation on the delegation token.',
  ),
  DELEGATION_TOKEN_EXPIRED: final("The token's life is over."),
  INVALID_PRINCIPAL_TYPE: final('The type of principal cannot own or renew tokens.'),
  NON_EMPTY_GROUP: final('The group has members.'),
  GROUP_ID_NOT_FOUND: final('No such group.'),
  FETCH_SESSION_ID_NOT_FOUND: retry('The fetch session is gone: start a new one.'),
  INVALID_FETCH_SESSION_EPOCH: retry('The fetch session is at another epoch: start a new one.'),
  LISTENER_NOT_FOUND: refresh('The leader has no listener of the name the client came through.'),
  TOPIC_DELETION_DISABLED: final('delete.topic.enable is off.'),
  FENCED_LEADER_EPOCH: refresh('The client knows an older leader epoch than the node.'),
  UNKNOWN_LEADER_EPOCH: retry('The client knows a newer leader epoch than the node.'),
  UNSUPPORTED_COMPRESSION_TYPE: final('The codec is unknown, or not allowed in this version.'),
  STALE_BROKER_EPOCH: final('The broker has registered anew since the request was made.'),
  OFFSET_NOT_AVAILABLE: retry(
    'A new leader has not yet learnt how far the high watermark had come.',
  ),
  MEMBER_ID_REQUIRED: final('Join again with the member id in this answer.'),
  PREFERRED_LEADER_NOT_AVAILABLE: refresh('The preferred replica is not alive or not in sync.'),
  GROUP_MAX_SIZE_REACHED: final('The group has as many members as it may.'),
  FENCED_INSTANCE_ID: final('Another member took over the same group.instance.id.'),
  ELIGIBLE_LEADERS_NOT_AVAILABLE: refresh('No replica may become leader.'),
  ELECTION_NOT_NEEDED: refresh(
    'The partition already has the leader that the election would give.',
  ),
  NO_REASSIGNMENT_IN_PROGRESS: final('There is no reassignment to cancel.'),
  GROUP_SUBSCRIBED_TO_TOPIC: final('A member still subscribes to the topic, so its offsets stay.'),
  INVALID_RECORD: final(
    'A record or batch was refused; record errors in the answer may say which.',
  ),
  UNSTABLE_OFFSET_COMMIT: retry(
    'Offsets of the partition are part of a transaction that is still open.',
  ),
  THROTTLING_QUOTA_EXCEEDED: retry('The quota on changes is used up for now.'),
  PRODUCER_FENCED: final('A newer producer with the same transactional id has taken over.'),
  RESOURCE_NOT_FOUND: final('What was named does not exist.'),
  DUPLICATE_RESOURCE: final('The same thing is named twice or exists already.'),
  UNACCEPTABLE_CREDENTIAL: final('The credential breaks a rule, such as the number of iterations.'),
  INCONSISTENT_VOTER_SET: final("The sender's voters are not this node's voters."),
  INVALID_UPDATE_VERSION: final('The feature level is not one that may be set.'),
  FEATURE_UPDATE_FAILED: final('The features could not be updated.'),
  PRINCIPAL_DESERIALIZATION_FAILURE: final('The principal in a forwarded request cannot be read.'),
  SNAPSHOT_NOT_FOUND: final('The snapshot is not there, or not any more.'),
  POSITION_OUT_OF_RANGE: final('The position lies outside the snapshot.'),
  UNKNOWN_TOPIC_ID: refresh('No topic has that id here.'),
  DUPLICATE_BROKER_REGISTRATION: final('A live broker holds that node id.'),
  BROKER_ID_NOT_REGISTERED: final('No broker of that id is registered.'),
  INCONSISTENT_TOPIC_ID: refresh("The log's topic id is not the one in the request."),
  INCONSISTENT_CLUSTER_ID: final('The request is meant for another cluster.'),
  TRANSACTIONAL_ID_NOT_FOUND: final('Nothing is known of that transactional id.'),
  FETCH_SESSION_TOPIC_ID_ERROR: retry(
    'Names and topic ids are mixed in one fetch session: start a new one.',
  ),
  INELIGIBLE_REPLICA: final(
    'A replica named as in sync may not be, for instance because it is fenced.',
  ),
  NEW_LEADER_ELECTED: final('The change went through and gave the partition another leader.'),
  OFFSET_MOVED_TO_TIERED_STORAGE: final('The offset is only in tiered storage.'),
  FENCED_MEMBER_EPOCH: final(
    'The coordinator fenced the member: give up everything and join anew.',
  ),
  UNRELEASED_INSTANCE_ID: final('Another live member holds the same group.instance.id.'),
  UNSUPPORTED_ASSIGNOR: final(
    'No assignor that the members share, or none of that name, is configured.',
  ),
  STALE_MEMBER_EPOCH: final(
    'The member epoch is old: take the new one from a heartbeat and try again.',
  ),
  MISMATCHED_ENDPOINT_TYPE: final(
    'A controller was asked for as a broker, or the other way round.',
  ),
  UNSUPPORTED_ENDPOINT_TYPE: final('This node does not know that type of endpoint.'),
  UNKNOWN_CONTROLLER_ID: final('No controller of that id is registered.'),
  UNKNOWN_SUBSCRIPTION_ID: final('The telemetry subscription changed: ask for it again.'),
  TELEMETRY_TOO_LARGE: final('The pushed metrics are larger than allowed.'),
  INVALID_REGISTRATION: final('The controller refuses the registration.'),
  TRANSACTION_ABORTABLE: final(
    'The transaction cannot go on, but the producer may abort it and continue.',
  ),
  INVALID_RECORD_STATE: final('The records are not in the state that the acknowledgement wants.'),
  SHARE_SESSION_NOT_FOUND: retry('The share session is gone: start a new one.'),
  INVALID_SHARE_SESSION_EPOCH: retry('The share session is at another epoch: start a new one.'),
  FENCED_STATE_EPOCH: final('The share coordinator holds a newer state epoch.'),
  INVALID_VOTER_KEY: final('The id and directory id do not fit the node that was reached.'),
  DUPLICATE_VOTER: final('The voter is in the set already.'),
  VOTER_NOT_FOUND: final('The set has no such voter.'),
  INVALID_REGULAR_EXPRESSION: final("The subscription's regular expression cannot be parsed."),
  REBOOTSTRAP_REQUIRED: final(
    'The client should forget what it knows and begin from its bootstrap servers.',
  ),
  STREAMS_INVALID_TOPOLOGY: final('The topology cannot be used as it was sent.'),
  STREAMS_INVALID_TOPOLOGY_EPOCH: final("The topology epoch does not fit the group's."),
  STREAMS_TOPOLOGY_FENCED: final('The member runs an older topology than the group.'),
  SHARE_SESSION_LIMIT_REACHED: retry('The broker holds as many share sessions as it may.'),
}
