import { ErrorCode } from './error-code.ts'
import { errorMeanings } from './error-meaning.table.ts'
import type { ErrorName } from './error-code.ts'
import type { ErrorMeaning } from './error-meaning.table.ts'

export { ErrorCode } from './error-code.ts'
export type { ErrorName } from './error-code.ts'
export type { ErrorMeaning } from './error-meaning.table.ts'

const namesByCode: ReadonlyMap<number, ErrorName> = new Map(
  (Object.entries(ErrorCode) as [ErrorName, number][]).map(([name, code]) => [code, name]),
)

/** `NOT_COORDINATOR` for 16; `UNKNOWN(4711)` for a code that this build does not know. */
export function errorName(code: number): string {
  return namesByCode.get(code) ?? `UNKNOWN(${code})`
}

/** What a code means; an unknown code is read as UNKNOWN_SERVER_ERROR, as Kafka's clients do. */
export function errorMeaning(code: number): ErrorMeaning {
  return errorMeanings[namesByCode.get(code) ?? 'UNKNOWN_SERVER_ERROR']
}
