import { readFile } from 'node:fs/promises'
import type { Result } from '@samsa/base'
import { loadStaticConfig, type StaticConfig } from '@samsa/broker'
import { describeStorage, formatStorage, randomUuid } from '@samsa/broker/server'
import { ExitCode, type Command } from '../command.ts'
import { parseOptions, textOption, type OptionValues } from '../options.ts'
import { UsageError } from '../usage-error.ts'

export const storageFormatCommand: Command = {
  summary: 'prepare the log directories of a new node',
  usage: `Usage: samsa storage format -c FILE [-t CLUSTER_ID] [--ignore-formatted]

  -c, --config FILE        server.properties of the node
  -t, --cluster-id ID      the cluster's id (samsa storage random-uuid); a fresh one by default
      --ignore-formatted   leave directories alone that are formatted already
`,

  async run(argv) {
    const values = parseOptions(argv, {
      config: { type: 'string', short: 'c' },
      'cluster-id': { type: 'string', short: 't' },
      'ignore-formatted': { type: 'boolean' },
    })
    const config = await configFrom(values)
    if (config === undefined) return ExitCode.failed
    const formatted = await formatStorage({
      config,
      clusterId: textOption(values, 'cluster-id'),
      ignoreFormatted: values['ignore-formatted'] === true,
    })
    for (const line of formatted) process.stdout.write(`${line}\n`)
    return ExitCode.done
  },
}

export const storageInfoCommand: Command = {
  summary: 'say what the log directories hold',
  usage:
    'Usage: samsa storage info -c FILE\n\n  -c, --config FILE   server.properties of the node\n',

  async run(argv) {
    const values = parseOptions(argv, { config: { type: 'string', short: 'c' } })
    const config = await configFrom(values)
    if (config === undefined) return ExitCode.failed
    const { lines, problems } = await describeStorage(config)
    for (const line of lines) process.stdout.write(`${line}\n`)
    for (const line of problems) process.stderr.write(`${line}\n`)
    return problems.length === 0 ? ExitCode.done : ExitCode.failed
  },
}

export const storageRandomUuidCommand: Command = {
  summary: 'print an id for a new cluster',
  usage: 'Usage: samsa storage random-uuid\n',

  run() {
    process.stdout.write(`${randomUuid()}\n`)
    return Promise.resolve(ExitCode.done)
  },
}

async function configFrom(values: OptionValues): Promise<StaticConfig | undefined> {
  const path = textOption(values, 'config')
  if (path === undefined) throw new UsageError('-c FILE is missing.')
  let propertiesText: string
  try {
    propertiesText = await readFile(path, 'utf8')
  } catch (error) {
    throw new UsageError(`cannot read ${path}: ${(error as Error).message}.`)
  }
  const loaded: Result<StaticConfig, readonly Error[]> = loadStaticConfig({
    propertiesText,
    environment: process.env,
  })
  if (loaded.ok) return loaded.value
  for (const error of loaded.failure) process.stderr.write(`samsa: ${error.message}\n`)
  return undefined
}
