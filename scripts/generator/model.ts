import type { Field, MessageSchema, Shape, VersionRange } from '@samsa/protocol/schema'
import { pascalCase, singular } from './names.ts'

/** A structure of a message under the name of its generated type. */
export interface StructModel {
  readonly typeName: string
  readonly fields: readonly FieldModel[]
  /** Versions of the message in which the structure can occur. */
  readonly versions: VersionRange
  /** First version with compact types and tagged fields; infinite when none has them. */
  readonly flexibleSince: number
}

export interface FieldModel {
  readonly name: string
  readonly field: Field
  /** The structure of the field or of its elements; null for scalars. */
  readonly struct: StructModel | null
}

/** The structures of a message, children before parents; the message itself is last. */
export interface MessageModel {
  readonly schema: MessageSchema
  readonly root: StructModel
  readonly structs: readonly StructModel[]
}

interface Build {
  readonly schema: MessageSchema
  readonly structs: StructModel[]
  readonly shared: Map<Shape, StructModel>
}

/** Names and orders the structures of one message. Throws when two would have the same name. */
export function modelOf(schema: MessageSchema): MessageModel {
  const build: Build = { schema, structs: [], shared: new Map() }
  const root = structOf(build, schema.name, schema.fields, schema.versions)
  const names = build.structs.map((struct) => struct.typeName)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw new Error(`${schema.name}: two structures are called ${twice}`)
  return { schema, root, structs: build.structs }
}

function structOf(
  build: Build,
  typeName: string,
  fields: Shape['fields'],
  versions: VersionRange,
): StructModel {
  const models = Object.entries(fields).map(([name, field]) => ({
    name,
    field,
    struct: childOf(build, typeName, name, field, versions),
  }))
  const struct: StructModel = {
    typeName,
    fields: models,
    versions,
    flexibleSince: build.schema.flexible?.min ?? Number.POSITIVE_INFINITY,
  }
  build.structs.push(struct)
  return struct
}

function childOf(
  build: Build,
  parent: string,
  name: string,
  field: Field,
  versions: VersionRange,
): StructModel | null {
  const { type } = field
  if (type.kind === 'scalar' || type.kind === 'scalars') return null
  const { shape } = type
  if (shape.name !== null) {
    const known = build.shared.get(shape)
    if (known !== undefined) return known
    const typeName = build.schema.name + shape.name
    const struct = structOf(build, typeName, shape.fields, build.schema.versions)
    build.shared.set(shape, struct)
    return struct
  }
  const item = type.item ?? pascalCase(type.kind === 'structs' ? singular(name) : name)
  return structOf(build, parent + item, shape.fields, overlap(versions, field.versions))
}

/** Versions in both ranges. */
export function overlap(one: VersionRange, other: VersionRange): VersionRange {
  return { min: Math.max(one.min, other.min), max: Math.min(one.max, other.max) }
}
