import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface ProducerIdsRecord {
  brokerId: number
  brokerEpoch: number
  nextProducerId: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function producerIdsRecord(init: Partial<ProducerIdsRecord> = {}): ProducerIdsRecord {
  return {
    brokerId: init.brokerId ?? 0,
    brokerEpoch: init.brokerEpoch ?? -1,
    nextProducerId: init.nextProducerId ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeProducerIdsRecord(reader: Reader, _version: number): ProducerIdsRecord {
  const brokerId = reader.int32()
  const brokerEpoch = reader.int64()
  const nextProducerId = reader.int64()
  const unknownTaggedFields = reader.unknownTags()
  return { brokerId, brokerEpoch, nextProducerId, unknownTaggedFields }
}

function encodeProducerIdsRecord(
  writer: Writer,
  message: ProducerIdsRecord,
  _version: number,
): void {
  writer.int32(message.brokerId)
  writer.int64(message.brokerEpoch)
  writer.int64(message.nextProducerId)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

export const producerIdsRecordSchema: RecordSchema<ProducerIdsRecord> = {
  name: 'ProducerIdsRecord',
  type: 15,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: 0,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('ProducerIdsRecord', version, '0')
      return decodeProducerIdsRecord(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('ProducerIdsRecord', version, '0')
      encodeProducerIdsRecord(writer, message, version)
    },
  },
}
