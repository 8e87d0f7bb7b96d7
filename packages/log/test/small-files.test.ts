import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { leaderEpoch, offset, producerId, uuid } from '@samsa/base'
import { describe, expect, test } from 'vitest'
import { formatLeaderEpochs, parseLeaderEpochs } from '../src/checkpoint/leader-epoch-checkpoint.ts'
import {
  formatOffsetCheckpoint,
  parseOffsetCheckpoint,
  readOffsetCheckpoint,
  writeOffsetCheckpoint,
} from '../src/checkpoint/offset-checkpoint.ts'
import {
  deletedDirectoryName,
  offsetOfFileName,
  partitionOfDirectoryName,
} from '../src/files/names.ts'
import { parseCleanShutdown, formatCleanShutdown } from '../src/meta/clean-shutdown.ts'
import {
  formatMetaProperties,
  newDirectoryId,
  parseMetaProperties,
} from '../src/meta/meta-properties.ts'
import { formatPartitionMetadata, parsePartitionMetadata } from '../src/meta/partition-metadata.ts'
import { ProducerBatch, ProducerEntry } from '../src/producer/producer-entry.ts'
import { decodeProducerSnapshot, encodeProducerSnapshot } from '../src/producer/snapshot-format.ts'
import { tools, TOPIC_ID, Workshop } from './support/workshop.ts'

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8')
const entries = [
  { topic: 'orders', partition: 0, offset: offset(42) },
  { topic: 'a.b_c-d', partition: 11, offset: offset(0) },
]

describe('checkpoint files', () => {
  test('are written and read as Apache Kafka writes them', () => {
    const content = '0\n2\norders 0 42\na.b_c-d 11 0\n'
    expect(text(formatOffsetCheckpoint(entries))).toBe(content)
    expect([...parseOffsetCheckpoint(content, 'f')]).toEqual([
      ['orders-0', 42],
      ['a.b_c-d-11', 0],
    ])
    expect(text(formatOffsetCheckpoint([]))).toBe('0\n0\n')
    expect(parseOffsetCheckpoint('0\n0\n', 'f').size).toBe(0)
  })

  test.each([
    ['an empty file', ''],
    ['another version', '1\n0\n'],
    ['no count', '0\n'],
    ['a count that is none', '0\nx\n'],
    ['fewer entries than it says', '0\n2\na 0 1\n'],
    ['more entries than it says', '0\n1\na 0 1\nb 0 1\n'],
    ['a line cut short', '0\n1\na 0\n'],
    ['an offset that is none', '0\n1\na 0 -7\n'],
  ])('are refused by name with %s', (_what, content) => {
    expect(() => parseOffsetCheckpoint(content, '/data/f')).toThrow(/^\/data\/f cannot be read/)
  })

  test('are replaced as a whole, and a left-over of a crash does not matter', async () => {
    await using workshop = new Workshop()
    const { disk, directory } = workshop
    writeFileSync(join(directory, 'f.tmp'), 'longer than what is written after it, and nonsense')
    await writeOffsetCheckpoint(disk, directory, 'f', entries)
    expect(readFileSync(join(directory, 'f'), 'utf8')).toBe('0\n2\norders 0 42\na.b_c-d 11 0\n')
    expect((await readOffsetCheckpoint(disk, directory, 'f')).get('orders-0')).toBe(42)
    expect((await readOffsetCheckpoint(disk, directory, 'absent')).size).toBe(0)
  })

  test('with more partitions than fit the first read come back whole', async () => {
    await using workshop = new Workshop()
    const many = Array.from({ length: 3000 }, (_, partition) => ({
      topic: 'a-topic-with-a-long-name',
      partition,
      offset: offset(partition * 7),
    }))
    await writeOffsetCheckpoint(workshop.disk, workshop.directory, 'f', many)
    const found = await readOffsetCheckpoint(workshop.disk, workshop.directory, 'f')
    expect([found.size, found.get('a-topic-with-a-long-name-2999')]).toEqual([3000, 20_993])
  })

  test('of leader epochs list epoch and start offset', () => {
    const epochs = [
      { epoch: leaderEpoch(0), startOffset: offset(0) },
      { epoch: leaderEpoch(7), startOffset: offset(5_000_000_000) },
    ]
    expect(text(formatLeaderEpochs(epochs))).toBe('0\n2\n0 0\n7 5000000000\n')
    expect(parseLeaderEpochs('0\n2\n0 0\n7 5000000000\n', 'f')).toEqual(epochs)
    expect(() => parseLeaderEpochs('0\n1\n7\n', 'f')).toThrow(/malformed line/)
  })
})

