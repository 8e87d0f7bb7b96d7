import { deepStrictEqual as same } from 'node:assert/strict'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ErrorCode } from '@samsa/protocol'
import type { WriteOperation } from '../../src/coordinator/runtime/operation.ts'
import { ScriptedLog, textRecord, type TextRecord } from './support/scripted-log.ts'
import { ask, textShard, type Answer, type TextState } from './support/text-shard.ts'

/** Room for three of the records below, so that batches are split. */
const BATCH_BYTES_MAX = 61 + 3 * 24

type Step =
  | { readonly kind: 'write'; readonly keys: readonly number[]; readonly isAtomic: boolean }
  | { readonly kind: 'delete'; readonly key: number }
  | { readonly kind: 'read' }
  | { readonly kind: 'commit' }
  | { readonly kind: 'fail'; readonly errorCode: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      keys: fc.array(fc.nat(4), { minLength: 1, maxLength: 5 }),
      isAtomic: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), key: fc.nat(4) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('read' as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('commit' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('fail' as const),
      errorCode: fc.constantFrom(ErrorCode.NOT_LEADER_OR_FOLLOWER, ErrorCode.KAFKA_STORAGE_ERROR),
    }),
  },
)

interface Pending {
  readonly answer: Answer
  readonly response: string
  readonly isAtomic: boolean
  /** Records not committed yet; an operation without any waits for those before it. */
  left: TextRecord[]
}

/**
 * The naive model: what is committed, and a list of operations that are not. A commit takes the
 * records of one batch off the front, a failure throws all operations away.
 */
class Model {
  committed: TextRecord[] = []
  pending: Pending[] = []

  latest(): Record<string, string> {
    return apply([...this.committed, ...this.pending.flatMap(({ left }) => left)])
  }

  commit(batch: readonly TextRecord[]): void {
    const records = [...batch]
    this.committed.push(...records)
    while (records.length > 0) {
      const first = this.pending[0]!
      const taken = records.splice(0, first.left.length)
      same(taken, first.left.splice(0, taken.length))
      if (first.isAtomic) same(first.left, [])
      if (first.left.length > 0) break
      this.#answer()
    }
    while (this.pending[0]?.left.length === 0) this.#answer()
  }

  fail(errorCode: number): void {
    for (const { answer } of this.pending) {
      same(answer.value, `${answer.name} refused ${errorCode}`)
    }
    this.pending = []
  }

  #answer(): void {
    const { answer, response } = this.pending.shift()!
    same(answer.value, response)
  }
}

function apply(records: readonly TextRecord[]): Record<string, string> {
  const state: Record<string, string> = {}
  for (const { key, value } of records) {
    if (value === null) delete state[key]
    else state[key] = value
  }
  return state
}

/** Every write sees the latest state: the value that it writes counts the ones before. */
function increments(name: string, keys: readonly number[], isAtomic: boolean, left: TextRecord[]) {
  const operation: WriteOperation<TextState, string> = {
    name,
    decide(state) {
      const values = new Map<string, number>()
      for (const each of keys) {
        const key = `k${each}`
        const value = (values.get(key) ?? Number(state.texts.get(key) ?? 0)) + 1
        values.set(key, value)
        left.push({ key, value: String(value).padStart(8, '0') })
      }
      return {
        records: left.map(({ key, value }) => textRecord(key, value)),
        response: name,
        isAtomic,
      }
    },
    refused: (errorCode) => `${name} refused ${errorCode}`,
  }
  return operation
}

function operationOf(
  given: Step & { readonly kind: 'write' | 'delete' | 'read' },
  name: string,
  left: TextRecord[],
): WriteOperation<TextState, string> {
  if (given.kind === 'write') return increments(name, given.keys, given.isAtomic, left)
  return {
    name,
    decide() {
      if (given.kind === 'read') return { records: [], response: name }
      left.push({ key: `k${given.key}`, value: null })
      return { records: [textRecord(`k${given.key}`, null)], response: name }
    },
    refused: (errorCode) => `${name} refused ${errorCode}`,
  }
}

test('a shard equals a naive model, whatever is committed, fails, and comes meanwhile', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 50 }), (steps) => {
      const { shard, log } = textShard(new ScriptedLog(BATCH_BYTES_MAX))
      const model = new Model()
      for (const [index, given] of steps.entries()) {
        if (given.kind === 'commit' || given.kind === 'fail') {
          const batch = log.inFlight
          if (batch === undefined) continue
          log.end(given.kind === 'commit' ? 0 : given.errorCode)
          if (given.kind === 'commit') model.commit(batch)
          else model.fail(given.errorCode)
        } else {
          const left: TextRecord[] = []
          const answer = ask(shard, operationOf(given, `op${index}`, left))
          const isAtomic = given.kind !== 'write' || given.isAtomic
          if (left.length > 3 && isAtomic) {
            expect(answer.value).toBe(`op${index} refused ${ErrorCode.MESSAGE_TOO_LARGE}`)
          } else if (left.length === 0 && model.pending.length === 0) {
            expect(answer.value).toBe(`op${index}`)
          } else model.pending.push({ answer, response: `op${index}`, isAtomic, left })
        }
        for (const { answer } of model.pending) expect(answer.value).toBeUndefined()
        expect(shard.state.latest()).toEqual(model.latest())
        expect(log.committed).toEqual(model.committed)
        // Part of an operation that may be split is committed when its batch is.
        expect(shard.state.committed()).toEqual(apply(model.committed))
      }
    }),
    { numRuns: 500 },
  )
})
