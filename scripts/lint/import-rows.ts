/**
 * Who may import whom. One row per kind of file; the first row whose `files` matches decides, and a
 * file that no row matches is an error: whoever adds a package or a folder with rights of its own
 * adds its row. Modules are matched as written; relative imports are judged by `within`.
 */
export interface ImportRow {
  /** Paths from the root of the repository, `/` between the parts. */
  readonly files: RegExp
  /** Modules that may be imported as values and as types. */
  readonly may: RegExp
  /** Modules that may be imported as types only (`import type`, `import('…')` in a type). */
  readonly mayTypes?: RegExp
  /** Where relative imports may lead; the file's own package where absent. */
  readonly within?: RegExp
  /** The same for relative imports of types; like `within` where absent. */
  readonly withinTypes?: RegExp
}

/** Clients of other projects: judges in tests, never a part of what we ship or measure with. */
export const foreignClients: RegExp =
  /^(kafkajs|kafka-node|node-rdkafka|franz|no-kafka|@platformatic\/(kafka|wasm-utils)|@confluentinc\/[^/]+|@redpanda-data\/[^/]+)(\/|$)/

const realDoors = '@samsa/base/node'
const nothing = /^(?!)/
const anything = /./
const anythingButForeignClients = new RegExp(`^(?!${foreignClients.source.slice(1)})`)

/**
 * The listed packages of ours, by index or named subpath, and the listed other modules. The real
 * doors are not among them: whoever opens them names `@samsa/base/node`.
 */
function only(packages: string, modules: string = ''): RegExp {
  const ours = [`(?!${realDoors}$)@samsa/(${packages.replaceAll(' ', '|')})(/.+)?`]
  const others = modules === '' ? [] : modules.split(' ')
  return new RegExp(`^(${[...ours, ...others].join('|')})$`)
}

const connection = '@samsa/client/connection'

export const importRows: readonly ImportRow[] = [
  // Whatever is below a `test` folder, in a package, in bench or at the root.
  { files: /^((packages\/[^/]+|bench)\/(.+\/)?)?test\//, may: anything },
  { files: /^(scripts|bench)\/|^[^/]+\.config\.ts$/, may: anythingButForeignClients },

  { files: /^packages\/base\/src\/(node\.ts$|doors\/node-[^/]+$)/, may: /^node:/ },
  { files: /^packages\/base\/src\/(.+\/)?pino-[^/]+$/, may: /^pino$/ },
  {
    files: /^packages\/base\/src\//,
    may: nothing,
    within: /^packages\/base\/src\/(?!node\.ts$|doors\/node-|(.+\/)?pino-)/,
  },

  {
    files: /^packages\/protocol\/src\/compression\//,
    may: only('base', 'node:zlib'),
  },
  {
    files: /^packages\/protocol\/src\/checksum\//,
    may: only('base', 'crc-32/crc32c\\.js'),
  },
  { files: /^packages\/protocol\/src\//, may: only('base') },

  { files: /^packages\/log\/src\//, may: only('base protocol') },

  {
    files: /^packages\/raft\/src\/core\//,
    may: only('base'),
    mayTypes: only('protocol'),
    within: /^packages\/raft\/src\/core\//,
  },
  { files: /^packages\/raft\/src\//, may: only('base protocol log') },

  { files: /^packages\/client\/src\//, may: only('base protocol') },

  {
    files: /^packages\/broker\/src\/server\//,
    may: only(
      'base protocol log raft',
      `node:.+ ${realDoors} ${connection} @node-rs/crc32 lz4-wasm/.+`,
    ),
  },
  {
    files: /^packages\/broker\/src\/security\//,
    may: only('base protocol log raft', `${connection} node:crypto`),
  },
  {
    files: /^packages\/broker\/src\/net\/tls(\/|\.ts$|-)/,
    may: only('base protocol log raft', `${connection} node:tls`),
  },
  { files: /^packages\/broker\/src\//, may: only('base protocol log raft', connection) },

  { files: /^packages\/(registry|exporter|balancer)\/src\//, may: only('base client', 'avsc') },
  {
    files: /^packages\/(bridge|connect)\/src\//,
    may: only('base client', '@samsa/registry/serde'),
  },
  { files: /^packages\/mirror\/src\//, may: only('base connect client') },
  {
    files: /^packages\/operator\/src\//,
    may: only('base', '@samsa/client/admin'),
    mayTypes: /^@samsa\/balancer\/api$/,
  },
  {
    files: /^packages\/console\/src\/ui\//,
    may: nothing,
    within: /^packages\/console\/src\/ui\//,
    withinTypes: /^packages\/console\/src\/(ui|api)\//,
  },
  { files: /^packages\/console\/src\//, may: only('base client') },

  { files: /^packages\/[^/]+\/bin\//, may: /^node:/ },
  {
    files: /^packages\/cli\/src\//,
    may: only(
      'base client',
      `node:.+ ${realDoors} @samsa/(log|raft)/inspect @samsa/broker(/server)?`,
    ),
  },

  // What a simulation takes from the real machine, and how it closes the ways round the doors.
  { files: /^packages\/testkit\/src\/doors\/node-[^/]+$/, may: /^node:/ },
  {
    files: /^packages\/testkit\/src\/broker-process(\/|\.ts$|-)/,
    may: only('base protocol log raft client broker', `node:.+ ${realDoors}`),
  },
  {
    files: /^packages\/testkit\/src\//,
    may: only('base protocol log raft client broker', 'vitest fast-check'),
  },
  {
    files: /^packages\/samsa\/src\//,
    may: only('base protocol log raft client broker testkit', `node:.+ ${realDoors}`),
  },
]
