import { buildBatch, javaHash } from '@samsa/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mostVotes } from '../../src/coordinator/group/classic/most-votes.ts'
import { clientHostOf } from '../../src/coordinator/group/client-host.ts'
import { isOtherTopic } from '../../src/coordinator/group/group-records.ts'
import { BATCH_OVERHEAD_BYTES, recordBytesMax } from '../../src/coordinator/runtime/record-size.ts'
import { tools, topicIdOf } from './support/group-bench.ts'

test.each([
  ['127.0.0.1', '/127.0.0.1'],
  ['::ffff:10.0.0.7', '/10.0.0.7'],
  ['::1', '/0:0:0:0:0:0:0:1'],
  ['::', '/0:0:0:0:0:0:0:0'],
  ['fe80::0a:1%eth0', '/fe80:0:0:0:0:0:a:1%eth0'],
  ['2001:db8:0:0:1::', '/2001:db8:0:0:1:0:0:0'],
])('the address %s is written into groups as %s', (host, text) => {
  expect(clientHostOf(host)).toBe(text)
})

test('a tie of votes ends the same way, in whatever order they were cast', () => {
  expect(mostVotes(new Map())).toBeUndefined()
  const names = ['range', 'roundrobin', 'sticky', 'cooperative-sticky']
  const votes = names.map((name) => [name, 1] as const)
  expect(new Set(names.map(javaHash)).size).toBe(names.length)
  expect(mostVotes(new Map(votes))).toBe(mostVotes(new Map(votes.toReversed())))
  expect(mostVotes(new Map([...votes, ['range', 2]]))).toBe('range')
  // What Apache Kafka 4.3.1 chose for a member that prefers each.
  expect(
    mostVotes(
      new Map([
        ['range', 1],
        ['rr', 1],
      ]),
    ),
  ).toBe('rr')
})

test('a topic is another one only where both ids say so', () => {
  const none = 'AAAAAAAAAAAAAAAAAAAAAA' as ReturnType<typeof topicIdOf>
  expect(isOtherTopic(topicIdOf(1), topicIdOf(2))).toBe(true)
  expect(isOtherTopic(topicIdOf(1), topicIdOf(1))).toBe(false)
  expect(isOtherTopic(none, topicIdOf(1))).toBe(false)
  expect(isOtherTopic(topicIdOf(1), none)).toBe(false)
})

test('a batch takes no more than its records were said to take, and little less', () => {
  const record = fc.record({
    key: fc.uint8Array({ maxLength: 200 }),
    value: fc.option(fc.uint8Array({ maxLength: 20_000 })),
  })
  fc.assert(
    fc.property(fc.array(record, { minLength: 1, maxLength: 20 }), (records) => {
      const stamped = records.map((each) => ({ ...each, timestamp: 1_750_000_000_000 }))
      const { length } = buildBatch(tools, {}, stamped)
      const said = records.reduce((sum, each) => sum + recordBytesMax(each), BATCH_OVERHEAD_BYTES)
      expect(length).toBeLessThanOrEqual(said)
      expect(said - length).toBeLessThanOrEqual(5 * records.length)
    }),
  )
})
