import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { AssertionError } from '@samsa/base'
import { expect, test } from 'vitest'
import {
  brokerAbout,
  topicAbout,
  topicKeysWithoutEffect,
} from '../../src/config/keys/about.table.ts'
import {
  clientMetricsKeys,
  dynamicOnlyKeys,
  findBrokerKey,
  groupKeys,
  listenerBaseName,
  quotaKeys,
  staticKeys,
  synonymsOf,
  topicKeys,
} from '../../src/config/keys/key-tables.ts'
import { parseBrokerRows, parseTopicRows } from '../../src/config/keys/parse-rows.ts'
import { defaultValue } from '../../src/config/values/default-value.ts'

test('the tables hold every key of Kafka 4.3.1, and ours', () => {
  const keys = [...staticKeys.values()]
  expect(keys.filter(({ isOurs }) => !isOurs)).toHaveLength(360)
  expect(keys.filter(({ isInternal }) => isInternal)).toHaveLength(20)
  expect(keys.filter(({ isOurs }) => isOurs).every(({ name }) => name.startsWith('samsa.'))).toBe(
    true,
  )
  expect([dynamicOnlyKeys.size, topicKeys.size, groupKeys.size]).toEqual([3, 34, 17])
  expect([clientMetricsKeys.size, quotaKeys.size]).toEqual([3, 5])
})

test('every default is a value of its own key', () => {
  for (const table of [staticKeys, dynamicOnlyKeys, topicKeys, clientMetricsKeys, quotaKeys]) {
    for (const key of table.values()) {
      const value = defaultValue(key)
      expect(value === null, key.name).toBe(key.defaultText === null)
      if (value !== null && key.type !== 'double') expect(value.text).toBe(key.defaultText)
    }
  }
})

test('every key of ours and every topic config has a text, and no text belongs to no key', () => {
  for (const key of staticKeys.values()) if (key.isOurs) expect(key.about, key.name).not.toBeNull()
  for (const key of topicKeys.values()) expect(key.about, key.name).not.toBeNull()
  for (const name of Object.keys(brokerAbout)) expect(staticKeys.has(name), name).toBe(true)
  for (const name of Object.keys(topicAbout)) expect(topicKeys.has(name), name).toBe(true)
  for (const name of topicKeysWithoutEffect) expect(topicKeys.has(name), name).toBe(true)
})

test('broker keys behind topic configs that do nothing yet count as unused', () => {
  expect(staticKeys.get('log.cleaner.min.cleanable.ratio')?.about).toBeNull()
  expect(staticKeys.get('log.retention.minutes')?.about).toContain('retention.ms')
  expect(staticKeys.get('num.io.threads')?.about).toBeNull()
})

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(`${folder}/${path}`, 'utf8'))
}

test('every key that the broker asks its configuration for is one that is told to be in use', () => {
  const folder = fileURLToPath(new URL('../../src', import.meta.url))
  const asked = sources(folder).flatMap((text) =>
    [
      ...text.matchAll(
        /\bconfig(?:uration)?\s*\.(?:number|text|flag|list|optionalText)\(\s*'([^']+)'/g,
      ),
    ].map(([, name = '']) => name),
  )
  expect(asked).toContain('num.partitions')
  for (const name of asked) expect(findBrokerKey(name)?.about ?? null, name).not.toBeNull()
})

test('a key of one listener is the key itself under another name', () => {
  expect(listenerBaseName('listener.name.internal.ssl.keystore.type')).toBe('ssl.keystore.type')
  expect(listenerBaseName('listener.name.internal.plain.sasl.jaas.config')).toBe('sasl.jaas.config')
  expect(listenerBaseName('log.dirs')).toBeUndefined()
  expect(findBrokerKey('listener.name.x.max.connections')?.name).toBe('max.connections')
  expect(findBrokerKey('listener.name.x.foo')).toBeUndefined()
})

test('kin keys are found best first with their units, and the flush scheduler is nobody’s kin', () => {
  const names = ['log.retention.ms', 'log.retention.minutes', 'log.retention.hours']
  for (const name of names) expect(synonymsOf(name).map((kin) => kin.name)).toEqual(names)
  expect(synonymsOf('log.retention.hours').map(({ times }) => times)).toEqual([
    1, 60_000, 3_600_000,
  ])
  expect(synonymsOf('log.flush.interval.ms').map((kin) => kin.name)).toEqual([
    'log.flush.interval.ms',
    'log.flush.scheduler.interval.ms',
  ])
  expect(synonymsOf('log.flush.scheduler.interval.ms')).toHaveLength(1)
})

test.each([
  'a | number | 1 | any | low | read-only',
  'a | int | 1 | any | lowest | read-only',
  'a | int | 1 | any | low | sometimes',
  'a | int | 1 | any | low | read-only | hidden',
])('a row with a slip asserts: %s', (row) => {
  expect(() => parseBrokerRows(row, {})).toThrow(AssertionError)
})

test('a default that is none of its values asserts', () => {
  const [key] = parseTopicRows('a | int | 0 | [1,...] | low | -', {})
  expect(() => key && defaultValue(key)).toThrow(AssertionError)
})
