import { createHash } from 'node:crypto'
import { PlainClient } from '../../support/plain-client.ts'
import { runTool } from './apache-tools.ts'
import { appendInSequence, GROUP, type Story } from './directory-story.ts'

/** One partition as a client reads it. */
export interface LogView {
  readonly logStartOffset: number
  readonly highWatermark: number
  /** Of all bytes from the first batch to the end. */
  readonly sha256: string
}

/** All that can be seen of a story on a broker, whoever runs it. */
export interface View {
  /** kafka-topics --describe, topic ids and configs included. */
  readonly topics: string
  /** kafka-console-consumer, sorted. */
  readonly recordLines: readonly string[]
  /** kafka-consumer-groups --describe. */
  readonly offsets: string
  readonly logs: Readonly<Record<string, LogView>>
  /** What the idempotent producer is answered for its last batch again and for the next two. */
  readonly sequence: readonly (readonly [errorCode: number, baseOffset: number])[]
}

export interface Place {
  readonly kit: string
  readonly folder: string
  readonly port: number
}

/** Looks at a running broker with Apache's tools and with a client; `turn` counts the looks. */
export async function lookAt(place: Place, story: Story, turn: number): Promise<View> {
  const client = await PlainClient.open({ host: '127.0.0.1', port: place.port })
  try {
    for (const { topic, partitions } of story.topics) {
      for (let index = 0; index < partitions; index++) await client.leading(topic, index)
    }
    await client.leading(story.sequence.topic, 0)
    return {
      topics: await tool(place, 'kafka-topics', ['--describe', '--exclude-internal']),
      offsets: await tool(place, 'kafka-consumer-groups', ['--describe', '--group', GROUP]),
      recordLines: await recordLines(place, story.recordLines.length),
      logs: await logs(client, story),
      sequence: await goOn(client, story, turn),
    }
  } finally {
    client.close()
  }
}

/** Each turn writes two batches after those of the turn before, and tries that one's last again. */
async function goOn(client: PlainClient, story: Story, turn: number): Promise<View['sequence']> {
  const answers = []
  for (const sequence of [2 * turn - 1, 2 * turn, 2 * turn + 1].filter((it) => it >= 0)) {
    answers.push(await appendInSequence(client, story.sequence, sequence))
  }
  return answers
}

async function recordLines(place: Place, count: number): Promise<readonly string[]> {
  const shown = ['key', 'headers', 'offset', 'partition'].flatMap((part) => [
    '--formatter-property',
    `print.${part}=true`,
  ])
  const which = ['--include', 'orders|codecs|trimmed', '--from-beginning']
  const end = ['--max-messages', String(count), '--timeout-ms', '30000']
  const output = await tool(place, 'kafka-console-consumer', [...which, ...end, ...shown])
  return output
    .split('\n')
    .filter((line) => line.startsWith('Partition:'))
    .toSorted()
}

async function tool(place: Place, name: string, argv: readonly string[]): Promise<string> {
  const step = { tool: name, arguments: ['--bootstrap-server', 'BOOTSTRAP', ...argv] }
  const side = { bootstrap: `127.0.0.1:${place.port}`, folder: place.folder }
  const { exitCode, output } = await runTool(place.kit, step, side)
  if (exitCode !== 0) throw new Error(`${name} ends with ${exitCode}: ${output}`)
  return output.trim()
}

async function logs(client: PlainClient, story: Story): Promise<Record<string, LogView>> {
  const found: Record<string, LogView> = {}
  for (const { topic, partitions } of story.topics) {
    for (let index = 0; index < partitions; index++) {
      const logStartOffset = await client.offsetAt(topic, index, -2n)
      const highWatermark = await client.offsetAt(topic, index, -1n)
      const sha256 = createHash('sha256')
      let offset = logStartOffset
      while (offset < highWatermark) {
        const { records } = await client.fetch(topic, index, offset)
        sha256.update(records)
        offset = endOf(records)
      }
      const view = { logStartOffset, highWatermark, sha256: sha256.digest('hex') }
      found[`${topic.name}-${index}`] = view
    }
  }
  return found
}

/** Offset after the last of some whole batches. */
function endOf(records: Buffer): number {
  let end = -1
  for (let at = 0; at < records.length; at += 12 + records.readInt32BE(at + 8)) {
    end = Number(records.readBigInt64BE(at)) + records.readInt32BE(at + 23) + 1
  }
  if (end < 0) throw new Error('nothing was read')
  return end
}
