import { assert } from '@samsa/base'
import type { StoredGroup } from '../group-records.ts'
import { assertTransition, type GroupState } from './group-state.ts'
import { Member, type MemberTerms } from './member.ts'
import { mostVotes } from './most-votes.ts'
import { subscribedTopics } from './subscribed-topics.ts'

export const CONSUMER_PROTOCOL_TYPE = 'consumer'
export const NO_ASSIGNMENT: Uint8Array = new Uint8Array(0)

/**
 * A group with its members as they are now; what of it is durable is a `StoredGroup`. It begins as
 * what was stored, or empty; a group without members needs no such object.
 *
 * Invariants: a member is in `members` or its id in `pendingJoin`, never both; `leaderId` is a member,
 * or null when there is none; `awaitingJoinCount` members wait for an answer to their JoinGroup.
 */
export class ClassicGroup {
  readonly groupId: string
  state: GroupState
  previousState: GroupState
  /** Wall time of the last change of state. */
  stateTimestampMs: number
  generation: number
  /** Null until a first member has joined. */
  protocolType: string | null
  /** Chosen at the end of the last rebalance; null without members. */
  protocol: string | null
  leaderId: string | null
  /** By member id, in order of joining. */
  readonly members: Map<string, Member>
  /** Member ids by instance id. */
  readonly staticMembers: Map<string, string>
  /** Ids handed out (MEMBER_ID_REQUIRED) whose bearers have not come back yet. */
  readonly pendingJoin: Set<string>
  /** Members whose SyncGroup of this generation has not come yet. */
  readonly pendingSync: Set<string>
  awaitingJoinCount: number
  /** Somebody came while the first rebalance waited: it may wait again. */
  hasNewMember: boolean
  /** Of all members of this generation; null when they do not say. */
  topics: ReadonlySet<string> | null
  /** How many members speak a protocol. */
  readonly #speakers: Map<string, number>

  constructor(groupId: string, nowMs: number) {
    this.groupId = groupId
    this.state = 'Empty'
    this.previousState = 'Empty'
    this.stateTimestampMs = nowMs
    this.generation = 0
    this.protocolType = null
    this.protocol = null
    this.leaderId = null
    this.members = new Map()
    this.staticMembers = new Map()
    this.pendingJoin = new Set()
    this.pendingSync = new Set()
    this.awaitingJoinCount = 0
    this.hasNewMember = false
    this.topics = null
    this.#speakers = new Map()
  }

  static from(groupId: string, stored: StoredGroup): ClassicGroup {
    const group = new ClassicGroup(groupId, stored.stateTimestampMs)
    group.generation = stored.generation
    group.protocolType = stored.protocolType
    group.protocol = stored.protocol
    group.leaderId = stored.leader
    group.state = stored.members.length === 0 ? 'Empty' : 'Stable'
    for (const member of stored.members) {
      const { rebalanceTimeoutMs, sessionTimeoutMs, subscription, assignment } = member
      const protocols = [{ name: stored.protocol ?? '', metadata: subscription }]
      const terms = { rebalanceTimeoutMs, sessionTimeoutMs, protocols }
      group.add(new Member(member, terms, assignment))
    }
    group.topics = subscribedTopics(group)
    return group
  }

  /** What a record says of the group, with these assignments. */
  toStored(assignmentOf: (member: Member) => Uint8Array): StoredGroup {
    return {
      protocolType: this.protocolType,
      generation: this.generation,
      protocol: this.protocol,
      leader: this.leaderId,
      stateTimestampMs: this.stateTimestampMs,
      members: [...this.members.values()].map((member) => ({
        memberId: member.memberId,
        groupInstanceId: member.groupInstanceId,
        clientId: member.clientId,
        clientHost: member.clientHost,
        rebalanceTimeoutMs: member.rebalanceTimeoutMs,
        sessionTimeoutMs: member.sessionTimeoutMs,
        subscription: member.metadataFor(this.protocol) ?? NO_ASSIGNMENT,
        assignment: assignmentOf(member),
      })),
    }
  }

  get isConsumerGroup(): boolean {
    return this.protocolType === CONSUMER_PROTOCOL_TYPE
  }

  get hasAllJoined(): boolean {
    return this.members.size === this.awaitingJoinCount && this.pendingJoin.size === 0
  }

  /** The most patient member's; 0 without members. */
  get rebalanceTimeoutMs(): number {
    let timeoutMs = 0
    for (const member of this.members.values()) {
      timeoutMs = Math.max(timeoutMs, member.rebalanceTimeoutMs)
    }
    return timeoutMs
  }

  isLeader(memberId: string): boolean {
    return this.leaderId === memberId
  }

  transitionTo(state: GroupState, nowMs: number): void {
    assertTransition(this.groupId, this.state, state)
    this.previousState = this.state
    this.state = state
    this.stateTimestampMs = nowMs
  }

