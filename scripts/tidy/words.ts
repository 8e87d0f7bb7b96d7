import { linesMatching, type Problem, type TidyRule, type Tree } from './tree.ts'

interface WordRule {
  readonly name: string
  /** Where it is looked for; everywhere when absent. */
  readonly files?: RegExp
  readonly except?: RegExp
  /** Written so that it does not match its own text here. */
  readonly pattern: RegExp
  readonly message: string
}

const code = /\.(ts|mts|cts|js|mjs|cjs)$/

const words: readonly WordRule[] = [
  {
    name: 'suppressions',
    files: code,
    pattern: /(oxlint|eslint|tslint|biome)-(disable|ignore)|(oxfmt|prettier)-(ignore)/,
    message: 'the linter has no exceptions: change the code, or the rule for everybody',
  },
  {
    name: 'type suppressions',
    files: code,
    pattern: /@ts-(ignore|expect-error|nocheck)/,
    message: 'the compiler has no exceptions: give it the type',
  },
  {
    name: 'unfinished work',
    pattern: /\b(TO[D]O|FIX[M]E|X[X]X|HA[C]K)\b/,
    message: 'finish it, or file it where work is planned',
  },
  {
    name: 'focused and silent tests',
    files: /(^|\/)test\/.*\.ts$/,
    pattern: /\b(test|it|describe|suite|bench)(\.\w+)*\.(only|skip|todo|fails|skipIf|runIf)\b/,
    message: 'skip inside the test and say why: context.skip(condition, reason)',
  },
  {
    name: 'paths of one machine',
    pattern: /(^|[\s"'`(=:,[])\/(work|root|home|Users)\/|[A-Z]:\\Users\\/,
    message: 'the path exists on one machine only',
  },
  {
    name: 'folders outside the repository',
    except: /^\.ci\/run$/,
    pattern: /\.\.\/shared\b/,
    message: 'nothing names a folder outside the repository: SAMSA_PEERS_KIT says where the kit is',
  },
  {
    name: 'registry hosts',
    pattern:
      /\b(registry\.(npmjs|yarnpkg|npmmirror)|proxy\.golang|pypi|files\.pythonhosted|repo1?\.maven|repo\.maven\.apache|static\.crates)\.(org|com|io)\b/,
    message: 'a registry is a setting of the machine, not of the repository',
  },
  {
    name: 'registry addresses in the lockfile',
    files: /^pnpm-lock\.yaml$/,
    pattern: /\btarball:|https?:\/\//,
    message: 'the lockfile was made against a private registry: make it anew without',
  },
  {
    name: 'ASCII in generated code',
    files: /^packages\/[^/]+\/src\/generated\//,
    pattern: /[^ -~\t\r]/,
    message: 'generated code is ASCII',
  },
]

function check({ files, except, pattern, message }: WordRule, tree: Tree): Problem[] {
  const problems: Problem[] = []
  for (const { path, text } of tree.files) {
    if (files?.test(path) === false || except?.test(path) === true) continue
    for (const { line, found } of linesMatching(text, pattern)) {
      problems.push({ path, line, message: `${found}: ${message}` })
    }
  }
  return problems
}

/** What no line may say. */
export const wordRules: readonly TidyRule[] = words.map((rule) => ({
  name: rule.name,
  check: (tree) => check(rule, tree),
}))
