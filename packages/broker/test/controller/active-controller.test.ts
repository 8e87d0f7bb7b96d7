import { AssertionError, Completion, leaderEpoch } from '@samsa/base'
import { ErrorCode } from '@samsa/protocol'
import { type MetadataRecord, RaftBatchTooLargeError } from '@samsa/raft'
import { expect, test } from 'vitest'
import { ActiveController } from '../../src/controller/active-controller.ts'
import type { ControllerOperation } from '../../src/controller/controller.ts'
import type { Admission } from '../../src/dispatch/handler.ts'
import { emptyImage } from '../../src/metadata/empty-image.ts'
import { MetadataReplayError } from '../../src/metadata/errors.ts'
import { ListInterner } from '../../src/metadata/interner.ts'
import { CountingRandom, StillClock, testUuid } from '../metadata/support/fixed-doors.ts'
import { MemoryRaft } from '../metadata/support/memory-raft.ts'
import { partition, removal, topic } from '../metadata/support/records.ts'
import { ControllerBench } from './support/controller-bench.ts'

/** Writes what it is given, and answers with how many topics it saw. */
function writing(
  records: readonly MetadataRecord[],
  isAtomic: boolean = true,
): ControllerOperation<number> {
  return {
    name: 'writing',
    decide: (image) => ({ records, response: image.topics.size, isAtomic }),
  }
}

/** What an admission came to, in the order in which it did. */
function heard(label: string, admission: Admission<unknown>, log: string[]): void {
  admission.effect?.whenSettled(
    () => log.push(`${label} effect`),
    () => {},
  )
  const { response } = admission
  if (response instanceof Completion) {
    response.whenSettled(
      (value) => log.push(`${label} ${String(value)}`),
      () => {},
    )
  } else log.push(`${label} ${String(response)} at once`)
}

test('an answer waits until its records are committed and in the image', () => {
  const bench = new ControllerBench()
  const log: string[] = []
  const admission = bench.controller.submit(writing([topic('a', testUuid(1))]))
  heard('create', admission, log)
  expect(log).toEqual([])
  expect(bench.image.topics.size).toBe(0)
  bench.commit()
  expect(bench.image.topics.size).toBe(1)
  expect(log).toEqual(['create effect', 'create 0'])
})

test('a decision is made on what earlier ones decided, committed or not', () => {
  const bench = new ControllerBench()
  const log: string[] = []
  for (const [index, name] of ['a', 'b', 'c'].entries()) {
    heard(name, bench.controller.submit(writing([topic(name, testUuid(index + 1))])), log)
  }
  expect(bench.controller.image?.topics.size).toBe(3)
  expect(bench.image.topics.size).toBe(0)
  bench.commit()
  expect(log.filter((line) => !line.endsWith('effect'))).toEqual(['a 0', 'b 1', 'c 2'])
})

test('a decision without records is answered at once when nothing is pending', () => {
  const bench = new ControllerBench()
  const log: string[] = []
  heard('read', bench.controller.submit(writing([])), log)
  expect(log).toEqual(['read 0 at once'])
})

test('a decision without records waits for what it may have read: nothing uncommitted is told', () => {
  const bench = new ControllerBench()
  const log: string[] = []
  heard('create', bench.controller.submit(writing([topic('a', testUuid(1))])), log)
  heard('read', bench.controller.submit(writing([])), log)
  expect(log).toEqual([])
  bench.commit()
  expect(log).toEqual(['create effect', 'create 0', 'read effect', 'read 1'])
})

test('records that contradict the image never reach the log', () => {
  const bench = new ControllerBench()
  const before = bench.raft.batches.length
  const image = bench.controller.image
  const bad = writing([topic('a', testUuid(1)), removal(testUuid(9))])
  expect(() => bench.controller.submit(bad)).toThrow(MetadataReplayError)
  expect(bench.raft.batches).toHaveLength(before)
  expect(bench.controller.image).toBe(image)
  bench.run(writing([topic('a', testUuid(1))]))
  expect(bench.image.topics.size).toBe(1)
})

test('what does not fit the log is refused, and the state is as before', () => {
  const bench = new ControllerBench()
  const append = bench.raft.append.bind(bench.raft)
  bench.raft.append = () => {
    throw new RaftBatchTooLargeError(9, 8)
  }
  const image = bench.controller.image
  const { response, effect } = bench.controller.submit(
    writing([topic('a', testUuid(1))]),
    (errorCode) => errorCode,
  )
  expect([response, effect]).toEqual([ErrorCode.POLICY_VIOLATION, undefined])
  expect(bench.controller.image).toBe(image)
  bench.raft.append = append
  bench.run(writing([topic('a', testUuid(1))]))
})

test('atomic decisions are one batch however many records; others are cut at 10,000', () => {
  const bench = new ControllerBench()
  const records = (id: number): MetadataRecord[] => [
    topic(`t${id}`, testUuid(id)),
    ...Array.from({ length: 14_999 }, (_, number) => partition(testUuid(id), number)),
  ]
  bench.run(writing(records(1)))
  bench.run(writing(records(2), false))
  const sizes = bench.raft.batches.slice(1).map((batch) => batch.records.length)
  expect(sizes).toEqual([15_000, 10_000, 5000])
})

test('a node that does not lead refuses, and says so', () => {
  const controller = new ActiveController({
    clock: new StillClock(),
    random: new CountingRandom(),
    raft: new MemoryRaft(),
    interner: new ListInterner(),
  })
  const { response } = controller.submit(writing([]), (errorCode) => errorCode)
  expect(response).toBe(ErrorCode.NOT_CONTROLLER)
  expect(() => controller.submit(writing([]))).toThrow(AssertionError)
  controller.activate(emptyImage, leaderEpoch(1), false)
  expect(() => controller.activate(emptyImage, leaderEpoch(2), false)).toThrow(AssertionError)
})

test('a decision is told the offset that its first record will have', () => {
  const bench = new ControllerBench()
  const offsets: number[] = []
  for (const [index, name] of ['a', 'b'].entries()) {
    bench.controller.submit({
      name: 'offset',
      decide: (_image, { nextOffset }) => {
        offsets.push(nextOffset)
        return { records: [topic(name, testUuid(index + 1))], response: undefined }
      },
    })
  }
  expect(offsets).toEqual([1, 2])
  expect(bench.raft.batches.slice(1).map(({ baseOffset }) => baseOffset)).toEqual(offsets)
})
