import { CLUSTER } from '../../security/authorizer.ts'
import type { RequestContext } from '../../dispatch/context.ts'
import type { FetchRequest } from '@samsa/protocol'
import type { ReplicaManager } from '../replica-manager.ts'
import type { FetchTerms } from './look.ts'

/** The replica id lies in a structure of its own from here on (KIP-903). */
const REPLICA_STATE_VERSION = 15
/** Topics are named by id from here on (KIP-516). */
export const TOPIC_ID_VERSION = 13
/** A broker that copies to another of its directories reads to the log's end. */
const FUTURE_LOCAL_REPLICA = -3

export const READ_UNCOMMITTED = 0
export const READ_COMMITTED = 1

export function replicaIdOf(request: FetchRequest, version: number): number {
  return version < REPLICA_STATE_VERSION ? request.replicaId : request.replicaState.replicaId
}

/** What one request may see. Rights are asked for once per run of partitions of the same topic. */
export class RequestTerms implements FetchTerms {
  readonly replicas: ReplicaManager
  readonly usesTopicIds: boolean
  readonly isFollower: boolean
  readonly isReadCommitted: boolean
  readonly isReadToEnd: boolean
  readonly #context: RequestContext
  #topic: string | undefined
  #mayRead: boolean

  constructor(request: FetchRequest, context: RequestContext) {
    const replicaId = replicaIdOf(request, context.version)
    this.replicas = context.services.replicas
    this.usesTopicIds = context.version >= TOPIC_ID_VERSION
    this.isFollower = replicaId >= 0
    this.isReadToEnd = this.isFollower || replicaId === FUTURE_LOCAL_REPLICA
    this.isReadCommitted = request.isolationLevel === READ_COMMITTED
    this.#context = context
    this.#topic = undefined
    this.#mayRead = false
  }

  mayRead(topic: string): boolean {
    if (topic !== this.#topic) {
      this.#topic = topic
      this.#mayRead = this.#ask(topic)
    }
    return this.#mayRead
  }

  #ask(topic: string): boolean {
    const { services, principal, connection } = this.#context
    const { authorizer } = services
    const { host } = connection.remote
    if (this.isFollower) return authorizer.allows(principal, host, 'clusterAction', CLUSTER)
    const resource = this.replicas.topic(topic)?.resource ?? { type: 'topic', name: topic }
    return authorizer.allows(principal, host, 'read', resource)
  }
}
