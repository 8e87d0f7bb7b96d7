import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ConfigKey, ConfigType } from '../../src/config/keys/config-key.ts'
import { parseConstraint } from '../../src/config/keys/parse-rows.ts'
import {
  javaDouble,
  javaDoubleText,
  javaInteger,
  javaSplitCommas,
  javaTrim,
} from '../../src/config/values/java-text.ts'
import { parseValue } from '../../src/config/values/parse-value.ts'

function keyOf(type: ConfigType, valid: string = 'any'): ConfigKey {
  return {
    name: 'some.key',
    type,
    defaultText: null,
    isRequired: false,
    constraint: parseConstraint(type, valid),
    importance: 'low',
    isInternal: false,
    isSensitive: type === 'password',
    about: null,
  }
}

function textOf(type: ConfigType, valid: string, text: string): string {
  const result = parseValue(keyOf(type, valid), text)
  return result.ok ? result.value.text : `! ${result.failure}`
}

const invalid = (value: string, why: string): string =>
  `! Invalid value ${value} for configuration some.key: ${why}`

test.each<[ConfigType, string, string, string]>([
  ['int', 'any', ' 5 ', '5'],
  ['int', 'any', '+7', '7'],
  ['int', 'any', '007', '7'],
  ['int', 'any', '-0', '0'],
  ['int', 'any', '2147483647', '2147483647'],
  ['int', 'any', '2147483648', invalid('2147483648', 'Not a number of type INT')],
  ['int', 'any', '', invalid('', 'Not a number of type INT')],
  ['int', 'any', '1.0', invalid('1.0', 'Not a number of type INT')],
  ['int', 'any', '1_000', invalid('1_000', 'Not a number of type INT')],
  ['int', 'any', '0x10', invalid('0x10', 'Not a number of type INT')],
  ['int', 'any', '\u00a05', invalid('\u00a05', 'Not a number of type INT')],
  ['short', 'any', '-32768', '-32768'],
  ['short', 'any', '32768', invalid('32768', 'Not a number of type SHORT')],
  ['long', 'any', '9223372036854775807', '9223372036854775807'],
  [
    'long',
    'any',
    '9223372036854775808',
    invalid('9223372036854775808', 'Not a number of type LONG'),
  ],
  ['long', 'any', 'abc', invalid('abc', 'Not a number of type LONG')],
  ['double', 'any', '1', '1.0'],
  ['double', 'any', ' 0.00001 ', '1.0E-5'],
  ['double', 'any', '.5f', '0.5'],
  ['double', 'any', '1d', '1.0'],
  ['double', 'any', 'NaN', 'NaN'],
  ['double', 'any', '-Infinity', '-Infinity'],
  ['double', 'any', '0x1p-2', '0.25'],
  ['double', 'any', '-0x.8P1', '-1.0'],
  ['double', 'any', '0x', invalid('0x', 'Not a number of type DOUBLE')],
  ['double', 'any', '0xp1', invalid('0xp1', 'Not a number of type DOUBLE')],
  ['double', 'any', '1,5', invalid('1,5', 'Not a number of type DOUBLE')],
  ['boolean', 'any', ' TRUE ', 'true'],
  ['boolean', 'any', 'False', 'false'],
  ['boolean', 'any', 'yes', invalid('yes', 'Expected value to be either true or false')],
  ['boolean', 'any', '', invalid('', 'Expected value to be either true or false')],
  ['string', 'any', ' a b\t', 'a b'],
  ['class', 'any', 'org.example.Thing', 'org.example.Thing'],
  ['list', 'any', ' a , b,a ', 'a,b'],
  ['list', 'any', '', ''],
  ['list', 'any', 'a,', `! Configuration 'some.key' values must not be empty.`],
  [
    'list',
    'any, not empty',
    '',
    `! Configuration 'some.key' must not be empty. Valid values include: any non-empty value`,
  ],
  ['list', '[compact, delete]', 'delete, compact ,compact', 'delete,compact'],
  [
    'list',
    '[compact, delete]',
    'compact,foo',
    invalid('foo', 'String must be one of: compact, delete'),
  ],
  [
    'list',
    '[broker, controller], not empty',
    '',
    `! Configuration 'some.key' must not be empty. Valid values include: [broker, controller]`,
  ],
])('as %s (%s), "%s" is read as "%s"', (type, valid, text, expected) => {
  expect(textOf(type, valid, text)).toBe(expected)
})

