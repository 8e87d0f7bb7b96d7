import { ClientError } from '@samsa/client'
import {
  describeGroupsApi,
  describeGroupsRequest,
  ErrorCode,
  heartbeatApi,
  heartbeatRequest,
  joinGroupApi,
  joinGroupRequest,
  joinGroupRequestProtocol,
  type JoinGroupResponse,
  offsetCommitApi,
  offsetCommitRequest,
  offsetCommitRequestTopic,
  offsetCommitRequestTopicPartition,
  offsetFetchApi,
  offsetFetchRequest,
  offsetFetchRequestGroup,
  offsetFetchRequestGroupTopic,
  syncGroupApi,
  syncGroupRequest,
  syncGroupRequestAssignment,
} from '@samsa/protocol'
import { eventually } from '../../support/eventually.ts'
import type { PlainClient, TopicName } from '../../support/plain-client.ts'

const PROTOCOL_TYPE = 'consumer'
const PROTOCOL = 'range'
const SESSION_MS = 300_000
const PARTITION = 0

/** A classic group of one member that rejoins and commits, and knows what it was promised. */
export class GroupWitness {
  readonly failures: string[]
  readonly #group: string
  readonly #topic: TopicName
  #memberId: string
  #generation: number
  #assignment: Buffer
  #committed: number
  #sent: number
  #isRunning: boolean

  constructor(group: string, topic: TopicName) {
    this.failures = []
    this.#group = group
    this.#topic = topic
    this.#memberId = ''
    this.#generation = -1
    this.#assignment = Buffer.alloc(0)
    this.#committed = -1
    this.#sent = -1
    this.#isRunning = false
  }

  get generation(): number {
    return this.#generation
  }

  get committed(): number {
    return this.#committed
  }

