import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface ShareUpdateKey {
  groupId: string
  topicId: Uuid
  partition: number
}

export function shareUpdateKey(init: Partial<ShareUpdateKey> = {}): ShareUpdateKey {
  return {
    groupId: init.groupId ?? '',
    topicId: init.topicId ?? ZERO_UUID,
    partition: init.partition ?? 0,
  }
}

function decodeShareUpdateKey(reader: Reader, _version: number): ShareUpdateKey {
  const groupId = reader.string()
  const topicId = reader.uuid()
  const partition = reader.int32()

  return { groupId, topicId, partition }
}

function encodeShareUpdateKey(writer: Writer, message: ShareUpdateKey, _version: number): void {
  writer.string(message.groupId)
  writer.uuid(message.topicId)
  writer.int32(message.partition)
}

export const shareUpdateKeySchema: RecordSchema<ShareUpdateKey> = {
  name: 'ShareUpdateKey',
  type: 1,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: null,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0)) throwVersionUndecodable('ShareUpdateKey', version, '0')
      return decodeShareUpdateKey(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0)) throwVersionUnencodable('ShareUpdateKey', version, '0')
      encodeShareUpdateKey(writer, message, version)
    },
  },
}
