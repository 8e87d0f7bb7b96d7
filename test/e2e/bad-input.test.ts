import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  apiVersionsApi,
  apiVersionsRequest,
  apiVersionsResponse,
  ErrorCode,
  listOffsetsApi,
  listOffsetsRequest,
  listOffsetsRequestTopic,
  listOffsetsRequestTopicPartition,
  metadataApi,
  metadataRequest,
  metadataRequestTopic,
  Reader,
  Writer,
  type Api,
} from '@samsa/protocol'
import { eventually } from '../support/eventually.ts'
import { startInProcessNode, type InProcessNode } from './support/in-process-node.ts'
import { framed, header, RawConnection } from './support/raw-connection.ts'

let samsa: InProcessNode
let lastCorrelationId = 0

beforeAll(async () => {
  samsa = await startInProcessNode([
    'connections.max.idle.ms=1500',
    'samsa.frame.deadline.ms=1000',
    'socket.request.max.bytes=1048576',
  ])
})

afterAll(async () => {
  await samsa.dispose()
})

function encode<Request>(api: Api<Request, unknown>, version: number, request: Request): Buffer {
  const writer = new Writer()
  api.request.encode(writer, request, version)
  return Buffer.from(writer.finishBytes())
}

function ask<Request>(api: Api<Request, unknown>, version: number, request: Request): Buffer {
  const tags = api.requestHeaderVersion(version) === 2 ? Buffer.from([0]) : null
  return framed(header(api.key, version, ++lastCorrelationId, tags), encode(api, version, request))
}

async function answer<Response>(
  connection: RawConnection,
  api: Pick<Api<unknown, Response>, 'response' | 'responseHeaderVersion'>,
  version: number,
): Promise<Response> {
  const reader = new Reader(await connection.frame())
  expect(reader.int32()).toBe(lastCorrelationId)
  if (api.responseHeaderVersion(version) === 1) reader.unknownTags()
  return api.response.decode(reader, version)
}

const plainAsk = (): Buffer => ask(apiVersionsApi, 3, softwareRequest('samsa-test', '1'))
const softwareRequest = (clientSoftwareName: string, clientSoftwareVersion: string) =>
  apiVersionsRequest({ clientSoftwareName, clientSoftwareVersion })

/** A fresh connection is served: nobody else has to pay for what somebody sent. */
async function expectServed(): Promise<void> {
  const connection = await RawConnection.open(samsa.address)
  connection.send(plainAsk())
  const response = await answer(connection, apiVersionsApi, 3)
  expect(response.errorCode).toBe(ErrorCode.NONE)
  connection.close()
}

async function expectClosed(bytes: Uint8Array, address = samsa.address): Promise<void> {
  const connection = await RawConnection.open(address)
  connection.send(bytes)
  await connection.closed()
  expect(connection.received.length).toBe(0)
  await expectServed()
}

const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}
const METADATA = 3
/** One byte after another, as a hex string says. */
const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex')

describe('frames that cannot be: closed without an answer', () => {
  test.each([
    ['1: a size of −1', int32(-1)],
    ['2: a size of −2^31', int32(-2147483648)],
    ['3: a size over socket.request.max.bytes', int32(1_048_577)],
    ['4: HTTP', Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')],
    ['5: a TLS hello', hex('16030100c8010000c40303')],
    ['6: a size of 0', int32(0)],
    ['7: a frame of one byte', framed(hex('00'))],
    ['7: a header cut after its key', framed(hex('0012'))],
    ['7: a header of seven bytes', framed(hex('00120003000000'))],
  ])('%s', async (_name, bytes) => {
    await expectClosed(bytes)
    expect(samsa.node.addresses.size).toBe(2)
  })
})

describe('peers that stop in the middle', () => {
  test('8: half a frame and then silence is ended by the frame deadline', async () => {
    await expectClosed(plainAsk().subarray(0, 10))
    expect(samsa.memory.leasedBytes).toBe(0)
  })

  test('9: one byte at a time does not outlive the frame deadline', async () => {
    const connection = await RawConnection.open(samsa.address)
    const bytes = framed(Buffer.alloc(10_000))
    let sent = 0
    const drip = setInterval(() => connection.send(bytes.subarray(sent, ++sent)), 50)
    await connection.closed()
    clearInterval(drip)
    expect(sent).toBeLessThan(200)
    await expectServed()
  })

  test('10: FIN in the middle of a frame gives its memory back', async () => {
    const connection = await RawConnection.open(samsa.address)
    connection.send(framed(Buffer.alloc(1_000)).subarray(0, 500))
    connection.socket.end()
    await connection.closed()
    await eventually('the memory is back', () =>
      samsa.memory.leasedBytes === 0 ? true : undefined,
    )
    await expectServed()
    expect(samsa.memory.leasedBytes).toBe(0)
  })

  test('10: RST in the middle of a frame gives its memory back', async () => {
    const connection = await RawConnection.open(samsa.address)
    connection.send(framed(Buffer.alloc(1_000)).subarray(0, 500))
    connection.socket.resetAndDestroy()
    await eventually('the memory is back', () =>
      samsa.memory.leasedBytes === 0 ? true : undefined,
    )
    await expectServed()
    expect(samsa.memory.leasedBytes).toBe(0)
  })

  test('11: 10,000 requests in one write are answered in order', async () => {
    const connection = await RawConnection.open(samsa.address)
    const first = lastCorrelationId + 1
    connection.send(Buffer.concat(Array.from({ length: 10_000 }, () => plainAsk())))
    for (let index = 0; index < 10_000; index++) {
      expect((await connection.frame()).readInt32BE(0)).toBe(first + index)
    }
    connection.close()
    await expectServed()
  })

  test('12: a peer that never reads costs a bounded amount and is ended when it is idle', async () => {
    const connection = await RawConnection.open(samsa.address)
    connection.socket.pause()
    const before = process.memoryUsage().rss
    connection.socket.write(Buffer.concat(Array.from({ length: 20_000 }, () => plainAsk())))
    await expectServed()
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024)
    connection.socket.resume()
    connection.close()
  })

  test('an idle connection is ended', async () => {
    const connection = await RawConnection.open(samsa.address)
    await connection.closed()
    expect(connection.received.length).toBe(0)
  })
})

