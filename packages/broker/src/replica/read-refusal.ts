import { ErrorCode } from '@samsa/protocol'
import type { RequestContext } from '../dispatch/context.ts'
import type { AclOperation } from '../security/authorizer.ts'
import type { LocalPartition } from './local-partition.ts'
import type { ReplicaManager } from './replica-manager.ts'

/** Whether the client may do `operation` to a topic, hosted here or not. */
export function mayTouchTopic(
  context: RequestContext,
  operation: AclOperation,
  topic: string,
): boolean {
  const { services, principal, connection } = context
  const resource = services.replicas.topic(topic)?.resource ?? { type: 'topic', name: topic }
  return services.authorizer.allows(principal, connection.remote.host, operation, resource)
}

/** A partition that answers for its log here, or the error code that says why not. */
export function leaderOf(
  replicas: ReplicaManager,
  topic: string,
  index: number,
  currentLeaderEpoch: number,
): LocalPartition | number {
  const partition = replicas.topic(topic)?.partitions[index]
  if (partition === undefined) return replicas.absence(topic, index)
  const { refusal } = partition
  if (refusal !== ErrorCode.NONE && refusal !== ErrorCode.NOT_LEADER_OR_FOLLOWER) return refusal
  const epochRefusal = partition.epochRefusal(currentLeaderEpoch)
  if (epochRefusal !== ErrorCode.NONE) return epochRefusal
  return refusal === ErrorCode.NONE ? partition : refusal
}

/** What a client is told when work on a log has thrown. */
export function codeOfLogFailure(error: unknown): number {
  const code = (error as { code?: unknown }).code
  return code === 'LOG_CORRUPT_BATCH' ? ErrorCode.CORRUPT_MESSAGE : ErrorCode.KAFKA_STORAGE_ERROR
}
