import { Completion, silentLogger, uuid, Wheel } from '@samsa/base'
import type { Random, Uuid } from '@samsa/base'
import {
  createChecksum,
  createCompression,
  heartbeatRequest,
  joinGroupRequest,
  joinGroupRequestProtocol,
  leaveGroupRequest,
  leaveGroupRequestMember,
  listGroupsRequest,
  offsetCommitRequest,
  offsetCommitRequestTopic,
  offsetCommitRequestTopicPartition,
  offsetFetchRequestGroup,
  syncGroupRequest,
  syncGroupRequestAssignment,
} from '@samsa/protocol'
import type {
  BatchTools,
  JoinGroupRequest,
  JoinGroupResponse,
  LeaveGroupResponse,
  SyncGroupResponse,
} from '@samsa/protocol'
import type { NodeConfig } from '../../../src/config/node-config.ts'
import { createGroupCoordinator } from '../../../src/coordinator/group/create-group-coordinator.ts'
import type {
  Later,
  RunningGroupCoordinator,
} from '../../../src/coordinator/group/group-coordinator.ts'
import { mapLater } from '../../../src/coordinator/group/later.ts'
import type { MetadataDelta } from '../../../src/metadata/delta.ts'
import { emptyImage } from '../../../src/metadata/empty-image.ts'
import type { MetadataImage } from '../../../src/metadata/image.ts'
import { SortedTopicsImage } from '../../../src/metadata/topics-image.ts'
import { ManualClock, until } from '../../replica/support/manual-clock.ts'
import { partitionImage } from '../../replica/support/test-node.ts'
import { MemoryPartition } from './memory-partition.ts'

export const tools: BatchTools = { checksum: createChecksum(), compression: createCompression() }

const defaults: Readonly<Record<string, number>> = {
  'group.initial.rebalance.delay.ms': 3000,
  'group.max.session.timeout.ms': 1_800_000,
  'group.max.size': 2_147_483_647,
  'group.min.session.timeout.ms': 6000,
  'offset.metadata.max.bytes': 4096,
  'offsets.commit.timeout.ms': 5000,
  'offsets.load.buffer.size': 5_242_880,
  'offsets.retention.check.interval.ms': 600_000,
  'offsets.retention.minutes': 10_080,
  'offsets.topic.compression.codec': 0,
  'offsets.topic.num.partitions': 50,
}

/** `max.message.bytes` of topics. */
export const BATCH_BYTES_MAX = 1_048_588

function configOf(numbers: Readonly<Record<string, number>>): NodeConfig {
  const config = {
    number: (key: string): number => {
      const value = numbers[key] ?? defaults[key]
      if (value === undefined) throw new Error(`groups do not read ${key}`)
      return value
    },
    topics: { of: () => ({ maxMessageBytes: BATCH_BYTES_MAX }) },
  }
  // Groups read nothing else.
  return config as unknown as NodeConfig
}

/** Counts instead of random bytes, so that runs are alike. */
class CountingRandom implements Random {
  #next = 0