describe('what surrounds a request', () => {
  test('13: bytes behind a valid body are ignored', async () => {
    const connection = await RawConnection.open(samsa.address)
    const request = encode(apiVersionsApi, 3, softwareRequest('samsa-test', '1'))
    const tags = Buffer.from([0])
    connection.send(
      framed(header(18, 3, ++lastCorrelationId, tags), request, Buffer.from('and so on')),
    )
    expect((await answer(connection, apiVersionsApi, 3)).errorCode).toBe(ErrorCode.NONE)
    connection.close()
  })

  test.each([
    ['19: API key −1', framed(header(-1, 0, 1))],
    ['19: API key 9999', framed(header(9999, 0, 1))],
    ['20: Produce v99', framed(header(0, 99, 1, hex('00')))],
    ['21: version −1', framed(header(METADATA, -1, 1))],
    ['21: Produce v2, advertised but not there', framed(header(0, 2, 1))],
    ['22: Vote on a listener for clients', framed(header(52, 0, 1, hex('00')))],
    ['22: AllocateProducerIds on a listener for clients', framed(header(67, 0, 1, hex('00')))],
    ['23: Envelope on a listener for clients', framed(header(58, 0, 1, hex('00')))],
    ['24: a client id longer than the frame', framed(hex('0003 0001 00000001 7fff 61'))],
    ['26: 2^31 tagged fields', framed(header(METADATA, 9, 1, hex('ffffffff07')))],
    ['26: a tagged field longer than the frame', framed(header(METADATA, 9, 1, hex('0100ffff03')))],
  ])('%s closes the connection', async (_name, bytes) => {
    await expectClosed(bytes)
    expect(samsa.memory.leasedBytes).toBe(0)
  })

  test('25: tagged fields twice or out of order are accepted, as Apache Kafka does', async () => {
    const connection = await RawConnection.open(samsa.address)
    const body = encode(apiVersionsApi, 3, softwareRequest('samsa-test', '1'))
    connection.send(
      framed(header(18, 3, ++lastCorrelationId, hex('03 0501aa 0501bb 0401cc')), body),
    )
    expect((await answer(connection, apiVersionsApi, 3)).errorCode).toBe(ErrorCode.NONE)
    connection.close()
  })

  test('27: ApiVersions of an unknown version is answered in format 0, and the connection lives', async () => {
    const connection = await RawConnection.open(samsa.address)
    connection.send(framed(header(18, 99, ++lastCorrelationId, hex('00')), hex('00')))
    const refused = await answer(connection, apiVersionsApi, 0)
    expect(refused).toEqual(
      apiVersionsResponse({
        errorCode: ErrorCode.UNSUPPORTED_VERSION,
        apiKeys: [{ apiKey: 18, minVersion: 0, maxVersion: 4, unknownTaggedFields: null }],
      }),
    )
    connection.send(plainAsk())
    expect((await answer(connection, apiVersionsApi, 3)).errorCode).toBe(ErrorCode.NONE)
    connection.close()
  })

  test.each([
    ['an empty name', '', '1'],
    ['a blank in the name', 'a b', '1'],
    ['a version that begins with a dash', 'ab', '-1'],
  ])('28: ApiVersions with %s of the software is refused', async (_name, name, version) => {
    const connection = await RawConnection.open(samsa.address)
    connection.send(ask(apiVersionsApi, 3, softwareRequest(name, version)))
    const response = await answer(connection, apiVersionsApi, 3)
    expect(response.errorCode).toBe(ErrorCode.INVALID_REQUEST)
    expect(response.apiKeys).toEqual([])
    connection.close()
  })
})

