import type { Uuid } from '@samsa/base'
import type { RecordSchema } from '../../../api.ts'
import { readUuids, writeUuids } from '../../../codec/arrays.ts'
import {
  throwFieldAbsent,
  throwVersionUndecodable,
  throwVersionUnencodable,
} from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface BrokerRegistrationChangeRecord {
  brokerId: number
  brokerEpoch: number
  fenced: number
  inControlledShutdown: number
  logDirs: Uuid[]
  cordonedLogDirs: Uuid[] | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function brokerRegistrationChangeRecord(
  init: Partial<BrokerRegistrationChangeRecord> = {},
): BrokerRegistrationChangeRecord {
  return {
    brokerId: init.brokerId ?? 0,
    brokerEpoch: init.brokerEpoch ?? 0,
    fenced: init.fenced ?? 0,
    inControlledShutdown: init.inControlledShutdown ?? 0,
    logDirs: init.logDirs ?? [],
    cordonedLogDirs: init.cordonedLogDirs ?? null,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeBrokerRegistrationChangeRecord(
  reader: Reader,
  version: number,
): BrokerRegistrationChangeRecord {
  const brokerId = reader.int32()
  const brokerEpoch = reader.int64()

  const message: BrokerRegistrationChangeRecord = {
    brokerId,
    brokerEpoch,
    fenced: 0,
    inControlledShutdown: 0,
    logDirs: [],
    cordonedLogDirs: null,
    unknownTaggedFields: null,
  }
  const tags = reader.tagCount()
  if (tags !== 0) decodeBrokerRegistrationChangeRecordTags(reader, message, version, tags)
  return message
}

function decodeBrokerRegistrationChangeRecordTags(
  reader: Reader,
  message: BrokerRegistrationChangeRecord,
  version: number,
  count: number,
): void {
  for (let left = count; left > 0; left--) {
    const tag = reader.uvarint()
    const size = reader.tagSize()
    const end = reader.position + size
    if (tag === 0) {
      const fenced = reader.int8()
      message.fenced = fenced
      reader.expectPosition(end, tag)
    } else if (tag === 1 && version >= 1) {
      const inControlledShutdown = reader.int8()
      message.inControlledShutdown = inControlledShutdown
      reader.expectPosition(end, tag)
    } else if (tag === 2 && version >= 2) {
      const logDirsCount = version >= 2 ? reader.compactArray(16) : 0
      const logDirs = readUuids(reader, logDirsCount)
      message.logDirs = logDirs
      reader.expectPosition(end, tag)
    } else if (tag === 3 && version >= 3) {
      const cordonedLogDirsCount = version >= 3 ? reader.compactNullableArray(16) : -1
      const cordonedLogDirs =
        cordonedLogDirsCount < 0 ? null : readUuids(reader, cordonedLogDirsCount)
      message.cordonedLogDirs = cordonedLogDirs
      reader.expectPosition(end, tag)
    } else message.unknownTaggedFields = reader.unknownTag(message.unknownTaggedFields, tag, size)
  }
}

function encodeBrokerRegistrationChangeRecord(
  writer: Writer,
  message: BrokerRegistrationChangeRecord,
  version: number,
): void {
  writer.int32(message.brokerId)
  writer.int64(message.brokerEpoch)

  if (version < 1) {
    if (message.inControlledShutdown !== 0)
      throwFieldAbsent('BrokerRegistrationChangeRecord', 'inControlledShutdown', version)
  }
  if (version < 2) {
    if (message.logDirs.length !== 0)
      throwFieldAbsent('BrokerRegistrationChangeRecord', 'logDirs', version)
  }
  if (version < 3) {
    if (message.cordonedLogDirs !== null)
      throwFieldAbsent('BrokerRegistrationChangeRecord', 'cordonedLogDirs', version)
  }
  encodeBrokerRegistrationChangeRecordTags(writer, message, version)
}

function encodeBrokerRegistrationChangeRecordTags(
  writer: Writer,
  message: BrokerRegistrationChangeRecord,
  version: number,
): void {
  const unknown = message.unknownTaggedFields
  const fencedSet = message.fenced !== 0
  const inControlledShutdownSet = version >= 1 && message.inControlledShutdown !== 0
  const logDirsSet = version >= 2 && message.logDirs.length !== 0
  const cordonedLogDirsSet = version >= 3 && message.cordonedLogDirs !== null
  if (!(fencedSet || inControlledShutdownSet || logDirsSet || cordonedLogDirsSet)) {
    writer.onlyUnknownTags(unknown)
    return
  }
  let count = unknown === null ? 0 : unknown.length
  if (fencedSet) count++
  if (inControlledShutdownSet) count++
  if (logDirsSet) count++
  if (cordonedLogDirsSet) count++
  writer.uvarint(count)
  let next = 0
  if (fencedSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 0)
    const mark = writer.beginTag(0)
    writer.int8(message.fenced)
    writer.endTag(mark)
  }
  if (inControlledShutdownSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 1)
    const mark = writer.beginTag(1)
    writer.int8(message.inControlledShutdown)
    writer.endTag(mark)
  }
  if (logDirsSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 2)
    const mark = writer.beginTag(2)
    writer.compactArray(message.logDirs.length)
    writeUuids(writer, message.logDirs)
    writer.endTag(mark)
  }
  if (cordonedLogDirsSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 3)
    const mark = writer.beginTag(3)
    if (message.cordonedLogDirs === null) writer.compactArray(-1)
    else {
      writer.compactArray(message.cordonedLogDirs.length)
      writeUuids(writer, message.cordonedLogDirs)
    }
    writer.endTag(mark)
  }
  if (unknown !== null) writer.unknownTags(unknown, next, Number.POSITIVE_INFINITY)
}

export const brokerRegistrationChangeRecordSchema: RecordSchema<BrokerRegistrationChangeRecord> = {
  name: 'BrokerRegistrationChangeRecord',
  type: 17,
  versionMin: 0,
  versionMax: 3,
  flexibleSince: 0,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 3))
        throwVersionUndecodable('BrokerRegistrationChangeRecord', version, '0-3')
      return decodeBrokerRegistrationChangeRecord(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 3))
        throwVersionUnencodable('BrokerRegistrationChangeRecord', version, '0-3')
      encodeBrokerRegistrationChangeRecord(writer, message, version)
    },
  },
}
