import { AssertionError } from '@samsa/base'
import type { VersionRange } from './types.ts'

/** Reads "3", "0-4" or "2+". Asserts on anything else: schemas are ours. */
export function parseVersions(text: string): VersionRange {
  const match = /^(\d+)(?:-(\d+)|(\+))?$/.exec(text)
  if (match === null) throw new AssertionError(`"${text}" is not a range of versions`)
  const min = Number(match[1])
  if (match[3] !== undefined) return { min, max: Number.POSITIVE_INFINITY }
  return { min, max: match[2] === undefined ? min : Number(match[2]) }
}

/** Whether `version` lies in `range`; never in null. */
export function includesVersion(range: VersionRange | null, version: number): boolean {
  return range !== null && version >= range.min && version <= range.max
}
