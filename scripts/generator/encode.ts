import { includesVersion } from '@samsa/protocol/schema'
import { arraySuffix, hasTags, methodOf, versionParameter } from './decode.ts'
import { isArray, isSetExpression, scalarOf } from './types.ts'
import { groupVersions, statementOf } from './versions.ts'
import type { FieldModel, StructModel } from './model.ts'

/** Functions that write a structure: the structure, its tagged fields, and an array of it. */
export function encodeFunctions(struct: StructModel, isInArray: boolean): string {
  const name = struct.typeName
  const tagged = struct.fields.filter(({ field }) => field.tag !== null)
  const writes = struct.fields.map((model) => writeStatement(model, struct)).join('\n')
  const body = `${writes}\n${tagsStatement(struct, tagged)}`
  const messageParameter = /\bmessage\b/.test(body) ? 'message' : '_message'
  return (
    `function encode${name}(writer: Writer, ${messageParameter}: ${name}, ${versionParameter(body)}: number): void {\n${body}\n}\n` +
    (tagged.length === 0 ? '' : `\n${tagsFunction(struct, tagged)}`) +
    (isInArray ? `\n${arrayFunction(struct)}` : '')
  )
}

function arrayFunction({ typeName }: StructModel): string {
  return (
    `function encode${typeName}Array(writer: Writer, items: readonly ${typeName}[], version: number): void {\n` +
    `for (let index = 0; index < items.length; index++) encode${typeName}(writer, items[index]!, version)\n}\n`
  )
}

function writeStatement(model: FieldModel, struct: StructModel): string {
  const { field, name } = model
  return statementOf(
    groupVersions(struct.versions, (version) => {
      const isPresent = includesVersion(field.versions, version)
      if (isPresent && field.tag === null) return writeField(model, struct, version)
      if (isPresent || field.ignorable) return ''
      const isSet = isSetExpression(model, 'message')
      return `if (${isSet}) throwFieldAbsent('${struct.typeName}', '${name}', version)`
    }),
  )
}

function writeField(model: FieldModel, struct: StructModel, version: number): string {
  const { field, name } = model
  const value = `message.${name}`
  const isNullable = includesVersion(field.nullable, version)
  const isFlexible = version >= struct.flexibleSince && !field.plain
  const refuseNull =
    field.nullable !== null && !isNullable
      ? `if (${value} === null) throwFieldNull('${struct.typeName}', '${name}', version)\n`
      : ''
  if (isArray(field)) {
    const array = isFlexible ? 'compactArray' : 'array'
    const write = `writer.${array}(${value}.length)\n${writeItems(model, value, isFlexible)}`
    if (!isNullable) return refuseNull + write
    return `if (${value} === null) writer.${array}(-1)\nelse {\n${write}\n}`
  }
  if (model.struct === null) {
    const method = methodOf(scalarOf(field) ?? 'bytes', isFlexible, isNullable)
    return `${refuseNull}writer.${method}(${value})`
  }
  const write = `encode${model.struct.typeName}(writer, ${value}, version)`
  if (!isNullable) return refuseNull + write
  return `if (${value} === null) writer.int8(-1)\nelse {\nwriter.int8(1)\n${write}\n}`
}

function writeItems(model: FieldModel, value: string, isFlexible: boolean): string {
  if (model.struct !== null) {
    return `encode${model.struct.typeName}Array(writer, ${value}, version)`
  }
  return `write${arraySuffix(scalarOf(model.field) ?? 'bytes', isFlexible)}(writer, ${value})`
}

function tagsStatement(struct: StructModel, tagged: readonly FieldModel[]): string {
  if (!hasTags(struct)) return ''
  const refuse =
    `if (message.unknownTaggedFields !== null) ` +
    `throwFieldAbsent('${struct.typeName}', 'unknownTaggedFields', version)`
  const write =
    tagged.length === 0
      ? 'writer.onlyUnknownTags(message.unknownTaggedFields)'
      : `encode${struct.typeName}Tags(writer, message, version)`
  return statementOf(
    groupVersions(struct.versions, (version) => (version >= struct.flexibleSince ? write : refuse)),
  )
}

/** Known and unknown tagged fields go together by rising tag; one at its default is left out. */
function tagsFunction(struct: StructModel, tagged: readonly FieldModel[]): string {
  const byTag = tagged.toSorted((one, other) => (one.field.tag ?? 0) - (other.field.tag ?? 0))
  const flags = byTag.map((model) => {
    const since = model.field.versions.min
    const guard =
      since > Math.max(struct.versions.min, struct.flexibleSince) ? `version >= ${since} && ` : ''
    const isSet = isSetExpression(model, 'message')
    const condition = guard === '' || !isSet.includes('||') ? isSet : `(${isSet})`
    return `const ${model.name}Set = ${guard}${condition}`
  })
  const isAnySet = byTag.map(({ name }) => `${name}Set`).join(' || ')
  const counts = byTag.map(({ name }) => `if (${name}Set) count++`)
  const writes = byTag.map((model) => taggedWrite(model, struct)).join('\n')
  const code = flags.join('\n') + writes
  return (
    `function encode${struct.typeName}Tags(writer: Writer, message: ${struct.typeName}, ${versionParameter(code)}: number): void {\n` +
    `const unknown = message.unknownTaggedFields\n${flags.join('\n')}\n` +
    `if (!(${isAnySet})) {\nwriter.onlyUnknownTags(unknown)\nreturn\n}\n` +
    `let count = unknown === null ? 0 : unknown.length\n${counts.join('\n')}\n` +
    `writer.uvarint(count)\nlet next = 0\n${writes}\n` +
    'if (unknown !== null) writer.unknownTags(unknown, next, Number.POSITIVE_INFINITY)\n}\n'
  )
}

function taggedWrite(model: FieldModel, struct: StructModel): string {
  const { name, field } = model
  return (
    `if (${name}Set) {\n` +
    `if (unknown !== null) next = writer.unknownTags(unknown, next, ${field.tag})\n` +
    `const mark = writer.beginTag(${field.tag})\n${taggedValue(model, struct)}\nwriter.endTag(mark)\n}`
  )
}

function taggedValue(model: FieldModel, struct: StructModel): string {
  const { field, name } = model
  const value = `message.${name}`
  const isNullable = includesVersion(field.nullable, struct.versions.max)
  if (model.struct === null || isArray(field)) {
    return writeField(model, struct, struct.versions.max)
  }
  const write = `encode${model.struct.typeName}(writer, ${value}, version)`
  if (!isNullable) return write
  return `if (${value} === null) writer.uvarint(0)\nelse {\nwriter.uvarint(1)\n${write}\n}`
}
