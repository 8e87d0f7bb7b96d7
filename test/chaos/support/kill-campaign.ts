import { watch } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import {
  ErrorCode,
  findCoordinatorApi,
  findCoordinatorRequest,
  type FindCoordinatorResponse,
} from '@samsa/protocol'
import { BrokerProcess } from '../../support/broker-process.ts'
import { eventually } from '../../support/eventually.ts'
import { PlainClient } from '../../support/plain-client.ts'
import { CHECKED_NOTHING, checkStream, type CheckedTo } from './check-stream.ts'
import { GroupWitness } from './group-witness.ts'
import { ProduceStream } from './produce-stream.ts'

/** When to kill: some time into the load, or the moment a partition begins a new segment after it. */
export interface KillMoment {
  readonly afterMs: number
  readonly isAtRoll: boolean
}

/** One kill, and what it took to come back. */
export interface KillReport {
  readonly acknowledgedRecords: number
  /** Records sent and not answered when the signal left. */
  readonly unacknowledgedRecords: number
  /** Partitions whose newest segment begins with records that were not acknowledged at the kill. */
  readonly straddlingPartitions: number
  readonly generation: number
  readonly committed: number
  readonly restartMs: number
}

const GROUP = 'witness'
const SEGMENT_BYTES = 1024 * 1024
const PARTITIONS = 2
const SIGNAL = 'SIGKILL'
const shapes = [
  { name: 'acks-1', acks: 1, isIdempotent: false },
  { name: 'acks-all', acks: -1, isIdempotent: false },
  { name: 'idempotent', acks: -1, isIdempotent: true },
] as const

/**
 * A broker process under load that is killed again and again on the same data; what it acknowledged is
 * kept here, in another process.
 */
export class KillCampaign {
  readonly #broker: BrokerProcess
  readonly #streams: readonly ProduceStream[]
  readonly #group: GroupWitness
  readonly #checked: Map<ProduceStream, CheckedTo>

  private constructor(
    broker: BrokerProcess,
    streams: readonly ProduceStream[],
    group: GroupWitness,
  ) {
    this.#broker = broker
    this.#streams = streams
    this.#group = group
    this.#checked = new Map()
  }

  static async start(): Promise<KillCampaign> {
    const broker = await BrokerProcess.start()
    const client = await PlainClient.open(addressOf(broker))
    const streams: ProduceStream[] = []
    for (const { name, acks, isIdempotent } of shapes) {
      const topic = await client.createTopic(name, PARTITIONS, {
        'segment.bytes': String(SEGMENT_BYTES),
      })
      for (let partition = 0; partition < PARTITIONS; partition++) {
        const stream = streams.length
        streams.push(new ProduceStream({ stream, topic, partition, acks, isIdempotent }))
      }
    }
    const [first] = streams
    if (first === undefined) throw new Error('there are no streams')
    await coordinator(client)
    client.close()
    return new KillCampaign(broker, streams, new GroupWitness(GROUP, first.shape.topic))
  }

