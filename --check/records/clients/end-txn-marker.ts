import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface EndTxnMarker {
  coordinatorEpoch: number
}

export function endTxnMarker(init: Partial<EndTxnMarker> = {}): EndTxnMarker {
  return { coordinatorEpoch: init.coordinatorEpoch ?? 0 }
}

function decodeEndTxnMarker(reader: Reader, _version: number): EndTxnMarker {
  const coordinatorEpoch = reader.int32()

  return { coordinatorEpoch }
}

function encodeEndTxnMarker(writer: Writer, message: EndTxnMarker, _version: number): void {
  writer.int32(message.coordinatorEpoch)
}

export const endTxnMarkerSchema: RecordSchema<EndTxnMarker> = {
  name: 'EndTxnMarker',
  type: null,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: null,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0)) throwVersionUndecodable('EndTxnMarker', version, '0')
      return decodeEndTxnMarker(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0)) throwVersionUnencodable('EndTxnMarker', version, '0')
      encodeEndTxnMarker(writer, message, version)
    },
  },
}
