import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface OffsetCommitKey {
  group: string
  topic: string
  partition: number
}

export function offsetCommitKey(init: Partial<OffsetCommitKey> = {}): OffsetCommitKey {
  return { group: init.group ?? '', topic: init.topic ?? '', partition: init.partition ?? 0 }
}

function decodeOffsetCommitKey(reader: Reader, _version: number): OffsetCommitKey {
  const group = reader.string()
  const topic = reader.string()
  const partition = reader.int32()

  return { group, topic, partition }
}

function encodeOffsetCommitKey(writer: Writer, message: OffsetCommitKey, _version: number): void {
  writer.string(message.group)
  writer.string(message.topic)
  writer.int32(message.partition)
}

export const offsetCommitKeySchema: RecordSchema<OffsetCommitKey> = {
  name: 'OffsetCommitKey',
  type: 1,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: null,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0)) throwVersionUndecodable('OffsetCommitKey', version, '0')
      return decodeOffsetCommitKey(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0)) throwVersionUnencodable('OffsetCommitKey', version, '0')
      encodeOffsetCommitKey(writer, message, version)
    },
  },
}