describe('bodies that cannot be read close the connection', () => {
  const body = (version: number, bytes: string): Buffer =>
    framed(header(METADATA, version, 1, version >= 9 ? hex('00') : null), hex(bytes))

  test.each([
    ['29: an array of 2^31−1 with ten bytes left', body(1, '7fffffff 00000000000000000000')],
    [
      '30: an array of −1 where null is not allowed',
      framed(header(2, 1, 1), hex('ffffffff ffffffff')),
    ],
    [
      '30: a compact array that is null where it may not be',
      framed(header(2, 6, 1, hex('00')), hex('ffffffff 00 00 00')),
    ],
    ['31: an unsigned varint of six bytes', body(9, 'ffffffffff01 01 00 00 00 00')],
    ['32: a string that is null where it may not be', body(1, '00000001 ffff')],
    ['33: a string longer than the rest', body(1, '00000001 7fff 61')],
  ])('%s', async (_name, bytes) => {
    await expectClosed(bytes)
    expect(samsa.memory.leasedBytes).toBe(0)
  })

  test('33: bytes longer than the rest', async () => {
    // Produce v3: acks, timeout, one topic, one partition, records of 2^31−1 bytes.
    const bytes = hex('ffff ffff 00007530 00000001 0001 61 00000001 00000000 7fffffff 00')
    await expectClosed(framed(header(0, 3, 1), bytes))
    expect(samsa.memory.leasedBytes).toBe(0)
  })

  test('34: a million empty structures cost little and are refused', async () => {
    const count = 250_000
    const nested = Buffer.alloc(count * 4)
    const before = process.memoryUsage().heapUsed
    // ListOffsets v1: as many topics without a name and partitions as the frame has room for.
    await expectClosed(framed(header(2, 1, 1), hex('ffffffff'), int32(count), nested))
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(200 * 1024 * 1024)
  })
})

describe('names and lists that look harmless', () => {
  test('35: a topic name that is not UTF-8 is an unknown or invalid topic', async () => {
    const connection = await RawConnection.open(samsa.address)
    const bytes = Buffer.concat([hex('00000001 0003 ff fe fd'), hex('00')])
    connection.send(framed(header(METADATA, 4, ++lastCorrelationId), bytes))
    const response = await answer(connection, metadataApi, 4)
    const expected: number[] = [
      ErrorCode.INVALID_TOPIC_EXCEPTION,
      ErrorCode.UNKNOWN_TOPIC_OR_PARTITION,
    ]
    expect(expected).toContain(response.topics[0]?.errorCode)
    connection.close()
    await expectServed()
  })

  test.each(['__proto__', 'constructor', 'toString'])(
    '36: %s is an ordinary topic name',
    async (name) => {
      const connection = await RawConnection.open(samsa.address)
      const request = metadataRequest({
        topics: [metadataRequestTopic({ name })],
        allowAutoTopicCreation: true,
      })
      const errorCode = await eventually(`${name} is there`, async () => {
        connection.send(ask(metadataApi, 9, request))
        const response = await answer(connection, metadataApi, 9)
        expect(response.topics.length).toBe(1)
        return response.topics[0]?.errorCode === ErrorCode.NONE ? ErrorCode.NONE : undefined
      })
      expect(errorCode).toBe(ErrorCode.NONE)
      connection.close()
    },
  )

  test('37: a partition asked for twice in ListOffsets is INVALID_REQUEST', async () => {
    const connection = await RawConnection.open(samsa.address)
    const partition = listOffsetsRequestTopicPartition({ partitionIndex: 0, timestamp: -1n })
    const topic = listOffsetsRequestTopic({ name: '__proto__', partitions: [partition, partition] })
    connection.send(ask(listOffsetsApi, 7, listOffsetsRequest({ replicaId: -1, topics: [topic] })))
    const response = await answer(connection, listOffsetsApi, 7)
    const errors = response.topics.flatMap(({ partitions }) =>
      partitions.map(({ errorCode }) => errorCode),
    )
    expect(new Set(errors)).toEqual(new Set([ErrorCode.INVALID_REQUEST]))
    connection.close()
  })

  test('22: a controller’s API on a listener for controllers closes too, until it is served', async () => {
    await expectClosed(framed(header(52, 0, 1, hex('00'))), samsa.controllerAddress)
    expect(samsa.memory.leasedBytes).toBe(0)
  })
})

test('after all of this every byte that was leased has been given back', async () => {
  await eventually('the memory is back', () => (samsa.memory.leasedBytes === 0 ? true : undefined))
  expect(samsa.memory.leasedBytes).toBe(0)
})
