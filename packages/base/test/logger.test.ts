import fc from 'fast-check'
import { expect, test } from 'vitest'

import {
  BrokerError,
  escapeUnprintable,
  isoTime,
  type LogFields,
  type Logger,
  plainLogger,
} from '../src/index.ts'
import { pinoLogger } from '../src/pino-logger.ts'
import { ManualClock } from './support/manual-clock.ts'

class SampleError extends BrokerError {
  override readonly name = 'SampleError'
  readonly code = 'SAMPLE_FAILED'
}

const TIME_MS = Date.UTC(2026, 10, 25, 9, 30, 0, 7)

function plain(level?: 'trace' | 'warn' | 'silent'): { logger: Logger; lines: string[] } {
  const lines: string[] = []
  const options = {
    clock: new ManualClock(TIME_MS),
    writeLine: (line: string) => void lines.push(line),
  }
  return { logger: plainLogger(level === undefined ? options : { ...options, level }), lines }
}

function json(fields?: LogFields): { logger: Logger; lines: string[] } {
  const lines: string[] = []
  const options = {
    clock: new ManualClock(TIME_MS),
    write: (line: string) => void lines.push(line),
  }
  return { logger: pinoLogger(fields === undefined ? options : { ...options, fields }), lines }
}

test('a plain line has time, level, message and fields, a child its own in addition', () => {
  const { logger, lines } = plain()
  logger.log('info', 'listening', { port: 9092, name: 'PLAINTEXT' })
  logger.child({ node: 1 }).child({ partition: 'a-0' }).log('error', 'lost', { why: 'no room' })
  expect(lines).toEqual([
    '2026-11-25T09:30:00.007Z INFO  listening port=9092 name=PLAINTEXT',
    '2026-11-25T09:30:00.007Z ERROR lost why="no room" node=1 partition=a-0',
  ])
})

test('lines below the level are not written, and a silent logger writes none', () => {
  const { logger, lines } = plain('warn')
  logger.log('info', 'no')
  logger.log('warn', 'yes')
  expect([logger.isEnabled('info'), logger.isEnabled('fatal')]).toEqual([false, true])
  expect(lines).toHaveLength(1)
  const silent = plain('silent')
  silent.logger.log('fatal', 'no')
  expect(silent.logger.isEnabled('fatal')).toBe(false)
  expect(silent.lines).toEqual([])
})

test('an error is told with its code, and its stack follows', () => {
  const { logger, lines } = plain()
  logger.log('error', 'append failed', { error: new SampleError('disk is gone') })
  expect(lines[0]).toMatch(/append failed error="SAMPLE_FAILED: disk is gone"$/)
  expect(lines.length).toBeGreaterThan(1)
  for (const line of lines.slice(1)) expect(line).toMatch(/^ +at /)
})

test('whatever a client sends, a line stays one line and shows no control characters', () => {
  const control = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u
  const text = fc.string({ unit: 'binary' })
  fc.assert(
    fc.property(text, text, text, (message, name, value) => {
      const { logger, lines } = plain()
      logger.log('info', message, { [name]: value, nested: { value } })
      expect(lines).toHaveLength(1)
      expect(lines[0]).not.toMatch(control)
    }),
  )
})

test('a JSON line parses to its fields, whatever a client sends', () => {
  const text = fc.string({ unit: 'binary' }).filter((s) => s.isWellFormed())
  fc.assert(
    fc.property(text, text, (message, value) => {
      const { logger, lines } = json({ node: 1 })
      logger.log('warn', message, { value })
      expect(lines).toHaveLength(1)
      expect(lines[0]?.slice(0, -1)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
      expect(JSON.parse(lines[0] ?? '')).toEqual({
        level: 'warn',
        time: '2026-11-25T09:30:00.007Z',
        node: 1,
        value,
        msg: message,
      })
    }),
  )
})

test('JSON fields tell errors with code and cause, bigints in full and bytes by their number', () => {
  const { logger, lines } = json()
  const error = new SampleError('outer', { cause: new Error('inner') })
  logger.child({ node: 2 }).log('error', 'failed', {
    error,
    offset: 2n ** 60n,
    bytes: new Uint8Array(12),
    list: [1, 'two'],
  })
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    error: {
      name: 'SampleError',
      code: 'SAMPLE_FAILED',
      message: 'outer',
      cause: { message: 'inner' },
    },
    offset: '1152921504606846976',
    bytes: '12 bytes',
    list: [1, 'two'],
    node: 2,
  })
})

test('a JSON logger below its level writes nothing', () => {
  const lines: string[] = []
  const clock = new ManualClock()
  const logger = pinoLogger({ clock, write: (line) => void lines.push(line), level: 'error' })
  logger.log('info', 'no', { a: 1 })
  logger.log('info', 'no')
  expect(logger.isEnabled('info')).toBe(false)
  expect(lines).toEqual([])
})

test('a very long value is shortened, and a value that contains itself ends', () => {
  const { logger, lines } = plain()
  const loop: Record<string, unknown> = {}
  loop['self'] = loop
  logger.log('info', 'sizes', { long: 'x'.repeat(100_000), loop })
  expect((lines[0] ?? '').length).toBeLessThan(6000)
  expect(lines[0]).toContain('(100000 characters)')
})

test('unprintable characters are written as JSON would, the rest as it is', () => {
  expect(escapeUnprintable('grün\t\u009b31m\u202e\u{e0001}')).toBe(
    'grün\\u0009\\u009b31m\\u202e\\udb40\\udc01',
  )
})

test('times are written as the machine writes them, over ten thousand years', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 253_402_300_799_999 }), (wallMs) => {
      expect(isoTime(wallMs)).toBe(new Date(wallMs).toISOString())
    }),
  )
})
