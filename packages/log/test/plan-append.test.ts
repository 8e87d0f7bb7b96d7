import { ErrorCode, patchOffsets } from '@samsa/protocol'
import { expect, test } from 'vitest'
import { batchOf, sequenced } from './support/batches.ts'
import { learn, planOf, planState, producer7 } from './support/plan-state.ts'

const SEQUENCE_MAX = 0x7fffffff

test('entries get consecutive offsets from the log end on', () => {
  const plan = planOf(planState({ logEndOffset: 40 }), [batchOf({ count: 3 }), batchOf()])
  expect(plan.outcomes.map((outcome) => [outcome.baseOffset, outcome.lastOffset])).toEqual([
    [40, 42],
    [43, 43],
  ])
  expect(plan.endOffset).toBe(44)
  expect(plan.takenCount).toBe(2)
})

test('planning touches neither the batches nor the state', () => {
  const state = planState({ logEndOffset: 40 })
  const batch = sequenced(0, 3)
  const before = Buffer.from(batch)
  planOf(state, [batch, batch, sequenced(3)])
  expect(Buffer.compare(batch, before)).toBe(0)
  expect(state.producers.size).toBe(0)
})

test('replicated batches keep their offsets, gaps included, and may not go back', () => {
  const state = planState({ logEndOffset: 40 })
  const plan = planOf(
    state,
    [batchOf({ baseOffset: 44, count: 2 }), batchOf({ baseOffset: 44 })],
    'replication',
  )
  expect(plan.outcomes.map((outcome) => [outcome.errorCode, outcome.baseOffset])).toEqual([
    [ErrorCode.NONE, 44],
    [ErrorCode.OFFSET_OUT_OF_RANGE, -1],
  ])
  expect(plan.endOffset).toBe(46)
})

test('a group ends before its bytes or pieces pass the bound, but holds one entry at least', () => {
  const batch = batchOf({ valueBytes: 500 })
  const bytes = { groupBytesMax: batch.length * 2 + 1 }
  expect(planOf(planState(bytes), [batch, batch, batch]).takenCount).toBe(2)
  expect(planOf(planState({ groupPiecesMax: 2 }), [batch, batch, batch]).takenCount).toBe(2)
  expect(planOf(planState({ groupBytesMax: 10 }), [batch, batch]).takenCount).toBe(1)
})

test('a producer without state may begin with any sequence', () => {
  const plan = planOf(planState(), [sequenced(4711)])
  expect(plan.outcomes[0]!.errorCode).toBe(ErrorCode.NONE)
})

test('a producer goes on at the next sequence, and at no other', () => {
  const state = planState()
  learn(state, sequenced(7, 8))
  const codes = (sequence: number): number =>
    planOf(state, [sequenced(sequence)]).outcomes[0]!.errorCode
  expect(codes(15)).toBe(ErrorCode.NONE)
  expect(codes(16)).toBe(ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER)
  expect(codes(14)).toBe(ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER)
})

test('the last five batches of a producer are known when they come again', () => {
  const state = planState()
  for (let index = 0; index < 6; index += 1) {
    const batch = sequenced(index * 2, 2, { timestamp: 5000 + index })
    patchOffsets(batch, 0, index * 10, 0)
    learn(state, batch)
  }
  for (let index = 1; index < 6; index += 1) {
    const outcome = planOf(state, [sequenced(index * 2, 2)]).outcomes[0]!
    expect(outcome).toMatchObject({
      errorCode: ErrorCode.NONE,
      baseOffset: index * 10,
      lastOffset: index * 10 + 1,
      logAppendTimeMs: 5001 + index,
      isDuplicate: true,
    })
  }
  const forgotten = planOf(state, [sequenced(0, 2)]).outcomes[0]!
  expect(forgotten.errorCode).toBe(ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER)
})

test('a repeat within one group is answered with the offsets of the first', () => {
  const plan = planOf(planState({ logEndOffset: 9 }), [sequenced(0, 2), sequenced(0, 2)])
  expect(plan.outcomes[1]).toMatchObject({ baseOffset: 9, lastOffset: 10, isDuplicate: true })
  expect(plan.pieces.length).toBe(1)
  expect(plan.endOffset).toBe(11)
})

test('sequences wrap from the largest int32 to zero', () => {
  const state = planState()
  learn(state, sequenced(SEQUENCE_MAX - 1, 2))
  expect(planOf(state, [sequenced(0)]).outcomes[0]!.errorCode).toBe(ErrorCode.NONE)
  const across = planState()
  learn(across, sequenced(SEQUENCE_MAX - 1, 4))
  expect(planOf(across, [sequenced(2)]).outcomes[0]!.errorCode).toBe(ErrorCode.NONE)
  expect(planOf(across, [sequenced(SEQUENCE_MAX - 1, 4)]).outcomes[0]!.isDuplicate).toBe(true)
})

