import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { apis, type AnyApi } from '@samsa/protocol'

/** One direction of a peer's codec for one version, ready to run on the same content as ours. */
export interface PeerCodec {
  readonly peer: string
  readonly api: AnyApi
  readonly version: number
  readonly side: 'request' | 'response'
  /** Encodes the request, or decodes the response. Some answer with a promise. */
  run(): unknown
  /** The bytes of the encoded request; null for responses. */
  bytes(): Uint8Array | null | Promise<Uint8Array>
}

/** Requests as plain values: by the names of the fields, int64 as bigint where the peer wants it. */
export interface Content {
  readonly request: Readonly<Record<string, unknown>>
  readonly response: Uint8Array
}

const require = createRequire(import.meta.url)

function kebabCase(name: string): string {
  return name.replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase()
}

interface PlatformaticModule {
  readonly createRequest: (...values: unknown[]) => { readonly buffer: Uint8Array }
  readonly parseResponse: (id: number, key: number, version: number, reader: unknown) => unknown
}

/** All versions that @platformatic/kafka has, read from the files of its package. */
export async function platformaticCodecs(
  contentOf: (api: AnyApi, version: number) => Content,
): Promise<readonly PeerCodec[]> {
  const root = dirname(fileURLToPath(import.meta.resolve('@platformatic/kafka')))
  const { Reader } = (await import(join(root, 'protocol/reader.js'))) as {
    Reader: { from(bytes: Buffer): unknown }
  }
  const files = readdirSync(join(root, 'apis'), { recursive: true, encoding: 'utf8' })
  const codecs: PeerCodec[] = []
  for (const api of apis) {
    for (let version = api.versionMin; version <= api.versionMaxStable; version++) {
      const file = files.find((path) => path.endsWith(`/${kebabCase(api.name)}-v${version}.js`))
      if (file === undefined) continue
      const module = (await import(join(root, 'apis', file))) as PlatformaticModule
      const content = contentOf(api, version)
      const response = Buffer.from(content.response)
      codecs.push({
        peer: '@platformatic/kafka',
        api,
        version,
        side: 'response',
        run: () => module.parseResponse(1, api.key, version, Reader.from(response)),
        bytes: () => null,
      })
      const values = valuesFor(module.createRequest.toString(), content.request)
      if (values === null) continue
      codecs.push({
        peer: '@platformatic/kafka',
        api,
        version,
        side: 'request',
        run: () => module.createRequest(...values).buffer,
        bytes: () => module.createRequest(...values).buffer,
      })
    }
  }
  return codecs
}

/** Positional values for a function by the names of its parameters; null when one is not known. */
function valuesFor(
  source: string,
  request: Readonly<Record<string, unknown>>,
): readonly unknown[] | null {
  const list = /\(([^)]*)\)/.exec(source)?.[1] ?? ''
  const names = list.split(',').map((parameter) => (parameter.split('=')[0] ?? '').trim())
  const values: unknown[] = []
  for (const name of names.filter((given) => given !== '')) {
    const field = [name, `${name}Ms`].find((candidate) => candidate in request)
    if (field === undefined) return null
    values.push(request[field])
  }
  return values
}

interface KafkajsRequest {
  encode(): Promise<{ readonly buffer: Uint8Array }>
}

/** kafkajs calls fields by names of its own; here are those of its main requests. */
function kafkajsValues(name: string, request: Readonly<Record<string, unknown>>): object {
  const topicsOf = (topics: unknown, partitionOf: (partition: Values) => Values): Values[] =>
    ((topics ?? []) as Values[]).map((topic) => ({
      topic: topic['topic'] ?? topic['name'],
      partitions: ((topic['partitions'] ?? []) as Values[]).map(partitionOf),
    }))
  const renamed: Values = {
    ...request,
    groupGenerationId: request['generationIdOrMemberEpoch'] ?? request['generationId'],
    generationId: request['generationId'],
    maxWaitTime: request['maxWaitMs'],
    sessionTimeout: request['sessionTimeoutMs'],
    rebalanceTimeout: request['rebalanceTimeoutMs'],
    retentionTime: request['retentionTimeMs'],
    transactionTimeout: request['transactionTimeoutMs'],
    coordinatorKey: request['key'],
    coordinatorType: request['keyType'],
    groupProtocols: request['protocols'],
    groupAssignment: ((request['assignments'] ?? []) as Values[]).map((assignment) => ({
      memberId: assignment['memberId'],
      memberAssignment: assignment['assignment'],
    })),
  }
  if (name === 'Metadata') {
    renamed['topics'] = ((request['topics'] ?? []) as Values[]).map((topic) => topic['name'])
    renamed['allowAutoTopicCreation'] = request['allowAutoTopicCreation']
  }
  if (name === 'Fetch') {
    renamed['topics'] = topicsOf(request['topics'], (partition) => ({
      ...partition,
      maxBytes: partition['partitionMaxBytes'],
    }))
    renamed['forgottenTopics'] = request['forgottenTopicsData']
  }
  if (name === 'ListOffsets') {
    renamed['topics'] = topicsOf(request['topics'], (partition) => ({
      ...partition,
      partition: partition['partitionIndex'],
    }))
  }
  if (name === 'OffsetCommit') {
    renamed['topics'] = topicsOf(request['topics'], (partition) => ({
      partition: partition['partitionIndex'],
      offset: partition['committedOffset'],
      metadata: partition['committedMetadata'],
    }))
  }
  if (name === 'OffsetFetch') {
    renamed['topics'] = ((request['topics'] ?? []) as Values[]).map((topic) => ({
      topic: topic['name'],
      partitions: ((topic['partitionIndexes'] ?? []) as number[]).map((partition) => ({
        partition,
      })),
    }))
  }
  return renamed
}

type Values = Record<string, unknown>

/** All versions that kafkajs has, read from the files of its package. */
export function kafkajsCodecs(
  contentOf: (api: AnyApi, version: number) => Content,
): readonly PeerCodec[] {
  const root = join(dirname(require.resolve('kafkajs')), 'src/protocol/requests')
  const folders = readdirSync(root)
  const codecs: PeerCodec[] = []
  for (const api of apis) {
    const folder = api.name.slice(0, 1).toLowerCase() + api.name.slice(1)
    if (!folders.includes(folder)) continue
    for (let version = api.versionMin; version <= api.versionMaxStable; version++) {
      if (!readdirSync(join(root, folder)).includes(`v${version}`)) continue
      const content = contentOf(api, version)
      const response = Buffer.from(content.response)
      const answer = require(join(root, folder, `v${version}`, 'response')) as {
        decode(bytes: Buffer): Promise<unknown>
      }
      const create = require(join(root, folder, `v${version}`, 'request')) as (
        values: object,
      ) => KafkajsRequest
      const values = kafkajsValues(api.name, content.request)
      const encode = async (): Promise<Uint8Array> => (await create(values).encode()).buffer
      codecs.push(
        {
          peer: 'kafkajs',
          api,
          version,
          side: 'response',
          run: () => answer.decode(response),
          bytes: () => null,
        },
        { peer: 'kafkajs', api, version, side: 'request', run: encode, bytes: encode },
      )
    }
  }
  return codecs
}
