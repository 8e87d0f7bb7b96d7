import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BrokerProcess } from '../support/broker-process.ts'
import { PlainClient } from '../support/plain-client.ts'
import { ApacheServer } from './support/apache-server.ts'
import { codecs } from './support/judge.ts'
import {
  CODEC_RECORDS,
  ORDERS,
  ROLLED_BATCHES,
  TRIMMED_RECORDS,
  writeStory,
  type Story,
} from './support/directory-story.ts'
import { lookAt, type View } from './support/directory-view.ts'
import { dump, filesIn, type Dump } from './support/dump-log.ts'
import { freePortPair } from './support/free-port.ts'

const kit = process.env['SAMSA_PEERS_KIT']
const reason = 'Apache Kafka is not here: SAMSA_PEERS_KIT is not set'
const MINUTES_5_MS = 300_000
/** Exit code of a JVM that a SIGTERM ended in order. */
const SIGTERM_OF_JVM = 143

/** The directory's way: Samsa writes, Apache takes over a copy, Samsa takes over what Apache left. */
interface Journey {
  readonly story: Story
  /** What Samsa wrote and nobody else touched. */
  readonly written: string
  readonly samsa: View
  readonly samsaExit: number | null
  readonly apache: View
  readonly apacheExit: number | null
  readonly samsaAgain: View
}

/** One address for all three, since the quorum's voters know the controller by it. */
function listenersAt(port: number): string {
  return `listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${port + 1}`
}

async function onSamsa(
  data: string,
  port: number,
  use: (broker: BrokerProcess) => Promise<void>,
): Promise<number | null> {
  const broker = await BrokerProcess.start({ data, overrides: [listenersAt(port)] })
  try {
    await use(broker)
    return await broker.stop()
  } finally {
    await broker.dispose()
  }
}

async function onApache(
  at: { readonly kit: string; readonly folder: string; readonly data: string },
  port: number,
  use: () => Promise<void>,
): Promise<number | null> {
  const properties = [
    'process.roles=broker,controller',
    'node.id=1',
    listenersAt(port),
    'controller.listener.names=CONTROLLER',
    `controller.quorum.bootstrap.servers=127.0.0.1:${port + 1}`,
    `log.dirs=${at.data}`,
    'offsets.topic.replication.factor=1',
    'group.initial.rebalance.delay.ms=0',
  ]
  const server = await ApacheServer.start(at.kit, at.folder, properties, port)
  try {
    await use()
    return await server.stop()
  } finally {
    await server.stop()
  }
}

async function travel(kitPath: string, folder: string): Promise<Journey> {
  const port = await freePortPair()
  const place = { kit: kitPath, folder, port }
  const [written, copy] = [join(folder, 'samsa'), join(folder, 'apache')]
  const views: View[] = []
  let story: Story | undefined
  const look = async (): Promise<void> => {
    if (story === undefined) throw new Error('there is no story')
    views.push(await lookAt(place, story, views.length))
  }
  const samsaExit = await onSamsa(written, port, async ({ bootstrap }) => {
    const client = await PlainClient.open({ host: '127.0.0.1', port })
    story = await writeStory(client, bootstrap)
    client.close()
    await look()
  })
  await cp(written, copy, { recursive: true })
  const apacheExit = await onApache({ kit: kitPath, folder, data: copy }, port, look)
  await onSamsa(copy, port, look)
  const [samsa, apache, samsaAgain] = views
  if (story === undefined || samsa === undefined || apache === undefined) throw new Error(reason)
  if (samsaAgain === undefined) throw new Error('there was no third look')
  return { story, written, samsa, samsaExit, apache, apacheExit, samsaAgain }
}

