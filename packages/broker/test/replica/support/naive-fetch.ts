/**
 * Fetch as simply as can be: every partition is looked at in every poll, in the order of a list. What
 * the real sessions must be equal to, whatever they leave out.
 */

interface NaiveBatch {
  readonly baseOffset: number
  readonly sizeBytes: number
  readonly values: readonly string[]
}

class NaiveLog {
  readonly batches: NaiveBatch[] = []
  logStartOffset = 0
  logEndOffset = 0
  isLed = true
  leaderEpoch = 0
}

interface NaivePartition {
  readonly topic: string
  readonly index: number
  fetchOffset: number
  maxBytes: number
  currentLeaderEpoch: number
  toldHighWatermark: number
  toldLogStart: number
}

/** What a client asks of one partition. */
export interface NaiveAsk {
  readonly topic: string
  readonly index: number
  readonly fetchOffset: number
  readonly maxBytes: number
  readonly currentLeaderEpoch: number
}

/** `topic-index`, error, high watermark, log start, records. */
export type NaiveTold = readonly [string, number, number, number, readonly string[]]

interface Look {
  readonly partition: NaivePartition
  readonly isErroneous: boolean
  readonly errorCode: number
  readonly highWatermark: number
  readonly logStartOffset: number
  readonly values: readonly string[]
  readonly sizeBytes: number
}

export class NaiveBroker {
  readonly #logs: Map<string, NaiveLog> = new Map()
  #session: NaivePartition[] | undefined

  create(topic: string, partitions: number): void {
    for (let index = 0; index < partitions; index++) {
      this.#logs.set(`${topic}-${index}`, new NaiveLog())
    }
  }

  delete(topic: string): void {
    for (const name of this.#logs.keys()) if (name.startsWith(`${topic}-`)) this.#logs.delete(name)
  }

  has(topic: string): boolean {
    return this.#logs.has(`${topic}-0`)
  }

  log(topic: string, index: number): NaiveLog | undefined {
    return this.#logs.get(`${topic}-${index}`)
  }

  append(topic: string, index: number, values: readonly string[], sizeBytes: number): void {
    const log = this.log(topic, index)
    if (log === undefined || !log.isLed) return
    log.batches.push({ baseOffset: log.logEndOffset, sizeBytes, values })
    log.logEndOffset += values.length
  }

  get hasSession(): boolean {
    return this.#session !== undefined
  }

  /** A full fetch, in a new session. */
  full(asks: readonly NaiveAsk[], maxBytes: number): NaiveTold[] {
    const partitions: NaivePartition[] = []
    for (const ask of asks) update(partitions, ask)
    const looks = this.#lookAt(partitions, maxBytes)
    this.#session = looks.map(({ partition }) => partition)
    for (const look of looks) tell(look)
    return looks.map(told)
  }

  /** An incremental fetch; undefined when the session ended because nothing is left in it. */
  incremental(
    asks: readonly NaiveAsk[],
    forgotten: readonly (readonly [topic: string, index: number])[],
    maxBytes: number,
  ): NaiveTold[] | undefined {
    const session = this.#session!
    for (const ask of asks) update(session, ask)
    this.#session = session.filter(
      ({ topic, index }) => !forgotten.some(([name, at]) => name === topic && at === index),
    )
    if (this.#session.length === 0) {
      this.#session = undefined
      return undefined
    }
    const looks = this.#lookAt(this.#session, maxBytes).filter(hasNews)
    for (const look of looks) {
      if (look.values.length > 0) {
        this.#session = this.#session.filter((partition) => partition !== look.partition)
        this.#session.push(look.partition)
      }
      tell(look)
    }
    return looks.map(told)
  }

  #lookAt(partitions: readonly NaivePartition[], maxBytes: number): Look[] {
    let bytesLeft = maxBytes
    let hasData = false
    const looks = partitions.map((partition) => {
      const look = this.#look(partition, Math.min(partition.maxBytes, bytesLeft), !hasData)
      if (look.sizeBytes > 0) hasData = true
      bytesLeft = Math.max(0, bytesLeft - look.sizeBytes)
      return look
    })
    return [
      ...looks.filter(({ isErroneous }) => !isErroneous),
      ...looks.filter(({ isErroneous }) => isErroneous),
    ]
  }

  #look(partition: NaivePartition, maxBytes: number, needsOne: boolean): Look {
    const { topic, index, fetchOffset, currentLeaderEpoch } = partition
    const log = this.log(topic, index)
    if (log === undefined) return failed(partition, 3, true)
    if (currentLeaderEpoch >= 0 && currentLeaderEpoch !== log.leaderEpoch) {
      return failed(partition, currentLeaderEpoch < log.leaderEpoch ? 74 : 75, false)
    }
    if (!log.isLed) return failed(partition, 6, false)
    if (fetchOffset < log.logStartOffset || fetchOffset > log.logEndOffset) {
      return failed(partition, 1, false)
    }
    const values: string[] = []
    let sizeBytes = 0
    for (const batch of log.batches) {
      if (batch.baseOffset + batch.values.length <= fetchOffset) continue
      const isFirst = sizeBytes === 0
      if (sizeBytes + batch.sizeBytes > maxBytes && !(isFirst && needsOne)) break
      values.push(...batch.values)
      sizeBytes += batch.sizeBytes
    }
    const { logEndOffset: highWatermark, logStartOffset } = log
    const found = { highWatermark, logStartOffset, values, sizeBytes }
    return { partition, isErroneous: false, errorCode: 0, ...found }
  }
}

function update(partitions: NaivePartition[], ask: NaiveAsk): void {
  const { topic, index, ...asked } = ask
  const known = partitions.find((one) => one.topic === topic && one.index === index)
  if (known !== undefined) Object.assign(known, asked)
  else partitions.push({ topic, index, ...asked, toldHighWatermark: -1, toldLogStart: -1 })
}

function failed(partition: NaivePartition, errorCode: number, isErroneous: boolean): Look {
  const nothing = { highWatermark: -1, logStartOffset: -1, values: [], sizeBytes: 0 }
  return { partition, isErroneous, errorCode, ...nothing }
}

function hasNews({
  partition,
  errorCode,
  highWatermark,
  logStartOffset,
  sizeBytes,
}: Look): boolean {
  const { toldHighWatermark, toldLogStart } = partition
  const isNew = toldHighWatermark !== highWatermark || toldLogStart !== logStartOffset
  return errorCode !== 0 || sizeBytes > 0 || isNew
}

function tell({ partition, errorCode, highWatermark, logStartOffset }: Look): void {
  partition.toldHighWatermark = errorCode === 0 ? highWatermark : -1
  partition.toldLogStart = logStartOffset
}

const told = ({ partition, errorCode, highWatermark, logStartOffset, values }: Look): NaiveTold => [
  `${partition.topic}-${partition.index}`,
  errorCode,
  highWatermark,
  logStartOffset,
  values,
]
