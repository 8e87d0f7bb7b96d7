import { hasTags } from './decode.ts'
import { defaultConstant, defaultOf, initName, isSetExpression, typeOf } from './types.ts'
import type { FieldModel, MessageModel, StructModel } from './model.ts'

/** The interface of a structure, without comments: the schema has them. */
export function interfaceOf(struct: StructModel): string {
  const members = struct.fields.map((model) => `${model.name}: ${typeOf(model)}`)
  if (hasTags(struct)) members.push('unknownTaggedFields: UnknownTaggedField[] | null')
  return `export interface ${struct.typeName} {\n${members.join('\n')}\n}\n`
}

/** The function that makes a structure from some of its fields, always in one shape. */
export function initFunction(struct: StructModel): string {
  const name = struct.typeName
  const members = struct.fields.map((model) => `${model.name}: ${initialValue(model)}`)
  if (hasTags(struct)) members.push('unknownTaggedFields: init.unknownTaggedFields ?? null')
  return (
    `export function ${initName(name)}(init: Partial<${name}> = {}): ${name} {\n` +
    `return { ${members.join(', ')} }\n}\n`
  )
}

function initialValue(model: FieldModel): string {
  const value = `init.${model.name}`
  const fallback = defaultOf(model)
  if (model.field.nullable === null || fallback === 'null') return `${value} ?? ${fallback}`
  return `${value} === undefined ? ${fallback} : ${value}`
}

/** Structures whose defaults some field holds: as the value of an absent one, or to compare with. */
export function structsWithDefault(model: MessageModel): ReadonlySet<StructModel> {
  const held = new Set<StructModel>()
  for (const { fields } of model.structs) {
    for (const { field, struct } of fields) {
      if (struct !== null && field.type.kind === 'struct' && field.default !== null)
        held.add(struct)
    }
  }
  return held
}

/** Structures that are compared with their defaults, by a parent's `isDefault…` or encoder. */
export function structsCompared(model: MessageModel): ReadonlySet<StructModel> {
  const compared = new Set<StructModel>()
  const add = ({ field, struct }: FieldModel): void => {
    if (struct === null || field.type.kind !== 'struct' || field.default === null) return
    compared.add(struct)
    struct.fields.forEach(add)
  }
  for (const { fields, versions } of model.structs) {
    for (const each of fields) {
      const { field } = each
      const isAbsentSomewhere =
        field.versions.min > versions.min || field.versions.max < versions.max
      if (field.tag !== null || (isAbsentSomewhere && !field.ignorable)) add(each)
    }
  }
  return compared
}

/** The shared structure of defaults. It is frozen: who wants to change one makes one. */
export function defaultOfStruct(struct: StructModel): string {
  const { typeName } = struct
  return `const ${defaultConstant(struct)}: ${typeName} = Object.freeze(${initName(typeName)}())\n`
}

/** The function that tells whether a structure holds nothing but defaults. */
export function isDefaultFunction(struct: StructModel): string {
  const { typeName } = struct
  const set = struct.fields.map((model) => isSetExpression(model, 'value'))
  if (hasTags(struct)) set.push('value.unknownTaggedFields !== null')
  return (
    `function isDefault${typeName}(value: ${typeName}): boolean {\n` +
    `if (value === ${defaultConstant(struct)}) return true\nreturn !(${set.join(' || ')})\n}\n`
  )
}
