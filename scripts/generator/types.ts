import type { Field, ScalarType } from '@samsa/protocol/schema'
import { camelCase } from './names.ts'
import type { FieldModel, StructModel } from './model.ts'

const scalarTypes: Readonly<Record<ScalarType, string>> = {
  bool: 'boolean',
  int8: 'number',
  int16: 'number',
  uint16: 'number',
  int32: 'number',
  uint32: 'number',
  int64: 'number',
  int64Wide: 'bigint',
  float64: 'number',
  string: 'string',
  bytes: 'Uint8Array',
  uuid: 'Uuid',
  records: 'Records',
}

const scalarDefaults: Readonly<Record<ScalarType, string>> = {
  bool: 'false',
  int8: '0',
  int16: '0',
  uint16: '0',
  int32: '0',
  uint32: '0',
  int64: '0',
  int64Wide: '0n',
  float64: '0',
  string: "''",
  bytes: 'EMPTY_BYTES',
  uuid: 'ZERO_UUID',
  records: 'EMPTY_RECORDS',
}

/** The scalar as the wire has it: a view of bytes is read and written like records. */
export function scalarOf(field: Field): ScalarType | null {
  if (field.type.kind !== 'scalar' && field.type.kind !== 'scalars') return null
  return field.view ? 'records' : field.type.scalar
}

export function isArray(field: Field): boolean {
  return field.type.kind === 'scalars' || field.type.kind === 'structs'
}

/** Type of a field in the generated interface. */
export function typeOf({ field, struct }: FieldModel): string {
  const scalar = scalarOf(field)
  const element = struct?.typeName ?? scalarTypes[scalar ?? 'bytes']
  return element + (isArray(field) ? '[]' : '') + (field.nullable === null ? '' : ' | null')
}

/** Whether the default is null. Records that may be null are null unless set. */
export function isNullByDefault(field: Field): boolean {
  if (field.default === null) return true
  return scalarOf(field) === 'records' && field.nullable !== null
}

/** Expression for the default of a field. */
export function defaultOf({ field, struct }: FieldModel): string {
  if (isNullByDefault(field)) return 'null'
  if (isArray(field)) return '[]'
  if (struct !== null) return defaultConstant(struct)
  const scalar = scalarOf(field) ?? 'bytes'
  const { default: value } = field
  if (value === undefined) return scalarDefaults[scalar]
  if (typeof value === 'string') return JSON.stringify(value)
  return scalar === 'int64Wide' ? `${value}n` : String(value)
}

/** Name of the shared frozen structure of defaults. */
export function defaultConstant(struct: StructModel): string {
  return `default${struct.typeName}`
}

/** Expression that is true when the field of `of` differs from its default. */
export function isSetExpression(model: FieldModel, of: string): string {
  const { field, struct, name } = model
  const value = `${of}.${name}`
  if (isNullByDefault(field)) return `${value} !== null`
  const present = field.nullable === null ? '' : `${value} === null || `
  if (isArray(field)) return `${present}${value}.length !== 0`
  if (struct !== null) return `${present}!isDefault${struct.typeName}(${value})`
  const scalar = scalarOf(field)
  if (scalar === 'bytes') return `${present}${value}.byteLength !== 0`
  if (scalar === 'records') return `${present}${value}.sizeBytes !== 0`
  return `${value} !== ${defaultOf(model)}`
}

/** Name of the function that makes a message: `fetchRequest`. */
export function initName(typeName: string): string {
  return isHeader(typeName) ? `new${typeName}` : camelCase(typeName)
}

/** Headers give their plain name to the codec. */
export function isHeader(typeName: string): boolean {
  return typeName === 'RequestHeader' || typeName === 'ResponseHeader'
}
