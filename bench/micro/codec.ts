/**
 * `node bench/micro/codec.ts`: the codecs of hot requests in microseconds, then every version that
 * kafkajs and @platformatic/kafka share with us, on the same content: clients encode requests and
 * decode responses. A peer's request counts only when its bytes are ours. `--own` leaves the peers
 * out, `--only REGEX` keeps what matches, as `--only 'ListOffsets response'`.
 */
import { ZERO_UUID } from '@samsa/base'
import { apis, Reader, Writer, type AnyApi } from '@samsa/protocol'
import { apiSchemas, messageToJson, type Json, type MessageSchema } from '@samsa/protocol/schema'
import { hotCases } from './codec-hot.ts'
import { SAMPLE_UUID, sampleMessage } from './sample-message.ts'
import {
  kafkajsCodecs,
  platformaticCodecs,
  type Content,
  type PeerCodec,
} from './test/codec-peers.ts'

const WARM_MS = 40
const SAMPLES = 9
const SAMPLE_MS = 3

interface Subject {
  readonly run: () => unknown
  readonly isAsync: boolean
  batch: number
  /** Least microseconds of one run over all samples. */
  best: number
}

async function spend(subject: Subject): Promise<number> {
  const { run, isAsync, batch } = subject
  const start = performance.now()
  for (let index = 0; index < batch; index++) {
    if (isAsync) await run()
    else run()
  }
  return performance.now() - start
}

/**
 * Microseconds of one run of each. Samples alternate and the least counts, so that neither another
 * process nor the collector of the other side's garbage falls on one of them alone.
 */
async function measure(runs: readonly (() => unknown)[]): Promise<readonly number[]> {
  const subjects = runs.map((run) => ({
    run,
    isAsync: run() instanceof Promise,
    batch: 1,
    best: Number.POSITIVE_INFINITY,
  }))
  for (const subject of subjects) {
    const until = performance.now() + WARM_MS
    while (performance.now() < until) {
      if ((await spend(subject)) < SAMPLE_MS) subject.batch *= 2
    }
  }
  for (let sample = 0; sample < SAMPLES; sample++) {
    for (const subject of subjects) {
      const microseconds = ((await spend(subject)) * 1_000) / subject.batch
      subject.best = Math.min(subject.best, microseconds)
    }
  }
  return subjects.map(({ best }) => best)
}

function schemaOf(api: AnyApi, side: 'request' | 'response'): MessageSchema {
  const schema = apiSchemas.find(({ key }) => key === api.key)
  if (schema === undefined) throw new Error(`no schema of ${api.name}`)
  return schema[side]
}

function encoded(api: AnyApi, side: 'request' | 'response', message: object, version: number) {
  const writer = new Writer()
  api[side].encode(writer, message, version)
  return writer.finishBytes()
}

/** The sample as plain values, bytes as Buffers; int64 as bigint or as decimal text. */
function plainRequest(api: AnyApi, version: number, int64: 'bigint' | 'text') {
  const schema = schemaOf(api, 'request')
  const json = messageToJson(schema, sampleMessage(schema, version), version)
  const convert = (value: Json, fields: MessageSchema['fields']): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(value as Record<string, Json>).map(([name, of]) => {
        const type = fields[name]?.type
        if (type?.kind === 'structs') {
          return [name, (of as Json[]).map((item) => convert(item, type.shape.fields))]
        }
        if (type?.kind === 'scalar' && type.scalar.startsWith('int64')) {
          return [name, int64 === 'bigint' ? BigInt(of as number) : String(of as number)]
        }
        if (type?.kind === 'scalar' && type.scalar === 'bytes') {
          return [name, Buffer.from(of as string, 'base64')]
        }
        return [name, of]
      }),
    )
  return convert(json, schema.fields)
}

function contentOf(int64: 'bigint' | 'text') {
  return (api: AnyApi, version: number): Content => ({
    request: plainRequest(api, version, int64),
    response: encoded(api, 'response', sampleMessage(schemaOf(api, 'response'), version), version),
  })
}

