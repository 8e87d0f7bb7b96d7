import type { Uuid } from '@samsa/base'
import {
  consumerProtocolSubscription,
  consumerProtocolSubscriptionSchema,
  createTopicsApi,
  createTopicsRequest,
  createTopicsRequestTopic,
  deleteGroupsApi,
  deleteGroupsRequest,
  deleteTopicsApi,
  deleteTopicsRequest,
  deleteTopicsRequestTopic,
  describeGroupsApi,
  describeGroupsRequest,
  encodeVersioned,
  findCoordinatorApi,
  findCoordinatorRequest,
  heartbeatApi,
  heartbeatRequest,
  joinGroupApi,
  joinGroupRequest,
  joinGroupRequestProtocol,
  leaveGroupApi,
  leaveGroupRequest,
  leaveGroupRequestMember,
  listGroupsApi,
  listGroupsRequest,
  offsetCommitApi,
  offsetCommitRequest,
  offsetCommitRequestTopic,
  offsetCommitRequestTopicPartition,
  offsetFetchApi,
  offsetFetchRequest,
  offsetFetchRequestGroup,
  offsetFetchRequestGroupTopic,
  offsetFetchRequestTopic,
  syncGroupApi,
  syncGroupRequest,
  syncGroupRequestAssignment,
  type Api,
  type JoinGroupRequest,
  type JoinGroupResponse,
  type LeaveGroupRequestMember,
  type OffsetCommitRequest,
} from '@samsa/protocol'

/*
 * Requests about groups, and the answers as lines of text that are the same for Apache Kafka and for
 * us: ids and addresses are masked, groups in order of their names. `apache/groups.txt` has the answers
 * of Apache Kafka 4.3.1 with `group.initial.rebalance.delay.ms` 300.
 */

export interface SessionClient {
  call<Request, Response>(
    api: Api<Request, Response>,
    version: number,
    request: Request,
  ): Promise<Response>
}

export interface SessionWorld {
  /** A connection whose requests bear this client id. */
  client(clientId: string): SessionClient
  /** Lets so much time pass. */
  wait(ms: number): Promise<void>
}

const JOIN_MS = 400
const UUIDS = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
/** Of no topic. */
const UNKNOWN_ID = 'MAAAAAAAQ_-AAAAAAAAAAA' as Uuid

export class GroupsSession {
  readonly lines: string[] = []
  readonly #world: SessionWorld
  readonly #client: SessionClient
  readonly #other: SessionClient
  readonly #memberIds = new Map<string, string>()
  readonly #topicIds = new Map<string, Uuid>()

  constructor(world: SessionWorld) {
    this.#world = world
    this.#client = world.client('probe')
    this.#other = world.client('other')
  }

  async run(): Promise<string> {
    await this.#createTopics({ t1: 3, t2: 1, gone: 2 })
    await this.#findCoordinator()
    await this.#joinRefusals()
    for (const version of [0, 2, 4, 5, 6, 7, 9]) await this.#life(version)
    await this.#twoMembers()
    await this.#staticMember()
    await this.#commits()
    await this.#fetches()
    await this.#lists()
    await this.#deletions()
    return `${this.lines.join('\n')}\n`
  }