test('a newer epoch begins at sequence zero and forgets the older batches', () => {
  const state = planState()
  learn(state, sequenced(0, 2))
  const bumped = (sequence: number): Uint8Array => sequenced(sequence, 2, { producerEpoch: 1 })
  const late = planOf(state, [bumped(2)]).outcomes[0]!
  expect(late.errorCode).toBe(ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER)
  const plan = planOf(state, [bumped(0), bumped(2), sequenced(2, 2)])
  expect(plan.outcomes.map((outcome) => outcome.errorCode)).toEqual([
    ErrorCode.NONE,
    ErrorCode.NONE,
    ErrorCode.INVALID_PRODUCER_EPOCH,
  ])
})

test('an older epoch is fenced', () => {
  const state = planState()
  learn(state, sequenced(0, 1, { producerEpoch: 3 }))
  const outcome = planOf(state, [sequenced(1, 1, { producerEpoch: 2 })]).outcomes[0]!
  expect(outcome.errorCode).toBe(ErrorCode.INVALID_PRODUCER_EPOCH)
})

test('a plain write inside an open transaction is refused', () => {
  const state = planState()
  learn(state, sequenced(0, 1, { isTransactional: true }))
  expect(planOf(state, [sequenced(1)]).outcomes[0]!.errorCode).toBe(ErrorCode.INVALID_TXN_STATE)
  const inside = planOf(state, [sequenced(1, 1, { isTransactional: true })])
  expect(inside.outcomes[0]!.errorCode).toBe(ErrorCode.NONE)
})

test('what followers copy is learned without being judged', () => {
  const state = planState()
  learn(state, sequenced(0))
  const plan = planOf(state, [sequenced(90, 1, { baseOffset: 5 })], 'replication')
  expect(plan.outcomes[0]!.errorCode).toBe(ErrorCode.NONE)
  state.producerState.apply(plan.producerUpdates[0]!)
  expect(state.producers.get(producer7)!.lastSequence).toBe(90)
})

test('a refused entry leaves no trace in the entries behind it', () => {
  const state = planState({ logEndOffset: 5 })
  learn(state, sequenced(0))
  const plan = planOf(state, [sequenced(3), sequenced(1), batchOf()])
  expect(plan.outcomes.map((outcome) => [outcome.errorCode, outcome.baseOffset])).toEqual([
    [ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER, -1],
    [ErrorCode.NONE, 5],
    [ErrorCode.NONE, 6],
  ])
})

test('an entry larger than a segment is refused', () => {
  const plan = planOf(planState({ segmentBytes: 100 }), [batchOf({ valueBytes: 200 }), batchOf()])
  expect(plan.outcomes[0]!.errorCode).toBe(ErrorCode.RECORD_LIST_TOO_LARGE)
  expect(plan.outcomes[1]!.errorCode).toBe(ErrorCode.NONE)
})

test.each([
  ['the segment would pass its size', { segmentSizeBytes: 950, segmentBytes: 1000 }],
  ['an index is full', { segmentSizeBytes: 100, indexRoom: 0 }],
  ['the first batch is too old', { segmentSizeBytes: 100, firstTimestamp: 10, segmentMs: 900 }],
  [
    'the segment without timestamps is too old',
    { segmentSizeBytes: 100, createdMs: 50, segmentMs: 900 },
  ],
  ['offsets pass the relative range', { logEndOffset: 2 ** 31 }],
])('the log rolls first when %s', (_why, options) => {
  const plan = planOf(planState(options), [batchOf()])
  expect([plan.rollsFirst, plan.takenCount]).toEqual([true, 0])
})

test('a group ends where the next entry needs a roll', () => {
  const batch = batchOf()
  const state = planState({ segmentSizeBytes: 100, segmentBytes: 100 + batch.length * 2 })
  const plan = planOf(state, [batch, batch, batch])
  expect([plan.rollsFirst, plan.takenCount]).toEqual([false, 2])
})

test('an index entry is made before the batch that follows more than an interval', () => {
  const batch = batchOf({ valueBytes: 2000 })
  const plan = planOf(planState(), [batch, batch, batch, batch, batch, batch, batch])
  const size = batch.length
  expect(plan.indexEntries.map((entry) => [entry.lastOffset, entry.position])).toEqual([
    [2, size * 2],
    [4, size * 4],
    [6, size * 6],
  ])
})

test('a time index entry names the last offset of the first batch with the largest time', () => {
  const batch = (timestamp: number): Uint8Array =>
    batchOf({ valueBytes: 2000, count: 2, timestamp })
  const plan = planOf(planState(), [batch(50), batch(90), batch(70), batch(90)])
  expect(plan.indexEntries.at(-1)).toMatchObject({ maxTimestamp: 91, maxTimestampOffset: 3 })
})

test('a new leader epoch is noted where its first batch lies', () => {
  const state = planState({ logEndOffset: 10, latestLeaderEpoch: 3 })
  const batches = [
    batchOf({ baseOffset: 10, leaderEpoch: 3 }),
    batchOf({ baseOffset: 11, leaderEpoch: 5 }),
  ]
  const plan = planOf(state, [Buffer.concat(batches)], 'replication')
  expect(plan.epochStarts).toEqual([{ epoch: 5, startOffset: 11 }])
})