describe('meta.properties', () => {
  const meta = {
    clusterId: 'MkU3OEVBNTcwNTJENDM2Qk',
    nodeId: 3,
    directoryId: uuid('AAAAAAAAAAUAAAAAAAAABg'),
  }

  test('comes back as it was written, and as Apache Kafka writes it', () => {
    expect(parseMetaProperties(formatMetaProperties(meta), 'f')).toEqual(meta)
    const theirs =
      '#\n#Mon Nov 23 03:19:53 UTC 2026\ncluster.id=MkU3OEVBNTcwNTJENDM2Qk\n' +
      'directory.id=AAAAAAAAAAUAAAAAAAAABg\nnode.id=3\nversion=1\n'
    expect(parseMetaProperties(theirs, 'f')).toEqual(meta)
    expect(
      parseMetaProperties(
        theirs.replace('node.id', 'broker.id').replace('version=1', 'version=0'),
        'f',
      ),
    ).toEqual(meta)
  })

  test.each([
    ['version=2', /version 2 is unknown/],
    ['node.id=-1', /node.id is "-1"/],
    ['node.id=x', /node.id is "x"/],
    ['cluster.id=', /cluster.id is missing/],
    ['directory.id=AAAA', /directory.id is "AAAA"/],
    ['directory.id=AAAAAAAAAAAAAAAAAAAAAQ', /directory.id is/],
  ])('is refused with %s', (line, why) => {
    const key = line.split('=')[0]!
    const content = formatMetaProperties(meta).replace(new RegExp(`${key}=.*`), line)
    expect(() => parseMetaProperties(content, 'f')).toThrow(why)
  })

  test('never gets a reserved directory id', () => {
    const ids = ['AAAAAAAAAAAAAAAAAAAAAg', 'AAAAAAAAAAAAAAAAAAAAYw', TOPIC_ID].map(uuid)
    const random = { uuid: () => ids.shift()! } as Parameters<typeof newDirectoryId>[0]
    expect(newDirectoryId(random)).toBe(TOPIC_ID)
  })
})

test('partition.metadata has no newline at its end, and is read with one', () => {
  const content = 'version: 0\ntopic_id: EjRWeJCrze9-3LoJh2VDIQ'
  expect(formatPartitionMetadata(TOPIC_ID)).toBe(content)
  expect(parsePartitionMetadata(`${content}\n`, 'f')).toBe(TOPIC_ID)
  for (const bad of ['', 'version: 1\ntopic_id: x', 'version: 0\ntopic_id: AAAA']) {
    expect(() => parsePartitionMetadata(bad, 'f')).toThrow(/cannot be read/)
  }
})

test('the clean-shutdown marker is a JSON object; any other content has no epoch', () => {
  expect(formatCleanShutdown({ brokerEpoch: 311 })).toBe('{"version":0,"brokerEpoch":311}')
  expect(parseCleanShutdown('{"version":0,"brokerEpoch":311}')).toEqual({ brokerEpoch: 311 })
  for (const other of ['', '{}', 'null', '{"version":0,"brokerEpoch":"x"}', '{"version":1}']) {
    expect(parseCleanShutdown(other)).toEqual({ brokerEpoch: -1 })
  }
})

describe('producer snapshots', () => {
  function entry(): ProducerEntry {
    const made = new ProducerEntry(producerId(4711))
    made.producerEpoch = 3
    made.lastTimestamp = 1_750_000_000_000
    made.addBatch(new ProducerBatch(9, offset(20), 4, 1_750_000_000_000))
    return made
  }

  test('come back with the last batch of each producer', () => {
    const bytes = encodeProducerSnapshot([entry()], tools.checksum)
    const [found] = decodeProducerSnapshot(bytes, tools.checksum, 'f')
    expect([found!.producerId, found!.lastSequence, found!.batches[0]!.firstSequence]).toEqual([
      4711, 9, 5,
    ])
  })

  test('are refused when a byte is changed or missing, never read wrong', () => {
    const bytes = encodeProducerSnapshot([entry()], tools.checksum)
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Uint8Array.from(bytes)
      changed[at] = changed[at]! ^ 0x10
      expect(() => decodeProducerSnapshot(changed, tools.checksum, 'f')).toThrow(/cannot be read/)
      const cut = bytes.subarray(0, at)
      expect(() => decodeProducerSnapshot(cut, tools.checksum, 'f')).toThrow(/cannot be read/)
    }
  })
})

test('names of files and directories say what they are, and others say nothing', () => {
  expect(offsetOfFileName('00000000000000000042.log', '.log')).toBe(42)
  for (const other of ['42.log', '00000000000000000042.log.deleted', '99999999999999999999.log']) {
    expect(offsetOfFileName(other, '.log')).toBe(-1)
  }
  expect(partitionOfDirectoryName('a-b-12')).toEqual({ topic: 'a-b', partition: 12 })
  for (const other of ['a', 'a-', '-1', 'a-01', 'a-1-delete', 'meta.properties', 'a-9999999999']) {
    expect(partitionOfDirectoryName(other)).toBeUndefined()
  }
  const name = deletedDirectoryName('t'.repeat(249), 3, TOPIC_ID)
  expect([
    name.length,
    name.endsWith('-3.123456789 0abcdef7edcba0987654321-delete'.replace(' ', '')),
  ]).toEqual([255, true])
})
