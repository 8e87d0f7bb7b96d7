import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface DefaultPrincipalData {
  type: string
  name: string
  tokenAuthenticated: boolean
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function defaultPrincipalData(
  init: Partial<DefaultPrincipalData> = {},
): DefaultPrincipalData {
  return {
    type: init.type ?? '',
    name: init.name ?? '',
    tokenAuthenticated: init.tokenAuthenticated ?? false,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeDefaultPrincipalData(reader: Reader, _version: number): DefaultPrincipalData {
  const type = reader.compactString()
  const name = reader.compactString()
  const tokenAuthenticated = reader.bool()
  const unknownTaggedFields = reader.unknownTags()
  return { type, name, tokenAuthenticated, unknownTaggedFields }
}

function encodeDefaultPrincipalData(
  writer: Writer,
  message: DefaultPrincipalData,
  _version: number,
): void {
  writer.compactString(message.type)
  writer.compactString(message.name)
  writer.bool(message.tokenAuthenticated)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

export const defaultPrincipalDataSchema: RecordSchema<DefaultPrincipalData> = {
  name: 'DefaultPrincipalData',
  type: null,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: 0,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('DefaultPrincipalData', version, '0')
      return decodeDefaultPrincipalData(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('DefaultPrincipalData', version, '0')
      encodeDefaultPrincipalData(writer, message, version)
    },
  },
}
