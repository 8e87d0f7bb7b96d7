import type { RecordSchema } from '../../../api.ts'
import { readCompactStrings, writeCompactStrings } from '../../../codec/arrays.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface DelegationTokenRecord {
  owner: string
  requester: string
  renewers: string[]
  issueTimestamp: bigint
  maxTimestamp: bigint
  expirationTimestamp: bigint
  tokenId: string
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function delegationTokenRecord(
  init: Partial<DelegationTokenRecord> = {},
): DelegationTokenRecord {
  return {
    owner: init.owner ?? '',
    requester: init.requester ?? '',
    renewers: init.renewers ?? [],
    issueTimestamp: init.issueTimestamp ?? 0n,
    maxTimestamp: init.maxTimestamp ?? 0n,
    expirationTimestamp: init.expirationTimestamp ?? 0n,
    tokenId: init.tokenId ?? '',
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeDelegationTokenRecord(reader: Reader, _version: number): DelegationTokenRecord {
  const owner = reader.compactString()
  const requester = reader.compactString()
  const renewersCount = reader.compactArray(1)
  const renewers = readCompactStrings(reader, renewersCount)
  const issueTimestamp = reader.int64Wide()
  const maxTimestamp = reader.int64Wide()
  const expirationTimestamp = reader.int64Wide()
  const tokenId = reader.compactString()
  const unknownTaggedFields = reader.unknownTags()
  return {
    owner,
    requester,
    renewers,
    issueTimestamp,
    maxTimestamp,
    expirationTimestamp,
    tokenId,
    unknownTaggedFields,
  }
}

function encodeDelegationTokenRecord(
  writer: Writer,
  message: DelegationTokenRecord,
  _version: number,
): void {
  writer.compactString(message.owner)
  writer.compactString(message.requester)
  writer.compactArray(message.renewers.length)
  writeCompactStrings(writer, message.renewers)
  writer.int64Wide(message.issueTimestamp)
  writer.int64Wide(message.maxTimestamp)
  writer.int64Wide(message.expirationTimestamp)
  writer.compactString(message.tokenId)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

export const delegationTokenRecordSchema: RecordSchema<DelegationTokenRecord> = {
  name: 'DelegationTokenRecord',
  type: 10,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: 0,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('DelegationTokenRecord', version, '0')
      return decodeDelegationTokenRecord(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('DelegationTokenRecord', version, '0')
      encodeDelegationTokenRecord(writer, message, version)
    },
  },
}
