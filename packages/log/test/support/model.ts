import { offset } from '@samsa/base'
import type { OwnedPartitionLog, PartitionLog } from '@samsa/log'
import { BatchView } from '@samsa/protocol'
import fc from 'fast-check'
import { batchOf, sequenced } from './batches.ts'
import { append, read } from './log-calls.ts'

/** Something that is done to a log and to the model of it. */
export type Command =
  | { kind: 'append'; count: number; valueBytes: number; timestamp: number }
  | { kind: 'appendSequenced'; count: number; valueBytes: number }
  | { kind: 'repeat' }
  | { kind: 'skipSequence' }
  | { kind: 'roll' }
  | { kind: 'flush' }
  | { kind: 'read'; at: number; maxBytes: number; upTo: number; minOneBatch: boolean }
  | { kind: 'lookUp'; timestamp: number }
  | { kind: 'latest' }
  | { kind: 'deleteRecords'; at: number }
  | { kind: 'retain'; bytes: number }
  | { kind: 'truncate'; at: number }
  | { kind: 'restart'; isClean: boolean }

const fraction = fc.double({ min: 0, max: 1, noNaN: true })
const valueBytes = fc.oneof(fc.nat(80), fc.nat(1500))
const timestamp = fc.integer({ min: 1000, max: 1100 })

/** Commands; appends and reads are the most frequent. */
export const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      kind: fc.constant('append' as const),
      count: fc.integer({ min: 1, max: 4 }),
      valueBytes,
      timestamp,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('appendSequenced' as const),
      count: fc.integer({ min: 1, max: 3 }),
      valueBytes,
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('read' as const),
      at: fraction,
      maxBytes: fc.nat(6000),
      upTo: fraction,
      minOneBatch: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('repeat' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('skipSequence' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('roll' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('flush' as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('lookUp' as const), timestamp }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('latest' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('deleteRecords' as const), at: fraction }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('retain' as const), bytes: fc.nat(10_000) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('truncate' as const), at: fraction }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('restart' as const), isClean: fc.boolean() }),
  },
)

interface ModelBatch {
  readonly baseOffset: number
  readonly nextOffset: number
  readonly bytes: Uint8Array
  readonly timestamps: readonly number[]
  /** −1 for batches without producer. */
  readonly baseSequence: number
}

/** What the model needs of the log's surroundings. */
export interface ModelHost {
  reopen(log: OwnedPartitionLog, isClean: boolean): Promise<OwnedPartitionLog>
  retain(log: PartitionLog, bytes: number): Promise<void>
}

/** A log as a list of batches. Each step does the same to the real log, and compares. */
export class LogModel {
  log: OwnedPartitionLog
  readonly #host: ModelHost
  #batches: ModelBatch[]
  #startOffset: number
  #endOffset: number
  #nextSequence: number
  #seed: number

  constructor(log: OwnedPartitionLog, host: ModelHost) {
    this.log = log
    this.#host = host
    this.#batches = []
    this.#startOffset = 0
    this.#endOffset = 0
    this.#nextSequence = 0
    this.#seed = 0
  }

  async run(step: Command): Promise<void> {
    await this.#do(step)
    same('start offset', this.log.logStartOffset, this.#startOffset)
    same('end offset', this.log.logEndOffset, this.#endOffset)
  }

  /** Every batch, from the start to the end. */
  async checkAll(): Promise<void> {
    let at = this.#startOffset
    while (at < this.#endOffset) {
      const next = await this.#checkRead(at, 3000, this.#endOffset, true)
      if (next === at) throw new Error(`a read at ${at} gives nothing`)
      at = next
    }
  }

  #do(step: Command): Promise<unknown> {
    switch (step.kind) {
      case 'append':
        return this.#append(batchOf({ ...step, seed: this.#nextSeed() }), -1)
      case 'appendSequenced':
        return this.#appendSequenced(step.count, step.valueBytes)
      case 'repeat':
        return this.#repeat()
      case 'skipSequence':
        return this.#skipSequence()
      case 'roll':
        return this.log.roll()
      case 'flush':
        return this.log.flush('flush')
      case 'read':
        return this.#read(step)
      case 'lookUp':
        return this.#lookUp(step.timestamp)
      case 'latest':
        return this.#latest()
      case 'deleteRecords':
        return this.#deleteRecords(this.#offsetAt(step.at))
      case 'retain':
        return this.#retain(step.bytes)
      case 'truncate':
        return this.#truncate(step.at)
      case 'restart':
        return this.#restart(step.isClean)
    }
  }

  #nextSeed(): number {
    this.#seed += 1
    return this.#seed
  }

