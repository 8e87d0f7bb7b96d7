import childProcess from 'node:child_process'
import crypto from 'node:crypto'
import dgram from 'node:dgram'
import dns from 'node:dns'
import fs from 'node:fs'
import http from 'node:http'
import module from 'node:module'
import net from 'node:net'
import timers from 'node:timers'
import timersPromises from 'node:timers/promises'
import workerThreads from 'node:worker_threads'
import zlib from 'node:zlib'

/** What the simulation needs of the real machine: turns, and the ways round the doors, to close them. */

/** Runs `turn` again and again, each time after all microtasks have run, until it answers false. */
export function runTurns(turn: () => boolean, onPause: (isPaused: boolean) => void): Promise<void> {
  return new Promise((resolve) => {
    let isOver = false
    let turns = TURNS_PER_BATCH_MIN
    const step = (): void => {
      isOver ||= !turn()
    }
    // Node runs all immediates of a batch in one go, and only microtasks between two of them.
    const batch = (): void => {
      setImmediate(onPause, false)
      for (let index = 0; index < turns; index++) setImmediate(step)
      setImmediate(() => {
        onPause(true)
        turns = Math.min(turns * 2, TURNS_PER_BATCH_MAX)
        if (isOver) resolve()
        else batch()
      })
    }
    batch()
  })
}

const TURNS_PER_BATCH_MIN = 8
const TURNS_PER_BATCH_MAX = 512

type AnyFunction = (...parameters: unknown[]) => unknown
type Holder = Record<string, unknown>

/** Where a function lies that no simulated code may call. */
interface Hidden {
  readonly holder: Holder
  readonly key: string
  readonly name: string
}

/**
 * Puts a guard before every global and module function by which code could learn of the real world
 * outside its doors. The guard throws while `isForbidden` says so, and tells `onViolation`, since the
 * code may swallow the error. The answer takes the guards away again.
 */
export function guardGlobals(
  isForbidden: () => boolean,
  onViolation: (error: Error) => void,
): () => void {
  const undo: (() => void)[] = []
  for (const { holder, key, name } of hiddenFunctions()) {
    const original = holder[key]
    if (typeof original !== 'function') continue
    const guarded = guardOf(original as AnyFunction, name, isForbidden, onViolation)
    undo.push(replace(holder, key, guarded))
  }
  undo.push(replace(globalThis as unknown as Holder, 'Date', guardedDate(isForbidden, onViolation)))
  module.syncBuiltinESMExports()
  return () => {
    for (const restore of undo.reverse()) restore()
    module.syncBuiltinESMExports()
  }
}

/** Runs `action` with every way round the doors closed; throws when it took one, even if it hid that. */
export function withPoisonedGlobals<Value>(action: () => Value): Value {
  const violations: Error[] = []
  const remove = guardGlobals(
    () => true,
    (error) => violations.push(error),
  )
  try {
    const value = action()
    const [first] = violations
    if (first !== undefined) throw first
    return value
  } finally {
    remove()
  }
}

/** Calls `onRejection` for rejections that nobody handles, instead of whoever listened before. */
export function catchRejections(onRejection: (reason: unknown) => void): () => void {
  const before = process.listeners('unhandledRejection')
  process.removeAllListeners('unhandledRejection')
  process.on('unhandledRejection', onRejection)
  return () => {
    process.off('unhandledRejection', onRejection)
    for (const listener of before) process.on('unhandledRejection', listener)
  }
}

