import {
  DecodeError,
  featureLevelRecord,
  featureLevelRecordSchema,
  metadataSchemas,
  topicRecord,
  topicRecordSchema,
  Writer,
} from '@samsa/protocol'
import {
  decodeMetadataRecord,
  encodeMetadataRecord,
  metadataRecord,
  type MetadataRecord,
  MetadataRecordError,
  metadataRecordSchema,
} from '@samsa/raft'
import fc from 'fast-check'
import { expect, test } from 'vitest'

function encode(record: MetadataRecord): Uint8Array {
  const writer = new Writer()
  encodeMetadataRecord(writer, record)
  return writer.finishBytes()
}

test('a record is framed as Apache Kafka frames it', () => {
  const record = metadataRecord(
    featureLevelRecordSchema,
    featureLevelRecord({ name: 'metadata.version', featureLevel: 30 }),
  )
  const hex = '010c0011' + Buffer.from('metadata.version').toString('hex') + '001e00'
  expect(Buffer.from(encode(record)).toString('hex')).toBe(hex)
  expect(decodeMetadataRecord(Buffer.from(hex, 'hex'))).toEqual(record)
})

test('every type of metadata record is known, under a number of its own', () => {
  expect(metadataSchemas).toHaveLength(26)
  for (const schema of metadataSchemas) expect(metadataRecordSchema(schema.type!)).toBe(schema)
  expect(metadataRecordSchema(6)).toBeUndefined()
})

test('a record that only a newer release knows is refused, not skipped', () => {
  const writer = new Writer()
  for (const unknown of [
    [1, 99, 0],
    [2, 2, 0],
  ]) {
    for (const part of unknown) writer.uvarint(part)
    expect(() => decodeMetadataRecord(writer.finishBytes())).toThrow(MetadataRecordError)
  }
  const newer = encode({ type: 2, version: 0, message: topicRecord({ name: 'a' }) })
  newer[2] = 1
  expect(() => decodeMetadataRecord(newer)).toThrow(DecodeError)
})

test('bytes behind the message are an error', () => {
  const bytes = encode(metadataRecord(topicRecordSchema, topicRecord({ name: 'a' })))
  expect(() => decodeMetadataRecord(Buffer.concat([bytes, Buffer.of(0)]))).toThrow(
    MetadataRecordError,
  )
})

test('arbitrary bytes are read or refused in one of two known ways', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      try {
        decodeMetadataRecord(bytes)
      } catch (error) {
        expect(error instanceof DecodeError || error instanceof MetadataRecordError).toBe(true)
      }
    }),
  )
})
