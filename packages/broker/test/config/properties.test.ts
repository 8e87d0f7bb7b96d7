import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseProperties } from '../../src/config/static/properties.ts'

type Case = readonly [text: string, properties: Record<string, string> | string]

/** Texts, and what java.util.Properties makes of them; a text that begins with `!` is its complaint. */
const javaCases = readFileSync(new URL('support/java-properties.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Case)

function parsed(text: string): Record<string, string> | undefined {
  const result = parseProperties(text)
  return result.ok ? Object.fromEntries(result.value) : undefined
}

test('444 texts are read as java.util.Properties reads them', () => {
  expect(javaCases).toHaveLength(444)
  for (const [text, expected] of javaCases) {
    const properties = typeof expected === 'string' ? undefined : expected
    expect.soft(parsed(text), JSON.stringify(text)).toEqual(properties)
  }
})

/** Writes a text so that it can stand as a key or as a value, escaping what the draws say. */
function escaped(text: string, isKey: boolean, unicodes: readonly boolean[]): string {
  return text
    .split('')
    .map((unit, index) => {
      if (unicodes[index % unicodes.length] === true) {
        return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
      }
      const named = { '\t': '\\t', '\n': '\\n', '\r': '\\r', '\f': '\\f', '\\': '\\\\' }[unit]
      if (named !== undefined) return named
      const isSpecial = isKey ? '=:# !'.includes(unit) : index === 0 && '=: #!'.includes(unit)
      return isSpecial ? `\\${unit}` : unit
    })
    .join('')
}

test('what is written with escapes, comments and continuations is read back', () => {
  const unit = fc.oneof(
    fc.constantFrom('=', ':', ' ', '#', '!', '\\', '\t', '\n', '\r', '\f'),
    fc.nat(0xffff).map((code) => String.fromCharCode(code)),
  )
  const text = fc.array(unit, { maxLength: 6 }).map((units) => units.join(''))
  const entries = fc.uniqueArray(fc.tuple(text, text), { selector: ([key]) => key, maxLength: 3 })
  const unicodes = fc.array(fc.boolean(), { minLength: 1, maxLength: 5 })
  const separator = fc.constantFrom('=', ':', ' ', ' = ', '\t:\f', '\\\n  =', ' \\\n : ')
  const filler = fc.constantFrom('', '# a comment = x \\\n', '   ! another\n', '\n\n', '  \t\n')
  const newline = fc.constantFrom('\n', '\r', '\r\n')
  fc.assert(
    fc.property(entries, unicodes, separator, filler, newline, (pairs, codes, drawn, gap, end) => {
      const lines = pairs.map(
        ([key, value]) =>
          `${escaped(key, true, codes)}${key === '' ? '=' : drawn}${escaped(value, false, codes)}${end}`,
      )
      const result = parseProperties(`${gap}${lines.join(gap)}`)
      expect(result).toEqual({ ok: true, value: new Map(pairs) })
    }),
  )
})

test('any text at all is either read or refused with the number of a line', () => {
  const alphabet = fc.constantFrom('a', '=', ':', ' ', '\\', '\n', '\r', 'u', '0', '#', '!', 'é')
  const told = (text: string): string => {
    const result = parseProperties(text)
    return result.ok ? 'read' : result.failure
  }
  fc.assert(
    fc.property(fc.string({ unit: alphabet, maxLength: 60 }), (text) => {
      expect(told(text)).toMatch(/^read$|^line \d+: \\u must be followed by/)
    }),
  )
})

test('a line of many backslashes takes time in proportion to its length', () => {
  const line = `a=${'\\\\'.repeat(500_000)}x`
  expect(parsed(`${line}\nb=1`)).toEqual({ a: `${'\\'.repeat(500_000)}x`, b: '1' })
})

test('names such as __proto__ are keys like all others', () => {
  const result = parseProperties('__proto__=x\nconstructor=y\n')
  expect(result).toEqual({
    ok: true,
    value: new Map([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]),
  })
})
