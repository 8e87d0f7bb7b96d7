import type { Files } from './planted-tree.ts'

export interface Violation {
  /** Completes "tidy refuses …". */
  readonly promise: string
  readonly path: string
  readonly text: string
  /** Lines of the output. */
  readonly finds: readonly RegExp[]
}

/** Puts words together, since tidy reads this file too. */
function word(...parts: readonly string[]): string {
  return parts.join('')
}

const readme = '# A package\n\nWhat it is.\n\n- `.`: all of it\n'

function manifest(name: string, exports: Readonly<Record<string, string>>): string {
  return JSON.stringify({ name: `@samsa/${name}`, exports })
}

const errorsHead = `| code | what it means | what to do |
| --- | --- | --- |
`

/** Every rule has something to look at here, and finds nothing. */
export const tidyTree: Files = {
  'README.md': `# A workspace\n\n## Two words\n\nSee [log](packages/log/README.md), [here](#two-words), [there](docs/page.md#deep--down) and [far](https://localhost/x).\n\n\`\`\`\n[code](nowhere.md)\n\`\`\`\n`,
  'docs/page.md': '# Page\n\n### Deep & down\n\nBack [home](../README.md).\n',
  'docs/errors.md': `# Errors

Every error that Samsa logs or prints carries one of these codes; they are stable. The message says what
happened and where. Codes that clients see on the wire are Kafka's own and are not listed here.

This page is made from \`packages/base/src/error-codes.table.ts\` by \`pnpm generate\`.

${errorsHead}| \`LOG_CORRUPT\` | Bad bytes. | Fetch them again. |
| \`LOG_FULL\` | No room. | Make room. |
| \`LOG_OFFLINE\` | It is gone. | Bring it back. |
`,
  'pnpm-lock.yaml': "lockfileVersion: '9.0'\n",
  '.ci/run': `kit="${word('..', '/shared')}/peers"\n`,
  'packages/base/package.json': manifest('base', {
    '.': './src/index.ts',
    './error-codes': './src/error-codes.table.ts',
  }),
  'packages/base/README.md': readme,
  'packages/base/src/index.ts':
    'export abstract class BrokerError extends Error {\n  abstract readonly code: string\n}\n',
  'packages/base/src/error-codes.table.ts': `export const errorCodes = {
  LOG_FULL: { meaning: 'No room.', remedy: 'Make room.' },
  LOG_CORRUPT: { meaning: 'Bad bytes.', remedy: 'Fetch them again.' },
  LOG_OFFLINE: { meaning: 'It is gone.', remedy: 'Bring it back.' },
}
`,
  'packages/log/package.json': manifest('log', { '.': './src/index.ts' }),
  'packages/log/README.md': readme,
  'packages/log/src/index.ts':
    "export { LogError } from './errors.ts'\nexport { start } from './start.ts'\n",
  'packages/log/src/errors.ts': `import { BrokerError } from '@samsa/base'

type LogFailure =
  | 'LOG_FULL'
  | 'LOG_OFFLINE'

export class LogError extends BrokerError {
  readonly code: LogFailure

  constructor(code: LogFailure) {
    super()
    this.code = code
  }
}

export class CorruptError extends LogError {
  override readonly code = 'LOG_CORRUPT'
}
`,
  'packages/log/src/start.ts':
    "export const start = (): URL => new URL('./worker.ts', import.meta.url)\n",
  'packages/log/src/worker.ts': 'export const work = 1\n',
  'packages/log/test/start.test.ts':
    "test('starts', ({ skip }) => {\n  skip(true, 'the judge is not here')\n})\n",
}

function inLog(
  promise: string,
  file: string,
  line: string,
  ...finds: readonly RegExp[]
): Violation {
  return { promise, path: `docs/notes/${file}.ts`, text: `const one = 1\n${line}\n`, finds }
}