function hiddenFunctions(): readonly Hidden[] {
  const root = globalThis as unknown as Holder
  return [
    ...pick(root, '', ['setTimeout', 'setInterval', 'setImmediate', 'fetch']),
    ...pick(timers, 'timers', ['setTimeout', 'setInterval', 'setImmediate']),
    ...every(timersPromises, 'timers/promises'),
    ...pick(Math, 'Math', ['random']),
    ...pick(performance, 'performance', ['now', 'mark', 'measure']),
    ...pick(process, 'process', ['hrtime', 'uptime', 'cpuUsage', 'memoryUsage']),
    ...pick(process.hrtime, 'process.hrtime', ['bigint']),
    ...pick(globalThis.crypto, 'crypto', ['getRandomValues', 'randomUUID']),
    ...pick(globalThis.crypto.subtle, 'crypto.subtle', subtleFunctions),
    ...every(crypto, 'crypto', /^(random|getRandomValues|generateKey|pbkdf2$|scrypt$|hkdf$)/),
    ...every(fs, 'fs', /^[a-z]/),
    ...every(fs.promises, 'fs/promises'),
    ...every(net, 'net', /^(connect|createConnection|createServer)$/),
    ...every(http, 'http', /^(get|request|createServer)$/),
    ...every(dgram, 'dgram', /^createSocket$/),
    ...every(dns, 'dns', /^(lookup|resolve)/),
    ...every(childProcess, 'child_process', /^(exec|spawn|fork)/),
    ...pick(workerThreads, 'worker_threads', ['Worker', 'MessageChannel']),
    // The synchronous ones are pure; the others run on the pool and come back when they like.
    ...every(
      zlib,
      'zlib',
      /^(gzip|gunzip|inflate|deflate|inflateRaw|deflateRaw|unzip|brotli\w+|zstd\w+)$/,
      /Sync$/,
    ),
  ]
}

const subtleFunctions: readonly string[] = [
  'decrypt',
  'deriveBits',
  'deriveKey',
  'digest',
  'encrypt',
  'exportKey',
  'generateKey',
  'importKey',
  'sign',
  'unwrapKey',
  'verify',
  'wrapKey',
]

function pick(holder: object, prefix: string, keys: readonly string[]): readonly Hidden[] {
  const dot = prefix === '' ? '' : `${prefix}.`
  return keys.map((key) => ({ holder: holder as Holder, key, name: dot + key }))
}

function every(
  holder: object,
  prefix: string,
  matching: RegExp = /./,
  except: RegExp = /^(?!)/,
): readonly Hidden[] {
  const keys = Object.keys(holder).filter((key) => matching.test(key) && !except.test(key))
  return pick(holder, prefix, keys)
}

function violation(name: string): Error {
  return new Error(
    `${name} was called in a simulation: the world is reached through the doors only`,
  )
}

function guardOf(
  original: AnyFunction,
  name: string,
  isForbidden: () => boolean,
  onViolation: (error: Error) => void,
): AnyFunction {
  const refuse = (): void => {
    if (!isForbidden()) return
    const error = violation(name)
    onViolation(error)
    throw error
  }
  return new Proxy(original, {
    apply(target, self, parameters) {
      refuse()
      return Reflect.apply(target, self, parameters) as unknown
    },
    construct(target, parameters, newTarget) {
      refuse()
      return Reflect.construct(target, parameters, newTarget) as object
    },
  })
}

/** `new Date(5)` is arithmetic; `new Date()`, `Date()` and `Date.now()` look at the clock. */
function guardedDate(isForbidden: () => boolean, onViolation: (error: Error) => void): unknown {
  const refuse = (name: string): void => {
    if (!isForbidden()) return
    const error = violation(name)
    onViolation(error)
    throw error
  }
  return new Proxy(Date, {
    apply(target, self, parameters) {
      refuse('Date()')
      return Reflect.apply(target, self, parameters) as unknown
    },
    construct(target, parameters, newTarget) {
      if (parameters.length === 0) refuse('new Date()')
      return Reflect.construct(target, parameters, newTarget) as object
    },
    get(target, key, receiver) {
      if (key === 'now') refuse('Date.now')
      return Reflect.get(target, key, receiver) as unknown
    },
  })
}

function replace(holder: Holder, key: string, value: unknown): () => void {
  const own = Object.getOwnPropertyDescriptor(holder, key)
  // `getRandomValues` of node:crypto is fixed and stays open; the linter keeps product code from it.
  if (own?.configurable === false) return () => {}
  Object.defineProperty(holder, key, {
    value,
    writable: true,
    configurable: true,
    enumerable: own?.enumerable ?? true,
  })
  return () => {
    if (own === undefined) delete holder[key]
    else Object.defineProperty(holder, key, own)
  }
}
