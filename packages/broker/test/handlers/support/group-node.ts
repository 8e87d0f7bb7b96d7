import { silentLogger, Wheel } from '@samsa/base'
import { createNodeDoors, type NodeDoors } from '@samsa/base/node'
import {
  type BatchTools,
  CONSUMER_OFFSETS,
  createChecksum,
  createCompression,
  listGroupsRequest,
} from '@samsa/protocol'
import { createGroupCoordinator } from '../../../src/coordinator/group/create-group-coordinator.ts'
import type { RunningGroupCoordinator } from '../../../src/coordinator/group/group-coordinator.ts'
import { brokerHandlers } from '../../../src/handlers/table.ts'
import { MemoryPartition } from '../../coordinator/support/memory-partition.ts'
import { ManualClock, turn, until } from '../../replica/support/manual-clock.ts'
import { TestClient } from '../../replica/support/test-client.ts'
import type { Authorizer } from '../../../src/security/authorizer.ts'
import { AdminNode } from './admin-node.ts'
import type { SessionClient, SessionWorld } from './groups-session.ts'

const tools: BatchTools = { checksum: createChecksum(), compression: createCompression() }

const STEP_MS = 50
const STEP_TURNS = 4

/** An admin node that coordinates groups too, on partitions in memory, in time that the test moves. */
export class GroupNode implements SessionWorld, Disposable {
  readonly clock: ManualClock
  readonly groups: RunningGroupCoordinator
  readonly admin: AdminNode
  readonly #doors: NodeDoors
  readonly #clients: TestClient[]
  readonly #partitions: Map<number, MemoryPartition>

  constructor(properties: Readonly<Record<string, string>> = {}, authorizer?: Authorizer) {
    const admin = new AdminNode({
      properties: { 'offsets.topic.replication.factor': '1', ...properties },
      ...(authorizer === undefined ? {} : { authorizer }),
    })
    const clock = new ManualClock()
    this.admin = admin
    this.clock = clock
    this.#doors = createNodeDoors()
    this.#clients = []
    this.#partitions = new Map()
    this.groups = createGroupCoordinator({
      clock,
      wheel: new Wheel(clock),
      random: this.#doors.random,
      config: admin.services.config,
      logger: silentLogger,
      tools,
    })
    admin.bench.loader.subscribe(this.groups)
    admin.bench.loader.subscribe({
      name: 'leadership',
      publish: (_delta, image) => {
        const topic = image.topics.byName(CONSUMER_OFFSETS)
        for (const index of topic?.partitions.keys() ?? []) this.#lead(index)
      },
    })
  }

  /** What its requests write to the metadata log is committed at once. */
  client(clientId: string = 'probe'): SessionClient {
    const services = { ...this.admin.services, groups: this.groups }
    const client = new TestClient(services, brokerHandlers, clientId)
    this.#clients.push(client)
    return {
      call: (api, version, request) => {
        const answer = client.call(api, version, request)
        this.admin.bench.commit()
        return answer
      },
    }
  }

  async wait(ms: number): Promise<void> {
    await until(() => this.groups.listGroups(listGroupsRequest()).errorCode === 0, 'loaded')
    for (let leftMs = ms; leftMs > 0; leftMs -= STEP_MS) {
      // What was answered meanwhile lets clients ask again.
      for (let turns = 0; turns < STEP_TURNS; turns++) await turn()
      await this.clock.advance(Math.min(leftMs, STEP_MS))
    }
  }

  #lead(index: number): void {
    if (this.#partitions.has(index)) return
    const partition = new MemoryPartition(index)
    this.#partitions.set(index, partition)
    this.groups.onLeader(partition)
  }

  [Symbol.dispose](): void {
    this.groups.close()
    for (const client of this.#clients) client[Symbol.dispose]()
    this.admin[Symbol.dispose]()
  }
}