test.each<[ConfigType, string, string, string]>([
  ['int', '[1,...]', '0', invalid('0', 'Value must be at least 1')],
  ['int', '[1,...]', '1', '1'],
  ['int', '[1,...,17]', '18', invalid('18', 'Value must be no more than 17')],
  ['int', '[-131072,...,22]', '-131073', invalid('-131073', 'Value must be at least -131072')],
  ['int', '[1,...,9] or -1', '-1', '-1'],
  ['int', '[1,...,9] or -1', '0', invalid('0', 'Value must be between 1 and 9 or equal to -1')],
  ['int', '[1,...,9] or -1', '10', invalid('10', 'Value must be between 1 and 9 or equal to -1')],
  ['double', '[0,...,1]', '2', invalid('2.0', 'Value must be no more than 1')],
  ['double', '[0,...,0.5]', '0.6', invalid('0.6', 'Value must be no more than 0.5')],
  ['double', '[0,...,1]', 'NaN', 'NaN'],
  [
    'long',
    '[-1,...]',
    '-9223372036854775808',
    invalid('-9223372036854775808', 'Value must be at least -1'),
  ],
  [
    'string',
    '[CreateTime, LogAppendTime]',
    'createtime',
    invalid('createtime', 'String must be one of: CreateTime, LogAppendTime'),
  ],
  ['string', '(case insensitive) [DISABLED, UPGRADE]', 'Upgrade', 'Upgrade'],
  [
    'string',
    '(case insensitive) [DISABLED, UPGRADE]',
    'x',
    invalid('x', 'String must be one of (case insensitive): DISABLED, UPGRADE'),
  ],
  ['string', 'non-empty string', ' ', invalid('', 'String must be non-empty')],
  ['list', 'throttled replicas', '*', '*'],
  ['list', 'throttled replicas', '0:1, 1:2', '0:1,1:2'],
  ['list', 'throttled replicas', '', ''],
  [
    'list',
    'throttled replicas',
    '0:1,x',
    invalid(
      '[0:1, x]',
      `some.key must be the literal '*' or a list of replicas in the following format: [partitionId]:[brokerId],[partitionId]:[brokerId],...`,
    ),
  ],
  ['list', 'quorum voters', '1@h:9,2@[::1]:9', '1@h:9,2@[::1]:9'],
  ['list', 'quorum voters', 'x@h:9', '! Failed to parse voter ID as an integer from x'],
  [
    'list',
    'quorum voters',
    '1h:9',
    '! Invalid configuration value for controller.quorum.voters. Each entry should be in the form `{id}@{host}:{port}`.',
  ],
  [
    'list',
    'quorum voters',
    '1@h',
    '! Failed to parse host name from entry 1@h for the configuration controller.quorum.voters. Each entry should be in the form `{id}@{host}:{port}`.',
  ],
  ['list', 'quorum voters', '1@0.0.0.0:9', '! Host string (0.0.0.0) is not routeable'],
  ['list', 'bootstrap servers', 'h:9', 'h:9'],
  [
    'list',
    'bootstrap servers',
    'h:70000',
    '! Failed to parse host name from h:70000 for the configuration controller.quorum.bootstrap.servers. Each entry should be in the form "{host}:{port}"',
  ],
])('as %s in %s, "%s" gives "%s"', (type, valid, text, expected) => {
  expect(textOf(type, valid, text)).toBe(expected)
})

test('a password never stands in a complaint', () => {
  const key: ConfigKey = { ...keyOf('int', '[1,...]'), isSensitive: true }
  for (const text of ['hunter2', '-5']) {
    const result = parseValue(key, text)
    expect(result.ok).toBe(false)
    if (!result.ok) expect(result.failure).toContain('[hidden]')
    if (!result.ok) expect(result.failure).not.toContain(text)
  }
})

test('a long keeps all its digits as text and is the nearest safe number', () => {
  const result = parseValue(keyOf('long'), '9223372036854775807')
  expect(result).toMatchObject({
    ok: true,
    value: { text: '9223372036854775807', number: Number.MAX_SAFE_INTEGER },
  })
  const least = parseValue(keyOf('long'), '-9223372036854775808')
  expect(least).toMatchObject({ ok: true, value: { number: Number.MIN_SAFE_INTEGER } })
})

test('every 64-bit integer is read, and every integer beyond is not', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(2n ** 65n), max: 2n ** 65n }), (value) => {
      const isLong = BigInt.asIntN(64, value) === value
      expect(javaInteger(`${value}`, 64)).toBe(isLong ? value : undefined)
    }),
  )
})

test('every double is told as text that reads back as itself', () => {
  fc.assert(
    fc.property(fc.double(), (value) => {
      expect(javaDouble(javaDoubleText(value))).toBe(value)
    }),
  )
})

test.each([
  [0, '0.0'],
  [-0, '-0.0'],
  [1, '1.0'],
  [100, '100.0'],
  [0.001, '0.001'],
  [0.0001, '1.0E-4'],
  [9_999_999, '9999999.0'],
  [10_000_000, '1.0E7'],
  [2_147_483_647, '2.147483647E9'],
  [1.7976931348623157e308, '1.7976931348623157E308'],
  [123.456, '123.456'],
])('%d is told as %s, as Java does', (value, text) => {
  expect(javaDoubleText(value)).toBe(text)
})

test('trimming takes control characters and blanks, and leaves other spaces', () => {
  expect(javaTrim('\u0000\t a b \r\n')).toBe('a b')
  expect(javaTrim('\u00a0a\u2003')).toBe('\u00a0a\u2003')
  expect(javaTrim(' \t')).toBe('')
})

test.each([
  ['', ['']],
  [',', []],
  ['a,', ['a']],
  [',a', ['', 'a']],
  ['a,,b,,', ['a', '', 'b']],
])('"%s" splits as Java splits it', (text, pieces) => {
  expect(javaSplitCommas(text)).toEqual(pieces)
})

test('a value of nothing but blanks and commas costs no more than its length', () => {
  const text = `a${' '.repeat(1_000_000)}b`
  expect(textOf('list', 'any', text)).toBe(text)
})
