import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { BatchWalker, ErrorCode } from '@samsa/protocol'
import { describe, expect, test } from 'vitest'
import { GroupBench } from './support/group-bench.ts'
import { MemoryPartition } from './support/memory-partition.ts'

const kit = process.env['SAMSA_PEERS_KIT']
const reason = 'SAMSA_PEERS_KIT is not set'

interface ExpectedGroup {
  readonly type: string
  readonly protocol: string
  readonly state: string
  readonly offsets: Readonly<Record<string, { readonly offset: number }>>
}

/** A partition of `__consumer_offsets` as Apache Kafka left it. */
function partitionOf(directory: string): MemoryPartition {
  const partition = new MemoryPartition()
  for (const file of readdirSync(directory).filter((name) => name.endsWith('.log'))) {
    const walker = new BatchWalker(readFileSync(join(directory, file)))
    while (walker.next()) {
      const { bytes, position, sizeBytes } = walker.batch
      partition.append(Uint8Array.from(bytes.subarray(position, position + sizeBytes)))
    }
  }
  return partition
}

describe('what Apache Kafka 4.3.1 has written', () => {
  test.for(['single-clean', 'quorum-clean'])(
    '%s: its classic groups and the offsets of all its groups are read as its own clients read them',
    async (sample, { skip }) => {
      skip(kit === undefined, reason)
      const root = join(kit!, 'data-samples', sample)
      const node = join(root, 'data', 'node1')
      const expected = JSON.parse(
        readFileSync(join(root, 'expect', 'groups.json'), 'utf8'),
      ) as Record<string, ExpectedGroup>
      // Their offsets are in another topic.
      for (const [groupId, { type }] of Object.entries(expected)) {
        if (type === 'Share') delete expected[groupId]
      }
      const seen = new Map<string, GroupBench>()
      for (const name of readdirSync(node).filter((it) => it.startsWith('__consumer_offsets-'))) {
        const bench = await GroupBench.start({}, { partition: partitionOf(join(node, name)) })
        for (const groupId of Object.keys(expected)) {
          if (Object.keys(bench.offsets(groupId).now).length > 0) seen.set(groupId, bench)
        }
      }
      for (const [groupId, { type, protocol, state, offsets }] of Object.entries(expected)) {
        const bench = seen.get(groupId)!
        const told = Object.entries(offsets).map(([name, { offset }]) => [name, offset])
        expect(bench.offsets(groupId).now).toEqual(Object.fromEntries(told))
        const described = bench.coordinator.describeGroup(groupId, 6)
        if (type === 'Classic') {
          expect(described).toMatchObject({ groupState: state, protocolType: protocol })
          expect(bench.groups()).toContain(groupId)
        } else {
          expect(described.errorCode).toBe(ErrorCode.GROUP_ID_NOT_FOUND)
          expect(bench.groups()).not.toContain(groupId)
        }
      }
    },
  )
})
