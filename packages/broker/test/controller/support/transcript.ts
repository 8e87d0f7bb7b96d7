import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import process from 'node:process'
import { nodeId, type Uuid } from '@samsa/base'
import {
  createPartitionsRequestTopic,
  createPartitionsRequestTopicAssignment,
  createTopicsRequestTopic,
  createTopicsRequestTopicAssignment,
  createTopicsRequestTopicConfig,
} from '@samsa/protocol'
import { metadataRecordSchema } from '@samsa/raft'
import type { ControllerOperation } from '../../../src/controller/controller.ts'
import { allocateProducerIds } from '../../../src/controller/operations/allocate-producer-ids.ts'
import {
  beginControlledShutdown,
  fenceBroker,
  unfenceBroker,
} from '../../../src/controller/operations/broker-state.ts'
import { createPartitions } from '../../../src/controller/operations/create-partitions.ts'
import { createTopics } from '../../../src/controller/operations/create-topics.ts'
import { deleteTopics } from '../../../src/controller/operations/delete-topics.ts'
import { registerBroker } from '../../../src/controller/operations/register-broker.ts'
import { registerController } from '../../../src/controller/operations/register-controller.ts'
import { level } from '../../metadata/support/records.ts'
import { ControllerBench, plainRules, registrationOf } from './controller-bench.ts'

/*
 * A transcript is a text file. A line that begins with `>` is a command, its name and then JSON; what
 * follows it is written by the run: records with `+`, the answer with `<`. Lines with `#` and empty
 * lines are the author's. `UPDATE_GOLDEN=1` writes the file anew; a person reads the difference.
 */

type Fields = Readonly<Record<string, unknown>>

interface NewTopic {
  readonly name: string
  readonly partitions?: number
  readonly replicas?: number
  /** Replicas by partition number. */
  readonly assignment?: Readonly<Record<string, number[]>>
  readonly configs?: Readonly<Record<string, string | null>>
}

function newTopic({ name, partitions, replicas, assignment, configs }: NewTopic) {
  return createTopicsRequestTopic({
    name,
    numPartitions: partitions ?? -1,
    replicationFactor: replicas ?? -1,
    assignments: Object.entries(assignment ?? {}).map(([partition, brokerIds]) =>
      createTopicsRequestTopicAssignment({ partitionIndex: Number(partition), brokerIds }),
    ),
    configs: Object.entries(configs ?? {}).map(([key, value]) =>
      createTopicsRequestTopicConfig({ name: key, value }),
    ),
  })
}

const operations: Readonly<Record<string, (fields: Fields) => ControllerOperation<unknown>>> = {
  createTopics: (fields) =>
    createTopics({
      topics: (fields['topics'] as NewTopic[]).map(newTopic),
      validateOnly: fields['validateOnly'] === true,
      rules: plainRules,
      mayDescribe: (name) => name !== 'hidden',
      refused: [],
    }),
  deleteTopics: (fields) =>
    deleteTopics({
      topics: [
        ...((fields['names'] ?? []) as string[]).map((name) => ({ name, topicId: null })),
        ...((fields['ids'] ?? []) as Uuid[]).map((topicId) => ({ name: null, topicId })),
      ],
      repeatedIds: new Set(),
      accessRefusal: () => undefined,
      refused: [],
    }),
  createPartitions: (fields) =>
    createPartitions({
      topics: (fields['topics'] as { name: string; count: number; assignments?: number[][] }[]).map(
        ({ name, count, assignments }) =>
          createPartitionsRequestTopic({
            name,
            count,
            assignments:
              assignments?.map((brokerIds) =>
                createPartitionsRequestTopicAssignment({ brokerIds }),
              ) ?? null,
          }),
      ),
      validateOnly: fields['validateOnly'] === true,
      refused: [],
    }),
  registerBroker: ({ id, rack, incarnation, previousBrokerEpoch, directories }) => {
    const registration = registrationOf(
      id as number,
      (rack ?? null) as string | null,
      (incarnation ?? 1) as number,
    )
    return registerBroker({
      ...registration,
      previousBrokerEpoch: (previousBrokerEpoch ?? -1) as number,
      directories: (directories ?? registration.directories) as Uuid[],
    })
  },
  registerController: ({ id }) => {
    const { endpoints, features, incarnationId } = registrationOf(id as number)
    return registerController({
      controllerId: nodeId(id as number),
      endpoints: endpoints.map((endpoint) => ({ ...endpoint, name: 'CONTROLLER' })),
      features,
      incarnationId,
    })
  },
  unfenceBroker: ({ id }) => unfenceBroker(nodeId(id as number)),
  beginControlledShutdown: ({ id }) => beginControlledShutdown(nodeId(id as number)),
  fenceBroker: ({ id }) => fenceBroker(nodeId(id as number)),
  allocateProducerIds: ({ id, epoch }) =>
    allocateProducerIds(nodeId(id as number), epoch as number),
  setFeature: ({ name, level: to }) => ({
    name: 'setFeature',
    decide: () => ({ records: [level(name as string, to as number)], response: undefined }),
  }),
}

/** Messages without what says nothing: null tags, and fields at their defaults are kept. */
function shown(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shown)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([key]) => key !== 'unknownTaggedFields')
  return Object.fromEntries(entries.map(([key, it]) => [key, shown(it)]))
}

function runCommand(bench: ControllerBench, line: string): string[] {
  const [name, json] = /^> (\w+) ?(.*)$/.exec(line)!.slice(1) as [string, string]
  const operation = operations[name]!((json === '' ? {} : JSON.parse(json)) as Fields)
  const before = bench.raft.batches.length
  const answer = bench.run(operation)
  const batches = bench.raft.batches.slice(before)
  const records = batches.flatMap(({ baseOffset, records: list }) =>
    list.map(({ type, version, message }, index) => {
      const text = JSON.stringify(shown(message))
      return `+ ${baseOffset + index} ${metadataRecordSchema(type)!.name} v${version} ${text}`
    }),
  )
  return [...records, ...(answer === undefined ? [] : [`< ${JSON.stringify(shown(answer))}`])]
}

/** Runs the commands of a transcript; its text as the run makes it. */
export function runTranscript(text: string): string {
  const bench = new ControllerBench()
  const lines: string[] = []
  for (const line of text.split('\n')) {
    if (/^[+<]/.test(line)) continue
    lines.push(line)
    if (line.startsWith('>')) lines.push(...runCommand(bench, line))
  }
  return lines.join('\n')
}

/** The text of a transcript and what a run makes of it, the same when all is as it was. */
export function transcript(name: string): { readonly recorded: string; readonly run: string } {
  const path = fileURLToPath(new URL(`../transcripts/${name}.txt`, import.meta.url))
  const recorded = readFileSync(path, 'utf8')
  const run = runTranscript(recorded)
  if (process.env['UPDATE_GOLDEN'] === '1') {
    writeFileSync(path, run)
    return { recorded: run, run }
  }
  return { recorded, run }
}
