import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface FenceBrokerRecord {
  id: number
  epoch: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function fenceBrokerRecord(init: Partial<FenceBrokerRecord> = {}): FenceBrokerRecord {
  return {
    id: init.id ?? 0,
    epoch: init.epoch ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeFenceBrokerRecord(reader: Reader, _version: number): FenceBrokerRecord {
  const id = reader.int32()
  const epoch = reader.int64()
  const unknownTaggedFields = reader.unknownTags()
  return { id, epoch, unknownTaggedFields }
}

function encodeFenceBrokerRecord(
  writer: Writer,
  message: FenceBrokerRecord,
  _version: number,
): void {
  writer.int32(message.id)
  writer.int64(message.epoch)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

export const fenceBrokerRecordSchema: RecordSchema<FenceBrokerRecord> = {
  name: 'FenceBrokerRecord',
  type: 7,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: 0,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('FenceBrokerRecord', version, '0')
      return decodeFenceBrokerRecord(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('FenceBrokerRecord', version, '0')
      encodeFenceBrokerRecord(writer, message, version)
    },
  },
}
