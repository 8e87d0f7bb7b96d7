import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  assert,
  createMemoryPool,
  createMetrics,
  leaderEpoch,
  nodeId,
  offset,
  silentLogger,
  uuid,
  Wheel,
  ZERO_UUID,
} from '@samsa/base'
import type { Compute, Disk, NodeId, PooledMemory, Uuid } from '@samsa/base'
import { createNodeDoors, type NodeDoors } from '@samsa/base/node'
import {
  newDirectoryId,
  openLogManager,
  writeMetaProperties,
  type LogLimits,
  type LogManager,
} from '@samsa/log'
import { LayeredTopicConfigs } from '../../../src/config/topics/layered-topic-configs.ts'
import type { AnyHandler } from '../../../src/dispatch/handler.ts'
import { produceHandler } from '../../../src/handlers/000-produce.ts'
import { fetchHandler } from '../../../src/handlers/001-fetch.ts'
import { listOffsetsHandler } from '../../../src/handlers/002-list-offsets.ts'
import { deleteRecordsHandler } from '../../../src/handlers/021-delete-records.ts'
import { initProducerIdHandler } from '../../../src/handlers/022-init-producer-id.ts'
import { offsetForLeaderEpochHandler } from '../../../src/handlers/023-offset-for-leader-epoch.ts'
import { emptyImage } from '../../../src/metadata/empty-image.ts'
import type { MetadataImage, PartitionImage, TopicImage } from '../../../src/metadata/image.ts'
import { SortedTopicsImage } from '../../../src/metadata/topics-image.ts'
import { TurnQueue } from '../../../src/purgatory/turn-queue.ts'
import type { FetchLimits } from '../../../src/replica/fetch/fetch-limits.ts'
import { defaultFetchLimits } from '../../../src/replica/fetch/fetch-limits.ts'
import {
  createFetchSessions,
  type FetchSessionCache,
} from '../../../src/replica/fetch/fetch-session-cache.ts'
import {
  createReplicaManager,
  type LocalReplicaManager,
} from '../../../src/replica/local-replica-manager.ts'
import type { LocalPartition } from '../../../src/replica/local-partition.ts'
import { ProducerIdAllocator } from '../../../src/replica/producer-id-allocator.ts'
import { allowEverything, type Authorizer } from '../../../src/security/authorizer.ts'
import type { NodeServices } from '../../../src/services.ts'
import { tools } from './batches.ts'
import { ManualClock } from './manual-clock.ts'
import { TestClient } from './test-client.ts'

export const NODE_ID: NodeId = nodeId(1)
const CLUSTER_ID = '29QOjU-O7zyIhi_lXehRmg'

/** As the table takes them: without their message types. */
const dataHandlers: readonly AnyHandler[] = [
  produceHandler,
  fetchHandler,
  listOffsetsHandler,
  deleteRecordsHandler,
  initProducerIdHandler,
  offsetForLeaderEpochHandler,
] as unknown as readonly AnyHandler[]

export interface TestNodeOptions {
  readonly diskOn?: (below: Disk) => Disk
  readonly computeOn?: (below: Compute) => Compute
  readonly authorizer?: Authorizer
  readonly fetchLimits?: Partial<FetchLimits>
  readonly logLimits?: Partial<LogLimits>
  readonly slotsMax?: number
  /** An earlier node's directory: it starts on it. */
  readonly directory?: string
}

/** A topic to be made. */
export interface TopicPlan {
  readonly partitions?: number
  readonly configs?: Readonly<Record<string, string>>
  /** In-sync replicas; this node alone by default. */
  readonly isr?: readonly number[]
}

/**
 * The data path of a node: real logs in a temporary directory, time that the test moves, metadata
 * that the test publishes. `dispose` checks that no lease is left.
 */
export class TestNode implements AsyncDisposable {
  readonly clock: ManualClock
  readonly wheel: Wheel
  readonly memory: PooledMemory
  readonly directory: string
  readonly topicConfigs: LayeredTopicConfigs
  readonly logs: LogManager
  readonly replicas: LocalReplicaManager
  readonly sessions: FetchSessionCache
  readonly services: NodeServices
  readonly #doors: NodeDoors
  readonly #clients: TestClient[]
  #image: MetadataImage
  #nextProducerId: number

  static async start(options: TestNodeOptions = {}): Promise<TestNode> {
    const directory = options.directory ?? mkdtempSync(join(tmpdir(), 'samsa-replica-'))
    const doors = createNodeDoors()
    const clock = new ManualClock()
    const wheel = new Wheel(clock)
    const memory = createMemoryPool({ poison: true })
    const disk = options.diskOn?.(doors.disk) ?? doors.disk
    if (options.directory === undefined) {
      const directoryId = newDirectoryId(doors.random)
      await writeMetaProperties(doors.disk, directory, {
        clusterId: CLUSTER_ID,
        nodeId: NODE_ID,
        directoryId,
      })
    }
    const logs = await openLogManager({
      doors: { ...doors, clock, disk },
      memory,
      ...tools,
      wheel,
      logger: silentLogger,
      metrics: createMetrics(),
      directories: [directory],
      limits: options.logLimits ?? {},
      clusterId: CLUSTER_ID,
      nodeId: NODE_ID,
    })
    const configs = new LayeredTopicConfigs({
      perBroker: new Map(),
      clusterDefault: new Map(),
      given: new Map(),
    })
    await logs.load((topic) => configs.of(topic).log)
    return new TestNode(options, configs, { directory, doors, clock, wheel, memory, logs })
  }

