import { Completion, NO_OFFSET, offset, type LeaderEpoch } from '@samsa/base'
import type { CoordinatorRecord } from '../../../src/coordinator/runtime/operation.ts'
import type { ShardLog } from '../../../src/coordinator/runtime/shard.ts'
import type { InternalAppend } from '../../../src/replica/partition.ts'

export interface TextRecord {
  readonly key: string
  /** Null is a tombstone. */
  readonly value: string | null
}

interface Append {
  readonly records: readonly TextRecord[]
  readonly completion: Completion<InternalAppend>
}

export const textRecord = (key: string, value: string | null): CoordinatorRecord => ({
  key: Buffer.from(key),
  value: value === null ? null : Buffer.from(value),
})

export const textOf = ({ key, value }: CoordinatorRecord): TextRecord => ({
  key: Buffer.from(key).toString(),
  value: value === null ? null : Buffer.from(value).toString(),
})

/** A shard's log whose appends end when and how the test says. */
export class ScriptedLog implements ShardLog {
  batchBytesMax: number
  /** Batches that are committed, in order. */
  readonly batches: (readonly TextRecord[])[] = []
  /** Ends appends by itself, at once. */
  isImmediate = false
  #built: readonly TextRecord[] = []
  #inFlight: Append | undefined

  constructor(batchBytesMax: number = 1_048_588) {
    this.batchBytesMax = batchBytesMax
  }

  get committed(): readonly TextRecord[] {
    return this.batches.flat()
  }

  get inFlight(): readonly TextRecord[] | undefined {
    return this.#inFlight?.records
  }

  buildBatch(records: readonly CoordinatorRecord[]): Uint8Array {
    this.#built = records.map(textOf)
    return new Uint8Array(1)
  }

  append(_batch: Uint8Array, _leaderEpoch: LeaderEpoch): Completion<InternalAppend> {
    if (this.#inFlight !== undefined) throw new Error('two writes are in flight')
    const append = { records: this.#built, completion: new Completion<InternalAppend>() }
    this.#inFlight = append
    if (this.isImmediate) this.end(0)
    return append.completion
  }

  /** The append in flight is committed (`errorCode` 0) or refused. */
  end(errorCode: number): void {
    const append = this.#inFlight
    if (append === undefined) throw new Error('nothing is in flight')
    this.#inFlight = undefined
    const baseOffset = offset(this.committed.length)
    if (errorCode !== 0) {
      append.completion.resolve({ errorCode, baseOffset: NO_OFFSET, lastOffset: NO_OFFSET })
      return
    }
    this.batches.push(append.records)
    const lastOffset = offset(this.committed.length - 1)
    append.completion.resolve({ errorCode, baseOffset, lastOffset })
  }

  /** It broke instead of answering. */
  breakDown(error: Error): void {
    const append = this.#inFlight
    this.#inFlight = undefined
    append?.completion.reject(error)
  }
}
