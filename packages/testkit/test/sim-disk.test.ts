import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { syncFile, textOf, writeAt, writeOnce, writeText } from '../src/conformance/index.ts'
import { type CrashMode, crashModes, type SimHost, Simulation } from '../src/index.ts'

function machine(
  seed: number,
  settings: ConstructorParameters<typeof Simulation>[0]['settings'] = {},
): { readonly simulation: Simulation; readonly host: SimHost } {
  const simulation = new Simulation({ seed, settings: { shortWriteChance: 0, ...settings } })
  const host = simulation.host('a')
  host.volume.makeDirectories('/data')
  return { simulation, host }
}

const cutAndRestart = (host: SimHost, mode: CrashMode): void => {
  host.kill(mode)
  host.restart()
}

/** A file with `synced` durable and `later` written behind it, in writes of 1 KiB. */
async function scene(
  simulation: Simulation,
  host: SimHost,
  syncedBytes: number,
  laterBytes: number,
): Promise<void> {
  const { disk } = host.doors
  await simulation.complete(async () => {
    const file = await disk.open('/data/x', 'create')
    await writeAt(disk, file, [Buffer.alloc(syncedBytes, 'S')], 0)
    await syncFile(disk, file)
    await disk.syncDirectory('/data')
    for (let at = 0; at < laterBytes; at += 1024) {
      await writeAt(
        disk,
        file,
        [Buffer.alloc(Math.min(1024, laterBytes - at), 'L')],
        syncedBytes + at,
      )
    }
  })
}

