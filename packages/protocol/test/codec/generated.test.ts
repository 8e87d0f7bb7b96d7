import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { uuid, ZERO_UUID } from '@samsa/base'
import { describe, expect, test } from 'vitest'
import * as protocol from '../../src/index.ts'
import {
  EncodeError,
  envelopeApi,
  envelopeRequest,
  fetchApi,
  fetchRequest,
  fetchResponse,
  fetchResponseTopic,
  fetchResponseTopicPartition,
  heartbeatApi,
  heartbeatRequest,
  joinGroupApi,
  joinGroupResponse,
  listOffsetsApi,
  listOffsetsRequest,
  metadataApi,
  metadataRequest,
  Reader,
  recordsOf,
  Writer,
} from '../../src/index.ts'
import { apiSchemas, storedSchemas } from '../../src/schema/index.ts'
import type { MessageCodec } from '../../src/index.ts'

const root = fileURLToPath(new URL('../../../..', import.meta.url))

function encoded<Message>(codec: MessageCodec<Message>, message: Message, version: number) {
  const writer = new Writer()
  codec.encode(writer, message, version)
  return writer.finishBytes()
}

function textsBelow(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const pairs = files.map(({ parentPath, name }) => {
    const path = join(parentPath, name)
    return [path.slice(folder.length + 1), readFileSync(path, 'utf8')] as const
  })
  return Object.fromEntries(pairs.toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

describe('the generated files', () => {
  test('are what the schemas give: making them anew changes nothing', { timeout: 60_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'samsa-generated-'))
    try {
      execFileSync(process.execPath, [join(root, 'scripts/generate.ts'), folder])
      const committed = textsBelow(join(root, 'packages/protocol/src/generated'))
      expect(textsBelow(folder)).toEqual(committed)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  test('are ASCII without comments', () => {
    const texts = textsBelow(join(root, 'packages/protocol/src/generated'))
    for (const [path, text] of Object.entries(texts)) {
      expect(/^[\n\x20-\x7e]*$/.test(text), path).toBe(true)
      expect(/\/\/|\/\*/.test(text), path).toBe(false)
    }
  })

  test('say what the schemas say of keys, versions, listeners and headers', () => {
    expect(protocol.apis.map(({ key }) => key)).toEqual(apiSchemas.map(({ key }) => key))
    expect(protocol.apis).toHaveLength(89)
    expect(storedSchemas).toHaveLength(92)
    for (const schema of apiSchemas) {
      const api = protocol.apisByKey[schema.key]!
      expect(api).toMatchObject({
        name: schema.name,
        versionMin: schema.versions.min,
        versionMax: schema.versions.max,
        versionMaxStable: schema.versionMaxStable,
        flexibleSince: schema.flexible?.min ?? null,
        listeners: schema.listeners,
      })
      for (let version = api.versionMin; version <= api.versionMax; version++) {
        const isFlexible = version >= (api.flexibleSince ?? Number.POSITIVE_INFINITY)
        const isApiVersions = api.name === 'ApiVersions'
        expect(api.requestHeaderVersion(version)).toBe(isFlexible ? 2 : 1)
        expect(api.responseHeaderVersion(version)).toBe(isFlexible && !isApiVersions ? 1 : 0)
      }
    }
  })

  test('have no API for the keys that Kafka 4 took away', () => {
    for (const key of [4, 5, 6, 7, 93]) expect(protocol.apisByKey[key]).toBeUndefined()
  })
})

describe('a version that cannot express a message', () => {
  test('refuses a field it lacks', () => {
    const message = heartbeatRequest({ groupInstanceId: 'a' })
    expect(() => encoded(heartbeatApi.request, message, 2)).toThrow(EncodeError)
    expect(() => encoded(heartbeatApi.request, message, 3)).not.toThrow()
  })

  test('drops a field it lacks when that may be ignored', () => {
    const plain = encoded(fetchApi.request, fetchRequest(), 4)
    expect(encoded(fetchApi.request, fetchRequest({ rackId: 'r1' }), 4)).toEqual(plain)
  })

  test('refuses null where it has none', () => {
    const message = metadataRequest({ topics: null })
    expect(() => encoded(metadataApi.request, message, 0)).toThrow(EncodeError)
    expect(() => encoded(metadataApi.request, message, 1)).not.toThrow()
    const answer = joinGroupResponse({ protocolName: null })
    expect(() => encoded(joinGroupApi.response, answer, 6)).toThrow(EncodeError)
  })

  test('refuses tagged fields, known or not, before it is flexible', () => {
    const unknown = heartbeatRequest({
      unknownTaggedFields: [{ tag: 1, bytes: new Uint8Array(1) }],
    })
    expect(() => encoded(heartbeatApi.request, unknown, 3)).toThrow(EncodeError)
    expect(() => encoded(heartbeatApi.request, unknown, 4)).not.toThrow()
  })

  test('is refused when the schema lacks it', () => {
    expect(() => encoded(heartbeatApi.request, heartbeatRequest(), 5)).toThrow(EncodeError)
    expect(() => encoded(fetchApi.request, fetchRequest(), 3)).toThrow(EncodeError)
  })

  test('is refused in one sentence that names message, field and version', () => {
    const message = heartbeatRequest({ groupInstanceId: 'a' })
    expect(() => encoded(heartbeatApi.request, message, 1)).toThrow(
      /HeartbeatRequest\.groupInstanceId .* version 1 /,
    )
  })
})

describe('a message', () => {
  test('has one shape, made or decoded, in every version', () => {
    const made = Object.keys(fetchResponseTopicPartition())
    for (const version of [4, 11, 12, 18]) {
      const message = fetchResponse({
        responses: [fetchResponseTopic({ partitions: [fetchResponseTopicPartition()] })],
      })
      const bytes = encoded(fetchApi.response, message, version)
      const decoded = fetchApi.response.decode(new Reader(bytes), version)
      expect(Object.keys(decoded)).toEqual(Object.keys(fetchResponse()))
      expect(Object.keys(decoded.responses[0]!.partitions[0]!)).toEqual(made)
    }
  })

  test('shares structures of defaults, which nobody can change by mistake', () => {
    const [one, other] = [fetchResponseTopicPartition(), fetchResponseTopicPartition()]
    expect(one.currentLeader).toBe(other.currentLeader)
    expect(() => (one.currentLeader.leaderId = 5)).toThrow(TypeError)
    expect(one.abortedTransactions).not.toBe(other.abortedTransactions)
  })

  test('holds defaults where its version has no field', () => {
    const bytes = encoded(fetchApi.request, fetchRequest({ maxWaitMs: 7 }), 4)
    const decoded = fetchApi.request.decode(new Reader(bytes), 4)
    expect(decoded).toEqual(fetchRequest({ maxWaitMs: 7 }))
    expect(decoded.sessionEpoch).toBe(-1)
  })

  test('keeps unknown tagged fields among the known ones, by rising tag', () => {
    const writer = new Writer()
    fetchApi.request.encode(
      writer,
      fetchRequest({
        clusterId: 'c',
        unknownTaggedFields: [
          { tag: 3, bytes: Uint8Array.of(1) },
          { tag: 200, bytes: new Uint8Array(200).fill(2) },
        ],
      }),
      15,
    )
    const bytes = writer.finishBytes()
    const decoded = fetchApi.request.decode(new Reader(bytes), 15)
    expect(decoded.clusterId).toBe('c')
    expect(decoded.unknownTaggedFields?.map(({ tag }) => tag)).toEqual([3, 200])
    expect(encoded(fetchApi.request, decoded, 15)).toEqual(bytes)
  })

  test('cannot carry an unknown tag that the schema knows', () => {
    const message = fetchRequest({
      clusterId: 'c',
      unknownTaggedFields: [{ tag: 0, bytes: new Uint8Array(0) }],
    })
    expect(() => encoded(fetchApi.request, message, 15)).toThrow(EncodeError)
  })
})

describe('views and copies', () => {
  const partition = fetchResponseTopicPartition({ records: recordsOf(Buffer.from('batch')) })
  const answer = fetchResponse({ responses: [fetchResponseTopic({ partitions: [partition] })] })

  test('records alias the frame', () => {
    const frame = Uint8Array.from(encoded(fetchApi.response, answer, 12))
    const decoded = fetchApi.response.decode(new Reader(frame), 12)
    const [piece] = decoded.responses[0]!.partitions[0]!.records!.pieces
    expect(piece!.buffer).toBe(frame.buffer)
    frame.fill(0x62)
    expect(Buffer.from(piece!).toString()).toBe('bbbbb')
  })

  test('the request in an envelope aliases the frame, its principal does not', () => {
    const request = envelopeRequest({
      requestData: recordsOf(Buffer.from('inner')),
      requestPrincipal: Buffer.from('user'),
      clientHostAddress: Uint8Array.of(127, 0, 0, 1),
    })
    const frame = Uint8Array.from(encoded(envelopeApi.request, request, 0))
    const decoded = envelopeApi.request.decode(new Reader(frame), 0)
    frame.fill(0)
    expect(Buffer.concat(decoded.requestData.pieces).equals(Buffer.alloc(5))).toBe(true)
    expect(Buffer.from(decoded.requestPrincipal!).toString()).toBe('user')
    expect([...decoded.clientHostAddress]).toEqual([127, 0, 0, 1])
  })

  test('bytes of any length are copies', () => {
    for (const size of [1, 64, 65, 5_000]) {
      const frame = Uint8Array.from(
        encoded(
          envelopeApi.request,
          envelopeRequest({ requestPrincipal: new Uint8Array(size) }),
          0,
        ),
      )
      const decoded = envelopeApi.request.decode(new Reader(frame), 0)
      frame.fill(1)
      expect(decoded.requestPrincipal).toHaveLength(size)
      expect(decoded.requestPrincipal!.every((byte) => byte === 0)).toBe(true)
    }
  })

  test('uuids are texts of 22 characters', () => {
    const topicId = uuid('BIT8IaktQLymf1wE4Mp8dw')
    const message = fetchResponse({ responses: [fetchResponseTopic({ topicId })] })
    const bytes = encoded(fetchApi.response, message, 13)
    expect(fetchApi.response.decode(new Reader(bytes), 13).responses[0]!.topicId).toBe(topicId)
    expect(fetchResponseTopic().topicId).toBe(ZERO_UUID)
  })

  test('timestamps of ListOffsets hold every int64', () => {
    const timestamp = 9_223_372_036_854_775_807n
    const message = listOffsetsRequest({
      topics: [
        protocol.listOffsetsRequestTopic({
          partitions: [protocol.listOffsetsRequestTopicPartition({ timestamp })],
        }),
      ],
    })
    const bytes = encoded(listOffsetsApi.request, message, 7)
    const decoded = listOffsetsApi.request.decode(new Reader(bytes), 7)
    expect(decoded.topics[0]!.partitions[0]!.timestamp).toBe(timestamp)
  })
})