describe('a directory of Samsa, taken over by Apache Kafka and back', () => {
  let folder: string | undefined
  let journey: Journey | undefined

  beforeAll(async () => {
    if (kit === undefined) return
    folder = await mkdtemp(join(tmpdir(), 'samsa-directory-'))
    journey = await travel(kit, folder)
  }, MINUTES_5_MS)

  afterAll(async () => {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true })
  })

  function travelled(): Journey {
    if (journey === undefined) throw new Error(reason)
    return journey
  }

  test('is left cleanly by both', ({ skip }) => {
    skip(kit === undefined, reason)
    expect(travelled().samsaExit).toBe(0)
    expect(travelled().apacheExit).toBe(SIGTERM_OF_JVM)
  })

  test('has the same topics, ids and configs, and no deleted topic', ({ skip }) => {
    skip(kit === undefined, reason)
    const { samsa, apache, samsaAgain } = travelled()
    for (const name of ['orders', 'codecs', 'trimmed', 'rolled', 'sequenced']) {
      expect(samsa.topics).toMatch(new RegExp(`Topic: ${name}\\s+TopicId: \\S{22}`))
    }
    expect(samsa.topics).toContain('retention.ms=864000000')
    expect(samsa.topics).not.toContain('gone')
    expect(apache.topics).toBe(samsa.topics)
    expect(samsaAgain.topics).toBe(samsa.topics)
  })

  test('has the same records with keys, headers and offsets, in every codec', ({ skip }) => {
    skip(kit === undefined, reason)
    const { story, samsa, apache, samsaAgain } = travelled()
    expect(samsa.recordLines).toEqual(story.recordLines)
    expect(apache.recordLines).toEqual(story.recordLines)
    expect(samsaAgain.recordLines).toEqual(story.recordLines)
  })

  test('has the same bytes between the same start and end offsets', ({ skip }) => {
    skip(kit === undefined, reason)
    const { samsa, apache, samsaAgain } = travelled()
    expect(Object.keys(samsa.logs)).toHaveLength(11)
    expect(samsa.logs['trimmed-0']?.logStartOffset).toBe(10)
    expect(apache.logs).toEqual(samsa.logs)
    expect(samsaAgain.logs).toEqual(samsa.logs)
  })

  test('has the same group with the same committed offsets', ({ skip }) => {
    skip(kit === undefined, reason)
    const { samsa, apache, samsaAgain } = travelled()
    expect(samsa.offsets.match(/^readers\s+orders\s+\d\s+20\s+20\s+0/gm)).toHaveLength(3)
    expect(apache.offsets).toBe(samsa.offsets)
    expect(samsaAgain.offsets).toBe(samsa.offsets)
  })

  test('knows the last batch of an idempotent producer and lets it go on', ({ skip }) => {
    skip(kit === undefined, reason)
    const { samsa, apache, samsaAgain } = travelled()
    expect(samsa.sequence).toEqual([
      [0, 0],
      [0, 1],
    ])
    expect(apache.sequence).toEqual([
      [0, 1],
      [0, 2],
      [0, 3],
    ])
    expect(samsaAgain.sequence).toEqual([
      [0, 3],
      [0, 4],
      [0, 5],
    ])
  })

  async function dumpOf(partitions: RegExp, files: RegExp, ...flags: string[]): Promise<Dump> {
    const { written } = travelled()
    return dump(kit ?? '', await filesIn(written, partitions, files), ...flags)
  }

  function expectSound({ files, exitCode, complaints, lines }: Dump): void {
    expect(complaints).toEqual([])
    expect(exitCode).toBe(0)
    expect(files.length).toBeGreaterThan(0)
    expect(lines.filter((line) => line.startsWith('Dumping '))).toEqual(
      files.map((file) => `Dumping ${file}`),
    )
  }

  test('holds segments and indexes that kafka-dump-log finds sound', async ({ skip }) => {
    skip(kit === undefined, reason)
    const partitions = /^(orders|codecs|trimmed|rolled|sequenced)-\d+$/
    const logs = await dumpOf(partitions, /\.(log|index|timeindex)$/, '--deep-iteration')
    expectSound(logs)
    expect(logs.files.length).toBeGreaterThanOrEqual(42)
    expect(logs.lines.filter((line) => line.startsWith('| offset: '))).toHaveLength(
      ORDERS + CODEC_RECORDS * codecs.length + TRIMMED_RECORDS + ROLLED_BATCHES + 2,
    )
    const indexes = await dumpOf(partitions, /\.index$/, '--index-sanity-check')
    expectSound(indexes)
    const { lines, files } = indexes
    // An index without entries has nothing to be checked.
    expect(lines.filter((line) => line.endsWith(' passed sanity check.'))).toHaveLength(4)
    expect(lines.filter((line) => line.endsWith(' is empty.'))).toHaveLength(files.length - 4)
    expectSound(await dumpOf(partitions, /\.index$/, '--verify-index-only'))
  })

  test('holds producer snapshots that kafka-dump-log reads', async ({ skip }) => {
    skip(kit === undefined, reason)
    const snapshots = await dumpOf(/^sequenced-0$/, /\.snapshot$/)
    expectSound(snapshots)
    const { producerId } = travelled().story.sequence
    expect(snapshots.lines.join('\n')).toMatch(
      new RegExp(`producerId: ${producerId} producerEpoch: 0 .* lastSequence: 1`),
    )
  })

  test('holds groups and offsets that kafka-dump-log decodes', async ({ skip }) => {
    skip(kit === undefined, reason)
    const files = /\.(log|index|timeindex)$/
    const offsets = await dumpOf(/^__consumer_offsets-\d+$/, files, '--offsets-decoder')
    expectSound(offsets)
    const told = offsets.lines.join('\n')
    expect(told).toMatch(/"group":"readers","topic":"orders","partition":2\}.*"offset":20,/)
    expect(told).toMatch(/"group":"readers"\}\}.*"protocolType":"consumer","generation":1/)
  })

  test('holds a metadata log and snapshots that kafka-dump-log decodes', async ({ skip }) => {
    skip(kit === undefined, reason)
    const metadata = await dumpOf(
      /^__cluster_metadata-0$/,
      /^0.*(?:log|index|timeindex|checkpoint)$/,
      '--cluster-metadata-decoder',
    )
    expectSound(metadata)
    const told = metadata.lines.join('\n')
    expect(told).toContain('"type":"TOPIC_RECORD","version":0,"data":{"name":"orders"')
    expect(told).toContain('"type":"REMOVE_TOPIC_RECORD"')
    expect(told).toContain('KRaftVoters')
  })
})
