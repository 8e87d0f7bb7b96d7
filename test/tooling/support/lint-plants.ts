import type { Files } from './planted-tree.ts'

export interface Violation {
  /** Completes "the lint command refuses …". */
  readonly promise: string
  readonly path: string
  readonly text: string
  readonly rule: string
  readonly says: RegExp
}

const imports = 'samsa(imports)'
const globals = 'eslint(no-restricted-globals)'

function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => `${line(index)}\n`).join('')
}

function longFunction(statements: number): string {
  const body = lines(statements, (index) => `  total += ${index}`)
  return `export function long(): number {\n  let total = 0\n${body}  return total\n}\n`
}

function importing(promise: string, path: string, text: string, says: RegExp): Violation {
  return { promise, path, text: `${text}\n`, rule: imports, says }
}

/** `statement` uses a global in the middle of a package that has to go through the doors. */
function reaching(what: string, file: string, expression: string): Violation {
  return {
    promise: `${what} outside the doors`,
    path: `packages/log/src/${file}.ts`,
    text: `export function reach(): unknown {\n  return ${expression}\n}\n`,
    rule: globals,
    says: /through the doors|Logger/,
  }
}

const importViolations: readonly Violation[] = [
  importing(
    'a file that no row covers',
    'packages/novelty/src/index.ts',
    'export const one = 1',
    /No row .* covers packages\/novelty/,
  ),
  importing(
    'a package above in the order',
    'packages/log/src/upwards.ts',
    "export { start } from '@samsa/broker'",
    /may not import @samsa\/broker/,
  ),
  importing(
    'any package of ours in base',
    'packages/base/src/upwards.ts',
    "import type { Reader } from '@samsa/protocol'\nexport type Own = Reader",
    /may not import @samsa\/protocol/,
  ),
  importing(
    'a package of others that no row names',
    'packages/protocol/src/other.ts',
    "import { Map } from 'immutable'\nexport const empty = Map()",
    /may not import immutable/,
  ),
  importing(
    'all of the client in the broker',
    'packages/broker/src/client.ts',
    "import { Producer } from '@samsa/client'\nexport const made = Producer",
    /may not import @samsa\/client/,
  ),
  importing(
    "Node's files outside the doors",
    'packages/log/src/files.ts',
    "import { readFileSync } from 'node:fs'\nexport const text = readFileSync",
    /may not import node:fs.*doors/,
  ),
  importing(
    "Node's modules by their old names",
    'packages/log/src/old-names.ts',
    "import { readFileSync } from 'fs'\nexport const text = readFileSync",
    /may not import fs/,
  ),
  importing(
    "Node's compression outside protocol's compression folder",
    'packages/protocol/src/record/compress.ts',
    "import { zstdCompressSync } from 'node:zlib'\nexport const compress = zstdCompressSync",
    /may not import node:zlib/,
  ),
  importing(
    'more than compression in the compression folder',
    'packages/protocol/src/compression/more.ts',
    "import { connect } from 'node:net'\nexport const open = connect",
    /may not import node:net/,
  ),
  importing(
    'hashing outside the security folder',
    'packages/broker/src/handlers/hash.ts',
    "import { createHash } from 'node:crypto'\nexport const hash = createHash",
    /may not import node:crypto/,
  ),
  importing(
    'TLS outside the TLS folder',
    'packages/broker/src/net/secure.ts',
    "import { connect } from 'node:tls'\nexport const open = connect",
    /may not import node:tls/,
  ),
  importing(
    'another package through its source folder',
    'packages/log/src/inner.ts',
    "export { Reader } from '@samsa/protocol/src/codec/reader.ts'",
    /only through the package's name/,
  ),
  importing(
    'another package by path',
    'packages/log/src/by-path.ts',
    "export { one } from '../../protocol/src/index.ts'",
    /by path/,
  ),
  importing(
    'values of protocol in the pure core of raft',
    'packages/raft/src/core/values.ts',
    "import { encode } from '@samsa/protocol'\nexport const use = encode",
    /only types from @samsa\/protocol/,
  ),
  importing(
    "the log in raft's core, even as a type",
    'packages/raft/src/core/log.ts',
    "import type { Log } from '@samsa/log'\nexport type Own = Log",
    /may not import @samsa\/log/,
  ),
  importing(
    "raft's driver in raft's core",
    'packages/raft/src/core/driver.ts',
    "export { drive } from '../driver/driver.ts'",
    /leads out of/,
  ),
  importing(
    'an import() of what is not allowed',
    'packages/log/src/dynamic.ts',
    "export const later = (): Promise<unknown> => import('node:os')",
    /may not import node:os/,
  ),
  importing(
    'an import() whose module is computed',
    'packages/log/src/computed.ts',
    'export const later = (name: string): Promise<unknown> => import(name)',
    /computed/,
  ),
  importing(
    "an import('…') type of what is not allowed",
    'packages/log/src/type.ts',
    "export type Server = import('node:net').Server",
    /may not import node:net/,
  ),
  importing(
    'export * of what is not allowed',
    'packages/log/src/everything.ts',
    "export * from '@samsa/raft'",
    /may not import @samsa\/raft/,
  ),
  importing(
    'clients of other projects in the bench',
    'bench/micro/peers.ts',
    "import { Kafka } from 'kafkajs'\nexport const kafka = Kafka",
    /only below a test folder/,
  ),
  importing(
    'clients of other projects in scripts',
    'scripts/peers.ts',
    "import { Producer } from '@platformatic/kafka'\nexport const producer = Producer",
    /only below a test folder/,
  ),
  importing(
    'the real doors where doors are passed in',
    'packages/log/src/real-doors.ts',
    "import { nodeDoors } from '@samsa/base/node'\nexport const doors = nodeDoors",
    /may not import @samsa\/base\/node/,
  ),
  importing(
    'the real doors in the rest of base',
    'packages/base/src/real-doors.ts',
    "export { nodeClock } from './doors/node-clock.ts'",
    /leads out of/,
  ),
  importing(
    'the testkit in what we ship',
    'packages/broker/src/testing.ts',
    "import { simulate } from '@samsa/testkit'\nexport const run = simulate",
    /may not import @samsa\/testkit/,
  ),
]