  bytes(count: number): Uint8Array {
    const bytes = new Uint8Array(count)
    new DataView(bytes.buffer).setUint32(count - 4, ++this.#next)
    return bytes
  }

  integer(): number {
    return 0
  }

  fraction(): number {
    return 0
  }

  uuid(): Uuid {
    return topicIdOf(++this.#next)
  }
}

export const topicIdOf = (seed: number): Uuid =>
  uuid(Buffer.concat([Buffer.alloc(12, 1), Buffer.from([0, 0, 0, seed])]).toString('base64url'))

/** A response that came, or undefined while it waits. */
export class Call<Response> {
  value: Response | undefined

  constructor(later: Later<Response>) {
    if (!(later instanceof Completion)) {
      this.value = later
      return
    }
    later.whenSettled(
      (value) => (this.value = value),
      (error) => {
        throw error
      },
    )
  }

  /** The response, which has to be there. */
  get now(): Response {
    if (this.value === undefined) throw new Error('it is still waiting')
    return this.value
  }
}

export interface JoinOptions {
  readonly id?: string
  readonly instance?: string
  readonly v?: number
  readonly session?: number
  readonly rebalance?: number
  readonly protocols?: readonly string[]
  readonly metadata?: Uint8Array
  readonly type?: string
}

/**
 * A coordinator of one partition, in memory and in time that the test moves. `restart` is another one
 * on the same log.
 */
export class GroupBench {
  readonly clock: ManualClock
  readonly wheel: Wheel
  partition: MemoryPartition
  coordinator: RunningGroupCoordinator
  readonly #config: NodeConfig
  readonly #random: CountingRandom
  #image: MetadataImage

  private constructor(clock: ManualClock, config: NodeConfig, partition: MemoryPartition) {
    this.clock = clock
    this.wheel = new Wheel(clock)
    this.partition = partition
    this.#config = config
    this.#random = new CountingRandom()
    this.#image = emptyImage
    this.coordinator = this.#create()
  }

  /** Loaded and ready; with `isLoading`, before that. */
  static async start(
    numbers: Readonly<Record<string, number>> = {},
    options: { readonly partition?: MemoryPartition; readonly isLoading?: boolean } = {},
  ): Promise<GroupBench> {
    const partition = options.partition ?? new MemoryPartition()
    const bench = new GroupBench(new ManualClock(), configOf(numbers), partition)
    bench.publish([['__consumer_offsets', topicIdOf(255)]])
    bench.coordinator.onLeader(partition)
    if (options.isLoading !== true) await bench.loaded()
    return bench
  }

  #create(): RunningGroupCoordinator {
    const { clock, wheel } = this
    return createGroupCoordinator({
      clock,
      wheel,
      random: this.#random,
      config: this.#config,
      logger: silentLogger,
      tools,
    })
  }

  /** As after SIGKILL: whatever is in the log is there, nothing else. */
  async restart(): Promise<void> {
    this.coordinator.close()
    this.partition = this.partition.reopened()
    this.coordinator = this.#create()
    this.publish([])
    this.coordinator.onLeader(this.partition)
    await this.loaded()
  }

  loaded(): Promise<void> {
    const isLoaded = (): boolean => this.coordinator.listGroups(listGroupsRequest()).errorCode === 0
    return until(isLoaded, 'the groups are loaded')
  }

  /** Topics come and go. */
  publish(made: readonly (readonly [string, Uuid])[], deleted: readonly string[] = []): void {
    const before = this.#image
    const gone = deleted.map((name) => before.topics.byName(name)!)
    const changed = made.map(([name, id]) => ({ name, id, partitions: [partitionImage()] }))
    const topics = (before.topics as SortedTopicsImage).with(changed, gone)
    this.#image = { ...before, topics }
    const delta: MetadataDelta = {
      before,
      topics: {
        changed: changed.map((topic) => ({ topic, partitions: [0] })),
        deleted: gone.map(({ name, id }) => ({ name, id })),
      },
      configs: [],
      brokers: new Set(),
      featuresChanged: false,
    }
    this.coordinator.publish(delta, this.#image)
  }

  join(groupId: string, options: JoinOptions = {}): Call<JoinGroupResponse> {
    const { v = 3, protocols = ['range'], session = 10_000, rebalance = 60_000 } = options
    const request: JoinGroupRequest = joinGroupRequest({
      groupId,
      memberId: options.id ?? '',
      groupInstanceId: options.instance ?? null,
      sessionTimeoutMs: session,
      rebalanceTimeoutMs: v === 0 ? -1 : rebalance,
      protocolType: options.type ?? 'consumer',
      protocols: protocols.map((name) =>
        joinGroupRequestProtocol({ name, metadata: options.metadata ?? subscribed('t') }),
      ),
    })
    const client = { version: v, clientId: 'client', host: '127.0.0.1' }
    return new Call(this.coordinator.joinGroup(request, client))
  }

  sync(
    groupId: string,
    id: string,
    generationId: number,
    assign: Readonly<Record<string, Uint8Array | string>> = {},
  ): Call<SyncGroupResponse> {
    const assignments = Object.entries(assign).map(([memberId, assignment]) =>
      syncGroupRequestAssignment({ memberId, assignment: Buffer.from(assignment) }),
    )
    const request = syncGroupRequest({ groupId, memberId: id, generationId, assignments })
    return new Call(this.coordinator.syncGroup(request))
  }

  heartbeat(groupId: string, memberId: string, generationId: number): number {
    return this.coordinator.heartbeat(heartbeatRequest({ groupId, memberId, generationId }))
  }

  leave(groupId: string, ...ids: readonly string[]): Call<LeaveGroupResponse> {
    const members = ids.map((memberId) => leaveGroupRequestMember({ memberId }))
    return new Call(this.coordinator.leaveGroup(leaveGroupRequest({ groupId, members })))
  }

  /** Commits offset `value` for partitions 0 … of a topic; answers the error codes. */
  commit(
    groupId: string,
    options: {
      readonly id?: string
      readonly gen?: number
      readonly v?: number
      readonly topic?: string
      readonly topicId?: Uuid
      readonly values?: readonly number[]
      readonly metadata?: string
      readonly retentionMs?: number | bigint
    } = {},
  ): Call<number[]> {
    const { id = '', gen = -1, v = 8, topic = 't', topicId = topicIdOf(1), values = [1] } = options
    const request = offsetCommitRequest({
      groupId,
      memberId: id,
      generationIdOrMemberEpoch: gen,
      retentionTimeMs: BigInt(options.retentionMs ?? -1),
      topics: [
        offsetCommitRequestTopic({
          name: topic,
          topicId,
          partitions: values.map((value, partitionIndex) =>
            offsetCommitRequestTopicPartition({
              partitionIndex,
              committedOffset: BigInt(value),
              committedMetadata: options.metadata ?? '',
            }),
          ),
        }),
      ],
    })
    const client = { version: v, clientId: 'client', host: '127.0.0.1' }
    const committed = this.coordinator.commitOffsets(request, client)
    return new Call(
      mapLater(committed, ({ topics }) =>
        topics.flatMap(({ partitions }) => partitions.map(({ errorCode }) => errorCode)),
      ),
    )
  }

  /** Offsets of a group as `topic-partition: offset`; the error, where there is one. */
  offsets(groupId: string, requireStable: boolean = false): Call<Record<string, number> | number> {
    const group = offsetFetchRequestGroup({ groupId, topics: null })
    const fetched = this.coordinator.fetchOffsets(group, requireStable)
    return new Call(
      mapLater(fetched, ({ errorCode, topics }) => {
        if (errorCode !== 0) return errorCode
        const entries = topics.flatMap(({ name, partitions }) =>
          partitions.map(
            ({ partitionIndex, committedOffset }) =>
              [`${name}-${partitionIndex}`, Number(committedOffset)] as const,
          ),
        )
        return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)))
      }),
    )
  }

  state(groupId: string): string {
    const group = this.coordinator.describeGroup(groupId, 6)
    return group.errorCode === 0 ? group.groupState : `error ${group.errorCode}`
  }

  groups(): readonly string[] {
    return this.coordinator
      .listGroups(listGroupsRequest())
      .groups.map(({ groupId }) => groupId)
      .sort()
  }

  /** A group that is stable with one member; the leader's id. */
  async stable(groupId: string, options: JoinOptions = {}): Promise<string> {
    const joined = this.join(groupId, options)
    await this.clock.advance(3000)
    const { memberId, generationId } = joined.now
    const synced = this.sync(groupId, memberId, generationId, { [memberId]: 'A' })
    if (synced.now.errorCode !== 0) throw new Error(`sync failed: ${synced.now.errorCode}`)
    return memberId
  }
}

/** A consumer's subscription, version 0. */
export function subscribed(...topics: readonly string[]): Uint8Array {
  const parts = topics.flatMap((topic) => [0, topic.length, ...Buffer.from(topic)])
  return Uint8Array.from([0, 0, 0, 0, 0, topics.length, ...parts, 255, 255, 255, 255])
}
