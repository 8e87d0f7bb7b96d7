import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface UnregisterBrokerRecord {
  brokerId: number
  brokerEpoch: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function unregisterBrokerRecord(
  init: Partial<UnregisterBrokerRecord> = {},
): UnregisterBrokerRecord {
  return {
    brokerId: init.brokerId ?? 0,
    brokerEpoch: init.brokerEpoch ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeUnregisterBrokerRecord(reader: Reader, _version: number): UnregisterBrokerRecord {
  const brokerId = reader.int32()
  const brokerEpoch = reader.int64()
  const unknownTaggedFields = reader.unknownTags()
  return { brokerId, brokerEpoch, unknownTaggedFields }
}

function encodeUnregisterBrokerRecord(
  writer: Writer,
  message: UnregisterBrokerRecord,
  _version: number,
): void {
  writer.int32(message.brokerId)
  writer.int64(message.brokerEpoch)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

export const unregisterBrokerRecordSchema: RecordSchema<UnregisterBrokerRecord> = {
  name: 'UnregisterBrokerRecord',
  type: 1,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: 0,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('UnregisterBrokerRecord', version, '0')
      return decodeUnregisterBrokerRecord(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('UnregisterBrokerRecord', version, '0')
      encodeUnregisterBrokerRecord(writer, message, version)
    },
  },
}
