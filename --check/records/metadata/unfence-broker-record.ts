import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface UnfenceBrokerRecord {
  id: number
  epoch: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function unfenceBrokerRecord(init: Partial<UnfenceBrokerRecord> = {}): UnfenceBrokerRecord {
  return {
    id: init.id ?? 0,
    epoch: init.epoch ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeUnfenceBrokerRecord(reader: Reader, _version: number): UnfenceBrokerRecord {
  const id = reader.int32()
  const epoch = reader.int64()
  const unknownTaggedFields = reader.unknownTags()
  return { id, epoch, unknownTaggedFields }
}

function encodeUnfenceBrokerRecord(
  writer: Writer,
  message: UnfenceBrokerRecord,
  _version: number,
): void {
  writer.int32(message.id)
  writer.int64(message.epoch)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

export const unfenceBrokerRecordSchema: RecordSchema<UnfenceBrokerRecord> = {
  name: 'UnfenceBrokerRecord',
  type: 8,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: 0,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('UnfenceBrokerRecord', version, '0')
      return decodeUnfenceBrokerRecord(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('UnfenceBrokerRecord', version, '0')
      encodeUnfenceBrokerRecord(writer, message, version)
    },
  },
}