  async #createTopics(topics: Readonly<Record<string, number>>): Promise<void> {
    const request = createTopicsRequest({
      timeoutMs: 10_000,
      topics: Object.entries(topics).map(([name, numPartitions]) =>
        createTopicsRequestTopic({ name, numPartitions, replicationFactor: 1 }),
      ),
    })
    const made = await this.#client.call(createTopicsApi, 7, request)
    for (const { name, topicId } of made.topics) this.#topicIds.set(name, topicId)
  }

  async #findCoordinator(): Promise<void> {
    this.#title('FindCoordinator')
    const find = (version: number, keyType: number, ...keys: readonly string[]) => {
      const several = version >= 4
      const request = findCoordinatorRequest({
        keyType,
        key: several ? '' : (keys[0] ?? ''),
        coordinatorKeys: several ? [...keys] : [],
      })
      return this.#client.call(findCoordinatorApi, version, request)
    }
    this.#say('first of all', await find(0, 0, 'g'))
    for (let tries = 0; tries < 50; tries++) {
      await this.#world.wait(200)
      if ((await find(0, 0, 'g')).errorCode === 0) break
    }
    // Its partitions may still be loading.
    await this.#world.wait(1000)
    for (const version of [0, 1, 2, 3]) this.#say(`v${version}`, await find(version, 0, 'g'))
    for (const version of [4, 5, 6]) this.#say(`v${version}`, await find(version, 0, 'g', ''))
    this.#say('v6 no keys', await find(6, 0))
    for (const [version, type] of [
      [1, 2],
      [3, 2],
      [3, 3],
      [4, 7],
      [5, 2],
    ] as const) {
      this.#say(`v${version} type ${type}`, await find(version, type, 'g'))
    }
  }

  async #joinRefusals(): Promise<void> {
    this.#title('JoinGroup refused')
    for (let version = 0; version <= 9; version++) {
      const refusals: Readonly<Record<string, Partial<JoinGroupRequest>>> = {
        'no group': { groupId: '' },
        'short session': { groupId: 'je', sessionTimeoutMs: 5999 },
        'long session': { groupId: 'je', sessionTimeoutMs: 1_800_001 },
        'member of no group': { groupId: 'je', memberId: 'nobody' },
        'no protocols': { groupId: 'jeproto', protocols: [] },
        'no type': { groupId: 'jetype', protocolType: '' },
      }
      for (const [what, fields] of Object.entries(refusals)) {
        this.#say(`v${version} ${what}`, await this.#join(version, fields))
      }
    }
    await this.#describe(6, ['je', 'jeproto', 'jetype'], true)
    const required = await this.#join(4, { groupId: 'je4' })
    this.#say('v4 required', required)
    this.#say('v9 required', await this.#join(9, { groupId: 'je4' }))
    await this.#describe(5, ['je4'])
    await this.#delete(2, 'je4', 'jenone', '')
    const late = { groupId: 'je4', memberId: required.memberId }
    this.#say('join after deletion', await this.#join(4, late))
  }

  async #life(version: number): Promise<void> {
    this.#title(`life of a member, v${version}`)
    const groupId = `life${version}`
    const syncVersion = Math.min(version, 5)
    const joined = await this.#joinAndWait(version, { groupId })
    this.#say('join', joined)
    const { memberId, generationId } = joined
    const member = { groupId, memberId, generationId }
    this.#say(
      'commit early',
      await this.#commit(7, { groupId, memberId, generationIdOrMemberEpoch: 1 }),
    )
    await this.#describe(5, [groupId])
    await this.#beat('completing', version, member)
    const sync = (fields: object = {}, syncing: number = syncVersion) =>
      this.#client.call(
        syncGroupApi,
        syncing,
        syncGroupRequest({ ...member, protocolType: 'consumer', protocolName: 'range', ...fields }),
      )
    this.#say('sync old generation', await sync({ generationId: 7 }))
    this.#say('sync nobody', await sync({ memberId: 'x' }))
    this.#say('sync other protocol', await sync({ protocolName: 'zz' }, 5))
    this.#say('sync no protocol', await sync({ protocolName: null }, 5))
    this.#say('sync', await sync({ assignments: assignmentsOf(memberId, 'stranger') }))
    this.#say('sync again', await sync())
    await this.#describe(5, [groupId], true)
    await this.#beat('stable', version, member)
    await this.#beat('old generation', version, { ...member, generationId: 9 })
    await this.#beat('nobody', version, { ...member, memberId: 'q' })
    await this.#beat('no such group', version, { ...member, groupId: 'nope' })
    await this.#beat('no group', version, { ...member, groupId: '' })
    await this.#leave('nobody', syncVersion, groupId, 'zz')
    await this.#leave('leaves', syncVersion, groupId, memberId)
    await this.#leave('no such group', syncVersion, 'nope', 'zz')
    await this.#leave('no group', syncVersion, '', 'zz')
    await this.#beat('has left', version, member)
    await this.#describe(5, [groupId])
    this.#say('sync empty', await sync())
  }

  async #twoMembers(): Promise<void> {
    this.#title('two members')
    const groupId = 'two'
    const orders = { probe: ['range', 'rr'], other: ['rr', 'range'] } as const
    const first = this.#joinWith(this.#client, 9, {
      groupId,
      protocols: protocols(...orders.probe),
    })
    await this.#world.wait(100)
    const second = this.#joinWith(this.#other, 9, {
      groupId,
      protocols: protocols(...orders.other),
    })
    await this.#world.wait(3 * JOIN_MS)
    const [lead, follow] = [await first, await second]
    this.#say('leader', { ...lead, members: lead.members.length })
    this.#say('follower', follow)
    this.#say('other protocol', await this.#join(9, { groupId, protocols: protocols('nosuch') }))
    this.#say('other type', await this.#join(9, { groupId, protocolType: 'connect' }))
    const syncOf = (memberId: string, assignments = assignmentsOf()) =>
      syncGroupRequest({
        groupId,
        generationId: 1,
        memberId,
        protocolType: 'consumer',
        protocolName: lead.protocolName,
        assignments,
      })
    const followed = this.#other.call(syncGroupApi, 5, syncOf(follow.memberId))
    await this.#world.wait(100)
    const assigned = assignmentsOf(lead.memberId, follow.memberId)
    this.#say(
      'leader syncs',
      await this.#client.call(syncGroupApi, 5, syncOf(lead.memberId, assigned)),
    )
    this.#say('follower synced', await followed)
    const again = { groupId, memberId: follow.memberId, protocols: protocols(...orders.other) }
    this.#say('follower rejoins', await this.#joinWith(this.#other, 9, again))
    const leads = { groupId, memberId: lead.memberId, protocols: protocols(...orders.probe) }
    const rejoined = this.#joinWith(this.#client, 9, leads)
    await this.#world.wait(100)
    const member = { groupId, memberId: follow.memberId, generationId: 1 }
    this.#say('follower beats', await this.#other.call(heartbeatApi, 4, heartbeatRequest(member)))
    this.#say('follower syncs', await this.#other.call(syncGroupApi, 5, syncOf(follow.memberId)))
    const commit = { groupId, memberId: follow.memberId, generationIdOrMemberEpoch: 1 }
    this.#say('follower commits', await this.#commitWith(this.#other, 9, commit))
    const { groups } = await this.#other.call(
      describeGroupsApi,
      6,
      describeGroupsRequest({ groups: [groupId] }),
    )
    this.#say('preparing', { ...groups[0], members: groups[0]?.members.length })
    await this.#world.wait(2200)
    const alone = await rejoined
    this.#say('leader alone', { ...alone, members: alone.members.length })
    await this.#delete(1, groupId)
    await this.#leave('both', 5, groupId, lead.memberId, follow.memberId)
  }

  async #staticMember(): Promise<void> {
    this.#title('a static member')
    const groupId = 'stat'
    const instance = { groupId, groupInstanceId: 'i1' }
    const first = await this.#joinAndWait(9, instance)
    this.#say('join', first)
    const sync = (memberId: string, assignments = assignmentsOf()) =>
      this.#client.call(
        syncGroupApi,
        5,
        syncGroupRequest({
          ...instance,
          generationId: 1,
          memberId,
          protocolType: 'consumer',
          protocolName: 'range',
          assignments,
        }),
      )
    this.#say('sync', await sync(first.memberId, assignmentsOf(first.memberId)))
    const second = await this.#join(9, instance)
    this.#say('begins anew, v9', second)
    for (const [what, memberId, groupInstanceId] of [
      ['old id', first.memberId, 'i1'],
      ['new id', second.memberId, 'i1'],
      ['other instance', second.memberId, 'i9'],
    ] as const) {
      const beat = heartbeatRequest({ groupId, memberId, groupInstanceId, generationId: 1 })
      this.#say(`heartbeat ${what}`, await this.#client.call(heartbeatApi, 4, beat))
    }
    this.#say('sync old id', await sync(first.memberId))
    this.#say('sync new id', await sync(second.memberId))
    const commit = { ...instance, memberId: first.memberId, generationIdOrMemberEpoch: 1 }
    this.#say('commit old id', await this.#commit(8, commit))
    this.#say('join old id', await this.#join(9, { ...instance, memberId: first.memberId }))
    const stranger = { groupId, groupInstanceId: 'i3', memberId: 'abc' }
    this.#say('join other instance', await this.#join(9, stranger))
    this.#say('begins anew, v5', await this.#join(5, instance))
    this.#say('begins anew, v7', await this.#join(7, instance))
    await this.#describe(5, [groupId])
    const old = leaveGroupRequestMember({ memberId: first.memberId, groupInstanceId: 'i1' })
    this.#say('old id leaves', await this.#leaveAs(5, groupId, [old]))
    const named = ['i1', 'i7'].map((groupInstanceId) =>
      leaveGroupRequestMember({ groupInstanceId }),
    )
    this.#say('instances leave', await this.#leaveAs(3, groupId, named))
  }

  async #commits(): Promise<void> {
    this.#title('OffsetCommit')
    for (let version = 2; version <= 10; version++) {
      const topics = [
        this.#offsets('t1', [0, version], [1, 7, null, 3], [9, 1]),
        this.#offsets('nosuch', [0, 1]),
      ]
      const commit = (fields: Partial<OffsetCommitRequest>) =>
        this.#client.call(offsetCommitApi, version, offsetCommitRequest({ topics, ...fields }))
      const retention = version === 2 ? { retentionTimeMs: 3_600_000n } : {}
      this.#say(`v${version}`, await commit({ groupId: 'off', ...retention }))
      const member = { generationIdOrMemberEpoch: 1, memberId: 'x' }
      this.#say(`v${version} no such group`, await commit({ groupId: 'none', ...member }))
      this.#say(`v${version} no group`, await commit({ groupId: '' }))
      this.#say(`v${version} nobody`, await commit({ groupId: 'off', ...member }))
    }
    const commit = (version: number, topic: OffsetCommitRequest['topics'][number]) =>
      this.#client.call(
        offsetCommitApi,
        version,
        offsetCommitRequest({ groupId: 'off', topics: [topic] }),
      )
    const long = this.#offsets('t1', [0, 1, 'x'.repeat(4097)], [2, 1, 'y'.repeat(4096)])
    this.#say('long metadata', await commit(8, long))
    this.#say('negative offset', await commit(8, this.#offsets('t2', [0, -5])))
  }

  async #fetches(): Promise<void> {
    this.#title('OffsetFetch')
    const names = [
      offsetFetchRequestTopic({ name: 't1', partitionIndexes: [0, 1, 5] }),
      offsetFetchRequestTopic({ name: 'nosuch', partitionIndexes: [0] }),
    ]
    for (let version = 1; version <= 7; version++) {
      const fetch = (groupId: string, topics: typeof names | null) =>
        this.#client.call(offsetFetchApi, version, offsetFetchRequest({ groupId, topics }))
      this.#say(`v${version}`, await fetch('off', names))
      this.#say(`v${version} no such group`, await fetch('nogroup', names))
      this.#say(`v${version} no group`, await fetch('', names))
      if (version < 2) continue
      this.#say(`v${version} all`, counts((await fetch('off', null)).topics))
      this.#say(`v${version} all of no such group`, await fetch('nogroup', null))
    }
    const topic = (name: string, ...partitionIndexes: number[]) =>
      offsetFetchRequestGroupTopic({ name, topicId: this.#idOf(name), partitionIndexes })
    for (const version of [8, 9, 10]) {
      const fetch = (requireStable: boolean) =>
        this.#client.call(
          offsetFetchApi,
          version,
          offsetFetchRequest({
            requireStable,
            groups: [
              offsetFetchRequestGroup({
                groupId: 'off',
                topics: [topic('t1', 0, 1, 5), topic('nosuch', 0)],
              }),
              offsetFetchRequestGroup({
                groupId: 'nogroup',
                memberId: 'm',
                memberEpoch: version < 9 ? -1 : 4,
                topics: [topic('t1', 0)],
              }),
              offsetFetchRequestGroup({ groupId: 'nogroup', topics: null }),
            ],
          }),
        )
      this.#say(`v${version}`, await fetch(false))
      this.#say(`v${version} stable`, await fetch(true))
      const all = await this.#client.call(
        offsetFetchApi,
        version,
        offsetFetchRequest({ groups: [offsetFetchRequestGroup({ groupId: 'off', topics: null })] }),
      )
      this.#say(`v${version} all`, counts(all.groups[0]?.topics ?? []))
    }
  }

  async #lists(): Promise<void> {
    this.#title('DescribeGroups and ListGroups')
    await this.#describe(5, ['off', 'nogroup'])
    await this.#describe(6, ['off', 'nogroup', ''])
    for (const [version, statesFilter, typesFilter] of [
      [0, [], []],
      [2, [], []],
      [4, [], []],
      [4, ['empty'], []],
      [4, ['bogus'], []],
      [5, [], []],
      [5, [' EMPTY '], ['classic']],
      [5, [], ['CLASSIC']],
      [5, [], ['consumer']],
      [5, [], ['bogus']],
    ] as const) {
      const request = listGroupsRequest({
        statesFilter: [...statesFilter],
        typesFilter: [...typesFilter],
      })
      const listed = await this.#client.call(listGroupsApi, version, request)
      const groups = listed.groups.filter(({ groupId }) => groupId === 'off')
      this.#say(`list v${version} ${statesFilter.join()} ${typesFilter.join()}`, {
        ...listed,
        groups,
      })
    }
  }

  async #deletions(): Promise<void> {
    this.#title('deletions')
    await this.#delete(0, 'off', 'off', 'zzz')
    const all = (groupId: string) =>
      this.#client.call(offsetFetchApi, 7, offsetFetchRequest({ groupId, topics: null }))
    this.#say('offsets of a deleted group', await all('off'))
    const commit = offsetCommitRequest({
      groupId: 'td',
      topics: [this.#offsets('gone', [0, 3], [1, 3])],
    })
    this.#say('commit', await this.#client.call(offsetCommitApi, 8, commit))
    const deletion = deleteTopicsRequest({
      timeoutMs: 10_000,
      topics: [deleteTopicsRequestTopic({ name: 'gone' })],
    })
    await this.#client.call(deleteTopicsApi, 6, deletion)
    await this.#world.wait(1500)
    this.#say('offsets of a deleted topic', await all('td'))
    await this.#describe(6, ['td'])
  }

  #join(version: number, fields: Partial<JoinGroupRequest>): Promise<JoinGroupResponse> {
    return this.#client.call(joinGroupApi, version, joinOf(version, fields))
  }

  /** With the id that it is given, where it needs one. */
  async #joinWith(
    client: SessionClient,
    version: number,
    fields: Partial<JoinGroupRequest>,
  ): Promise<JoinGroupResponse> {
    const joined = await client.call(joinGroupApi, version, joinOf(version, fields))
    if (joined.errorCode !== 79) return joined
    const { memberId } = joined
    return client.call(joinGroupApi, version, joinOf(version, { ...fields, memberId }))
  }

  async #joinAndWait(
    version: number,
    fields: Partial<JoinGroupRequest>,
  ): Promise<JoinGroupResponse> {
    const joined = this.#joinWith(this.#client, version, fields)
    await this.#world.wait(JOIN_MS)
    return joined
  }

  async #beat(
    what: string,
    version: number,
    fields: { readonly groupId: string; readonly memberId: string; readonly generationId: number },
  ): Promise<void> {
    const request = heartbeatRequest(fields)
    this.#say(
      `heartbeat ${what}`,
      await this.#client.call(heartbeatApi, Math.min(version, 4), request),
    )
  }

  async #leave(
    what: string,
    version: number,
    groupId: string,
    ...memberIds: readonly string[]
  ): Promise<void> {
    const members = memberIds.map((memberId) => leaveGroupRequestMember({ memberId }))
    this.#say(`leave ${what}`, await this.#leaveAs(version, groupId, members))
  }

  #leaveAs(version: number, groupId: string, members: LeaveGroupRequestMember[]) {
    const [first] = members
    const request =
      version < 3 ? { groupId, memberId: first?.memberId ?? '' } : { groupId, members }
    return this.#client.call(leaveGroupApi, version, leaveGroupRequest(request))
  }

  #commit(version: number, fields: Partial<OffsetCommitRequest>) {
    return this.#commitWith(this.#client, version, fields)
  }

  #commitWith(client: SessionClient, version: number, fields: Partial<OffsetCommitRequest>) {
    const request = offsetCommitRequest({ topics: [this.#offsets('t1', [0, 5])], ...fields })
    return client.call(offsetCommitApi, version, request)
  }

  async #describe(
    version: number,
    names: string[],
    includeAuthorizedOperations: boolean = false,
  ): Promise<void> {
    const request = describeGroupsRequest({ groups: names, includeAuthorizedOperations })
    const { groups } = await this.#client.call(describeGroupsApi, version, request)
    this.#say(`describe v${version}`, byGroupId(groups))
  }

  async #delete(version: number, ...groupsNames: string[]): Promise<void> {
    const request = deleteGroupsRequest({ groupsNames })
    const { results } = await this.#client.call(deleteGroupsApi, version, request)
    this.#say(`delete v${version}`, byGroupId(results))
  }

  #idOf(name: string): Uuid {
    return this.#topicIds.get(name) ?? UNKNOWN_ID
  }

  /** Partition, offset, metadata, leader epoch. */
  #offsets(
    name: string,
    ...parts: readonly (readonly [number, number, (string | null)?, number?])[]
  ): OffsetCommitRequest['topics'][number] {
    return offsetCommitRequestTopic({
      name,
      topicId: this.#idOf(name),
      partitions: parts.map(([partitionIndex, offset, metadata, committedLeaderEpoch]) =>
        offsetCommitRequestTopicPartition({
          partitionIndex,
          committedOffset: BigInt(offset),
          committedMetadata: metadata === undefined ? 'm' : metadata,
          committedLeaderEpoch: committedLeaderEpoch ?? -1,
        }),
      ),
    })
  }

  #title(title: string): void {
    this.#memberIds.clear()
    this.lines.push('', `## ${title}`)
  }

  #say(what: string, response: unknown): void {
    const text = JSON.stringify(response, (key, value: unknown) => masked(key, value))
    const named = text.replace(UUIDS, (id) => {
      const name = this.#memberIds.get(id) ?? `UUID${this.#memberIds.size}`
      this.#memberIds.set(id, name)
      return name
    })
    this.lines.push(`${what}: ${named}`)
  }
}

