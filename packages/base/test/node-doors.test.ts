import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { diskError, netError } from '../src/doors/node-errors.ts'
import { DiskError, NetError } from '../src/index.ts'
import { createNodeDoors, NodeStallMonitor, syncTextWriter } from '../src/node.ts'

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: something`), { code })
}

test.each([
  ['ENOENT', 'DISK_NOT_FOUND'],
  ['EEXIST', 'DISK_EXISTS'],
  ['ENOTEMPTY', 'DISK_EXISTS'],
  ['ENOSPC', 'DISK_FULL'],
  ['EDQUOT', 'DISK_FULL'],
  ['EMFILE', 'DISK_TOO_MANY_FILES'],
  ['EACCES', 'DISK_PERMISSION'],
  ['EROFS', 'DISK_PERMISSION'],
  ['EFBIG', 'DISK_TOO_LARGE'],
  ['EIO', 'DISK_IO'],
  ['EWHATEVER', 'DISK_IO'],
])('%s of a disk is told as %s', (errno, code) => {
  const cause = systemError(errno)
  const error = diskError(cause, 'write', '/data/a')
  expect(error).toBeInstanceOf(DiskError)
  expect(error).toMatchObject({ code, operation: 'write', path: '/data/a', cause })
})

test.each([
  ['EADDRINUSE', 'NET_ADDRESS_IN_USE'],
  ['EADDRNOTAVAIL', 'NET_ADDRESS_NOT_AVAILABLE'],
  ['ECONNREFUSED', 'NET_REFUSED'],
  ['ECONNRESET', 'NET_RESET'],
  ['EPIPE', 'NET_RESET'],
  ['ETIMEDOUT', 'NET_TIMED_OUT'],
  ['EHOSTUNREACH', 'NET_UNREACHABLE'],
  ['ENOTFOUND', 'NET_UNREACHABLE'],
  ['EACCES', 'NET_PERMISSION'],
  ['EWHATEVER', 'NET_IO'],
])('%s of a connection is told as %s', (errno, code) => {
  const error = netError(systemError(errno), 'connection to a:1')
  expect(error).toBeInstanceOf(NetError)
  expect(error.code).toBe(code)
})

test('a connect that failed on each of several addresses is told as the last failure', () => {
  const both = new AggregateError([systemError('EADDRNOTAVAIL'), systemError('ECONNREFUSED')])
  expect(netError(both, 'connection').code).toBe('NET_REFUSED')
})

test('a full device is told as a full disk, by both ways of writing', async () => {
  const { disk } = createNodeDoors()
  const file = await disk.open('/dev/full', 'write')
  expect(() => disk.writevNow(file, [Buffer.from('a')], 0)).toThrow(DiskError)
  const error = await new Promise((resolve) => {
    disk.writev(file, [Buffer.from('a'), Buffer.from('b')], 0, resolve)
  })
  expect(error).toMatchObject({ code: 'DISK_FULL', path: '/dev/full' })
  await disk.close(file)
})

test('listening where no interface is, or on a name that nobody has, fails with its reason', async () => {
  const { net } = createNodeDoors()
  await expect(
    net.listen({ host: '203.0.113.7', port: 0, backlog: 1 }, () => {}),
  ).rejects.toMatchObject({
    code: 'NET_ADDRESS_NOT_AVAILABLE',
  })
})

test('a stall is counted once, with about its length', async () => {
  const monitor = new NodeStallMonitor(50)
  const turn = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      setTimeout(resolve, ms)
    })
  try {
    await turn(60)
    const before = monitor.read().stallCount
    for (const ms of [120, 200]) {
      const endMs = performance.now() + ms
      while (performance.now() < endMs);
      await turn(60)
    }
    const { stallCount, longestMs } = monitor.read()
    expect(stallCount - before).toBeGreaterThanOrEqual(2)
    expect(longestMs).toBeGreaterThan(150)
    expect(monitor.read().stallCount).toBeGreaterThanOrEqual(stallCount)
  } finally {
    monitor.stop()
  }
})

test('text is out when the synchronous writer returns', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'samsa-text-'))
  try {
    const file = await open(join(directory, 'out'), 'w')
    const write = syncTextWriter(file.fd)
    write('one line\n')
    write(`${'ü'.repeat(50_000)}\n`)
    expect(await readFile(join(directory, 'out'), 'utf8')).toBe(`one line\n${'ü'.repeat(50_000)}\n`)
    await file.close()
  } finally {
    await rm(directory, { recursive: true })
  }
})