describe('a crash', () => {
  test.each(crashModes)('in mode %s keeps everything that was synced', async (mode) => {
    for (let seed = 0; seed < 30; seed++) {
      const { simulation, host } = machine(seed)
      await scene(simulation, host, 3000, 10_000)
      cutAndRestart(host, mode)
      const bytes = Buffer.from(host.volume.bytesOf('/data/x') ?? [])
      expect(bytes.subarray(0, 3000).equals(Buffer.alloc(3000, 'S'))).toBe(true)
    }
  })

  test('of the process alone keeps everything that was written', async () => {
    const { simulation, host } = machine(1)
    await scene(simulation, host, 3000, 10_000)
    host.kill()
    expect(host.volume.bytesOf('/data/x')).toHaveLength(13_000)
  })

  /** What may be behind the synced bytes, and that each outcome does come. */
  const outcomes: readonly [CrashMode, RegExp, number][] = [
    ['dropUnsynced', /^$/, 1],
    ['keepPrefix', /^(L{1024}){0,9}(L{784})?$/, 8],
    ['tearLast', /^L*$/, 15],
    ['keepBlocks', /^[L\0]*$/, 8],
    ['zeroFill', /^\0{10000}$/, 1],
    ['loseNames', /^L{10000}$/, 1],
    ['keepAll', /^L{10000}$/, 1],
  ]

  test.each(outcomes)('in mode %s leaves behind it only %s', async (mode, pattern, variety) => {
    const seen = new Set<string>()
    for (let seed = 0; seed < 60; seed++) {
      const { simulation, host } = machine(seed)
      await scene(simulation, host, 3000, 10_000)
      cutAndRestart(host, mode)
      const later = Buffer.from(host.volume.bytesOf('/data/x') ?? [])
        .toString()
        .slice(3000)
      expect(later).toMatch(pattern)
      seen.add(later)
    }
    expect(seen.size).toBeGreaterThanOrEqual(variety)
  })

  test('tears a write at a border of 512 bytes of the file', async () => {
    const sizes = new Set<number>()
    for (let seed = 0; seed < 200; seed++) {
      const { simulation, host } = machine(seed)
      const { disk } = host.doors
      await simulation.complete(async () => {
        const file = await disk.open('/data/x', 'create')
        await disk.syncDirectory('/data')
        await writeAt(disk, file, [Buffer.alloc(5000, 'L')], 100)
      })
      cutAndRestart(host, 'tearLast')
      sizes.add(host.volume.bytesOf('/data/x')?.length ?? -1)
    }
    sizes.delete(0)
    sizes.delete(5100)
    expect(sizes.size).toBeGreaterThan(5)
    for (const size of sizes) expect(size % 512).toBe(0)
  })

  test('loses names whose directory was not synced, with their files', async () => {
    const { simulation, host } = machine(1)
    const { disk } = host.doors
    await simulation.complete(async () => {
      await writeText(disk, '/data/old', 'old')
      await syncFile(disk, await disk.open('/data/old', 'write'))
      await disk.syncDirectory('/data')
      const file = await disk.open('/data/new', 'create')
      await writeAt(disk, file, [Buffer.from('new')], 0)
      await syncFile(disk, file)
      await disk.rename('/data/new', '/data/old')
    })
    expect(Buffer.from(host.volume.bytesOf('/data/old') ?? []).toString()).toBe('new')
    cutAndRestart(host, 'dropUnsynced')
    expect(host.volume.filePaths()).toEqual(['/data/old'])
    expect(Buffer.from(host.volume.bytesOf('/data/old') ?? []).toString()).toBe('old')
  })

  test('keeps a rename whose directory was synced, and never half of one', async () => {
    const outcomesSeen = new Set<string>()
    for (let seed = 0; seed < 60; seed++) {
      const { simulation, host } = machine(seed)
      const { disk } = host.doors
      await simulation.complete(async () => {
        await writeText(disk, '/data/a', 'a')
        await syncFile(disk, await disk.open('/data/a', 'write'))
        await disk.syncDirectory('/data')
        await disk.rename('/data/a', '/data/b')
        if (seed % 2 === 0) await disk.syncDirectory('/data')
      })
      cutAndRestart(host, 'keepPrefix')
      const paths = host.volume.filePaths().join()
      if (seed % 2 === 0) expect(paths).toBe('/data/b')
      outcomesSeen.add(paths)
    }
    expect(outcomesSeen).toEqual(new Set(['/data/a', '/data/b']))
  })

  test('brings back a file whose removal was not synced', async () => {
    const { simulation, host } = machine(1)
    const { disk } = host.doors
    await simulation.complete(async () => {
      const file = await disk.open('/data/a', 'create')
      await writeAt(disk, file, [Buffer.from('kept')], 0)
      await syncFile(disk, file)
      await disk.close(file)
      await disk.syncDirectory('/data')
      await disk.unlink('/data/a')
    })
    expect(host.volume.usedBytes).toBe(0)
    cutAndRestart(host, 'dropUnsynced')
    const text = await simulation.complete(() => textOf(host.doors.disk, '/data/a'))
    expect(text).toBe('kept')
    expect(host.volume.usedBytes).toBe(4)
  })

  test('loses a write that was still under way, and one whose sync was', async () => {
    const { simulation, host } = machine(1, { diskSyncUs: { low: 10_000, high: 10_000 } })
    const { disk } = host.doors
    const file = await simulation.complete(() => disk.open('/data/x', 'create'))
    await simulation.complete(() => disk.syncDirectory('/data'))
    disk.writev(file, [Buffer.from('first')], 0, () => {
      disk.datasync(file, 'flush', () => expect.unreachable())
    })
    await simulation.run({ untilMs: simulation.nowMs + 5 })
    disk.writev(file, [Buffer.from('second')], 5, () => expect.unreachable())
    cutAndRestart(host, 'dropUnsynced')
    await simulation.run()
    expect(host.volume.bytesOf('/data/x')).toHaveLength(0)
  })

  test('of any kind leaves nothing but bytes that were written, for random histories', async () => {
    const write = fc.record({ at: fc.nat(9000), size: fc.integer({ min: 1, max: 6000 }) })
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...crashModes),
        fc.array(write, { minLength: 1, maxLength: 12 }),
        fc.nat(12),
        fc.nat(),
        async (mode, writes, syncAfter, seed) => {
          const { simulation, host } = machine(seed)
          const { disk } = host.doors
          const durable = Buffer.alloc(16_000)
          let durableSize = 0
          await simulation.complete(async () => {
            const file = await disk.open('/data/x', 'create')
            await disk.syncDirectory('/data')
            for (const [index, { at, size }] of writes.entries()) {
              await writeAt(disk, file, [Buffer.alloc(size, index + 1)], at)
              if (index < syncAfter) {
                durable.fill(index + 1, at, at + size)
                durableSize = Math.max(durableSize, at + size)
              }
              if (index === syncAfter - 1) await syncFile(disk, file)
            }
          })
          const isSynced = syncAfter >= 1 && syncAfter <= writes.length
          cutAndRestart(host, mode)
          const bytes = host.volume.bytesOf('/data/x') ?? new Uint8Array(0)
          if (isSynced) expect(bytes.length).toBeGreaterThanOrEqual(durableSize)
          const wrong: number[] = []
          for (const [position, byte] of bytes.entries()) {
            const later = isSynced ? syncAfter : 0
            const allowed = new Set([isSynced ? durable[position] : 0])
            for (const [index, { at, size }] of writes.entries()) {
              if (index >= later && position >= at && position < at + size) allowed.add(index + 1)
            }
            if (!allowed.has(byte)) wrong.push(position)
          }
          expect(wrong).toEqual([])
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('a fault', () => {
  test('strikes the operation it was asked for, after those it skips, as often as asked', async () => {
    const { simulation, host } = machine(1)
    const { disk } = host.doors
    const fault = host.volume.inject({
      operation: 'open',
      code: 'DISK_TOO_MANY_FILES',
      path: 'x',
      skip: 1,
      times: 2,
    })
    const outcomes = await simulation.complete(async () => {
      const codes: string[] = []
      for (const name of ['x', 'y', 'x', 'x', 'x']) {
        const code = await disk.open(`/data/${name}`, 'create').then(
          () => 'opened',
          (error: { code: string }) => error.code,
        )
        codes.push(code)
      }
      return codes
    })
    expect(outcomes).toEqual([
      'opened',
      'opened',
      'DISK_TOO_MANY_FILES',
      'DISK_TOO_MANY_FILES',
      'opened',
    ])
    expect(fault.hits).toBe(2)
  })

  test('that lasts strikes until it is removed', async () => {
    const { simulation, host } = machine(1)
    const { disk } = host.doors
    const fault = host.volume.inject({ operation: 'read', code: 'DISK_IO', times: Infinity })
    const file = await simulation.complete(() => disk.open('/data/x', 'create'))
    for (let round = 0; round < 3; round++) {
      expect(() => disk.readNow(file, new Uint8Array(1), 0)).toThrow('told to fail')
    }
    fault.remove()
    expect(disk.readNow(file, new Uint8Array(1), 0)).toBe(0)
    expect(fault.hits).toBe(3)
  })

  test('of a sync loses what it was to make durable, although the next sync succeeds', async () => {
    const { simulation, host } = machine(1)
    const { disk } = host.doors
    host.volume.inject({ operation: 'datasync', code: 'DISK_IO' })
    await simulation.complete(async () => {
      const file = await disk.open('/data/x', 'create')
      await disk.syncDirectory('/data')
      await writeAt(disk, file, [Buffer.from('lost')], 0)
      await expect(syncFile(disk, file)).rejects.toMatchObject({ code: 'DISK_IO' })
      await writeAt(disk, file, [Buffer.from('kept')], 4)
      await syncFile(disk, file)
      expect(await textOf(disk, '/data/x')).toBe('lostkept')
    })
    cutAndRestart(host, 'dropUnsynced')
    expect(Buffer.from(host.volume.bytesOf('/data/x') ?? []).toString()).toBe('\0\0\0\0kept')
  })
})

describe('a volume', () => {
  test('that is full takes what fits, then refuses, and has room again after a removal', async () => {
    const { simulation, host } = machine(1, { diskBytesMax: 10_000 })
    const { disk } = host.doors
    await simulation.complete(async () => {
      await writeText(disk, '/data/a', 'a'.repeat(4000))
      const file = await disk.open('/data/b', 'create')
      expect(await writeOnce(disk, file, [Buffer.alloc(9000)], 0)).toBe(6000)
      await expect(writeOnce(disk, file, [Buffer.alloc(1)], 6000)).rejects.toMatchObject({
        code: 'DISK_FULL',
      })
      expect(() => disk.writevNow(file, [Buffer.alloc(1)], 6000)).toThrow('no space left')
      expect((await disk.volume('/data')).usableBytes).toBe(0)
      expect(await writeOnce(disk, file, [Buffer.from('over')], 10)).toBe(4)
      await disk.unlink('/data/a')
      expect(await writeOnce(disk, file, [Buffer.alloc(3000)], 6000)).toBe(3000)
      await disk.truncate(file, 100)
      expect((await disk.volume('/data')).usableBytes).toBe(9900)
    })
  })

  test('frees an unlinked file when the last descriptor closes, or its node dies', async () => {
    const { simulation, host } = machine(1)
    const { disk } = host.doors
    const [one] = await simulation.complete(async () => {
      await writeText(disk, '/data/a', '1234')
      await writeText(disk, '/data/b', '56')
      const files = [await disk.open('/data/a', 'read'), await disk.open('/data/b', 'read')]
      await disk.unlink('/data/a')
      await disk.unlink('/data/b')
      return files
    })
    expect(host.volume.usedBytes).toBe(6)
    await simulation.complete(() => disk.close(one ?? -1))
    expect(host.volume.usedBytes).toBe(2)
    host.kill()
    expect(host.volume.usedBytes).toBe(0)
  })

  test('has only so many open files', async () => {
    const { simulation, host } = machine(1, { openFilesMax: 2 })
    const { disk } = host.doors
    await simulation.complete(async () => {
      const first = await disk.open('/data/a', 'create')
      await disk.open('/data/b', 'create')
      await expect(disk.open('/data/c', 'create')).rejects.toMatchObject({
        code: 'DISK_TOO_MANY_FILES',
      })
      await disk.close(first)
      expect(await disk.open('/data/c', 'create')).toBe(first)
    })
  })
})

describe('a write', () => {
  test('is sometimes short, by either way of writing', async () => {
    const { simulation, host } = machine(1, { shortWriteChance: 0.5 })
    const { disk } = host.doors
    const counts = await simulation.complete(async () => {
      const file = await disk.open('/data/x', 'create')
      const seen: number[] = []
      for (let round = 0; round < 40; round++) {
        seen.push(await writeOnce(disk, file, [Buffer.alloc(60), Buffer.alloc(40)], 0))
        seen.push(disk.writevNow(file, [Buffer.alloc(100)], 0))
      }
      return seen
    })
    const short = counts.filter((count) => count < 100)
    expect(short.length).toBeGreaterThan(20)
    expect(short.length).toBeLessThan(60)
    expect(short.every((count) => count >= 1)).toBe(true)
  })

  test('whose bytes are changed too early writes the changed ones', async () => {
    const { simulation, host } = machine(1)
    const { disk } = host.doors
    await simulation.complete(async () => {
      const file = await disk.open('/data/x', 'create')
      const bytes = Buffer.from('right')
      const written = writeOnce(disk, file, [bytes], 0)
      bytes.set(Buffer.from('wrong'))
      await written
      expect(await textOf(disk, '/data/x')).toBe('wrong')
    })
  })

  test('may be overtaken by a later one, as on a pool of threads', async () => {
    const winners = new Set<string>()
    for (let seed = 0; seed < 40; seed++) {
      const { simulation, host } = machine(seed)
      const { disk } = host.doors
      await simulation.complete(async () => {
        const file = await disk.open('/data/x', 'create')
        await Promise.all(['a', 'b'].map((text) => writeOnce(disk, file, [Buffer.from(text)], 0)))
        winners.add(await textOf(disk, '/data/x'))
      })
    }
    expect(winners).toEqual(new Set(['a', 'b']))
  })
})
