import {
  ErrorCode,
  errorMeaning,
  fetchApi,
  fetchRequest,
  type FetchResponse,
  type FetchResponseTopicPartition,
} from '@samsa/protocol'
import type { Cluster } from '../cluster/cluster.ts'
import { isRetriable, refusal } from '../cluster/retry.ts'
import { FetchedRecords, nextFetchOffset } from './fetched-records.ts'
import { FetchSession } from './fetch-session.ts'
import { EARLIEST, LATEST, offsetFor } from './list-offsets.ts'
import type { ConsumerSettings } from './options.ts'
import type { PartitionState } from './partition-state.ts'

/** What is fetched from one broker. */
interface BrokerFetch {
  readonly session: FetchSession
  isUnderWay: boolean
  retryAtMs: number
}

/**
 * Keeps one Fetch under way to each leader of an assigned partition, ahead of the application by at
 * most `bufferedBytesMax`.
 */
export class Fetcher {
  readonly #cluster: Cluster
  readonly #settings: ConsumerSettings
  /** Something came, or failed: whoever polls looks again. */
  readonly #onChange: () => void
  readonly #brokers: Map<number, BrokerFetch>
  readonly #fetched: FetchedRecords[]
  #states: readonly PartitionState[]
  #bufferedBytes: number
  #failure: Error | undefined
  #isClosed: boolean

  constructor(cluster: Cluster, settings: ConsumerSettings, onChange: () => void) {
    this.#cluster = cluster
    this.#settings = settings
    this.#onChange = onChange
    this.#brokers = new Map()
    this.#fetched = []
    this.#states = []
    this.#bufferedBytes = 0
    this.#failure = undefined
    this.#isClosed = false
  }

  set states(states: readonly PartitionState[]) {
    this.#states = states
  }

  close(): void {
    this.#isClosed = true
  }

  /** The next records that are still wanted; undefined while there are none. Throws what went wrong. */
  first(): FetchedRecords | undefined {
    const failure = this.#failure
    if (failure !== undefined) {
      this.#failure = undefined
      throw failure
    }
    while (this.#fetched.length > 0 && !this.#fetched[0]!.isCurrent) this.dropFirst()
    return this.#fetched[0]
  }

  dropFirst(): void {
    this.#bufferedBytes -= this.#fetched.shift()?.sizeBytes ?? 0
  }

  /** Sends what can be sent. Cheap when there is nothing to do. */
  pump(): void {
    if (this.#isClosed || this.#bufferedBytes >= this.#settings.bufferedBytesMax) return
    const nowMs = this.#cluster.settings.clock.monotonicMs()
    const byLeader = new Map<number, PartitionState[]>()
    for (const state of this.#states) {
      if (state.retryAtMs > nowMs) continue
      if (state.fetchOffset < 0) {
        if (state.resetTo !== undefined) this.#resolve(state, state.resetTo)
        continue
      }
      const leaderId = this.#cluster.metadata.leaderOf(state.topic, state.partition)
      if (leaderId < 0) {
        this.#backOff(state)
        continue
      }
      const states = byLeader.get(leaderId)
      if (states === undefined) byLeader.set(leaderId, [state])
      else states.push(state)
    }
    for (const [nodeId, states] of byLeader) this.#fetchFrom(nodeId, states, nowMs)
  }

  #fetchFrom(nodeId: number, states: readonly PartitionState[], nowMs: number): void {
    let broker = this.#brokers.get(nodeId)
    if (broker === undefined) {
      const session = new FetchSession(this.#settings.partitionFetchBytesMax)
      broker = { session, isUnderWay: false, retryAtMs: 0 }
      this.#brokers.set(nodeId, broker)
    }
    if (broker.isUnderWay || broker.retryAtMs > nowMs) return
    broker.isUnderWay = true
    void this.#request(nodeId, broker.session, states).then((isAnswered) => {
      broker.isUnderWay = false
      if (!isAnswered) {
        broker.retryAtMs =
          this.#cluster.settings.clock.monotonicMs() + this.#cluster.settings.retryBackoffMs
        this.#pumpLater()
      }
      this.#onChange()
      this.pump()
    })
  }

