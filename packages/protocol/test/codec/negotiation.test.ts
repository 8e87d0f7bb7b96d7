import { describe, expect, test } from 'vitest'
import {
  apisByKey,
  isClientSoftwareLegal,
  negotiate,
  newRequestHeader,
  requestHeader,
  Writer,
} from '../../src/index.ts'
import type { ServedVersions } from '../../src/index.ts'

function frameOf(requestApiKey: number, requestApiVersion: number, headerVersion: number) {
  const writer = new Writer()
  const header = newRequestHeader({
    requestApiKey,
    requestApiVersion,
    correlationId: 9,
    clientId: 'client',
  })
  requestHeader.encode(writer, header, headerVersion)
  writer.int32(0)
  return writer.finishBytes()
}

function served(key: number): ServedVersions | undefined {
  const api = apisByKey[key]
  return api === undefined ? undefined : { min: api.versionMin, max: api.versionMaxStable }
}

describe('negotiation', () => {
  test('serves a version between the ends, with the reader at the body', () => {
    const decision = negotiate(frameOf(3, 12, 2), served)
    expect(decision).toMatchObject({
      kind: 'serve',
      api: { name: 'Metadata' },
      header: { requestApiVersion: 12, correlationId: 9, clientId: 'client' },
    })
    expect(decision.kind === 'serve' && decision.reader.bytesLeft).toBe(4)
  })

  test('closes on an unknown key, a version that is not served and a header cut short', () => {
    const frames = [
      frameOf(999, 0, 1),
      frameOf(-1, 0, 1),
      frameOf(4, 7, 2),
      frameOf(0, 2, 1),
      frameOf(22, 6, 2),
      frameOf(3, 12, 2).subarray(0, 9),
      new Uint8Array(3),
    ]
    for (const frame of frames) expect(negotiate(frame, served).kind).toBe('close')
  })

  test('answers ApiVersions of any other version with error 35 and the versions that would do', () => {
    for (const version of [5, 99, 32_767, -1, -32_768]) {
      const decision = negotiate(frameOf(18, version, version < 0 ? 1 : 2), served)
      expect(decision).toMatchObject({
        kind: 'answer',
        header: { correlationId: 9 },
        response: { errorCode: 35, apiKeys: [{ apiKey: 18, minVersion: 0, maxVersion: 4 }] },
      })
    }
  })
})

test('client software is called by letters, digits, dots and dashes, not at the ends', () => {
  const legal = ['a', 'apache-kafka-java', '4.3.1', 'A-1.b']
  const illegal = ['', '-a', 'a-', '.', 'a b', 'é', 'a_b', 'a\n']
  expect(legal.filter((text) => !isClientSoftwareLegal(text))).toEqual([])
  expect(illegal.filter(isClientSoftwareLegal)).toEqual([])
})
