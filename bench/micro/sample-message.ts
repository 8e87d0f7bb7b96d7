import { messageFromJson } from '@samsa/protocol/schema'
import type {
  Field,
  Fields,
  Json,
  JsonObject,
  MessageSchema,
  ScalarType,
} from '@samsa/protocol/schema'

export const SAMPLE_UUID = 'BIT8IaktQLymf1wE4Mp8dw'

/** Elements of arrays by depth: a few topics with some partitions each. */
const ELEMENTS: readonly number[] = [5, 8, 2, 1]

/**
 * A lifelike message of a version, the same each time: five topics of eight partitions, texts of a
 * dozen characters, no errors, no records, no tagged fields.
 */
export function sampleMessage(schema: MessageSchema, version: number): object {
  return messageFromJson(schema, structOf(schema.fields, version, 0))
}

function structOf(fields: Fields, version: number, depth: number): JsonObject {
  const json: JsonObject = {}
  for (const [name, field] of Object.entries(fields)) {
    const { versions, tag } = field
    if (version < versions.min || version > versions.max || tag !== null) continue
    json[name] = valueOf(name, field, version, depth)
  }
  return json
}

function valueOf(name: string, field: Field, version: number, depth: number): Json {
  const { type } = field
  const count = ELEMENTS[depth] ?? 1
  switch (type.kind) {
    case 'scalar':
      return scalarOf(name, type.scalar, 0)
    case 'scalars':
      return Array.from({ length: 3 }, (_, index) => scalarOf(name, type.scalar, index))
    case 'struct':
      return structOf(type.shape.fields, version, depth)
    case 'structs':
      return Array.from({ length: count }, () => structOf(type.shape.fields, version, depth + 1))
  }
}

function scalarOf(name: string, scalar: ScalarType, index: number): Json {
  switch (scalar) {
    case 'bool':
      return false
    case 'int8':
    case 'int16':
    case 'uint16':
      return /error/i.test(name) ? 0 : index + 1
    case 'int32':
    case 'uint32':
      return /throttle/i.test(name) ? 0 : 1_000 + index
    case 'int64':
    case 'int64Wide':
      return 1_234_567_890 + index
    case 'float64':
      return 0.5
    case 'string':
      return `${name.slice(0, 8)}-${100 + index}`
    case 'uuid':
      return SAMPLE_UUID
    case 'bytes':
      return Buffer.alloc(32, index + 1).toString('base64')
    case 'records':
      return null
  }
}