  private constructor(
    options: TestNodeOptions,
    topicConfigs: LayeredTopicConfigs,
    parts: Pick<TestNode, 'directory' | 'clock' | 'wheel' | 'memory' | 'logs'> & {
      readonly doors: NodeDoors
    },
  ) {
    const { directory, doors, clock, wheel, memory, logs } = parts
    const metrics = createMetrics()
    const logger = silentLogger
    this.#doors = doors
    this.directory = directory
    this.clock = clock
    this.wheel = wheel
    this.memory = memory
    this.logs = logs
    this.#clients = []
    this.#image = emptyImage
    this.#nextProducerId = 0
    this.topicConfigs = topicConfigs
    this.replicas = createReplicaManager({
      nodeId: NODE_ID,
      logs,
      topicConfigs,
      clock,
      wheel,
      compute: options.computeOn?.(doors.compute) ?? doors.compute,
      logger,
      metrics,
      tools,
    })
    this.sessions = createFetchSessions({
      clock,
      wheel,
      random: doors.random,
      metrics,
      turns: new TurnQueue(),
      limits: { ...defaultFetchLimits, ...options.fetchLimits },
      slotsMax: options.slotsMax ?? 1000,
    })
    const producerIds = new ProducerIdAllocator({
      allocateBlock: () => {
        const first = this.#nextProducerId
        this.#nextProducerId += 1000
        return { errorCode: 0, first, size: 1000 }
      },
    })
    const data = {
      nodeId: NODE_ID,
      clusterId: CLUSTER_ID,
      clock,
      random: doors.random,
      logger,
      metrics,
      authorizer: options.authorizer ?? allowEverything,
      advertised: () => ({ host: 'here', port: 9092 }),
      metadata: { image: () => this.#image, subscribe: () => {} },
      replicas: this.replicas,
      fetchSessions: this.sessions,
      producerIds,
    }
    // Handlers of the data path reach nothing else.
    this.services = data as unknown as NodeServices
  }

  get image(): MetadataImage {
    return this.#image
  }

  client(clientId?: string): TestClient {
    const client = new TestClient(this.services, dataHandlers, clientId)
    this.#clients.push(client)
    return client
  }

  /** Makes topics and waits until their logs are open; answers their ids by name. */
  async createTopics(plans: Readonly<Record<string, TopicPlan>>): Promise<Record<string, Uuid>> {
    const topics = Object.entries(plans).map(([name, plan]) => this.#topicOf(name, plan))
    this.publish(topics)
    await this.replicas.whenSettled()
    return Object.fromEntries(topics.map(({ name, id }) => [name, id]))
  }

  async createTopic(name: string, plan: TopicPlan = {}): Promise<Uuid> {
    return (await this.createTopics({ [name]: plan }))[name]!
  }

  deleteTopic(name: string): void {
    const topic = this.#image.topics.byName(name)
    assert(topic !== undefined, `there is no topic ${name}`)
    this.publish([], [topic])
  }

  /** What the metadata says of a topic changes; partitions keep what `change` leaves. */
  alterTopic(name: string, change: (partition: PartitionImage) => Partial<PartitionImage>): void {
    const topic = this.#image.topics.byName(name)
    assert(topic !== undefined, `there is no topic ${name}`)
    const partitions = topic.partitions.map((partition) => ({ ...partition, ...change(partition) }))
    this.publish([{ ...topic, partitions }])
  }

  publish(changed: readonly TopicImage[], deleted: readonly TopicImage[] = []): void {
    const before = this.#image
    const topics = (before.topics as SortedTopicsImage).with(changed, deleted)
    this.#image = { ...before, topics, offset: offset(before.offset + 1) }
    this.replicas.publish(
      {
        before,
        topics: {
          changed: changed.map((topic) => ({ topic, partitions: [...topic.partitions.keys()] })),
          deleted: deleted.map(({ name, id }) => ({ name, id })),
        },
        configs: [],
        brokers: new Set(),
        featuresChanged: false,
      },
      this.#image,
    )
  }

  setConfigs(topic: string, configs: Readonly<Record<string, string>>): void {
    this.topicConfigs.replaceOverrides(topic, new Map(Object.entries(configs)))
    this.topicConfigs.announce(topic)
  }

  partition(topic: string, index: number = 0): LocalPartition {
    const partition = this.replicas.topic(topic)?.partitions[index]
    assert(partition !== undefined, `${topic}-${index} is not hosted`)
    return partition
  }

  #topicOf(name: string, { partitions = 1, configs = {}, isr = [NODE_ID] }: TopicPlan): TopicImage {
    this.topicConfigs.replaceOverrides(name, new Map(Object.entries(configs)))
    return {
      name,
      id: this.#doors.random.uuid(),
      partitions: Array.from({ length: partitions }, () => partitionImage(isr)),
    }
  }

  /** Stops without a trace of an orderly end, as a crash does; the directory stays. */
  async crash(): Promise<void> {
    for (const client of this.#clients) client[Symbol.dispose]()
    this.#clients.length = 0
    await this.replicas.whenSettled()
    await this.logs.abandon()
    this.wheel.close()
    await this.#doors.compute.close()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.crash()
    rmSync(this.directory, { recursive: true, force: true })
    assert(this.memory.leasedBytes === 0, `${this.memory.leasedBytes} leased bytes are left`)
  }
}

export function partitionImage(isr: readonly number[] = [NODE_ID]): PartitionImage {
  return {
    replicas: isr.map(nodeId),
    directories: isr.map(() => ZERO_UUID),
    isr: isr.map(nodeId),
    removingReplicas: [],
    addingReplicas: [],
    eligibleLeaderReplicas: [],
    lastKnownLeaderReplicas: [],
    leader: NODE_ID,
    leaderRecoveryState: 0,
    leaderEpoch: leaderEpoch(0),
    partitionEpoch: 0,
  }
}

export const UNKNOWN_ID: Uuid = uuid('AAAAAAAAAAAAAAAAAAAABQ')
