import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BrokerProcess } from '../support/broker-process.ts'
import { ApacheKafka, masked, runTool, type ToolStep } from './support/apache-tools.ts'
import { freePortPair } from './support/free-port.ts'

const kit = process.env['SAMSA_PEERS_KIT']
const reason = 'Apache Kafka and its tools are not here: SAMSA_PEERS_KIT is not set'

interface Side {
  readonly bootstrap: string
  readonly folder: string
}

const bootstrap = ['--bootstrap-server', 'BOOTSTRAP']
const topics = (...argv: string[]): ToolStep => ({
  tool: 'kafka-topics',
  arguments: [...bootstrap, ...argv],
})
const configs = (...argv: string[]): ToolStep => ({
  tool: 'kafka-configs',
  arguments: [...bootstrap, ...argv],
})
const groups = (...argv: string[]): ToolStep => ({
  tool: 'kafka-consumer-groups',
  arguments: [...bootstrap, ...argv],
})

const lines = Array.from({ length: 50 }, (_, index) => `h:${index}\tk${index}\tvalue ${index}`)

/** The same story told to both brokers, in order: what each step prints is compared. */
const story: readonly (readonly [name: string, step: ToolStep])[] = [
  ['creates a topic', topics('--create', '--topic', 'story', '--partitions', '3')],
  [
    'creates a topic with configs and an assignment',
    topics(
      '--create',
      '--topic',
      'placed',
      '--replica-assignment',
      '1',
      '--config',
      'retention.ms=3600000',
    ),
  ],
  ['refuses a topic that exists', topics('--create', '--topic', 'story')],
  [
    'leaves a topic that exists when told so',
    topics('--create', '--topic', 'story', '--if-not-exists'),
  ],
  ['refuses a bad topic name', topics('--create', '--topic', 'bad name')],
  [
    'refuses more replicas than brokers',
    topics('--create', '--topic', 'wide', '--replication-factor', '3'),
  ],
  [
    'refuses a config that does not exist',
    topics('--create', '--topic', 'odd', '--config', 'nonsense=1'),
  ],
  [
    'refuses a config out of range',
    topics('--create', '--topic', 'odd', '--config', 'retention.ms=-5'),
  ],
  ['lists topics', topics('--list')],
  ['describes a topic', topics('--describe', '--topic', 'story')],
  ['describes a topic with overrides', topics('--describe', '--topics-with-overrides')],
  ['adds partitions', topics('--alter', '--topic', 'story', '--partitions', '4')],
  ['refuses fewer partitions', topics('--alter', '--topic', 'story', '--partitions', '2')],
  ['describes what it added', topics('--describe', '--topic', 'story')],
  [
    'produces with keys and headers',
    {
      tool: 'kafka-console-producer',
      arguments: [...bootstrap, '--topic', 'placed', '--reader-property', 'parse.key=true'].concat(
        '--reader-property',
        'parse.headers=true',
      ),
      stdin: `${lines.join('\n')}\n`,
    },
  ],
  [
    'consumes keys, values, headers and offsets of a partition',
    {
      tool: 'kafka-console-consumer',
      arguments: [...bootstrap, '--topic', 'placed', '--partition', '0', '--offset', 'earliest']
        .concat('--timeout-ms', '4000', '--formatter-property', 'print.key=true')
        .concat('--formatter-property', 'print.headers=true')
        .concat('--formatter-property', 'print.offset=true')
        .concat('--formatter-property', 'print.timestamp=true'),
    },
  ],
  [
    'consumes everything in a group',
    {
      tool: 'kafka-console-consumer',
      isUnordered: true,
      arguments: [...bootstrap, '--topic', 'placed', '--group', 'readers', '--from-beginning']
        .concat('--max-messages', '50', '--timeout-ms', '15000')
        .concat('--command-property', 'group.protocol=classic'),
    },
  ],
  ['lists groups', groups('--list')],
  ['describes a group', groups('--describe', '--group', 'readers')],
  ['describes the state of a group', groups('--describe', '--group', 'readers', '--state')],
  ['describes the members of a group', groups('--describe', '--group', 'readers', '--members')],
  ['refuses a group that does not exist', groups('--describe', '--group', 'nobody')],
  [
    'plans a reset of offsets',
    groups(
      '--reset-offsets',
      '--group',
      'readers',
      '--topic',
      'placed',
      '--to-earliest',
      '--dry-run',
    ),
  ],
  [
    'resets offsets',
    groups(
      '--reset-offsets',
      '--group',
      'readers',
      '--topic',
      'placed',
      '--shift-by',
      '-5',
      '--execute',
    ),
  ],
  ['describes the group after the reset', groups('--describe', '--group', 'readers')],
  ['deletes a group', groups('--delete', '--group', 'readers')],
  ['lists no group any more', groups('--list')],
  [
    'describes all configs of a topic',
    configs('--describe', '--entity-type', 'topics', '--entity-name', 'placed', '--all'),
  ],
  [
    'alters a config of a topic',
    configs(
      '--alter',
      '--entity-type',
      'topics',
      '--entity-name',
      'placed',
      '--add-config',
      'max.message.bytes=2000,segment.bytes=2000000',
    ),
  ],
  [
    'describes what it altered',
    configs('--describe', '--entity-type', 'topics', '--entity-name', 'placed'),
  ],
  [
    'refuses a bad value',
    configs(
      '--alter',
      '--entity-type',
      'topics',
      '--entity-name',
      'placed',
      '--add-config',
      'max.message.bytes=many',
    ),
  ],
  [
    'takes a config back',
    configs(
      '--alter',
      '--entity-type',
      'topics',
      '--entity-name',
      'placed',
      '--delete-config',
      'max.message.bytes',
    ),
  ],
  [
    'tells end offsets',
    { tool: 'kafka-get-offsets', arguments: [...bootstrap, '--topic', 'placed'] },
  ],
  [
    'tells earliest offsets',
    { tool: 'kafka-get-offsets', arguments: [...bootstrap, '--topic', 'placed', '--time', '-2'] },
  ],
  [
    'deletes records',
    {
      tool: 'kafka-delete-records',
      isUnordered: true,
      arguments: [...bootstrap, '--offset-json-file', 'FOLDER/delete-records.json'],
    },
  ],
  [
    'tells the new start',
    { tool: 'kafka-get-offsets', arguments: [...bootstrap, '--topic', 'placed', '--time', '-2'] },
  ],
  ['deletes a topic', topics('--delete', '--topic', 'story')],
  ['refuses to delete it twice', topics('--delete', '--topic', 'story')],
  ['lists what is left', topics('--list', '--exclude-internal')],
]

