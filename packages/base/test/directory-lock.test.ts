import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { afterEach, beforeEach, expect, test } from 'vitest'

import type { DiskError } from '../src/index.ts'
import { identityOf } from '../src/doors/node-process-identity.ts'
import { NodeDisk } from '../src/node.ts'

const holderEntry = fileURLToPath(new URL('./support/lock-holder.ts', import.meta.url))
const hasPython = spawnSync('python3', ['-c', 'import fcntl']).status === 0

let directory = ''
const children: ChildProcess[] = []

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'samsa-lock-'))
})

afterEach(async () => {
  for (const child of children.splice(0)) await kill(child)
  await rm(directory, { recursive: true })
})

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGKILL')
  await exited
}

/** Starts a process that holds the directory's lock when it has printed a line. */
async function start(command: string, parameters: readonly string[]): Promise<ChildProcess> {
  const child = spawn(command, parameters, { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  await once(child.stdout, 'data')
  return child
}

async function refusal(): Promise<DiskError | 'locked'> {
  try {
    const lock = await new NodeDisk().lockDirectory(directory)
    await lock.release()
    return 'locked'
  } catch (error) {
    return error as DiskError
  }
}

test('a directory that another living process holds is refused, with its pid', async () => {
  const child = await start(process.execPath, [holderEntry, directory])
  const refused = await refusal()
  expect(refused).toMatchObject({ code: 'DISK_LOCKED' })
  expect(String(refused)).toContain(`process ${child.pid} is using this directory`)
})

test('a directory whose holder was killed is taken over', async () => {
  const child = await start(process.execPath, [holderEntry, directory])
  await kill(child)
  expect(JSON.parse(await readFile(join(directory, '.lock'), 'utf8'))).toMatchObject({
    pid: child.pid,
  })
  expect(await refusal()).toBe('locked')
})

test('two nodes of one process cannot hold the same directory', async () => {
  const lock = await new NodeDisk().lockDirectory(directory)
  expect(String(await refusal())).toContain('another node of this process')
  await lock.release()
  expect(await refusal()).toBe('locked')
})

test('the lock file names its holder while held and is empty afterwards, as a JVM leaves it', async () => {
  const lock = await new NodeDisk().lockDirectory(directory)
  const held = JSON.parse(await readFile(join(directory, '.lock'), 'utf8')) as { pid: number }
  expect(held.pid).toBe(process.pid)
  await lock.release()
  expect(await readFile(join(directory, '.lock'), 'utf8')).toBe('')
})

test.each([
  ['an earlier boot', { bootId: '00000000-0000-0000-0000-000000000000' }],
  ['an earlier process of the same pid', { startTime: '1' }],
  ['another pid namespace', { pidNamespace: 'pid:[1]' }],
])('a lock file written by %s is nobody’s', async (_whose, change) => {
  const identity = { ...identityOf(process.ppid), ...change }
  await writeFile(join(directory, '.lock'), JSON.stringify(identity))
  expect(await refusal()).toBe('locked')
})

test('a lock file of a living process is obeyed even where no socket name is taken', async () => {
  await writeFile(join(directory, '.lock'), JSON.stringify(identityOf(process.ppid)))
  expect(String(await refusal())).toContain(`process ${process.ppid} is using this directory`)
})

test.each(['', '{', '[]', 'null', '{"pid":"1"}', 'x'.repeat(10_000)])(
  'a lock file that says %j is nobody’s',
  async (content) => {
    await writeFile(join(directory, '.lock'), content)
    expect(await refusal()).toBe('locked')
  },
)

test('a directory locked as a JVM locks it is refused, with the pid of the JVM', async ({
  skip,
}) => {
  skip(!hasPython, 'python3, which locks as a JVM does, is not here')
  // The lock of a FileChannel is a POSIX lock on the whole file, as `lockf` takes it.
  const script =
    'import fcntl, sys, time; f = open(sys.argv[1], "w"); fcntl.lockf(f, fcntl.LOCK_EX); ' +
    'print("locked", flush=True); time.sleep(600)'
  const child = await start('python3', ['-c', script, join(directory, '.lock')])
  expect(String(await refusal())).toContain(`process ${child.pid} is using this directory`)
  await kill(child)
  expect(await refusal()).toBe('locked')
})

test('a lock is released although its directory is gone', async () => {
  const lock = await new NodeDisk().lockDirectory(directory)
  await rm(directory, { recursive: true })
  await lock.release()
  directory = await mkdtemp(join(tmpdir(), 'samsa-lock-'))
  expect(await refusal()).toBe('locked')
})
