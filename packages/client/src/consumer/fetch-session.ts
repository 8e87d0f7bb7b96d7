import type { TopicPartition } from '@samsa/base'
import {
  ErrorCode,
  fetchRequestForgottenTopic,
  type FetchRequestForgottenTopic,
  fetchRequestTopic,
  type FetchRequestTopic,
  fetchRequestTopicPartition,
} from '@samsa/protocol'

export interface FetchPosition extends TopicPartition {
  readonly fetchOffset: number
}

/** The parts of a Fetch request that depend on its session. */
export interface SessionRequest {
  readonly sessionId: number
  readonly sessionEpoch: number
  readonly topics: FetchRequestTopic[]
  readonly forgottenTopicsData: FetchRequestForgottenTopic[]
}

const FIRST_EPOCH = 0
const EPOCHS = 0x7fffffff

interface Known {
  readonly topic: string
  readonly partition: number
  fetchOffset: number
}

/**
 * A client's half of a fetch session with one broker (KIP-227): the first request names every
 * partition, later ones only what has changed.
 *
 * | state | request | then |
 * | --- | --- | --- |
 * | none | everything, id 0, epoch 0 | `open` when the answer brings an id, else `none` |
 * | open | changes, id, next epoch | `open`; `none` after an error of the whole answer or no answer |
 *
 * A session that the broker may still know is closed by beginning anew with its id and epoch 0.
 */
export class FetchSession {
  readonly #partitionBytesMax: number
  /** As the broker knows them, in the order they were named. */
  #known: Map<string, Known>
  #sessionId: number
  #epoch: number

  constructor(partitionBytesMax: number) {
    this.#partitionBytesMax = partitionBytesMax
    this.#known = new Map()
    this.#sessionId = 0
    this.#epoch = FIRST_EPOCH
  }

  /** What the next request says, so that exactly `wanted` is fetched. One request at a time. */
  next(wanted: readonly FetchPosition[]): SessionRequest {
    const isFull = this.#epoch === FIRST_EPOCH
    if (isFull) this.#known = new Map()
    const left = new Set(this.#known.keys())
    const changed: Known[] = []
    for (const { topic, partition, fetchOffset } of wanted) {
      const name = `${topic} ${partition}`
      left.delete(name)
      const known = this.#known.get(name)
      if (known?.fetchOffset === fetchOffset) continue
      const now = { topic, partition, fetchOffset }
      this.#known.set(name, now)
      changed.push(now)
    }
    const forgotten: Known[] = []
    for (const name of left) {
      forgotten.push(this.#known.get(name)!)
      this.#known.delete(name)
    }
    return {
      sessionId: this.#sessionId,
      sessionEpoch: this.#epoch,
      topics: this.#topicsOf(changed),
      forgottenTopicsData: forgottenOf(forgotten),
    }
  }

  /** Of an answer without partitions' own errors. False: it holds nothing, ask again. */
  onResponse(errorCode: number, sessionId: number): boolean {
    if (errorCode !== ErrorCode.NONE) {
      // Where the broker does not know the session there is nothing to close either.
      if (errorCode === ErrorCode.FETCH_SESSION_ID_NOT_FOUND) this.#sessionId = 0
      this.#epoch = FIRST_EPOCH
      return false
    }
    this.#sessionId = sessionId
    if (sessionId === 0) this.#epoch = FIRST_EPOCH
    else this.#epoch = this.#epoch === EPOCHS ? 1 : this.#epoch + 1
    return true
  }

  /** No answer: whether the broker counted the request is not known. */
  onLost(): void {
    this.#epoch = FIRST_EPOCH
  }

  #topicsOf(changed: readonly Known[]): FetchRequestTopic[] {
    const topics = new Map<string, FetchRequestTopic>()
    for (const { topic, partition, fetchOffset } of changed) {
      let entry = topics.get(topic)
      if (entry === undefined) topics.set(topic, (entry = fetchRequestTopic({ topic })))
      const partitionMaxBytes = this.#partitionBytesMax
      entry.partitions.push(
        fetchRequestTopicPartition({ partition, fetchOffset, partitionMaxBytes }),
      )
    }
    return [...topics.values()]
  }
}

function forgottenOf(forgotten: readonly Known[]): FetchRequestForgottenTopic[] {
  const topics = new Map<string, FetchRequestForgottenTopic>()
  for (const { topic, partition } of forgotten) {
    let entry = topics.get(topic)
    if (entry === undefined) topics.set(topic, (entry = fetchRequestForgottenTopic({ topic })))
    entry.partitions.push(partition)
  }
  return [...topics.values()]
}
