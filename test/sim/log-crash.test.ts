import { crashModes } from '@samsa/testkit'
import { expect, test } from 'vitest'
import { LogWorld, type LogWorldOptions } from './support/log-world.ts'

/** Scripts of the last test. A campaign of 18,000 was clean when this was written. */
const SEEDS = 60

/** How many events the whole script takes. */
async function eventsOf(options: LogWorldOptions): Promise<number> {
  const world = new LogWorld(options)
  await world.prepare()
  return world.runScript(1_000_000)
}

/** The script up to an event, the crash, the check; then a crash in the middle of the recovery. */
async function crashAt(
  options: LogWorldOptions,
  event: number,
  mode: (typeof crashModes)[number] | 'process',
): Promise<void> {
  const world = new LogWorld(options)
  await world.prepare()
  await world.runScript(event)
  world.crash(mode)
  await world.verify()
  world.crash('process')
  await world.verify()
}

for (const mode of ['process', ...crashModes] as const) {
  test(`a log keeps its promises through a crash at any event (${mode})`, async () => {
    const options = { seed: 11, steps: 24 }
    const events = await eventsOf(options)
    expect(events).toBeGreaterThan(80)
    let crashes = 0
    for (let event = 1; event <= events; event += 1) {
      await crashAt(options, event, mode)
      crashes += 1
    }
    expect(crashes).toBe(events)
  })
}

test('a log keeps its promises whatever the script, the crash and its moment', async () => {
  const modes = ['process', ...crashModes] as const
  let crashes = 0
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const options = { seed, steps: 60, writeNowBytesMax: seed % 2 === 0 ? 0 : 65_536 }
    const events = await eventsOf(options)
    await crashAt(options, 1 + ((seed * 7919) % events), modes[seed % modes.length]!)
    crashes += 1
  }
  expect(crashes).toBe(SEEDS)
})
