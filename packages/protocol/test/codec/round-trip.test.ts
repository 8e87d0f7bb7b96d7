import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  apis,
  clientsSchemas,
  groupCoordinatorSchemas,
  metadataSchemas,
  Reader,
  remoteLogSchemas,
  shareSchemas,
  transactionSchemas,
  Writer,
} from '../../src/index.ts'
import { messageFromJson, messageToJson } from '../../src/dsl/index.ts'
import { apiSchemas, storedSchemas } from '../../src/schema/index.ts'
import { arbitraryMessage } from '../support/arbitrary-message.ts'
import { difference } from '../support/same-value.ts'
import type { MessageCodec } from '../../src/index.ts'
import type { MessageSchema } from '../../src/dsl/index.ts'

function roundTrip(codec: MessageCodec<unknown>, message: object, version: number): unknown {
  const writer = new Writer()
  codec.encode(writer, message, version)
  const reader = new Reader(writer.finishBytes())
  const decoded = codec.decode(reader, version)
  expect(reader.bytesLeft).toBe(0)
  return decoded
}

/** The first version that does not give back what it was given, and why; null when all do. */
function firstLoss(schema: MessageSchema, codec: MessageCodec<unknown>): string | null {
  for (let version = schema.versions.min; version <= schema.versions.max; version++) {
    const lossless = fc.property(
      arbitraryMessage(schema, version),
      (message) => difference(roundTrip(codec, message, version), message) === null,
    )
    const result = fc.check(lossless, { numRuns: 4 })
    if (result.failed) return `${schema.name} ${version}: ${fc.defaultReportMessage(result) ?? ''}`
  }
  return null
}

describe('decoding is the inverse of encoding in every version', () => {
  for (const schema of apiSchemas) {
    test(`of ${schema.name}`, { timeout: 60_000 }, () => {
      const api = apis.find(({ key }) => key === schema.key)!
      expect(firstLoss(schema.request, api.request)).toBeNull()
      expect(firstLoss(schema.response, api.response)).toBeNull()
    })
  }

  test('of everything stored', { timeout: 60_000 }, () => {
    const all = [
      ...clientsSchemas,
      ...groupCoordinatorSchemas,
      ...metadataSchemas,
      ...remoteLogSchemas,
      ...shareSchemas,
      ...transactionSchemas,
    ]
    for (const { codec, name } of all) {
      const stored = storedSchemas.find(({ message }) => message.name === name)!
      expect(firstLoss(stored.message, codec)).toBeNull()
    }
  })

  test('of JSON, tagged fields at their defaults left out', { timeout: 60_000 }, () => {
    for (const { response, versions } of apiSchemas) {
      const property = fc.property(
        arbitraryMessage({ ...response, flexible: null }, versions.max),
        (message) => {
          const json = messageToJson(response, message, versions.max)
          const again = messageFromJson(response, json)
          expect(messageToJson(response, again, versions.max)).toEqual(json)
        },
      )
      fc.assert(property, { numRuns: 3 })
    }
  })
})
