import type { Principal } from './principal.ts'

export type ResourceType =
  | 'topic'
  | 'group'
  | 'cluster'
  | 'transactionalId'
  | 'delegationToken'
  | 'user'

export type AclOperation =
  | 'read'
  | 'write'
  | 'create'
  | 'delete'
  | 'alter'
  | 'describe'
  | 'clusterAction'
  | 'describeConfigs'
  | 'alterConfigs'
  | 'idempotentWrite'
  | 'createTokens'
  | 'describeTokens'
  | 'twoPhaseCommit'

export interface Resource {
  readonly type: ResourceType
  readonly name: string
}

/** Kafka's name of the one cluster resource. */
export const CLUSTER: Resource = { type: 'cluster', name: 'kafka-cluster' }

export interface Authorizer {
  /** False where Kafka runs without an authorizer: answers then leave authorized operations unset. */
  readonly isEnabled: boolean
  allows(principal: Principal, host: string, operation: AclOperation, resource: Resource): boolean
}

/** No `authorizer.class.name`: everything is allowed. */
export const allowEverything: Authorizer = { isEnabled: false, allows: () => true }
