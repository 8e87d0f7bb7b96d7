import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface StreamsGroupTopologyKey {
  groupId: string
}

export function streamsGroupTopologyKey(
  init: Partial<StreamsGroupTopologyKey> = {},
): StreamsGroupTopologyKey {
  return { groupId: init.groupId ?? '' }
}

function decodeStreamsGroupTopologyKey(reader: Reader, _version: number): StreamsGroupTopologyKey {
  const groupId = reader.string()

  return { groupId }
}

function encodeStreamsGroupTopologyKey(
  writer: Writer,
  message: StreamsGroupTopologyKey,
  _version: number,
): void {
  writer.string(message.groupId)
}

export const streamsGroupTopologyKeySchema: RecordSchema<StreamsGroupTopologyKey> = {
  name: 'StreamsGroupTopologyKey',
  type: 23,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: null,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('StreamsGroupTopologyKey', version, '0')
      return decodeStreamsGroupTopologyKey(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('StreamsGroupTopologyKey', version, '0')
      encodeStreamsGroupTopologyKey(writer, message, version)
    },
  },
}
