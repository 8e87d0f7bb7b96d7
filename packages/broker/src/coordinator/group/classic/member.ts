import type { Completion } from '@samsa/base'
import type { JoinGroupResponse, SyncGroupResponse } from '@samsa/protocol'

/** A way of sharing work that a member speaks, in its order of preference. */
export interface MemberProtocol {
  readonly name: string
  readonly metadata: Uint8Array
}

export interface MemberIdentity {
  readonly memberId: string
  /** A static member's (KIP-345); null for a dynamic one. */
  readonly groupInstanceId: string | null
  readonly clientId: string
  /** `/` and the address, as Apache Kafka writes it. */
  readonly clientHost: string
}

export interface MemberTerms {
  readonly rebalanceTimeoutMs: number
  readonly sessionTimeoutMs: number
  readonly protocols: readonly MemberProtocol[]
}

/** An id that was handed out is not one: its bearer has not joined yet. */
export class Member implements MemberIdentity {
  readonly memberId: string
  readonly groupInstanceId: string | null
  readonly clientId: string
  readonly clientHost: string
  rebalanceTimeoutMs: number
  sessionTimeoutMs: number
  protocols: readonly MemberProtocol[]
  assignment: Uint8Array
  /** Never answered yet: it has no id to send heartbeats with, so its session may end while it waits. */
  isNew: boolean
  /** JoinGroup that waits for the others. */
  awaitingJoin: Completion<JoinGroupResponse> | undefined
  /** SyncGroup that waits for the leader's. */
  awaitingSync: Completion<SyncGroupResponse> | undefined

  constructor(identity: MemberIdentity, terms: MemberTerms, assignment: Uint8Array) {
    this.memberId = identity.memberId
    this.groupInstanceId = identity.groupInstanceId
    this.clientId = identity.clientId
    this.clientHost = identity.clientHost
    this.rebalanceTimeoutMs = terms.rebalanceTimeoutMs
    this.sessionTimeoutMs = terms.sessionTimeoutMs
    this.protocols = terms.protocols
    this.assignment = assignment
    this.isNew = false
    this.awaitingJoin = undefined
    this.awaitingSync = undefined
  }

  get isStatic(): boolean {
    return this.groupInstanceId !== null
  }

  /** Whoever waits for an answer of ours owes no heartbeat. */
  get hasSatisfiedHeartbeat(): boolean {
    if (this.isNew) return false
    return this.awaitingJoin !== undefined || this.awaitingSync !== undefined
  }

  /** Undefined when it does not speak the protocol. */
  metadataFor(protocol: string | null): Uint8Array | undefined {
    return this.protocols.find(({ name }) => name === protocol)?.metadata
  }

  /** Whether it comes with what it came with last time, in the same order. */
  speaks(protocols: readonly MemberProtocol[]): boolean {
    return (
      protocols.length === this.protocols.length &&
      protocols.every(({ name, metadata }, index) => {
        const mine = this.protocols[index] as MemberProtocol
        return mine.name === name && Buffer.compare(mine.metadata, metadata) === 0
      })
    )
  }
}
