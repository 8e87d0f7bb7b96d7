import { expect, test } from 'vitest'

import { Simulation, withPoisonedGlobals } from '../src/index.ts'
import { chatter } from './support/chatter.ts'

/** As planted code would call it; the linter keeps ours from writing it down. */
const chance = (): unknown => Reflect.apply(Reflect.get(Math, 'random') as () => number, Math, [])
const globals = (): unknown => [
  Date,
  setTimeout,
  Reflect.get(Math, 'random'),
  Reflect.get(performance, 'now'),
]

async function traceOf(seed: number): Promise<Simulation> {
  const simulation = new Simulation({ seed, keepsTrace: true })
  await chatter(simulation, 20)
  return simulation
}

test('two runs of one seed go through the doors in exactly the same way', async () => {
  const one = await traceOf(5)
  const other = await traceOf(5)
  expect(one.trace.count).toBeGreaterThan(1000)
  expect(one.trace.entries).toHaveLength(one.trace.count)
  expect(other.trace.entries).toEqual(one.trace.entries)
  expect(other.trace.hash).toBe(one.trace.hash)
  expect(other.nowMs).toBe(one.nowMs)
})

test('every seed goes its own way', async () => {
  const hashes = new Set<string>()
  for (let seed = 0; seed < 10; seed++) {
    const simulation = new Simulation({ seed })
    await chatter(simulation, 2)
    hashes.add(simulation.trace.hash)
  }
  expect(hashes.size).toBe(10)
})

test('every door of every host is in the trace, in the order of virtual time', async () => {
  const { trace } = await traceOf(6)
  const doors = new Set(trace.entries.map(({ call }) => call.split('.')[0]))
  expect(doors).toEqual(new Set(['clock', 'compute', 'disk', 'net', 'random']))
  expect(new Set(trace.entries.map(({ host }) => host)).size).toBe(3)
  for (const [index, { atUs }] of trace.entries.entries()) {
    expect(atUs).toBeGreaterThanOrEqual(trace.entries[index - 1]?.atUs ?? 0)
  }
})

test('a run without entries has the same hash as one that keeps them', async () => {
  const simulation = new Simulation({ seed: 5 })
  await chatter(simulation, 20)
  expect(simulation.trace.entries).toEqual([])
  expect(simulation.trace.hash).toBe((await traceOf(5)).trace.hash)
})

test('microtasks of an event have all run before the next event', async () => {
  const simulation = new Simulation({ seed: 1, settings: { timerLatenessUsMax: 0 } })
  const { clock } = simulation.host('a').doors
  const order: string[] = []
  const chain = async (name: string): Promise<void> => {
    for (let step = 0; step < 50; step++) await Promise.resolve()
    order.push(`${name} microtasks`)
  }
  for (const name of ['first', 'second']) {
    clock.setTimer(1, () => {
      order.push(name)
      void chain(name)
    })
  }
  expect((await simulation.run()).reason).toBe('idle')
  expect(order).toEqual(['first', 'first microtasks', 'second', 'second microtasks'])
})

test('a run ends at the time asked for, with what is later left for the next run', async () => {
  const simulation = new Simulation({ seed: 1 })
  const { clock } = simulation.host('a').doors
  const ran: number[] = []
  for (const ms of [10, 20, 30]) clock.setTimer(ms, () => ran.push(ms))
  expect(await simulation.run({ untilMs: 25 })).toMatchObject({ reason: 'time', nowMs: 25 })
  expect(ran).toEqual([10, 20])
  expect(await simulation.run({ until: () => ran.length === 3 })).toMatchObject({ reason: 'until' })
  expect(await simulation.run({ untilMs: 1000 })).toMatchObject({ reason: 'idle', nowMs: 1000 })
})

test('a run that never ends is ended by its number of events', async () => {
  const simulation = new Simulation({ seed: 1 })
  const { clock } = simulation.host('a').doors
  const again = (): void => void clock.setTimer(1, again)
  again()
  expect(await simulation.run({ eventsMax: 500 })).toMatchObject({ reason: 'events', events: 500 })
})

test('what an event or a promise of it throws ends the run with that error', async () => {
  const simulation = new Simulation({ seed: 1 })
  const { clock } = simulation.host('a').doors
  clock.setTimer(1, () => {
    throw new Error('thrown in an event')
  })
  await expect(simulation.run()).rejects.toThrow('thrown in an event')
  clock.setTimer(1, () => void Promise.reject(new Error('rejected in an event')))
  await expect(simulation.run()).rejects.toThrow('rejected in an event')
  await expect(
    simulation.run({
      until: () => {
        throw new Error('a check failed')
      },
    }),
  ).rejects.toThrow('a check failed')
  expect((await simulation.run()).reason).toBe('idle')
})

