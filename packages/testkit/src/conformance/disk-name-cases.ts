import { DiskError, type DiskFailure } from '@samsa/base'
import { expect } from 'vitest'

import type { DoorCase } from './conformance.ts'
import { syncFile, textOf, writeAt, writeText } from './disk-calls.ts'

async function failureOf(work: Promise<unknown>): Promise<DiskFailure | 'none'> {
  try {
    await work
    return 'none'
  } catch (error) {
    if (error instanceof DiskError) return error.code
    throw error
  }
}

/** What can be done with names: opening, directories, renames, the lock. */
export const diskNameCases: readonly DoorCase[] = [
  {
    promise: 'a missing file can be created but not opened for reading or writing',
    async check({ doors: { disk }, root }) {
      expect(await failureOf(disk.open(`${root}/a`, 'read'))).toBe('DISK_NOT_FOUND')
      expect(await failureOf(disk.open(`${root}/a`, 'write'))).toBe('DISK_NOT_FOUND')
      expect(await failureOf(disk.open(`${root}/no/a`, 'create'))).toBe('DISK_NOT_FOUND')
      await disk.close(await disk.open(`${root}/a`, 'create'))
      expect(await disk.list(root)).toEqual(['a'])
    },
  },
  {
    promise: 'creating keeps what is there, and creating exclusively refuses it',
    async check({ doors: { disk }, root }) {
      await disk.close(await disk.open(`${root}/a`, 'exclusive'))
      await writeText(disk, `${root}/a`, 'kept')
      await disk.close(await disk.open(`${root}/a`, 'create'))
      expect(await textOf(disk, `${root}/a`)).toBe('kept')
      expect(await failureOf(disk.open(`${root}/a`, 'exclusive'))).toBe('DISK_EXISTS')
    },
  },
  {
    promise: 'status tells size, kind and identity, and nothing about what is not there',
    async check({ doors: { disk, clock }, root }) {
      await writeText(disk, `${root}/a`, '12345')
      const file = await disk.status(`${root}/a`)
      const directory = await disk.status(root)
      expect(file).toMatchObject({ sizeBytes: 5, isDirectory: false })
      expect(directory?.isDirectory).toBe(true)
      expect(file?.inode).not.toBe(directory?.inode)
      expect(file?.device).toBe(directory?.device)
      expect(Math.abs((file?.modifiedMs ?? 0) - clock.wallMs())).toBeLessThan(10_000)
      expect(await disk.status(`${root}/b`)).toBeUndefined()
      expect(await disk.status(`${root}/a/b`)).toBeUndefined()
    },
  },
  {
    promise: 'a renamed file takes the place of another at once and keeps its identity',
    async check({ doors: { disk }, root }) {
      await writeText(disk, `${root}/old`, 'old')
      await writeText(disk, `${root}/new`, 'new')
      const before = await disk.status(`${root}/new`)
      await disk.rename(`${root}/new`, `${root}/old`)
      expect(await disk.list(root)).toEqual(['old'])
      expect(await textOf(disk, `${root}/old`)).toBe('new')
      expect((await disk.status(`${root}/old`))?.inode).toBe(before?.inode)
    },
  },
  {
    promise: 'a directory is renamed with all that is in it, while its files are open',
    async check({ doors: { disk }, root }) {
      await disk.makeDirectory(`${root}/d`)
      const file = await disk.open(`${root}/d/a`, 'create')
      await disk.rename(`${root}/d`, `${root}/d-delete`)
      await writeAt(disk, file, [Buffer.from('late')], 0)
      await syncFile(disk, file)
      await disk.close(file)
      expect(await disk.list(root)).toEqual(['d-delete'])
      expect(await textOf(disk, `${root}/d-delete/a`)).toBe('late')
    },
  },
  {
    promise: 'what is not there cannot be renamed, removed, listed or synced',
    async check({ doors: { disk }, root }) {
      expect(await failureOf(disk.rename(`${root}/a`, `${root}/b`))).toBe('DISK_NOT_FOUND')
      expect(await failureOf(disk.unlink(`${root}/a`))).toBe('DISK_NOT_FOUND')
      expect(await failureOf(disk.removeDirectory(`${root}/a`))).toBe('DISK_NOT_FOUND')
      expect(await failureOf(disk.list(`${root}/a`))).toBe('DISK_NOT_FOUND')
      expect(await failureOf(disk.syncDirectory(`${root}/a`))).toBe('DISK_NOT_FOUND')
      expect(await failureOf(disk.readFile(`${root}/a`, 10))).toBe('DISK_NOT_FOUND')
      expect(await failureOf(disk.makeDirectory(`${root}/a/b`))).toBe('DISK_NOT_FOUND')
      expect(await failureOf(disk.lockDirectory(`${root}/a`))).toBe('DISK_NOT_FOUND')
    },
  },
  {
    promise: 'a directory is made once, and removed only when it is empty',
    async check({ doors: { disk }, root }) {
      await disk.makeDirectory(`${root}/d`)
      expect(await failureOf(disk.makeDirectory(`${root}/d`))).toBe('DISK_EXISTS')
      await writeText(disk, `${root}/d/a`, 'a')
      expect(await failureOf(disk.removeDirectory(`${root}/d`))).toBe('DISK_EXISTS')
      await disk.unlink(`${root}/d/a`)
      await disk.removeDirectory(`${root}/d`)
      expect(await disk.list(root)).toEqual([])
    },
  },
  {
    promise: 'a listing has every name, sorted',
    async check({ doors: { disk }, root }) {
      for (const name of ['b-1', 'a', 'b', '.hidden', 'B', 'b-10', 'b-2']) {
        await writeText(disk, `${root}/${name}`, '')
      }
      await disk.makeDirectory(`${root}/c`)
      expect(await disk.list(root)).toEqual(['.hidden', 'B', 'a', 'b', 'b-1', 'b-10', 'b-2', 'c'])
    },
  },
  {
    promise: 'a directory can be synced after its names have changed',
    async check({ doors: { disk }, root }) {
      await writeText(disk, `${root}/a`, 'a')
      await disk.syncDirectory(root)
      await disk.rename(`${root}/a`, `${root}/b`)
      await disk.syncDirectory(root)
      expect(await disk.list(root)).toEqual(['b'])
    },
  },
  {
    promise: 'a whole file is read up to a limit and refused above it',
    async check({ doors: { disk }, root }) {
      await writeText(disk, `${root}/a`, '0123456789')
      await writeText(disk, `${root}/empty`, '')
      expect(Buffer.from(await disk.readFile(`${root}/a`, 10)).toString()).toBe('0123456789')
      expect(await disk.readFile(`${root}/empty`, 0)).toHaveLength(0)
      expect(await failureOf(disk.readFile(`${root}/a`, 9))).toBe('DISK_TOO_LARGE')
    },
  },
  {
    promise: 'the volume has room, and less of it than it has altogether',
    async check({ doors: { disk }, root }) {
      const { totalBytes, usableBytes } = await disk.volume(root)
      expect(usableBytes).toBeGreaterThan(0)
      expect(usableBytes).toBeLessThanOrEqual(totalBytes)
    },
  },
  {
    promise: 'a directory has one holder, until it lets go',
    async check({ doors: { disk }, root }) {
      const lock = await disk.lockDirectory(root)
      expect(await disk.list(root)).toContain('.lock')
      expect(await failureOf(disk.lockDirectory(root))).toBe('DISK_LOCKED')
      await lock.release()
      const next = await disk.lockDirectory(root)
      await next.release()
    },
  },
  {
    promise: 'two directories are locked independently',
    async check({ doors: { disk }, root }) {
      await disk.makeDirectory(`${root}/one`)
      await disk.makeDirectory(`${root}/two`)
      const one = await disk.lockDirectory(`${root}/one`)
      const two = await disk.lockDirectory(`${root}/two`)
      await one.release()
      expect(await failureOf(disk.lockDirectory(`${root}/two`))).toBe('DISK_LOCKED')
      await two.release()
    },
  },
  {
    promise: 'a failure says what was tried, and on which path',
    async check({ doors: { disk }, root }) {
      const error = await disk.open(`${root}/missing`, 'read').catch((thrown: unknown) => thrown)
      expect(error).toMatchObject({
        name: 'DiskError',
        code: 'DISK_NOT_FOUND',
        operation: 'open',
        path: `${root}/missing`,
      })
      expect((error as Error).message).toContain(`open ${root}/missing`)
    },
  },
]