  /** Never rejects; false: nothing came, wait before the next try. */
  async #request(
    nodeId: number,
    session: FetchSession,
    states: readonly PartitionState[],
  ): Promise<boolean> {
    const { fetchWaitMsMax, fetchBytesMin, fetchBytesMax } = this.#settings
    const asked = new Map(states.map((state) => [`${state.topic} ${state.partition}`, state]))
    const seeks = new Map(states.map((state) => [state, state.seeks]))
    try {
      const connection = await this.#cluster.broker(nodeId, 'fetch')
      const version = connection.versionOf(fetchApi, 12)
      const request = fetchRequest({
        replicaId: -1,
        maxWaitMs: fetchWaitMsMax,
        minBytes: fetchBytesMin,
        maxBytes: fetchBytesMax,
        ...session.next(states),
      })
      const response = await connection.send(fetchApi, version, request)
      if (!session.onResponse(response.errorCode, response.sessionId)) return false
      this.#onResponse(response, asked, seeks)
      return true
    } catch (error) {
      session.onLost()
      if (this.#isClosed) return true
      if (isRetriable(error)) void this.#cluster.refresh().catch(() => {})
      else this.#failure ??= error as Error
      return false
    }
  }

  #onResponse(
    response: FetchResponse,
    asked: ReadonlyMap<string, PartitionState>,
    seeks: ReadonlyMap<PartitionState, number>,
  ): void {
    for (const { topic, partitions } of response.responses) {
      for (const answer of partitions) {
        const state = asked.get(`${topic} ${answer.partitionIndex}`)
        // Sought or given up since it was asked: what comes is from another place.
        if (state === undefined || !state.isAssigned) continue
        if (state.seeks !== seeks.get(state)) continue
        this.#onPartition(state, answer)
      }
    }
  }

  #onPartition(state: PartitionState, answer: FetchResponseTopicPartition): void {
    if (answer.errorCode !== ErrorCode.NONE) return this.#onRefused(state, answer.errorCode)
    state.highWatermark = answer.highWatermark
    const { records } = answer
    if (records === null || records.sizeBytes === 0) return
    const [bytes] = records.pieces
    if (bytes === undefined) return
    const { tools, checksCrcs } = this.#settings
    const next = nextFetchOffset(bytes, state.fetchOffset)
    if (next === state.fetchOffset) return
    this.#fetched.push(new FetchedRecords(state, bytes, tools, checksCrcs))
    this.#bufferedBytes += bytes.length
    state.fetchOffset = next
  }

  #onRefused(state: PartitionState, errorCode: number): void {
    const what = `Fetch of ${state.topic}-${state.partition} at ${state.fetchOffset}`
    if (errorCode === ErrorCode.OFFSET_OUT_OF_RANGE) {
      const { offsetReset } = this.#settings
      if (offsetReset === 'none') this.#failure ??= refusal(what, errorCode)
      else state.reset(offsetReset === 'earliest' ? EARLIEST : LATEST)
      return
    }
    if (errorMeaning(errorCode).isRetriable) return this.#backOff(state)
    state.retryAtMs = Number.POSITIVE_INFINITY
    this.#failure ??= refusal(what, errorCode)
  }

  #backOff(state: PartitionState): void {
    const { clock, retryBackoffMs } = this.#cluster.settings
    state.retryAtMs = clock.monotonicMs() + retryBackoffMs
    void this.#cluster.refresh().catch(() => {})
    this.#pumpLater()
  }

  #pumpLater(): void {
    const { clock, retryBackoffMs } = this.#cluster.settings
    clock.setTimer(retryBackoffMs + 1, () => this.pump())
  }

  /** Where to begin is asked once; the answer counts unless somebody has sought meanwhile. */
  #resolve(state: PartitionState, timestamp: bigint): void {
    state.resetTo = undefined
    const { seeks } = state
    offsetFor(this.#cluster, state, timestamp)
      .then((offset) => {
        if (state.seeks === seeks && state.isAssigned) state.seek(offset)
      })
      .catch((error: unknown) => {
        if (state.seeks !== seeks || this.#isClosed) return
        state.resetTo = timestamp
        state.retryAtMs =
          this.#cluster.settings.clock.monotonicMs() + this.#cluster.settings.retryBackoffMs
        this.#failure ??= error as Error
      })
      .finally(() => {
        this.#onChange()
        this.pump()
      })
  }
}
