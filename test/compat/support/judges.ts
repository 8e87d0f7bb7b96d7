import { execFile } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { headerOf, keyOf, valueOf } from '../judges/support/line-protocol.ts'
import { codecs, type Judge, type ToldRecord } from './judge.ts'

const run = promisify(execFile)
const program = (name: string): string =>
  fileURLToPath(new URL(`../judges/${name}`, import.meta.url))
const kit = process.env['SAMSA_PEERS_KIT']

/** Undefined when the command works, else that `what` is not here. */
async function works(what: string, file: string, ...argv: string[]): Promise<string | undefined> {
  try {
    await run(file, argv, { timeout: 240_000 })
    return undefined
  } catch (error) {
    return `${what} is not here: ${(error as Error).message.split('\n')[0]}`
  }
}

/** A client with a program of its own, started as `file … produce|member …`. */
function judgeOf(
  name: string,
  file: string,
  argv: readonly string[],
  missing: () => Promise<string | undefined>,
  own: readonly (typeof codecs)[number][] = codecs,
): Judge {
  return {
    name,
    codecs: own,
    missing,
    produceCommand: (bootstrap, topic, codec, from, count) => ({
      file,
      arguments: [...argv, 'produce', bootstrap, topic, codec, String(from), String(count)],
    }),
    memberCommand: (bootstrap, topic, group) => ({
      file,
      arguments: [...argv, 'member', bootstrap, topic, group],
    }),
  }
}

const here = (): Promise<undefined> => Promise.resolve(undefined)
const python = process.env['SAMSA_COMPAT_PYTHON'] ?? 'python3'

const kafkajs = judgeOf('kafkajs', process.execPath, [program('kafkajs.ts')], here, [
  'none',
  'gzip',
])
const platformatic = judgeOf('platformatic', process.execPath, [program('platformatic.ts')], here)

const confluent = judgeOf('confluent-kafka', python, [program('confluent.py')], () =>
  works('Python with confluent-kafka', python, '-c', 'import confluent_kafka'),
)
/** lz4, snappy and zstd of kafka-python are packages that it does not bring. */
const kafkaPython = judgeOf(
  'kafka-python',
  python,
  [program('kafka_python.py')],
  () => works('Python with kafka-python', python, '-c', 'import kafka'),
  ['none', 'gzip'],
)

const java: Judge = judgeOf('java', join(kit ?? '', 'kafka'), ['java', program('Judge.java')], () =>
  kit === undefined
    ? Promise.resolve('SAMSA_PEERS_KIT is not set')
    : works('Java with the kit', join(kit, 'kafka'), 'install'),
)

/** Built once, into a folder of this process. */
let goBinary: Promise<string> | undefined
const goProgram = (): Promise<string> => {
  goBinary ??= mkdtemp(join(tmpdir(), 'samsa-judge-')).then(async (folder) => {
    const binary = join(folder, 'judge')
    const options = {
      cwd: program('go'),
      timeout: 240_000,
      env: { ...process.env, HOME: homedir() },
    }
    await run('go', ['build', '-o', binary, '.'], options)
    return binary
  })
  return goBinary
}

const kcatFormat = '%p|%o|%k|%s|%h\\n'

const kcat: Judge = {
  name: 'kcat',
  codecs,
  leavesBy: 'SIGTERM',
  missing: () => works('kcat', 'kcat', '-V'),
  // One header serves all records of a run: the first record's.
  produceCommand: (bootstrap, topic, codec, from, count) => ({
    file: 'kcat',
    arguments: [
      '-P',
      '-b',
      bootstrap,
      '-t',
      topic,
      '-K',
      '\t',
      '-z',
      codec,
      '-H',
      `h=${headerOf(from)}`,
    ],
    input: Array.from({ length: count }, (_, index) => from + index)
      .map((index) => `${keyOf(index)}\t${valueOf(index)}\n`)
      .join(''),
  }),
  memberCommand: (bootstrap, topic, group) => ({
    file: 'kcat',
    arguments: ['-b', bootstrap, '-u', '-f', kcatFormat]
      .concat(['-X', 'auto.offset.reset=earliest', '-X', 'session.timeout.ms=10000'])
      .concat(['-X', 'heartbeat.interval.ms=500', '-X', 'auto.commit.interval.ms=100'])
      .concat(['-G', group, ...topic.split(',')]),
  }),
  readLine: (line, stream) => (stream === 'stderr' ? kcatAssigned(line) : kcatRecord(line)),
}

function kcatAssigned(line: string): unknown {
  if (!line.includes('rebalanced')) return null
  if (line.includes('revoked')) return { assigned: [] }
  return { assigned: [...line.matchAll(/ \[(\d+)\]/g)].map(([, partition]) => Number(partition)) }
}

function kcatRecord(line: string): ToldRecord | null {
  const [partition, offset, key, value, header] = line.split('|')
  if (header === undefined) return null
  return {
    partition: Number(partition),
    offset: Number(offset),
    key: key ?? '',
    value: value ?? '',
    header: header.replace('h=', ''),
  }
}

/** franz-go, once its program is built. */
export async function franzGo(): Promise<Judge> {
  try {
    return judgeOf('franz-go', await goProgram(), [], here)
  } catch (error) {
    const reason = `Go with franz-go is not here: ${(error as Error).message.split('\n')[0]}`
    return judgeOf('franz-go', '', [], () => Promise.resolve(reason))
  }
}

export const judges: readonly Judge[] = [kafkajs, platformatic, kcat, confluent, kafkaPython, java]