const wordViolations: readonly Violation[] = [
  inLog(
    'comments that switch the linter off',
    'lint',
    word('// oxlint-', 'disable'),
    /lint\.ts:2: .*linter has no exceptions.*\(suppressions\)/,
  ),
  inLog(
    'comments that switch the compiler off',
    'types',
    word('// @ts-', 'expect-error'),
    /types\.ts:2: .*\(type suppressions\)/,
  ),
  inLog(
    'comments that skip type checks',
    'ignore',
    word('// @ts-', 'ignore'),
    /ignore\.ts:2: .*\(type suppressions\)/,
  ),
  inLog(
    'marks of unfinished work',
    'todo',
    word('// TO', 'DO more'),
    /todo\.ts:2: .*\(unfinished work\)/,
  ),
  inLog(
    'marks of broken work',
    'fixme',
    word('// FIX', 'ME'),
    /fixme\.ts:2: .*\(unfinished work\)/,
  ),
  inLog(
    'paths of one machine',
    'path',
    word("const path = '/", "root/x'"),
    /path\.ts:2: .*one machine/,
  ),
  inLog(
    'folders outside the repository',
    'kit',
    word("const kit = '..", "/shared/peers'"),
    /kit\.ts:2: .*outside the repository/,
  ),
  inLog(
    'names of registry hosts',
    'registry',
    word('// https://registry.', 'npmjs.org/'),
    /registry\.ts:2: .*\(registry hosts\)/,
  ),
  {
    promise: 'a lockfile with addresses of a registry',
    path: 'pnpm-lock.yaml',
    text: 'resolution: {tarball: http://localhost/one.tgz}\n',
    finds: [/pnpm-lock\.yaml:1: .*\(registry addresses in the lockfile\)/],
  },
  {
    promise: 'tests that run alone',
    path: 'packages/log/test/only.test.ts',
    text: word('test.on', "ly('runs', () => {})\n"),
    finds: [/only\.test\.ts:1: .*\(focused and silent tests\)/],
  },
  {
    promise: 'tests that never run',
    path: 'packages/log/test/skip.test.ts',
    text: word('describe.sk', "ip('runs', () => {})\n"),
    finds: [/skip\.test\.ts:1: .*\(focused and silent tests\)/],
  },
  {
    promise: 'tests that skip without saying so',
    path: 'packages/log/test/skip-if.test.ts',
    text: word('test.sk', "ipIf(true)('runs', () => {})\n"),
    finds: [/skip-if\.test\.ts:1: .*\(focused and silent tests\)/],
  },
]

const treeViolations: readonly Violation[] = [
  {
    promise: 'links that lead nowhere',
    path: 'docs/broken.md',
    text: '# Broken\n\nSee [that](absent.md), [this](page.md#nothing) and [him](#nobody).\n',
    finds: [
      /docs\/broken\.md:3: absent\.md leads nowhere \(links\)/,
      /docs\/broken\.md:3: docs\/page\.md has no heading #nothing/,
      /docs\/broken\.md:3: docs\/broken\.md has no heading #nobody/,
    ],
  },
  {
    promise: 'a source file that no entry leads to',
    path: 'packages/log/src/lonely.ts',
    text: 'export const lonely = 1\n',
    finds: [/packages\/log\/src\/lonely\.ts: no entry leads here/],
  },
  {
    promise: 'generated code that is not ASCII',
    path: 'packages/log/src/generated/one.ts',
    text: "export const one = '\u00e9'\n",
    finds: [/generated\/one\.ts:1: .*ASCII/, /generated\/one\.ts: no entry leads here/],
  },
  {
    promise: 'a package without code and without a README',
    path: 'packages/shell/package.json',
    text: manifest('shell', { '.': './src/index.ts' }),
    finds: [
      /packages\/shell\/README\.md: a package has a README/,
      /packages\/shell: a package appears when/,
    ],
  },
  {
    promise: 'an error code that the table does not have',
    path: 'packages/log/src/index.ts',
    text: "export { start } from './start.ts'\nexport { LogError } from './errors.ts'\nexport class NewError extends BrokerError {\n  readonly code = 'LOG_NEW'\n}\nexport class VagueError extends NewError {\n  override readonly code: string\n}\n",
    finds: [
      /packages\/log\/src\/index\.ts:3: LOG_NEW \(NewError\) is missing/,
      /packages\/log\/src\/index\.ts:6: the code of VagueError is a literal/,
    ],
  },
  {
    promise: 'a code in the table that no error has, and a page that is stale',
    path: 'packages/base/src/error-codes.table.ts',
    text: `export const errorCodes = {
  LOG_FULL: { meaning: 'No room.', remedy: 'Make room.' },
  LOG_CORRUPT: { meaning: 'Bad bytes.', remedy: 'Fetch them again.' },
  LOG_OFFLINE: { meaning: 'It is gone.', remedy: 'Bring it back.' },
  LOG_OLD: { meaning: 'Nothing.', remedy: 'Nothing.' },
}
`,
    finds: [/error-codes\.table\.ts: LOG_OLD is no error's code/, /docs\/errors\.md: stale/],
  },
]

export const violations: readonly Violation[] = [...wordViolations, ...treeViolations]