  add(member: Member, protocolType: string | null = this.protocolType): void {
    const { memberId, groupInstanceId } = member
    if (this.members.size === 0) this.protocolType = protocolType
    if (groupInstanceId !== null) {
      assert(!this.staticMembers.has(groupInstanceId), `instance ${groupInstanceId} joins twice`)
      this.staticMembers.set(groupInstanceId, memberId)
    }
    this.leaderId ??= memberId
    this.members.set(memberId, member)
    this.#count(member, 1)
    if (member.awaitingJoin !== undefined) this.awaitingJoinCount++
    this.pendingJoin.delete(memberId)
  }

  /** Takes away a member, or an id that was handed out. Whoever waits for an answer has had it before. */
  remove(memberId: string): void {
    const member = this.members.get(memberId)
    if (member !== undefined) {
      this.members.delete(memberId)
      this.#count(member, -1)
      if (member.awaitingJoin !== undefined) this.awaitingJoinCount--
      if (member.groupInstanceId !== null) this.staticMembers.delete(member.groupInstanceId)
    }
    if (this.leaderId === memberId) {
      const [first] = this.members.keys()
      this.leaderId = first ?? null
    }
    this.pendingJoin.delete(memberId)
    this.pendingSync.delete(memberId)
  }

  update(member: Member, terms: MemberTerms): void {
    this.#count(member, -1)
    member.protocols = terms.protocols
    member.rebalanceTimeoutMs = terms.rebalanceTimeoutMs
    member.sessionTimeoutMs = terms.sessionTimeoutMs
    this.#count(member, 1)
  }

  /** The member's JoinGroup waits (again), or waits no more. */
  setAwaitingJoin(member: Member, waiter: Member['awaitingJoin']): void {
    if (waiter !== undefined && member.awaitingJoin === undefined) this.awaitingJoinCount++
    if (waiter === undefined && member.awaitingJoin !== undefined) this.awaitingJoinCount--
    member.awaitingJoin = waiter
  }

  /** An instance goes on under another member id. Whoever waited under the old one has been told. */
  renameStatic(old: Member, memberId: string): Member {
    const { groupInstanceId, clientId, clientHost } = old
    assert(groupInstanceId !== null, `${old.memberId} is no static member`)
    const member = new Member(
      { memberId, groupInstanceId, clientId, clientHost },
      old,
      old.assignment,
    )
    const wasLeader = this.leaderId === old.memberId
    if (wasLeader) this.leaderId = memberId
    this.pendingSync.delete(old.memberId)
    this.#count(old, -1)
    this.members.delete(old.memberId)
    this.members.set(memberId, member)
    this.#count(member, 1)
    this.staticMembers.set(groupInstanceId, memberId)
    return member
  }

  /** Whether a member with these protocols can be one of the group. */
  accepts(protocolType: string, protocols: MemberTerms['protocols']): boolean {
    if (this.state === 'Empty') return protocolType !== '' && protocols.length > 0
    if (this.protocolType !== protocolType) return false
    return protocols.some(({ name }) => this.#isSpokenByAll(name))
  }

  /** The protocol that most members prefer of those that all speak. */
  selectProtocol(): string {
    const votes = new Map<string, number>()
    for (const { protocols } of this.members.values()) {
      const choice = protocols.find(({ name }) => this.#isSpokenByAll(name))
      if (choice !== undefined) votes.set(choice.name, (votes.get(choice.name) ?? 0) + 1)
    }
    const best = mostVotes(votes)
    assert(best !== undefined, `no protocol is spoken by all members of group ${this.groupId}`)
    return best
  }

  /** The rebalance is over: a generation with a protocol for those who are there, or an empty one. */
  beginGeneration(nowMs: number): void {
    this.generation++
    this.pendingSync.clear()
    if (this.members.size === 0) {
      this.protocol = null
      this.topics = subscribedTopics(this)
      this.transitionTo('Empty', nowMs)
      return
    }
    this.protocol = this.selectProtocol()
    this.topics = subscribedTopics(this)
    this.transitionTo('CompletingRebalance', nowMs)
  }

  /**
   * The leader, where it has rejoined, else the first member that has. False when nobody has, so that
   * there is no generation to begin.
   */
  electJoinedLeader(): boolean {
    if (this.leaderId === null) return false
    if (this.members.get(this.leaderId)?.awaitingJoin !== undefined) return true
    for (const member of this.members.values()) {
      if (member.awaitingJoin !== undefined) {
        this.leaderId = member.memberId
        return true
      }
    }
    return false
  }

  #isSpokenByAll(protocol: string): boolean {
    return (this.#speakers.get(protocol) ?? 0) === this.members.size
  }

  #count(member: Member, by: 1 | -1): void {
    for (const { name } of member.protocols) {
      const count = (this.#speakers.get(name) ?? 0) + by
      if (count === 0) this.#speakers.delete(name)
      else this.#speakers.set(name, count)
    }
  }
}