  /** Load, kill, restart, check. Throws for the first promise that does not hold. */
  async kill(moment: KillMoment): Promise<KillReport> {
    const clients = await this.#connect()
    const [groupClient] = clients
    if (groupClient === undefined) throw new Error('there is no connection')
    await this.#group.rejoin(groupClient)
    const acknowledgedBefore = this.#acknowledgedRecords()
    const committing = this.#group.commitUntilLost(groupClient)
    for (const stream of this.#streams) stream.start()
    await this.#moment(moment)
    const atKill = this.#streams.map((stream) => ({
      stream,
      acknowledgedEnd: stream.acknowledgedEnd,
      unacknowledged: stream.unacknowledgedRecords,
    }))
    process.kill(this.#broker.ready.pid, SIGNAL)
    await this.#broker.kill()
    await Promise.all([committing, ...this.#streams.map((stream) => stream.stop())])
    const newest = await Promise.all(this.#streams.map((stream) => this.#newestSegment(stream)))
    const startedMs = performance.now()
    await this.#broker.startAgain()
    const restartMs = performance.now() - startedMs
    await this.#check()
    return {
      acknowledgedRecords: this.#acknowledgedRecords() - acknowledgedBefore,
      unacknowledgedRecords: atKill.reduce((sum, { unacknowledged }) => sum + unacknowledged, 0),
      straddlingPartitions: atKill.filter(
        ({ acknowledgedEnd }, at) => (newest[at] ?? 0) > 0 && (newest[at] ?? 0) >= acknowledgedEnd,
      ).length,
      generation: this.#group.generation,
      committed: this.#group.committed,
      restartMs,
    }
  }

  /** Reads everything that was ever acknowledged once more, from the first offset on. */
  async sweep(): Promise<number> {
    const clients = await this.#connect()
    for (const client of clients) client.close()
    this.#checked.clear()
    await this.#check()
    return this.#acknowledgedRecords()
  }

  async dispose(): Promise<void> {
    await this.#broker.dispose()
  }

  /** One connection for the group, then one for each stream, which goes on over it. */
  async #connect(): Promise<readonly PlainClient[]> {
    const clients: PlainClient[] = [await PlainClient.open(addressOf(this.#broker))]
    for (const stream of this.#streams) {
      const client = await PlainClient.open(addressOf(this.#broker))
      clients.push(client)
      await client.leading(stream.shape.topic, stream.shape.partition)
      await stream.resume(client)
    }
    return clients
  }

  #acknowledgedRecords(): number {
    return this.#streams.reduce(
      (sum, { acknowledged }) => acknowledged.reduce((total, { count }) => total + count, sum),
      0,
    )
  }

  /** Every stream has had answers over this connection; then the moment itself. */
  async #moment({ afterMs, isAtRoll }: KillMoment): Promise<void> {
    const ends = this.#streams.map(({ acknowledgedEnd }) => acknowledgedEnd)
    await eventually(
      'every stream is under way',
      () =>
        this.#streams.every(({ acknowledgedEnd }, at) => acknowledgedEnd > (ends[at] ?? 0)) ||
        undefined,
    )
    await new Promise((resolve) => setTimeout(resolve, afterMs))
    if (isAtRoll) await this.#nextRoll()
  }

  /** Resolves in the turn in which a new segment file of any partition is seen. */
  #nextRoll(): Promise<void> {
    return new Promise((resolve, reject) => {
      const watchers = this.#streams.map((stream) =>
        watch(this.#folderOf(stream), (event, file) => {
          if (event === 'rename' && file?.endsWith('.log') === true) end(resolve)
        }),
      )
      const timer = setTimeout(() => end(() => reject(new Error('no segment rolled'))), 20_000)
      const end = (settle: () => void): void => {
        clearTimeout(timer)
        for (const watcher of watchers) watcher.close()
        settle()
      }
    })
  }

  #folderOf(stream: ProduceStream): string {
    return join(this.#broker.ready.dataDirs[0] ?? '', stream.name)
  }

  /** Base offset of the newest segment on disk. */
  async #newestSegment(stream: ProduceStream): Promise<number> {
    const files = await readdir(this.#folderOf(stream))
    const segments = files.filter((file) => file.endsWith('.log'))
    return Math.max(...segments.map((file) => Number(file.slice(0, -4))))
  }

  async #check(): Promise<void> {
    const client = await PlainClient.open(addressOf(this.#broker))
    try {
      for (const stream of this.#streams) {
        await client.leading(stream.shape.topic, stream.shape.partition)
        const from = this.#checked.get(stream) ?? CHECKED_NOTHING
        this.#checked.set(stream, await checkStream(stream, client, from))
      }
      await this.#group.check(client)
    } finally {
      client.close()
    }
    const failures = [...this.#streams, this.#group].flatMap((part) => part.failures)
    if (failures.length > 0) throw new Error(failures.join('; '))
  }
}

function addressOf(broker: BrokerProcess): { host: string; port: number } {
  const [host = '', port = ''] = broker.bootstrap.split(':')
  return { host, port: Number(port) }
}

/** The groups' topic is made when somebody asks for a coordinator. */
function coordinator(client: PlainClient): Promise<FindCoordinatorResponse> {
  const request = findCoordinatorRequest({ coordinatorKeys: [GROUP] })
  return eventually('there is a coordinator', async () => {
    const found = await client.ask(findCoordinatorApi, request)
    return found.coordinators[0]?.errorCode === ErrorCode.NONE ? found : undefined
  })
}
