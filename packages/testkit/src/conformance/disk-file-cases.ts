import { DiskError } from '@samsa/base'
import { expect } from 'vitest'

import type { DoorCase } from './conformance.ts'
import { readAt, syncFile, textOf, writeAt, writeOnce, writeText } from './disk-calls.ts'

/** What can be done with an open file. */
export const diskFileCases: readonly DoorCase[] = [
  {
    promise: 'pieces are written one behind the other at their position and read back',
    async check({ doors: { disk }, root }) {
      const file = await disk.open(`${root}/a`, 'create')
      await writeAt(disk, file, [Buffer.from('abc'), Buffer.from(''), Buffer.from('defg')], 0)
      await writeAt(disk, file, [Buffer.from('XY')], 2)
      const into = new Uint8Array(7)
      expect(await readAt(disk, file, into, 0)).toBe(7)
      expect(Buffer.from(into).toString()).toBe('abXYefg')
      await disk.close(file)
    },
  },
  {
    promise: 'more pieces than one system call takes are all written',
    async check({ doors: { disk }, root }) {
      const file = await disk.open(`${root}/a`, 'create')
      const pieces = Array.from({ length: 2500 }, (_, index) => Buffer.from(`${index},`))
      await writeAt(disk, file, pieces, 0)
      expect(await disk.sizeOf(file)).toBe(Buffer.concat(pieces).length)
      await disk.close(file)
      expect(await textOf(disk, `${root}/a`)).toBe(Buffer.concat(pieces).toString())
    },
  },
  {
    promise: 'a read across the end is short, and at or behind the end it is empty',
    async check({ doors: { disk }, root }) {
      await writeText(disk, `${root}/a`, '0123456789')
      const file = await disk.open(`${root}/a`, 'read')
      const into = new Uint8Array(8)
      expect(await readAt(disk, file, into, 6)).toBe(4)
      expect(Buffer.from(into.subarray(0, 4)).toString()).toBe('6789')
      expect(await readAt(disk, file, into, 10)).toBe(0)
      expect(await readAt(disk, file, into, 5000)).toBe(0)
      expect(disk.readNow(file, into, 9)).toBe(1)
      await disk.close(file)
    },
  },
  {
    promise: 'a write behind the end leaves zeros between',
    async check({ doors: { disk }, root }) {
      const file = await disk.open(`${root}/a`, 'create')
      await writeAt(disk, file, [Buffer.from('a')], 0)
      await writeAt(disk, file, [Buffer.from('b')], 4)
      await disk.close(file)
      expect(await textOf(disk, `${root}/a`)).toBe('a\0\0\0b')
    },
  },
  {
    promise: 'truncate cuts a file, and lengthens it with zeros',
    async check({ doors: { disk }, root }) {
      const file = await disk.open(`${root}/a`, 'create')
      await writeAt(disk, file, [Buffer.from('abcdef')], 0)
      await disk.truncate(file, 2)
      expect(await disk.sizeOf(file)).toBe(2)
      await disk.truncate(file, 4)
      await disk.close(file)
      expect(await textOf(disk, `${root}/a`)).toBe('ab\0\0')
    },
  },
  {
    promise: 'immediate calls and completions see the same file',
    async check({ doors: { disk }, root }) {
      const file = await disk.open(`${root}/a`, 'create')
      let written = 0
      const bytes = Buffer.from('written at once')
      while (written < bytes.length) {
        written += disk.writevNow(file, [bytes.subarray(written)], written)
      }
      const into = new Uint8Array(bytes.length)
      expect(await readAt(disk, file, into, 0)).toBe(bytes.length)
      expect(Buffer.from(into)).toEqual(bytes)
      await writeAt(disk, file, [Buffer.from('WRITTEN')], 0)
      expect(disk.readNow(file, into, 0)).toBe(bytes.length)
      expect(Buffer.from(into).toString()).toBe('WRITTEN at once')
      await disk.close(file)
    },
  },
  {
    promise: 'two descriptors of a file see what the other writes',
    async check({ doors: { disk }, root }) {
      const one = await disk.open(`${root}/a`, 'create')
      const other = await disk.open(`${root}/a`, 'write')
      expect(one).not.toBe(other)
      await writeAt(disk, one, [Buffer.from('one')], 0)
      await writeAt(disk, other, [Buffer.from('two')], 3)
      await disk.close(one)
      await disk.close(other)
      expect(await textOf(disk, `${root}/a`)).toBe('onetwo')
    },
  },
  {
    promise: 'no completion is called inside the call, not even for nothing to do',
    async check({ doors: { disk }, root }) {
      const file = await disk.open(`${root}/a`, 'create')
      let isInside = true
      const calls: Promise<boolean>[] = []
      const call = (start: (done: () => void) => void): void => {
        calls.push(new Promise((resolve) => start(() => resolve(isInside))))
      }
      call((done) => disk.writev(file, [], 0, done))
      call((done) => disk.writev(file, [Buffer.from('a')], 0, done))
      call((done) => disk.read(file, new Uint8Array(0), 0, done))
      call((done) => disk.read(file, new Uint8Array(1), 0, done))
      call((done) => disk.datasync(file, 'flush', done))
      call((done) => disk.datasync(file, 'quorum', done))
      isInside = false
      expect(await Promise.all(calls)).toEqual([false, false, false, false, false, false])
      await disk.close(file)
    },
  },
  {
    promise: 'writing no pieces moves no bytes',
    async check({ doors: { disk }, root }) {
      const file = await disk.open(`${root}/a`, 'create')
      expect(await writeOnce(disk, file, [], 3)).toBe(0)
      expect(disk.writevNow(file, [], 3)).toBe(0)
      expect(await disk.sizeOf(file)).toBe(0)
      await disk.close(file)
    },
  },
  {
    promise: 'every caller of datasync is answered once, whatever their number and class',
    async check({ doors: { disk }, root }) {
      const files = await Promise.all(
        ['a', 'b', 'c', 'd'].map((name) => disk.open(`${root}/${name}`, 'create')),
      )
      let answers = 0
      const syncs = files.flatMap((file) =>
        (['flush', 'quorum', 'flush', 'quorum', 'flush'] as const).map((syncClass) =>
          syncFile(disk, file, syncClass).then(() => answers++),
        ),
      )
      await Promise.all(syncs)
      expect(answers).toBe(20)
      for (const file of files) await disk.close(file)
    },
  },
  {
    promise: 'close waits for what is under way and takes nothing new',
    async check({ doors: { disk }, root }) {
      const file = await disk.open(`${root}/a`, 'create')
      const ended: string[] = []
      disk.writev(file, [Buffer.from('abc')], 0, () => ended.push('write'))
      disk.datasync(file, 'flush', () => ended.push('sync'))
      const closing = disk.close(file).then(() => ended.push('close'))
      expect(() => disk.readNow(file, new Uint8Array(1), 0)).toThrow('is not open')
      await closing
      expect(ended.slice().sort()).toEqual(['close', 'sync', 'write'])
      expect(ended.at(-1)).toBe('close')
    },
  },
  {
    promise: 'a descriptor that is closed is refused by every call',
    async check({ doors: { disk }, root }) {
      const file = await disk.open(`${root}/a`, 'create')
      await disk.close(file)
      const into = new Uint8Array(1)
      expect(() => disk.readNow(file, into, 0)).toThrow('is not open')
      expect(() => disk.writevNow(file, [into], 0)).toThrow('is not open')
      expect(() => disk.read(file, into, 0, () => {})).toThrow('is not open')
      expect(() => disk.datasync(file, 'flush', () => {})).toThrow('is not open')
      await expect(disk.close(file)).rejects.toThrow('is not open')
    },
  },
  {
    promise: 'a file opened for reading refuses to be written or cut',
    async check({ doors: { disk }, root }) {
      await writeText(disk, `${root}/a`, 'kept')
      const file = await disk.open(`${root}/a`, 'read')
      await expect(writeOnce(disk, file, [Buffer.from('x')], 0)).rejects.toThrow(DiskError)
      expect(() => disk.writevNow(file, [Buffer.from('x')], 0)).toThrow(DiskError)
      await expect(disk.truncate(file, 0)).rejects.toThrow(DiskError)
      await disk.close(file)
      expect(await textOf(disk, `${root}/a`)).toBe('kept')
    },
  },
  {
    promise: 'a file without a name is still there for whoever has it open',
    async check({ doors: { disk }, root }) {
      await writeText(disk, `${root}/a`, 'still here')
      const file = await disk.open(`${root}/a`, 'read')
      await disk.unlink(`${root}/a`)
      expect(await disk.status(`${root}/a`)).toBeUndefined()
      const into = new Uint8Array(10)
      expect(await readAt(disk, file, into, 0)).toBe(10)
      expect(Buffer.from(into).toString()).toBe('still here')
      await disk.close(file)
    },
  },
]