function joinOf(version: number, fields: Partial<JoinGroupRequest>): JoinGroupRequest {
  return joinGroupRequest({
    sessionTimeoutMs: 10_000,
    rebalanceTimeoutMs: version === 0 ? -1 : 2000,
    protocolType: 'consumer',
    protocols: protocols('range'),
    ...fields,
  })
}

function protocols(...names: readonly string[]): JoinGroupRequest['protocols'] {
  const metadata = encodeVersioned(
    consumerProtocolSubscriptionSchema,
    1,
    consumerProtocolSubscription({ topics: ['t1'] }),
  )
  return names.map((name) => joinGroupRequestProtocol({ name, metadata }))
}

const assignmentsOf = (...memberIds: readonly string[]) =>
  memberIds.map((memberId) =>
    syncGroupRequestAssignment({ memberId, assignment: Buffer.from(`A:${memberId.slice(0, 3)}`) }),
  )

function byGroupId<Group extends { readonly groupId: string }>(groups: readonly Group[]): Group[] {
  return [...groups].sort((one, other) => (one.groupId < other.groupId ? -1 : 1))
}

/** How many partitions each topic has, without an order. */
const counts = (topics: readonly { readonly name: string; readonly partitions: unknown[] }[]) =>
  topics.map(({ name, partitions }) => `${name} ${partitions.length}`).sort()

/** Without what differs from broker to broker: addresses, ids of topics, the wording of errors. */
function masked(key: string, value: unknown): unknown {
  if (key === 'unknownTaggedFields' || key === 'errorMessage') return undefined
  if (key === 'host' && value !== '') return 'HOST'
  if (key === 'port' && Number(value) > 0) return 'PORT'
  if (key === 'topicId') return value === 'AAAAAAAAAAAAAAAAAAAAAA' ? 'none' : 'ID'
  if (typeof value === 'bigint') return `${value}n`
  const bytes = bytesOf(value)
  return bytes === undefined ? value : `bytes ${Buffer.from(bytes).toString('latin1')}`
}

function bytesOf(value: unknown): Uint8Array | undefined {
  if (value instanceof Uint8Array) return value
  // A Buffer comes as what its toJSON made of it.
  const { type, data } = (value ?? {}) as { readonly type?: unknown; readonly data?: unknown }
  return type === 'Buffer' ? Uint8Array.from(data as number[]) : undefined
}
