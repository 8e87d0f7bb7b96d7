import { includesVersion } from '@samsa/protocol/schema'
import type { ScalarType } from '@samsa/protocol/schema'
import { pascalCase } from './names.ts'
import { scalarBytesMin, structBytesMin } from './sizes.ts'
import { defaultOf, isArray, isNullByDefault, scalarOf, typeOf } from './types.ts'
import { expressionOf, groupVersions, statementOf } from './versions.ts'
import type { FieldModel, StructModel } from './model.ts'

/** Functions that read a structure: the structure, its tagged fields, and an array of it. */
export function decodeFunctions(struct: StructModel, isInArray: boolean): string {
  const name = struct.typeName
  const ordinary = struct.fields.filter(({ field }) => field.tag === null)
  const tagged = struct.fields.filter(({ field }) => field.tag !== null)
  const reads = ordinary.map((model) => readStatement(model, struct)).join('\n')
  const members = struct.fields.map((model) =>
    model.field.tag === null ? member(model.name) : `${model.name}: ${defaultOf(model)}`,
  )
  if (hasTags(struct)) members.push(`unknownTaggedFields${tagged.length === 0 ? '' : ': null'}`)
  const tags = tagged.length === 0 ? unknownTagsStatement(struct) : ''
  const literal = `{ ${members.join(', ')} }`
  const result =
    tagged.length === 0
      ? `return ${literal}`
      : `const message: ${name} = ${literal}\n${taggedStatement(struct)}\nreturn message`
  return (
    `function decode${name}(reader: Reader, ${versionParameter(reads + tags + result)}: number): ${name} {\n` +
    `${reads}\n${tags}\n${result}\n}\n` +
    (tagged.length === 0 ? '' : `\n${tagsFunction(struct, tagged)}`) +
    (isInArray ? `\n${arrayFunction(struct)}` : '')
  )
}

/** Names that the generated functions use themselves. */
const taken: ReadonlySet<string> = new Set(
  'reader version message tags tag size end left count unknownTaggedFields'.split(' '),
)

/** Name of the local that holds a field while its structure is read. */
function localOf(name: string): string {
  return taken.has(name) ? `${name}Value` : name
}

function member(name: string): string {
  return taken.has(name) ? `${name}: ${localOf(name)}` : name
}

/** A structure whose code never looks at the version leaves the parameter unused. */
export function versionParameter(code: string): string {
  return /(?<![.\w])version\b(?!:)/.test(code) ? 'version' : '_version'
}

/** Whether the structure has tagged fields in any version. */
export function hasTags(struct: StructModel): boolean {
  return struct.flexibleSince <= struct.versions.max
}

function unknownTagsStatement(struct: StructModel): string {
  if (!hasTags(struct)) return ''
  const read = groupVersions(struct.versions, (version) =>
    version >= struct.flexibleSince ? 'reader.unknownTags()' : 'null',
  )
  return `const unknownTaggedFields = ${expressionOf(read)}`
}

function taggedStatement(struct: StructModel): string {
  const read =
    'const tags = reader.tagCount(); ' +
    `if (tags !== 0) decode${struct.typeName}Tags(reader, message, version, tags)`
  return statementOf(
    groupVersions(struct.versions, (version) => (version >= struct.flexibleSince ? read : '')),
  )
}

function tagsFunction(struct: StructModel, tagged: readonly FieldModel[]): string {
  const branches = tagged.map((model) => {
    const { field, name } = model
    const guard = versionGuard(field.versions.min, struct)
    return (
      `if (tag === ${field.tag}${guard}) {\n` +
      `${taggedRead(model, struct)}\nmessage.${name} = ${localOf(name)}\nreader.expectPosition(end, tag)\n}`
    )
  })
  const code = branches.join(' else ')
  return (
    `function decode${struct.typeName}Tags(reader: Reader, message: ${struct.typeName}, ${versionParameter(code)}: number, count: number): void {\n` +
    'for (let left = count; left > 0; left--) {\n' +
    'const tag = reader.uvarint()\nconst size = reader.tagSize()\nconst end = reader.position + size\n' +
    `${code} else message.unknownTaggedFields = reader.unknownTag(message.unknownTaggedFields, tag, size)\n}\n}\n`
  )
}

/** A tagged field exists from its first version on; before, its tag is an unknown one. */
function versionGuard(since: number, struct: StructModel): string {
  return since > Math.max(struct.versions.min, struct.flexibleSince)
    ? ` && version >= ${since}`
    : ''
}