const onlyAt = process.argv.indexOf('--only')
const only = new RegExp(onlyAt < 0 ? '' : (process.argv[onlyAt + 1] ?? ''))

interface Ratio {
  readonly name: string
  readonly ours: number
  readonly theirs: number
}

/** Whether every text of the message is somewhere in what a peer decoded, so that it read it all. */
function holdsTexts(decoded: unknown, message: object): boolean {
  const found = textsIn(decoded)
  return [...textsIn(message)].every((text) => found.has(text.toLowerCase()))
}

function textsIn(value: unknown, found: Set<string> = new Set()): Set<string> {
  if (typeof value === 'string' && value !== ZERO_UUID && !isTopicId(value)) {
    found.add(value.toLowerCase())
  } else if (value instanceof Map) {
    for (const pair of value) textsIn(pair, found)
  } else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) {
    for (const of of Object.values(value)) textsIn(of, found)
  }
  return found
}

/** Peers print uuids in another form. */
const isTopicId = (text: string): boolean => text === SAMPLE_UUID

/** Null when the peer cannot do it or makes other bytes. */
async function compare(peer: PeerCodec): Promise<Ratio | null> {
  const { api, version, side } = peer
  const message = sampleMessage(schemaOf(api, side), version)
  const bytes = encoded(api, side, message, version)
  try {
    const theirs = await peer.bytes()
    if (theirs !== null && Buffer.compare(theirs, bytes) !== 0) return null
    const decoded = await peer.run()
    if (side === 'response' && !holdsTexts(decoded, message)) return null
  } catch {
    return null
  }
  const writer = new Writer()
  const run =
    side === 'request'
      ? () => {
          api.request.encode(writer, message, version)
          return writer.finish()
        }
      : () => api.response.decode(new Reader(bytes), version)
  const [ours = Number.NaN, theirs = Number.NaN] = await measure([run, () => peer.run()])
  return { name: titleOf(peer), ours, theirs }
}

const titleOf = ({ api, side, version }: PeerCodec): string => `${api.name} ${side} v${version}`

async function comparePeer(codecs: readonly PeerCodec[]): Promise<void> {
  const ratios: Ratio[] = []
  const left: string[] = []
  for (const codec of codecs.filter((peer) => only.test(titleOf(peer)))) {
    const ratio = await compare(codec)
    if (ratio === null) left.push(titleOf(codec))
    else ratios.push(ratio)
  }
  const [first] = codecs
  if (first === undefined) return
  const logs = ratios.map(({ ours, theirs }) => Math.log(theirs / ours))
  const mean = Math.exp(logs.reduce((sum, log) => sum + log, 0) / logs.length)
  console.log(`\n${first.peer}: ${ratios.length} compared, geometric mean ${mean.toFixed(2)}×`)
  for (const { name, ours, theirs } of ratios.toSorted(
    (one, other) => one.theirs / one.ours - other.theirs / other.ours,
  )) {
    const ratio = `${(theirs / ours).toFixed(2)}×`.padStart(8)
    console.log(
      `${ratio}  ${ours.toFixed(2).padStart(7)} ${theirs.toFixed(2).padStart(8)} µs  ${name}`,
    )
  }
  if (left.length > 0) console.log(`not comparable: ${left.join(', ')}`)
}

for (const { name, run } of hotCases().filter((hot) => only.test(hot.name))) {
  const [best = Number.NaN] = await measure([run])
  console.log(`${best.toFixed(2).padStart(8)} µs  ${name}`)
}
if (!process.argv.includes('--own')) {
  console.log(`\n${apis.length} APIs; columns: theirs ÷ ours, ours, theirs`)
  await comparePeer(await platformaticCodecs(contentOf('bigint')))
  await comparePeer(kafkajsCodecs(contentOf('text')))
}
