import type { LogFields } from './logger.ts'

/** Control characters, line separators and what reorders text: none of them reaches a terminal raw. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu
const NEEDS_QUOTES = /[\s"=\\]/
const TEXT_LENGTH_MAX = 4096
const DEPTH_MAX = 4

/** Unprintable characters as `\uXXXX`; the rest as it is. Inside a JSON string it means the same. */
export function escapeUnprintable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => {
    let escaped = ''
    for (let index = 0; index < character.length; index++) {
      escaped += `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`
    }
    return escaped
  })
}

/** Fields as plain data for JSON: errors with their code and causes, bytes by length, bigints in full. */
export function plainFields(fields: LogFields): Record<string, unknown> {
  const plain: [string, unknown][] = []
  for (const [name, value] of Object.entries(fields)) plain.push([name, plainValue(value, 0)])
  return Object.fromEntries(plain)
}

function plainValue(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return shortened(value)
  if (typeof value === 'bigint') return value.toString()
  if (typeof value !== 'object' || value === null) return value
  if (depth === DEPTH_MAX) return '…'
  if (value instanceof Error) return plainError(value, depth)
  if (value instanceof Uint8Array) return `${value.length} bytes`
  if (Array.isArray(value)) return value.map((item) => plainValue(item, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, plainValue(item, depth + 1)]),
  )
}

function plainError(error: Error, depth: number): unknown {
  const code = 'code' in error ? error.code : undefined
  return {
    name: error.name,
    ...(code === undefined ? {} : { code: plainValue(code, depth + 1) }),
    message: shortened(error.message),
    stack: error.stack,
    ...(error.cause === undefined ? {} : { cause: plainValue(error.cause, depth + 1) }),
  }
}

function shortened(text: string): string {
  if (text.length <= TEXT_LENGTH_MAX) return text
  return `${text.slice(0, TEXT_LENGTH_MAX)}… (${text.length} characters)`
}

/** ` key=value` for each field; values with spaces, quotes or nothing in them are quoted. */
export function fieldsText(fields: LogFields): string {
  let text = ''
  for (const [name, value] of Object.entries(fields)) text += ` ${name}=${valueText(value)}`
  return text
}

function valueText(value: unknown): string {
  if (value instanceof Error) {
    const code = 'code' in value && typeof value.code === 'string' ? `${value.code}: ` : ''
    return JSON.stringify(`${code}${shortened(value.message)}`)
  }
  const plain = plainValue(value, 0)
  if (typeof plain !== 'string') return JSON.stringify(plain) ?? 'undefined'
  return plain === '' || NEEDS_QUOTES.test(plain) ? JSON.stringify(plain) : plain
}
