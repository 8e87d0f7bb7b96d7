import { crashModes, type KillMode } from '@samsa/testkit'
import { expect, test } from 'vitest'
import { MetadataWorld, type MetadataWorldOptions } from './support/metadata-world.ts'

/** Stories of the last test. A campaign of 1,500 was clean when this was written. */
const SEEDS = 40

/** The power fails while a directory is formatted; it is one or it is none, and can be made one. */
async function formatUntil(event: number, mode: KillMode): Promise<boolean> {
  const world = new MetadataWorld({ seed: event, rounds: 1 })
  const isDone = await world.formatFor(event)
  world.kill(mode)
  const isFormatted = await world.isFormatted()
  if (isDone) expect(isFormatted, `formatted before ${mode}`).toBe(true)
  if (!isFormatted) await world.format()
  await world.live()
  return isDone
}

const modes: readonly KillMode[] = ['process', ...crashModes]

/** A life up to an event, another one up to another, then one to its clean end, and a look. */
async function tell(
  options: MetadataWorldOptions,
  events: number[],
  mode: KillMode,
): Promise<void> {
  const world = new MetadataWorld(options)
  await world.format()
  for (const event of events) {
    await world.live(event)
    world.kill(mode)
  }
  await world.live()
  await world.live()
}

for (const mode of modes) {
  test(`a directory is formatted, or is not, whatever stops it at any event (${mode})`, async () => {
    let event = 1
    while (!(await formatUntil(event, mode))) event++
    expect(event).toBeGreaterThan(20)
  })
}

test('a node keeps what it told of topics and producer ids, whatever kills it and when', async () => {
  let crashes = 0
  for (let seed = 1; seed <= SEEDS; seed++) {
    const first = 1 + ((seed * 7919) % 450)
    const second = 1 + ((seed * 104_729) % 450)
    await tell({ seed, rounds: 8 }, [first, second], modes[seed % modes.length]!)
    crashes += 2
  }
  expect(crashes).toBe(2 * SEEDS)
})