const deleteRecords = {
  partitions: [{ topic: 'placed', partition: 0, offset: 10 }],
  version: 1,
}

describe('Apache’s tools tell the same of Samsa as of Apache Kafka', () => {
  let samsa: BrokerProcess | undefined
  let apache: ApacheKafka | undefined
  let folder: string
  let sides: readonly [Side, Side] | undefined

  beforeAll(async () => {
    if (kit === undefined) return
    folder = await mkdtemp(join(tmpdir(), 'samsa-tools-'))
    await writeFile(join(folder, 'delete-records.json'), JSON.stringify(deleteRecords))
    apache = await ApacheKafka.start(kit, join(folder, 'apache'), await freePortPair(), [
      'group.initial.rebalance.delay.ms=0',
    ])
    samsa = await BrokerProcess.start()
    sides = [
      { bootstrap: apache.bootstrap, folder },
      { bootstrap: samsa.bootstrap, folder },
    ]
  })

  afterAll(async () => {
    await samsa?.dispose()
    await apache?.stop()
    if (folder !== undefined) await rm(folder, { recursive: true, force: true })
  })

  test.for(story)('%s', async ([, step], { skip }) => {
    skip(kit === undefined, reason)
    if (kit === undefined || sides === undefined) throw new Error(reason)
    const [theirs, ours] = await Promise.all(sides.map((side) => runTool(kit, step, side)))
    expect(masked(step, ours?.output ?? '')).toBe(masked(step, theirs?.output ?? ''))
    expect(ours?.exitCode).toBe(theirs?.exitCode)
  })
})
