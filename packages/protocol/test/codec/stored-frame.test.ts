import { describe, expect, test } from 'vitest'
import {
  consumerProtocolSubscription,
  consumerProtocolSubscriptionSchema,
  DecodeError,
  decodeMetadataRecord,
  decodeRemoteLogRecord,
  decodeVersioned,
  decodeVersionedLeniently,
  encodeMetadataRecord,
  encodeRemoteLogRecord,
  encodeVersioned,
  groupRecords,
  GroupCoordinatorRecordType,
  MetadataRecordType,
  offsetCommitKey,
  offsetCommitValue,
  parseQuorumState,
  quorumStateData,
  quorumStateText,
  RemoteLogRecordType,
  remotePartitionDeleteMetadataRecord,
  topicRecord,
  Writer,
} from '../../src/index.ts'

describe('a record of the metadata log', () => {
  const topic = topicRecord({ name: 'orders' })
  const bytes = encodeMetadataRecord(MetadataRecordType.TopicRecord, 0, topic)

  test('is read back with its type and version', () => {
    const record = decodeMetadataRecord(bytes)
    expect(record).toEqual({ type: 2, version: 0, message: topic })
    // The type tells the compiler which message it is.
    expect(record.type === MetadataRecordType.TopicRecord && record.message.name).toBe('orders')
  })

  test('of another frame version, an unknown type or with bytes left over is refused', () => {
    for (const hex of ['020200', '013f00', '010209']) {
      expect(() => decodeMetadataRecord(Buffer.from(hex, 'hex'))).toThrow(DecodeError)
    }
    expect(() => decodeMetadataRecord(Buffer.concat([bytes, Buffer.alloc(1)]))).toThrow(DecodeError)
  })

  test('can be made by one writer for many', () => {
    const writer = new Writer()
    const [one, other] = ['a', 'b'].map((name) =>
      encodeMetadataRecord(MetadataRecordType.TopicRecord, 0, topicRecord({ name }), writer),
    )
    expect(decodeMetadataRecord(one!).message).toMatchObject({ name: 'a' })
    expect(decodeMetadataRecord(other!).message).toMatchObject({ name: 'b' })
  })
})

test('a record of the remote log is read back', () => {
  const type = RemoteLogRecordType.RemotePartitionDeleteMetadataRecord
  const message = remotePartitionDeleteMetadataRecord({ brokerId: 3 })
  expect(decodeRemoteLogRecord(encodeRemoteLogRecord(type, 0, message))).toEqual({
    type,
    version: 0,
    message,
  })
})

describe('a record of a coordinator', () => {
  const type = GroupCoordinatorRecordType.OffsetCommit
  const key = offsetCommitKey({ group: 'g', topic: 't', partition: 3 })

  test('has a key that tells the type of its value', () => {
    expect(groupRecords.decodeKey(groupRecords.encodeKey(type, key))).toEqual({
      type,
      version: 0,
      message: key,
    })
    const value = offsetCommitValue({ offset: 5n, metadata: 'm' })
    expect(groupRecords.decodeValue(type, groupRecords.encodeValue(type, 3, value))).toEqual({
      type,
      version: 3,
      message: value,
    })
  })

  test('whose type is not known is passed over', () => {
    expect(groupRecords.decodeKey(Buffer.from('006300', 'hex'))).toBeNull()
    expect(groupRecords.decodeKey(Buffer.from('ffff00', 'hex'))).toBeNull()
  })

  test('whose value has an unknown version or bytes left over is refused', () => {
    const value = groupRecords.encodeValue(type, 3, offsetCommitValue())
    const longer = Buffer.concat([value, Buffer.alloc(1)])
    expect(() => groupRecords.decodeValue(type, longer)).toThrow(DecodeError)
    expect(() => groupRecords.decodeValue(type, Buffer.from('0063', 'hex'))).toThrow(DecodeError)
  })
})

test('a subscription of a newer client is read as our newest, an unknown version otherwise refused', () => {
  const schema = consumerProtocolSubscriptionSchema
  const message = consumerProtocolSubscription({ topics: ['t'], userData: null })
  const bytes = Buffer.concat([encodeVersioned(schema, 3, message), Buffer.from('extra')])
  bytes.writeInt16BE(9, 0)
  expect(decodeVersionedLeniently(schema, bytes)).toEqual({ version: 3, message })
  expect(() => decodeVersioned(schema, bytes)).toThrow(DecodeError)
})

describe('the quorum-state file', () => {
  test('is one line of JSON that is read back', () => {
    const state = quorumStateData({ leaderId: 1, leaderEpoch: 7, votedId: 1 })
    const text = quorumStateText(state, 1)
    expect(text).toBe(
      '{"leaderId":1,"leaderEpoch":7,"votedId":1,' +
        '"votedDirectoryId":"AAAAAAAAAAAAAAAAAAAAAA","data_version":1}',
    )
    expect(parseQuorumState(text)).toEqual({ version: 1, state })
  })

  test('is refused when it is none, of another version, or holds what it should not', () => {
    const texts = [
      '',
      '[]',
      '{}',
      '{"data_version":2}',
      '{"data_version":"1"}',
      '{"data_version":1,"leaderId":"x"}',
      '{"data_version":1,"leaderId":null}',
      '{"data_version":0,"currentVoters":[5]}',
      '{"data_version":1,"stranger":1}',
    ]
    for (const text of texts) expect(() => parseQuorumState(text), text).toThrow(DecodeError)
  })
})