function taggedRead(model: FieldModel, struct: StructModel): string {
  const { struct: child, field } = model
  const name = localOf(model.name)
  const at = struct.versions.max
  if (isArray(field)) return arrayRead(model, struct, (version) => version >= field.versions.min)
  const isNullable = includesVersion(field.nullable, at)
  if (child === null) {
    return `const ${name} = reader.${methodOf(scalarOf(field) ?? 'bytes', true, isNullable)}()`
  }
  const read = `decode${child.typeName}(reader, version)`
  return `const ${name} = ${isNullable ? `reader.uvarint() === 0 ? null : ${read}` : read}`
}

function arrayFunction({ typeName }: StructModel): string {
  return (
    `function decode${typeName}Array(reader: Reader, version: number, count: number): ${typeName}[] {\n` +
    `reader.structs(count)\nconst items = new Array<${typeName}>(count)\n` +
    `for (let index = 0; index < count; index++) items[index] = decode${typeName}(reader, version)\n` +
    'return items\n}\n'
  )
}

function readStatement(model: FieldModel, struct: StructModel): string {
  const { field } = model
  const name = localOf(model.name)
  const isPresent = (version: number): boolean => includesVersion(field.versions, version)
  if (isArray(field)) return arrayRead(model, struct, isPresent)
  const groups = groupVersions(struct.versions, (version) =>
    isPresent(version) ? readExpression(model, struct, version) : defaultOf(model),
  )
  const type = groups.length > 1 || groups[0]?.code === 'null' ? `: ${typeOf(model)}` : ''
  return `const ${name}${type} = ${expressionOf(groups)}`
}

function readExpression(model: FieldModel, struct: StructModel, version: number): string {
  const { field } = model
  const isNullable = includesVersion(field.nullable, version)
  const isFlexible = version >= struct.flexibleSince && !field.plain
  if (model.struct === null) {
    return `reader.${methodOf(scalarOf(field) ?? 'bytes', isFlexible, isNullable)}()`
  }
  const read = `decode${model.struct.typeName}(reader, version)`
  return isNullable ? `reader.int8() < 0 ? null : ${read}` : read
}

function arrayRead(
  model: FieldModel,
  struct: StructModel,
  isPresent: (version: number) => boolean,
): string {
  const { field } = model
  const name = localOf(model.name)
  const absent = isNullByDefault(field) ? '-1' : '0'
  const count = groupVersions(struct.versions, (version) => {
    if (!isPresent(version)) return absent
    const isFlexible = version >= struct.flexibleSince
    const isNullable = includesVersion(field.nullable, version)
    const method = arrayMethod(isFlexible, isNullable)
    return `reader.${method}(${elementBytesMin(model, isFlexible)})`
  })
  const items = groupVersions(struct.versions, (version) => itemsRead(model, struct, version))
  const read = expressionOf(items)
  const all =
    field.nullable === null ? read : `${name}Count < 0 ? null : ${wrapped(read, items.length)}`
  return `const ${name}Count = ${expressionOf(count)}\nconst ${name} = ${all}`
}

function wrapped(code: string, groups: number): string {
  return groups > 1 ? `(${code})` : code
}

function itemsRead(model: FieldModel, struct: StructModel, version: number): string {
  const name = localOf(model.name)
  if (model.struct !== null) {
    return `decode${model.struct.typeName}Array(reader, version, ${name}Count)`
  }
  const scalar = scalarOf(model.field) ?? 'bytes'
  return `read${arraySuffix(scalar, version >= struct.flexibleSince)}(reader, ${name}Count)`
}

function elementBytesMin(model: FieldModel, isFlexible: boolean): number {
  if (model.struct !== null) return structBytesMin(model.struct, isFlexible)
  return scalarBytesMin(scalarOf(model.field) ?? 'bytes', isFlexible)
}

/** `readInt32s`, `writeCompactStrings`: which helper handles an array of `scalar`. */
export function arraySuffix(scalar: ScalarType, isFlexible: boolean): string {
  const isCompact = isFlexible && scalar === 'string'
  return `${isCompact ? 'Compact' : ''}${pascalCase(scalar)}s`
}

/** Method of Reader and Writer for the count of an array. */
export function arrayMethod(isFlexible: boolean, isNullable: boolean): string {
  if (isFlexible) return isNullable ? 'compactNullableArray' : 'compactArray'
  return isNullable ? 'nullableArray' : 'array'
}

/** Method of Reader and Writer for a scalar: `compactNullableString`. */
export function methodOf(scalar: ScalarType, isFlexible: boolean, isNullable: boolean): string {
  if (scalar !== 'string' && scalar !== 'bytes' && scalar !== 'records') return scalar
  if (isFlexible) return `compact${isNullable ? 'Nullable' : ''}${pascalCase(scalar)}`
  return isNullable ? `nullable${pascalCase(scalar)}` : scalar
}