  #offsetAt(share: number): number {
    return this.#startOffset + Math.floor((this.#endOffset - this.#startOffset) * share)
  }

  async #append(bytes: Uint8Array, baseSequence: number): Promise<void> {
    const outcome = await append(this.log, bytes, { leaderEpoch: 3 })
    same('error', outcome.errorCode, 0)
    same('base offset', outcome.baseOffset, this.#endOffset)
    const stored = Buffer.from(bytes)
    stored.writeBigInt64BE(BigInt(this.#endOffset))
    stored.writeInt32BE(3, 12)
    const batch = new BatchView(stored)
    this.#batches.push({
      baseOffset: this.#endOffset,
      nextOffset: batch.nextOffset,
      bytes: stored,
      timestamps: Array.from(
        { length: batch.recordsCount },
        (_, index) => batch.baseTimestamp + index,
      ),
      baseSequence,
    })
    this.#endOffset = batch.nextOffset
  }

  async #appendSequenced(count: number, bytes: number): Promise<void> {
    const sequence = this.#nextSequence
    const options = { valueBytes: bytes, seed: this.#nextSeed(), timestamp: 1050 }
    await this.#append(sequenced(sequence, count, options), sequence)
    this.#nextSequence += count
  }

  #lastSequenced(): ModelBatch | undefined {
    return this.#batches.findLast((batch) => batch.baseSequence >= 0)
  }

  async #repeat(): Promise<void> {
    const last = this.#lastSequenced()
    if (last === undefined) return
    const outcome = await append(this.log, last.bytes, { leaderEpoch: 3 })
    same('duplicate', outcome.isDuplicate, true)
    same('its offset', outcome.baseOffset, last.baseOffset)
  }

  async #skipSequence(): Promise<void> {
    if (this.#lastSequenced() === undefined) return
    const outcome = await append(this.log, sequenced(this.#nextSequence + 1))
    same('gap refused', outcome.errorCode, 45)
  }

  async #read(step: Command & { kind: 'read' }): Promise<void> {
    const at = this.#offsetAt(step.at)
    const upTo = Math.max(at, this.#offsetAt(step.upTo))
    await this.#checkRead(at, step.maxBytes, upTo, step.minOneBatch)
  }

  /** The answer must be a beginning of what the model would give, and something if that is. */
  async #checkRead(
    at: number,
    maxBytes: number,
    upTo: number,
    minOneBatch: boolean,
  ): Promise<number> {
    const expected: Uint8Array[] = []
    let bytes = 0
    for (const batch of this.#batches) {
      if (batch.nextOffset <= at) continue
      if (batch.nextOffset > upTo) break
      const isFirst = expected.length === 0
      if (bytes + batch.bytes.length > maxBytes && !(isFirst && minOneBatch)) break
      expected.push(batch.bytes)
      bytes += batch.bytes.length
    }
    const got = await read(this.log, at, { maxBytes, upTo: offset(upTo), minOneBatch })
    same('read error', got.errorCode, 0)
    const whole = Buffer.concat(expected)
    same('read bytes', Buffer.compare(got.bytes, whole.subarray(0, got.bytes.length)), 0)
    same('read something', got.bytes.length > 0, whole.length > 0)
    return got.nextOffset
  }

  async #lookUp(timestamp: number): Promise<void> {
    let expected: number[] = []
    for (const batch of this.#batches) {
      const index = batch.timestamps.findIndex(
        (time, delta) => time >= timestamp && batch.baseOffset + delta >= this.#startOffset,
      )
      if (index < 0) continue
      expected = [batch.baseOffset + index, batch.timestamps[index]!]
      break
    }
    const found = await this.log.offsetForTimestamp(timestamp, this.log.logEndOffset)
    same(`look-up of ${timestamp}`, found === null ? [] : [found.offset, found.timestamp], expected)
  }

  async #latest(): Promise<void> {
    const found = await this.log.maxTimestampOffset()
    const times = this.#batches.flatMap((batch) => batch.timestamps)
    if (times.length > 0 && found !== null) {
      same('found by its time', times.includes(found.timestamp), true)
    }
  }

  async #deleteRecords(at: number): Promise<void> {
    same('deleted to', await this.log.deleteRecordsBefore(offset(at)), at)
    this.#startOffset = at
    this.#forget()
  }

  #forget(): void {
    this.#batches = this.#batches.filter((batch) => batch.nextOffset > this.#startOffset)
  }

  async #retain(bytes: number): Promise<void> {
    const before = this.#startOffset
    await this.#host.retain(this.log, bytes)
    this.#startOffset = this.log.logStartOffset
    same('start only grows', this.#startOffset >= before, true)
    if (this.#startOffset > before) same('enough is kept', this.log.sizeBytes >= bytes, true)
    this.#forget()
  }

  /** At a batch's beginning, where replication and raft cut. */
  async #truncate(share: number): Promise<void> {
    const batch = this.#batches[Math.floor(this.#batches.length * share)]
    if (batch === undefined || batch.baseOffset < this.#startOffset) return
    await this.log.truncateTo(offset(batch.baseOffset))
    this.#batches = this.#batches.filter((other) => other.nextOffset <= batch.baseOffset)
    this.#endOffset = batch.baseOffset
    const last = this.#lastSequenced()
    if (last !== undefined) this.#nextSequence = last.baseSequence + last.timestamps.length
    // A state that the log no longer holds batches of may live on in memory.
    else this.#nextSequence = (this.log.activeProducers()[0]?.lastSequence ?? -1) + 1
  }

  async #restart(isClean: boolean): Promise<void> {
    this.log = await this.#host.reopen(this.log, isClean)
    const known = this.log.activeProducers()[0]?.lastSequence
    if (known !== undefined) same('next sequence', known + 1, this.#nextSequence)
    else same('producer of a batch is known', this.#lastSequenced(), undefined)
  }
}

function same(what: string, got: unknown, expected: unknown): void {
  const [one, other] = [JSON.stringify(got), JSON.stringify(expected)]
  if (one !== other) throw new Error(`${what}: got ${one}, the model says ${other}`)
}