const doorViolations: readonly Violation[] = [
  reaching('the wall clock', 'date', 'Date.now()'),
  reaching('the monotonic clock', 'performance', 'performance.now()'),
  reaching('timers', 'timer', 'setTimeout(() => {}, 1)'),
  reaching('turns of the event loop', 'immediate', 'setImmediate(() => {})'),
  reaching('the process', 'process', 'process.pid'),
  reaching('a way around through globalThis', 'global-this', 'globalThis.setTimeout'),
  reaching('a way around through global', 'global', 'global.setTimeout'),
  reaching('randomness of the system', 'crypto', 'crypto.randomUUID()'),
  reaching('the network', 'fetch', "fetch('http://localhost')"),
  reaching('the machine', 'navigator', 'navigator.hardwareConcurrency'),
  reaching('the console', 'console', "console.log('one')"),
  {
    promise: 'Math.random',
    path: 'packages/log/src/math.ts',
    text: 'export const random = (): number => Math.random()\n',
    rule: 'eslint(no-restricted-properties)',
    says: /Math.random/,
  },
]

const shapeViolations: readonly Violation[] = [
  {
    promise: 'a function of 71 lines',
    path: 'packages/log/src/long-function.ts',
    text: longFunction(67),
    rule: 'eslint(max-lines-per-function)',
    says: /70/,
  },
  {
    promise: 'a source file of 501 lines',
    path: 'packages/log/src/long-file.ts',
    text: lines(501, (index) => `export const value${index} = ${index}`),
    rule: 'eslint(max-lines)',
    says: /501/,
  },
  {
    promise: 'a test file of 801 lines',
    path: 'packages/log/test/long-file.test.ts',
    text: lines(801, (index) => `export const value${index} = ${index}`),
    rule: 'eslint(max-lines)',
    says: /801/,
  },
  {
    promise: 'a floating promise',
    path: 'packages/log/src/floating.ts',
    text: 'export function start(work: () => Promise<void>): void {\n  work()\n}\n',
    rule: 'typescript(no-floating-promises)',
    says: /[Pp]romise/,
  },
  {
    promise: 'a floating promise in a test',
    path: 'packages/log/test/floating.test.ts',
    text: 'export function start(work: () => Promise<void>): void {\n  work()\n}\n',
    rule: 'typescript(no-floating-promises)',
    says: /[Pp]romise/,
  },
  {
    promise: 'a promise where nobody waits for one',
    path: 'packages/log/src/misused.ts',
    text: 'export function all(items: number[], work: (item: number) => Promise<void>): void {\n  items.forEach(work)\n}\n',
    rule: 'typescript(no-misused-promises)',
    says: /[Pp]romise/,
  },
  {
    promise: 'a switch that forgets a member of its union',
    path: 'packages/log/src/switch.ts',
    text: "export function one(kind: 'a' | 'b'): number {\n  switch (kind) {\n    case 'a':\n      return 1\n  }\n  return 2\n}\n",
    rule: 'typescript(switch-exhaustiveness-check)',
    says: /exhaustive/,
  },
  {
    promise: 'modules that import each other',
    path: 'packages/log/src/cycle.ts',
    text: "import { other } from './cycle-back.ts'\nexport const one = (): number => other()\n",
    rule: 'import(no-cycle)',
    says: /[Cc]ycle/,
  },
  {
    promise: 'modules that import each other, seen from the other',
    path: 'packages/log/src/cycle-back.ts',
    text: "import { one } from './cycle.ts'\nexport const other = (): number => one()\n",
    rule: 'import(no-cycle)',
    says: /[Cc]ycle/,
  },
  {
    promise: 'a variable of a module',
    path: 'packages/log/src/variable.ts',
    text: 'let count = 0\nexport const next = (): number => ++count\n',
    rule: 'samsa(module-state)',
    says: /count is state of a module/,
  },
  {
    promise: 'a map of a module that is there to be filled',
    path: 'packages/log/src/map.ts',
    text: 'export const open = new Map<string, number>()\n',
    rule: 'samsa(module-state)',
    says: /open is state of a module/,
  },
  {
    promise: 'any',
    path: 'packages/log/src/any.ts',
    text: 'export const through = (value: any): unknown => value\n',
    rule: 'typescript(no-explicit-any)',
    says: /any/,
  },
]