test('work that does not end says so, with the seed that does it again', async () => {
  const simulation = new Simulation({ seed: 77 })
  await expect(simulation.complete(() => new Promise(() => {}))).rejects.toThrow(
    /did not end \(idle\) \(seed 77, /,
  )
  const { clock } = simulation.host('a').doors
  const again = (): void => void clock.setTimer(1000, again)
  again()
  await expect(simulation.complete(() => new Promise(() => {}), 5000)).rejects.toThrow('(time)')
})

test('waiting for time to pass in a loop ends, since looking at the clock takes time', async () => {
  const simulation = new Simulation({ seed: 1 })
  const { clock } = simulation.host('a').doors
  await simulation.complete(async () => {
    const untilMs = clock.monotonicMs() + 2
    while (clock.monotonicMs() < untilMs);
  })
  expect(simulation.nowMs).toBeGreaterThanOrEqual(2)
})

test.each([
  ['Date.now', () => Date.now()],
  ['new Date', () => new Date()],
  ['Math.random', chance],
  ['performance.now', () => performance.now()],
  ['setTimeout', () => setTimeout(() => {}, 1)],
  ['setInterval', () => setInterval(() => {}, 1)],
  ['setImmediate', () => setImmediate(() => {})],
  ['crypto.randomUUID', () => crypto.randomUUID()],
  ['process.hrtime.bigint', () => process.hrtime.bigint()],
  ['fetch', () => fetch('http://127.0.0.1:1')],
])('%s in an event fails the run, even where the error is swallowed', async (name, call) => {
  const simulation = new Simulation({ seed: 1 })
  const { clock } = simulation.host('a').doors
  clock.setTimer(1, () => {
    void call()
  })
  await expect(simulation.run()).rejects.toThrow('was called in a simulation')
  const hides = async (): Promise<void> => {
    await Promise.resolve()
    try {
      void call()
    } catch {
      // The planted code hides what it did.
    }
  }
  clock.setTimer(1, () => void hides())
  await expect(simulation.run()).rejects.toThrow(name.replace('new ', ''))
})

test('modules of Node that reach the world are closed during a run and open again after it', async () => {
  const fs = await import('node:fs')
  const net = await import('node:net')
  const nodeCrypto = await import('node:crypto')
  const zlib = await import('node:zlib')
  const calls: readonly (() => unknown)[] = [
    () => fs.readFileSync('/etc/hostname'),
    () => fs.promises.readdir('/'),
    () => net.connect(1),
    () => nodeCrypto.randomBytes(1),
    () => zlib.gzip('a', () => {}),
  ]
  for (const call of calls) {
    const simulation = new Simulation({ seed: 1 })
    simulation.host('a').doors.clock.setTimer(1, () => void call())
    await expect(simulation.run()).rejects.toThrow('was called in a simulation')
  }
  expect(fs.readdirSync('/').length).toBeGreaterThan(0)
  expect(nodeCrypto.randomBytes(3)).toHaveLength(3)
})

test('pure functions stay open: dates of a given time, synchronous zlib, hashes', async () => {
  const zlib = await import('node:zlib')
  const nodeCrypto = await import('node:crypto')
  const simulation = new Simulation({ seed: 1 })
  const seen = await simulation.complete(async () => [
    new Date(0).toISOString(),
    zlib.gunzipSync(zlib.gzipSync('abc')).toString(),
    nodeCrypto.createHash('md5').update('a').digest('hex'),
  ])
  expect(seen).toEqual(['1970-01-01T00:00:00.000Z', 'abc', '0cc175b9c0f1b6a831c399e269772661'])
})

test('globals are untouched before, between and after runs', async () => {
  const before = globals()
  const simulation = new Simulation({ seed: 1 })
  simulation.host('a').doors.clock.setTimer(1, () => {
    throw new Error('broken')
  })
  await expect(simulation.run()).rejects.toThrow('broken')
  expect(globals()).toEqual(before)
  expect(Date.now()).toBeGreaterThan(0)
})

test('a plain function is tried for ways round the doors without a simulation', () => {
  expect(withPoisonedGlobals(() => 1 + 1)).toBe(2)
  expect(() => withPoisonedGlobals(() => Date.now())).toThrow('Date.now was called')
  expect(() =>
    withPoisonedGlobals(() => {
      try {
        return chance()
      } catch {
        return 0
      }
    }),
  ).toThrow('Math.random was called')
  expect(chance()).toBeLessThan(1)
})
