import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface LegacyOffsetCommitKey {
  group: string
  topic: string
  partition: number
}

export function legacyOffsetCommitKey(
  init: Partial<LegacyOffsetCommitKey> = {},
): LegacyOffsetCommitKey {
  return { group: init.group ?? '', topic: init.topic ?? '', partition: init.partition ?? 0 }
}

function decodeLegacyOffsetCommitKey(reader: Reader, _version: number): LegacyOffsetCommitKey {
  const group = reader.string()
  const topic = reader.string()
  const partition = reader.int32()

  return { group, topic, partition }
}

function encodeLegacyOffsetCommitKey(
  writer: Writer,
  message: LegacyOffsetCommitKey,
  _version: number,
): void {
  writer.string(message.group)
  writer.string(message.topic)
  writer.int32(message.partition)
}

export const legacyOffsetCommitKeySchema: RecordSchema<LegacyOffsetCommitKey> = {
  name: 'LegacyOffsetCommitKey',
  type: 0,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: null,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('LegacyOffsetCommitKey', version, '0')
      return decodeLegacyOffsetCommitKey(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('LegacyOffsetCommitKey', version, '0')
      encodeLegacyOffsetCommitKey(writer, message, version)
    },
  },
}
