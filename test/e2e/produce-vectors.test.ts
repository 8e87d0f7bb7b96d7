import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createNodeDoors } from '@samsa/base/node'
import { buildBatch, ErrorCode } from '@samsa/protocol'
import {
  bytesOfHex,
  describeAll,
  goldenVectors,
  missing,
  newTools,
  parseVector,
  type Described,
} from '@samsa/protocol/vectors'
import { PlainClient, type TopicName } from '../support/plain-client.ts'
import { startInProcessNode, type InProcessNode } from './support/in-process-node.ts'

/** What a leader answers, in the words of `batches.jsonl`. */
interface Expected {
  readonly errorCode: number
  readonly recordErrors?: readonly number[]
  readonly baseOffset?: number
  readonly logAppendTime?: number
  readonly logEndOffset?: number
  readonly stored?: string
}

interface Step {
  readonly hex: string
  readonly produce: Expected
  readonly batches?: readonly Described[]
}

interface Vector {
  readonly kind: string
  readonly case: string
  readonly now?: number
  readonly recordsBefore: number
  readonly topicConfig: Readonly<Record<string, string>>
  readonly steps: readonly Step[]
}

/** The wall clock of all vectors, for a batch's time is judged by it. */
const NOW_MS = 1_750_000_000_000
const LEADER_EPOCH_AT = 12
const LEADER_EPOCH_OF_VECTORS = 7
/** Two compressors need not agree on these. */
const OF_COMPRESSOR = new Set(['sizeInBytes', 'batchLength', 'crc'])

const tools = newTools()
const vectors = readVectors()
let samsa: InProcessNode
let client: PlainClient
let topics = 0

/** Every line that a broker answers: a refusal or a storing of one batch, or steps on one log. */
function readVectors(): readonly Vector[] {
  const text = goldenVectors()['batches.jsonl'] ?? ''
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => parseVector(line) as unknown as Vector & Step)
    .filter(({ kind }) => kind === 'invalid' || kind === 'append')
    .map((line) => ({
      kind: line.kind,
      case: line.case,
      ...(line.now === undefined ? {} : { now: line.now }),
      recordsBefore: line.recordsBefore ?? 0,
      topicConfig: line.topicConfig ?? {},
      steps: line.steps ?? [line],
    }))
}

beforeAll(async () => {
  const doors = createNodeDoors()
  doors.clock.wallMs = () => NOW_MS
  samsa = await startInProcessNode([], doors)
  client = await PlainClient.open(samsa.address)
})

afterAll(async () => {
  client.close()
  await samsa.dispose()
})

/** The log's bytes from an offset on, with the leader epoch that the vectors' leader had. */
async function logFrom(topic: TopicName, offset: number): Promise<Buffer> {
  const { errorCode, records } = await client.fetch(topic, 0, offset)
  expect(errorCode).toBe(ErrorCode.NONE)
  for (let at = 0; at < records.length; at += 12 + records.readInt32BE(at + 8)) {
    expect(records.readInt32BE(at + LEADER_EPOCH_AT)).toBe(0)
    records.writeInt32BE(LEADER_EPOCH_OF_VECTORS, at + LEADER_EPOCH_AT)
  }
  return records
}

async function fillBefore(topic: TopicName, count: number): Promise<void> {
  for (let record = 0; record < count; record++) {
    const one = { key: Buffer.from('k'), value: Buffer.from('before'), timestamp: NOW_MS }
    const { errorCode } = await client.produce(topic, 0, 1, buildBatch(tools, {}, [one]))
    expect(errorCode).toBe(ErrorCode.NONE)
  }
}

async function check(topic: TopicName, step: Step, isRecompressed: boolean): Promise<void> {
  const { produce: expected } = step
  const answer = await client.produce(topic, 0, -1, bytesOfHex(step.hex))
  expect(answer.errorCode).toBe(expected.errorCode)
  expect(answer.recordErrors.map(({ batchIndex }) => batchIndex)).toEqual(
    expected.recordErrors ?? [],
  )
  if (expected.errorCode !== 0) return
  expect(answer.baseOffset).toBe(expected.baseOffset)
  expect(answer.logAppendTimeMs).toBe(expected.logAppendTime)
  const { highWatermark } = await client.fetch(topic, 0, expected.logEndOffset ?? -1)
  expect(highWatermark).toBe(expected.logEndOffset)
  if (expected.stored === undefined) return
  const stored = await logFrom(topic, expected.baseOffset ?? -1)
  if (isRecompressed) {
    expect(step.batches?.length).toBe(1)
    const batches = (step.batches ?? []).map((batch) =>
      Object.fromEntries(Object.entries(batch).filter(([name]) => !OF_COMPRESSOR.has(name))),
    )
    expect(missing(batches, describeAll(stored, tools).batches)).toBe(null)
  } else {
    expect(stored.toString('hex')).toBe(expected.stored)
  }
}

describe('a running node answers Produce as Apache Kafka does, and stores the same bytes', () => {
  test.for(vectors.map((vector) => [`${vector.kind}: ${vector.case}`, vector] as const))(
    '%s',
    async ([, vector]) => {
      expect(vector.now ?? NOW_MS).toBe(NOW_MS)
      const topic = await client.createTopic(`vector-${topics++}`, 1, vector.topicConfig)
      await fillBefore(topic, vector.recordsBefore)
      const isRecompressed = vector.topicConfig['compression.type'] === 'zstd'
      for (const step of vector.steps) await check(topic, step, isRecompressed)
      const isAnyStored = vector.steps.some(({ produce }) => produce.stored !== undefined)
      if (isAnyStored) return
      const { highWatermark, records } = await client.fetch(topic, 0, 0)
      expect(highWatermark).toBe(vector.recordsBefore)
      expect(records.length > 0).toBe(vector.recordsBefore > 0)
    },
  )

  test('none of the 76 invalid and 20 append vectors was left out', () => {
    expect(vectors.filter(({ kind }) => kind === 'invalid')).toHaveLength(76)
    expect(vectors.filter(({ kind }) => kind === 'append')).toHaveLength(20)
    const expected = vectors.flatMap(({ steps }) => steps.map(({ produce }) => produce))
    const accepted = expected.filter(({ errorCode }) => errorCode === 0)
    expect(expected).toHaveLength(119)
    expect(accepted).toHaveLength(46)
    expect(accepted.filter(({ stored }) => stored === undefined)).toHaveLength(3)
  })
})