  /** Rejoins, so that there is a generation that only this run knows. */
  async rejoin(client: PlainClient): Promise<void> {
    const before = this.#generation
    const joined = await eventually(`${this.#group} is joined`, () => this.#join(client))
    if (joined.generationId <= before) {
      throw new Error(`${this.#group}: generation ${joined.generationId} after ${before}`)
    }
    this.#memberId = joined.memberId
    const assignment = Buffer.from(`assignment of generation ${joined.generationId}`)
    const { errorCode } = await client.ask(
      syncGroupApi,
      syncGroupRequest({
        groupId: this.#group,
        generationId: joined.generationId,
        memberId: this.#memberId,
        protocolType: PROTOCOL_TYPE,
        protocolName: PROTOCOL,
        assignments: [syncGroupRequestAssignment({ memberId: this.#memberId, assignment })],
      }),
    )
    if (errorCode !== ErrorCode.NONE) throw new Error(`SyncGroup answered ${errorCode}`)
    this.#generation = joined.generationId
    this.#assignment = assignment
  }

  /** Commits 0, 1, 2, … one after the other until the connection is gone. */
  async commitUntilLost(client: PlainClient): Promise<void> {
    this.#isRunning = true
    while (this.#isRunning) {
      const offset = this.#committed + 1
      this.#sent = offset
      try {
        const errorCode = await this.#commit(client, offset)
        if (errorCode === ErrorCode.NONE) this.#committed = offset
        else this.#fail(`commit of ${offset} answered ${errorCode}`)
      } catch (error) {
        const isExpected = error instanceof ClientError && error.code === 'CLIENT_DISCONNECTED'
        if (!isExpected) this.failures.push(String(error))
        this.#isRunning = false
      }
    }
  }

  /** Throws unless generation, member, assignment and commits are as they were promised. */
  async check(client: PlainClient): Promise<void> {
    const group = await eventually(`${this.#group} is loaded`, async () => {
      const { groups } = await client.ask(
        describeGroupsApi,
        describeGroupsRequest({ groups: [this.#group] }),
      )
      return isLoading(groups[0]?.errorCode) ? undefined : groups[0]
    })
    if (group?.groupState !== 'Stable') throw this.#broken(`is ${group?.groupState}`)
    const assignment = Buffer.from(group.members[0]?.memberAssignment ?? [])
    if (group.members.length !== 1 || group.members[0]?.memberId !== this.#memberId) {
      throw this.#broken('has other members')
    }
    if (!assignment.equals(this.#assignment)) throw this.#broken(`has ${assignment.toString()}`)
    await this.#checkGeneration(client)
    await this.#checkCommitted(client)
  }

  async #checkGeneration(client: PlainClient): Promise<void> {
    const answers: number[] = []
    for (const generationId of [this.#generation, this.#generation + 1]) {
      const { errorCode } = await client.ask(
        heartbeatApi,
        heartbeatRequest({ groupId: this.#group, generationId, memberId: this.#memberId }),
      )
      answers.push(errorCode)
    }
    const [current, next] = answers
    if (current !== ErrorCode.NONE || next !== ErrorCode.ILLEGAL_GENERATION) {
      throw this.#broken(`heartbeats answer ${answers.join()} around ${this.#generation}`)
    }
  }

  /** The last commit may have been stored without an answer. */
  async #checkCommitted(client: PlainClient): Promise<void> {
    const { name, topicId } = this.#topic
    const version = client.connection.versionOf(offsetFetchApi)
    const topic = offsetFetchRequestGroupTopic({
      ...(version >= 10 ? { topicId } : { name }),
      partitionIndexes: [PARTITION],
    })
    const wanted = offsetFetchRequestGroup({ groupId: this.#group, topics: [topic] })
    const { groups } = await client.ask(offsetFetchApi, offsetFetchRequest({ groups: [wanted] }))
    const stored = Number(groups[0]?.topics[0]?.partitions[0]?.committedOffset ?? -2)
    if (stored !== this.#committed && stored !== this.#sent) {
      throw this.#broken(`has ${stored} committed, acknowledged was ${this.#committed}`)
    }
    this.#committed = stored
  }

  async #join(client: PlainClient): Promise<JoinGroupResponse | undefined> {
    const joined = await client.ask(
      joinGroupApi,
      joinGroupRequest({
        groupId: this.#group,
        sessionTimeoutMs: SESSION_MS,
        rebalanceTimeoutMs: SESSION_MS,
        memberId: this.#memberId,
        protocolType: PROTOCOL_TYPE,
        protocols: [joinGroupRequestProtocol({ name: PROTOCOL, metadata: Buffer.from('topics') })],
      }),
    )
    if (joined.errorCode === ErrorCode.MEMBER_ID_REQUIRED) this.#memberId = joined.memberId
    else if (joined.errorCode === ErrorCode.NONE) return joined
    else if (!isLoading(joined.errorCode)) throw this.#broken(`join answers ${joined.errorCode}`)
    return undefined
  }

  async #commit(client: PlainClient, offset: number): Promise<number | undefined> {
    const { name, topicId } = this.#topic
    const version = client.connection.versionOf(offsetCommitApi)
    const partition = offsetCommitRequestTopicPartition({
      partitionIndex: PARTITION,
      committedOffset: BigInt(offset),
    })
    const { topics } = await client.ask(
      offsetCommitApi,
      offsetCommitRequest({
        groupId: this.#group,
        generationIdOrMemberEpoch: this.#generation,
        memberId: this.#memberId,
        topics: [
          offsetCommitRequestTopic({
            ...(version >= 10 ? { topicId } : { name }),
            partitions: [partition],
          }),
        ],
      }),
    )
    return topics[0]?.partitions[0]?.errorCode
  }

  #fail(what: string): void {
    this.#isRunning = false
    this.failures.push(`${this.#group}: ${what}`)
  }

  #broken(what: string): Error {
    return new Error(`group ${this.#group} ${what}`)
  }
}

function isLoading(errorCode: number | undefined): boolean {
  return (
    errorCode === ErrorCode.COORDINATOR_LOAD_IN_PROGRESS ||
    errorCode === ErrorCode.COORDINATOR_NOT_AVAILABLE ||
    errorCode === ErrorCode.NOT_COORDINATOR
  )
}
