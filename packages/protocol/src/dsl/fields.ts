import { parseVersions } from './versions.ts'
import type { Field, FieldDefault, Fields, FieldType, ScalarType, Shape } from './types.ts'

/** What a field may say besides its type. Versions are those of the message. */
export interface FieldOptions {
  /** What it means, in a sentence or two. */
  readonly about: string
  /** First version that has it; default 0. */
  readonly since?: number
  /** Last version that has it; default all that follow. */
  readonly until?: number
  /** Versions in which it may be null: '3+'. */
  readonly nullable?: string
  /** It is a tagged field (KIP-482) of this number. */
  readonly tag?: number
  /** Set in a version that lacks it, it is dropped; otherwise the encoder throws. */
  readonly ignorable?: boolean
  readonly default?: FieldDefault
}

/** As `FieldOptions`, for arrays and structures. */
export interface StructOptions extends FieldOptions {
  /** Name of one element in the generated types; default the field's name in singular. */
  readonly item?: string
}

export interface BytesOptions extends FieldOptions {
  /** Read as a view that aliases the frame instead of a copy. */
  readonly view?: true
}

export interface StringOptions extends FieldOptions {
  /** Never compact, whatever the version. */
  readonly plain?: true
}

function field(type: FieldType, options: BytesOptions & StringOptions): Field {
  return {
    type,
    about: options.about,
    versions: { min: options.since ?? 0, max: options.until ?? Number.POSITIVE_INFINITY },
    nullable: options.nullable === undefined ? null : parseVersions(options.nullable),
    tag: options.tag ?? null,
    ignorable: options.ignorable ?? false,
    default: options.default,
    view: options.view ?? false,
    plain: options.plain ?? false,
  }
}

function scalar(type: ScalarType, options: FieldOptions): Field {
  return field({ kind: 'scalar', scalar: type }, options)
}

export const bool = (options: FieldOptions): Field => scalar('bool', options)
export const int8 = (options: FieldOptions): Field => scalar('int8', options)
export const int16 = (options: FieldOptions): Field => scalar('int16', options)
export const uint16 = (options: FieldOptions): Field => scalar('uint16', options)
export const int32 = (options: FieldOptions): Field => scalar('int32', options)
export const uint32 = (options: FieldOptions): Field => scalar('uint32', options)
/** A number within ±(2^53−1): more is refused. */
export const int64 = (options: FieldOptions): Field => scalar('int64', options)
/** An int64 whose whole range is real: a bigint. */
export const int64Wide = (options: FieldOptions): Field => scalar('int64Wide', options)
export const float64 = (options: FieldOptions): Field => scalar('float64', options)
export const uuid = (options: FieldOptions): Field => scalar('uuid', options)
export const records = (options: FieldOptions): Field => scalar('records', options)
export const string = (options: StringOptions): Field => scalar('string', options)
export const bytes = (options: BytesOptions): Field => scalar('bytes', options)

/** An array of scalars. */
export const array = (element: ScalarType, options: FieldOptions): Field =>
  field({ kind: 'scalars', scalar: element }, options)

/** A structure that several fields of one message share; `name` follows the message's in its type. */
export const shape = (name: string, fields: Fields): Shape => ({ kind: 'shape', name, fields })

function isShape(of: Fields | Shape): of is Shape {
  return of.kind === 'shape'
}

function shapeOf(of: Fields | Shape): Shape {
  return isShape(of) ? of : { kind: 'shape', name: null, fields: of }
}

/** One structure. */
export const struct = (options: StructOptions, of: Fields | Shape): Field =>
  field({ kind: 'struct', shape: shapeOf(of), item: options.item ?? null }, options)

/** An array of structures. */
export const structs = (options: StructOptions, of: Fields | Shape): Field =>
  field({ kind: 'structs', shape: shapeOf(of), item: options.item ?? null }, options)
