import { includesVersion } from '@samsa/protocol/schema'
import type { ScalarType } from '@samsa/protocol/schema'
import { isArray, scalarOf } from './types.ts'
import type { FieldModel, StructModel } from './model.ts'

const fixedBytes: Readonly<Partial<Record<ScalarType, number>>> = {
  bool: 1,
  int8: 1,
  int16: 2,
  uint16: 2,
  int32: 4,
  uint32: 4,
  int64: 8,
  int64Wide: 8,
  float64: 8,
  uuid: 16,
}

/** Fewest bytes that a scalar takes. */
export function scalarBytesMin(scalar: ScalarType, isFlexible: boolean): number {
  const fixed = fixedBytes[scalar]
  if (fixed !== undefined) return fixed
  if (isFlexible) return 1
  return scalar === 'string' ? 2 : 4
}

/** Fewest bytes that a structure takes, over its versions that are flexible, or that are not. */
export function structBytesMin(struct: StructModel, isFlexible: boolean): number {
  let least = Number.POSITIVE_INFINITY
  for (let version = struct.versions.min; version <= struct.versions.max; version++) {
    if (version >= struct.flexibleSince !== isFlexible) continue
    least = Math.min(least, bytesMinIn(struct, version))
  }
  return least
}

function bytesMinIn(struct: StructModel, version: number): number {
  const isFlexible = version >= struct.flexibleSince
  let bytes = isFlexible ? 1 : 0
  for (const model of struct.fields) {
    const { field } = model
    if (!includesVersion(field.versions, version) || field.tag !== null) continue
    bytes += fieldBytesMin(model, version, isFlexible && !field.plain)
  }
  return bytes
}

function fieldBytesMin(model: FieldModel, version: number, isFlexible: boolean): number {
  if (isArray(model.field)) return isFlexible ? 1 : 4
  if (model.struct !== null) {
    return model.field.nullable === null ? bytesMinIn(model.struct, version) : 1
  }
  return scalarBytesMin(scalarOf(model.field) ?? 'bytes', isFlexible)
}
