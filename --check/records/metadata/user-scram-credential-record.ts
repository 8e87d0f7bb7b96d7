import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import { EMPTY_BYTES } from '../../../codec/records.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface UserScramCredentialRecord {
  name: string
  mechanism: number
  salt: Uint8Array
  storedKey: Uint8Array
  serverKey: Uint8Array
  iterations: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function userScramCredentialRecord(
  init: Partial<UserScramCredentialRecord> = {},
): UserScramCredentialRecord {
  return {
    name: init.name ?? '',
    mechanism: init.mechanism ?? 0,
    salt: init.salt ?? EMPTY_BYTES,
    storedKey: init.storedKey ?? EMPTY_BYTES,
    serverKey: init.serverKey ?? EMPTY_BYTES,
    iterations: init.iterations ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeUserScramCredentialRecord(
  reader: Reader,
  _version: number,
): UserScramCredentialRecord {
  const name = reader.compactString()
  const mechanism = reader.int8()
  const salt = reader.compactBytes()
  const storedKey = reader.compactBytes()
  const serverKey = reader.compactBytes()
  const iterations = reader.int32()
  const unknownTaggedFields = reader.unknownTags()
  return { name, mechanism, salt, storedKey, serverKey, iterations, unknownTaggedFields }
}

function encodeUserScramCredentialRecord(
  writer: Writer,
  message: UserScramCredentialRecord,
  _version: number,
): void {
  writer.compactString(message.name)
  writer.int8(message.mechanism)
  writer.compactBytes(message.salt)
  writer.compactBytes(message.storedKey)
  writer.compactBytes(message.serverKey)
  writer.int32(message.iterations)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

export const userScramCredentialRecordSchema: RecordSchema<UserScramCredentialRecord> = {
  name: 'UserScramCredentialRecord',
  type: 11,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: 0,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('UserScramCredentialRecord', version, '0')
      return decodeUserScramCredentialRecord(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('UserScramCredentialRecord', version, '0')
      encodeUserScramCredentialRecord(writer, message, version)
    },
  },
}
