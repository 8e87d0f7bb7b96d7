import { ZERO_UUID } from '@samsa/base'
import type { Uuid } from '@samsa/base'
import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface ShareSnapshotKey {
  groupId: string
  topicId: Uuid
  partition: number
}

export function shareSnapshotKey(init: Partial<ShareSnapshotKey> = {}): ShareSnapshotKey {
  return {
    groupId: init.groupId ?? '',
    topicId: init.topicId ?? ZERO_UUID,
    partition: init.partition ?? 0,
  }
}

function decodeShareSnapshotKey(reader: Reader, _version: number): ShareSnapshotKey {
  const groupId = reader.string()
  const topicId = reader.uuid()
  const partition = reader.int32()

  return { groupId, topicId, partition }
}

function encodeShareSnapshotKey(writer: Writer, message: ShareSnapshotKey, _version: number): void {
  writer.string(message.groupId)
  writer.uuid(message.topicId)
  writer.int32(message.partition)
}

export const shareSnapshotKeySchema: RecordSchema<ShareSnapshotKey> = {
  name: 'ShareSnapshotKey',
  type: 0,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: null,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0)) throwVersionUndecodable('ShareSnapshotKey', version, '0')
      return decodeShareSnapshotKey(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0)) throwVersionUnencodable('ShareSnapshotKey', version, '0')
      encodeShareSnapshotKey(writer, message, version)
    },
  },
}
