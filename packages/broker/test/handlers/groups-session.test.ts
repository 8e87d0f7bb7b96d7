import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { GroupNode } from './support/group-node.ts'
import { GroupsSession } from './support/groups-session.ts'

const recorded = new URL('apache/groups.txt', import.meta.url)

test('requests about groups are answered as Apache Kafka 4.3.1 answered them', async () => {
  using node = new GroupNode({ 'group.initial.rebalance.delay.ms': '300' })
  const answers = await new GroupsSession(node).run()
  expect(answers).toBe(readFileSync(recorded, 'utf8'))
})
