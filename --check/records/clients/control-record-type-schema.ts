import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface ControlRecordTypeSchema {
  type: number
}

export function controlRecordTypeSchema(
  init: Partial<ControlRecordTypeSchema> = {},
): ControlRecordTypeSchema {
  return { type: init.type ?? 0 }
}

function decodeControlRecordTypeSchema(reader: Reader, _version: number): ControlRecordTypeSchema {
  const type = reader.int16()

  return { type }
}

function encodeControlRecordTypeSchema(
  writer: Writer,
  message: ControlRecordTypeSchema,
  _version: number,
): void {
  writer.int16(message.type)
}

export const controlRecordTypeSchemaSchema: RecordSchema<ControlRecordTypeSchema> = {
  name: 'ControlRecordTypeSchema',
  type: null,
  versionMin: 0,
  versionMax: 0,
  flexibleSince: null,
  codec: {
    decode(reader, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUndecodable('ControlRecordTypeSchema', version, '0')
      return decodeControlRecordTypeSchema(reader, version)
    },
    encode(writer, message, version) {
      if (!(version >= 0 && version <= 0))
        throwVersionUnencodable('ControlRecordTypeSchema', version, '0')
      encodeControlRecordTypeSchema(writer, message, version)
    },
  },
}