export const violations: readonly Violation[] = [
  ...importViolations,
  ...doorViolations,
  ...shapeViolations,
]

const everyDoor = `import { createServer } from 'node:net'
export const doors = [createServer, Date.now(), setTimeout, process.pid, Math.random()]
`

/** Files that use every exception the rules make. */
export const allowed: Files = {
  'packages/base/src/doors/node-net.ts': everyDoor,
  'packages/base/src/pino-logger.ts': "import { pino } from 'pino'\nexport const make = pino\n",
  'packages/protocol/src/compression/zstd.ts':
    "import { zstdCompressSync } from 'node:zlib'\nexport const compress = zstdCompressSync\n",
  'packages/protocol/src/checksum/crc32c.ts':
    "import crc from 'crc-32/crc32c.js'\nexport const sum = crc\n",
  'packages/protocol/src/generated/produce.ts': longFunction(600),
  'packages/protocol/src/schema/000-produce.ts': lines(
    501,
    (index) => `export const value${index} = ${index}`,
  ),
  'packages/broker/src/config/keys.table.ts': lines(
    501,
    (index) => `export const value${index} = ${index}`,
  ),
  'packages/log/src/comments.ts': `${lines(600, () => '// why')}export const one = 1\n`,
  'packages/log/src/long-function.ts': longFunction(66),
  'packages/log/src/types.ts':
    "import { one } from './comments.ts'\nexport const none: ReadonlyMap<string, number> = new Map()\nexport const bytes = (): number => one + Buffer.alloc(1).length\n",
  'packages/raft/src/core/step.ts':
    "import { assert } from '@samsa/base'\nimport type { VoteRequest } from '@samsa/protocol'\nexport const step = (request: VoteRequest): void => assert(request, 'there')\n",
  'packages/broker/src/security/hash.ts':
    "import { createHash } from 'node:crypto'\nexport const hash = createHash\n",
  'packages/broker/src/net/tls/layer.ts':
    "import { connect } from 'node:tls'\nexport const open = connect\n",
  'packages/broker/src/replica/fetcher.ts':
    "import { connect } from '@samsa/client/connection'\nexport const open = connect\n",
  'packages/broker/src/server/start.ts': everyDoor,
  'packages/cli/src/main.ts': everyDoor,
  'packages/cli/src/doors.ts':
    "import { nodeDoors } from '@samsa/base/node'\nexport const doors = nodeDoors\n",
  'packages/base/src/node.ts': "export { doors } from './doors/node-net.ts'\n",
  'packages/log/test/peers.test.ts':
    "import { Kafka } from 'kafkajs'\nimport { simulate } from '@samsa/testkit'\nexport const all = [Kafka, simulate, Date.now()]\n",
  'bench/micro/test/codec-peers.ts':
    "import { Kafka } from 'kafkajs'\nexport const kafka = Kafka\n",
  'bench/micro/codec.ts':
    "import { encode } from '@samsa/protocol'\nexport const run = [encode, process.hrtime]\n",
  'scripts/measure.ts':
    "import { encode } from '@samsa/protocol'\nexport const run = [encode, Date.now()]\n",
}
