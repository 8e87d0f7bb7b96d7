import fc from 'fast-check'
import { recordsOf } from '../../src/index.ts'
import { defaultOf, hasTags, includesVersion } from '../../src/dsl/index.ts'
import type { Field, Fields, MessageSchema, ScalarType } from '../../src/dsl/index.ts'

/** Any message that `version` can express: fields it lacks are at their defaults. */
export function arbitraryMessage(schema: MessageSchema, version: number): fc.Arbitrary<object> {
  return structOf(schema, schema.fields, version, 0)
}

function structOf(
  schema: MessageSchema,
  fields: Fields,
  version: number,
  depth: number,
): fc.Arbitrary<object> {
  const members: Record<string, fc.Arbitrary<unknown>> = {}
  for (const [name, field] of Object.entries(fields)) {
    members[name] = includesVersion(field.versions, version)
      ? fieldOf(schema, field, version, depth)
      : fc.constant(defaultOf(field, hasTags(schema)))
  }
  if (hasTags(schema)) {
    members['unknownTaggedFields'] = includesVersion(schema.flexible, version)
      ? unknownTags()
      : fc.constant(null)
  }
  return fc.record(members, { noNullPrototype: true })
}

/** Tags far from those of the schema, rising. */
function unknownTags(): fc.Arbitrary<unknown> {
  const field = fc.record(
    { tag: fc.integer({ min: 100, max: 0xffff }), bytes: bytes(8) },
    { noNullPrototype: true },
  )
  const list = fc
    .uniqueArray(field, { selector: ({ tag }) => tag, minLength: 1, maxLength: 3 })
    .map((fields) => fields.toSorted((one, other) => one.tag - other.tag))
  return fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: list })
}

function fieldOf(
  schema: MessageSchema,
  field: Field,
  version: number,
  depth: number,
): fc.Arbitrary<unknown> {
  const value = valueOf(schema, field, version, depth)
  return includesVersion(field.nullable, version) ? fc.option(value, { nil: null }) : value
}

function valueOf(
  schema: MessageSchema,
  field: Field,
  version: number,
  depth: number,
): fc.Arbitrary<unknown> {
  const { type } = field
  const maxLength = depth === 0 ? 3 : 2
  switch (type.kind) {
    case 'scalar':
      return scalarOf(field.view ? 'records' : type.scalar)
    case 'scalars':
      return fc.array(scalarOf(type.scalar), { maxLength })
    case 'struct':
      return structOf(schema, type.shape.fields, version, depth + 1)
    case 'structs':
      return fc.array(structOf(schema, type.shape.fields, version, depth + 1), { maxLength })
  }
}

function integer(bits: number): fc.Arbitrary<number> {
  return fc.integer({ min: -(2 ** (bits - 1)), max: 2 ** (bits - 1) - 1 })
}

function bytes(maxLength: number): fc.Arbitrary<Uint8Array> {
  return fc.uint8Array({ maxLength })
}

function scalarOf(scalar: ScalarType): fc.Arbitrary<unknown> {
  switch (scalar) {
    case 'bool':
      return fc.boolean()
    case 'int8':
      return integer(8)
    case 'int16':
      return integer(16)
    case 'uint16':
      return fc.integer({ min: 0, max: 0xffff })
    case 'int32':
      return integer(32)
    case 'uint32':
      return fc.integer({ min: 0, max: 0xffffffff })
    case 'int64':
      return fc.maxSafeInteger()
    case 'int64Wide':
      return fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
    case 'float64':
      return fc.double({ noNaN: true })
    case 'string':
      return fc.string({ unit: 'grapheme', maxLength: 40 })
    case 'uuid':
      return fc
        .uint8Array({ minLength: 16, maxLength: 16 })
        .map((id) => Buffer.from(id).toString('base64url'))
    case 'bytes':
      return bytes(100)
    case 'records':
      return fc.uint8Array({ minLength: 1, maxLength: 100 }).map(recordsOf)
  }
}
