import { failure, success, type Result } from '@samsa/base'

const ESCAPED: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f' }

function withoutIndent(line: string): string {
  return line.replace(/^[ \t\f]+/, '')
}

function isContinued(line: string): boolean {
  let backslashes = 0
  while (line.charAt(line.length - 1 - backslashes) === '\\') backslashes++
  return backslashes % 2 === 1
}

/**
 * Lines as they are meant: without comments and blank lines, continuations joined. A line of nothing
 * but a backslash begins none: what follows may be a comment.
 */
function logicalLines(text: string): { text: string; number: number }[] {
  const logical: { text: string; number: number }[] = []
  let begun = ''
  let number = 0
  const lines = text.split(/\r\n|\n|\r/)
  for (const [index, natural] of lines.entries()) {
    const line = withoutIndent(natural)
    if (begun === '') {
      if (line === '' || line.startsWith('#') || line.startsWith('!')) continue
      number = index + 1
    }
    const isOpen = isContinued(line)
    begun += isOpen ? line.slice(0, -1) : line
    if (isOpen && index < lines.length - 1) continue
    logical.push({ text: begun, number })
    begun = ''
  }
  return logical
}

/** Where the key ends and where the value begins. */
function splitAt(line: string): { keyEnd: number; valueStart: number } {
  let keyEnd = 0
  while (keyEnd < line.length && !'=: \t\f'.includes(line.charAt(keyEnd))) {
    keyEnd += line.charAt(keyEnd) === '\\' ? 2 : 1
  }
  keyEnd = Math.min(keyEnd, line.length)
  const separator = /^[ \t\f]*[=:]?[ \t\f]*/.exec(line.slice(keyEnd))?.[0] ?? ''
  return { keyEnd, valueStart: keyEnd + separator.length }
}

/** Undefined when `\u` is not followed by four hexadecimal digits. */
function unescape(text: string): string | undefined {
  let isMalformed = false
  const plain = text.replace(/\\(u[0-9a-fA-F]{4}|[^]|$)/g, (_, escape: string) => {
    if (escape.length === 5) return String.fromCharCode(Number.parseInt(escape.slice(1), 16))
    if (escape === 'u') isMalformed = true
    return ESCAPED[escape] ?? escape
  })
  return isMalformed ? undefined : plain
}

/**
 * Reads the format of `java.util.Properties`: `#` and `!` comments, `key=value`, `key:value` and
 * `key value`, a line continued by a backslash at its end, `\t \n \r \f \uXXXX`, any other character
 * escaped as itself. The last of equal keys wins. The failure says which line.
 */
export function parseProperties(text: string): Result<ReadonlyMap<string, string>, string> {
  const properties = new Map<string, string>()
  for (const line of logicalLines(text)) {
    const { keyEnd, valueStart } = splitAt(line.text)
    const key = unescape(line.text.slice(0, keyEnd))
    const value = unescape(line.text.slice(valueStart))
    if (key === undefined || value === undefined) {
      return failure(`line ${line.number}: \\u must be followed by four hexadecimal digits`)
    }
    properties.set(key, value)
  }
  return success(properties)
}
