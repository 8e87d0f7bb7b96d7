import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface LegacyOffsetCommitValue {
  offset: bigint
  metadata: string
  commitTimestamp: bigint
}

export function legacyOffsetCommitValue(
  init: Partial<LegacyOffsetCommitValue> = {},
): LegacyOffsetCommitValue {
  return {
    offset: init.offset ?? 0n,
    metadata: init.metadata ?? '',
    commitTimestamp: init.commitTimestamp ?? 0n,
  }
}

function decodeLegacyOffsetCommitValue(reader: Reader, _version: number): LegacyOffsetCommitValue {
  const offset = reader.int64Wide()
  const metadata = reader.string()
  const commitTimestamp = reader.int64Wide()

  return { offset, metadata, commitTimestamp }
}

function encodeLegacyOffsetCommitValue(
  writer: Writer,
  message: LegacyOffsetCommitValue,
  _version: number,
): void {
  writer.int64Wide(message.offset)
  writer.string(message.metadata)
  writer.int64Wide(message.commitTimestamp)
}

export const legacyOffsetCommitValueSchema: RecordSchema<LegacyOffsetCommitValue> = {
  name: 'LegacyOffsetCommitValue',
  type: 0,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: null,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('LegacyOffsetCommitValue', version, '0')
      return decodeLegacyOffsetCommitValue(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('LegacyOffsetCommitValue', version, '0')
      encodeLegacyOffsetCommitValue(writer, message, version)
    },
  },
}
