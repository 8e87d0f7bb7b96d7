import { assert, failure, nodeId, success, type Result } from '@samsa/base'
import { parseBootstrapServer, parseQuorumVoter } from '../values/addresses.ts'
import type { ConfigValue } from '../values/config-value.ts'
import type { ConfigError } from './config-error.ts'
import { crossCheck } from './cross-checks.ts'
import { gatherValues, type ConfigSources, type GivenValue } from './given-values.ts'
import { checkIds, checkNode } from './node-checks.ts'
import { readListening, type Listening } from './read-listening.ts'
import { logDirectories, readValues, valueOrDefault, type ReadValues } from './read-values.ts'
import type { StaticConfig } from './static-config.ts'
import { unsupportedAuthorizer } from './unsupported.ts'

type Parsed = ReadonlyMap<string, ConfigValue>

function readList<Entry>(
  parsed: Parsed,
  name: string,
  parse: (entry: string) => Result<Entry, string>,
): readonly Entry[] {
  return (valueOrDefault(parsed, name)?.list ?? []).map((entry) => {
    const result = parse(entry)
    assert(result.ok, `${name} was read before: ${entry}`)
    return result.value
  })
}

function build(
  given: ReadonlyMap<string, GivenValue>,
  { parsed, warnings, unusedKeys }: ReadValues,
  listening: Listening,
): StaticConfig {
  const roles = valueOrDefault(parsed, 'process.roles')?.list ?? []
  const directories = logDirectories(parsed)
  return {
    given: new Map([...given].map(([key, { value }]) => [key, value])),
    parsed,
    nodeId: nodeId(parsed.get('node.id')?.number ?? -1),
    isBroker: roles.includes('broker'),
    isController: roles.includes('controller'),
    ...listening,
    quorumVoters: readList(parsed, 'controller.quorum.voters', parseQuorumVoter),
    bootstrapServers: readList(parsed, 'controller.quorum.bootstrap.servers', parseBootstrapServer),
    logDirs: directories,
    metadataLogDir: valueOrDefault(parsed, 'metadata.log.dir')?.text || (directories[0] ?? ''),
    rack: valueOrDefault(parsed, 'broker.rack')?.text ?? null,
    warnings,
    unusedKeys,
  }
}

/**
 * What a node is started with, from file, environment and overrides (a later one wins). Pure. Fails
 * with everything that is wrong at once, each error naming its key, the value and what is allowed;
 * keys that nobody knows are warnings, and keys without use here are listed.
 */
export function loadStaticConfig(
  sources: ConfigSources,
): Result<StaticConfig, readonly ConfigError[]> {
  const gathered = gatherValues(sources)
  const read = readValues(gathered.values)
  const early = [...gathered.errors, ...read.errors, ...unsupportedAuthorizer(read.parsed)]
  if (early.length > 0) return failure(early)

  const roles = read.parsed.get('process.roles')?.list ?? []
  const listening = readListening(read.parsed, roles.includes('controller'))
  const crossed = [...checkIds(read.parsed), ...crossCheck(read.parsed)]
  if (!listening.ok) return failure([...listening.failure, ...crossed])

  const config = build(gathered.values, read, listening.value)
  const errors = [...crossed, ...checkNode(config)]
  return errors.length > 0 ? failure(errors) : success(config)
}
