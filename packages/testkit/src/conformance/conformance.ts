import { assert, type Doors } from '@samsa/base'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

/** What the behaviours of the doors are tried in, real or simulated. */
export interface DoorWorld {
  /** The node whose doors are tried. */
  readonly doors: Doors
  /** Doors of whoever talks to it over the network; the same ones where there is one process only. */
  readonly peer: Doors
  /** What the peer calls the node's host. */
  readonly host: string
  /** An empty directory of the node. */
  readonly root: string
  /** Runs `work` to its end, moving virtual time where time is virtual. */
  run(work: () => Promise<void>): Promise<void>
  /** The node's loop stands still for `ms`; the network does not. */
  stall(ms: number): void
  close(): Promise<void>
}

/** One promise that every implementation of a door keeps. */
export interface DoorCase {
  readonly promise: string
  check(world: DoorWorld): Promise<void>
}

/** A test for each case, each in a world of its own. */
export function conforms(
  title: string,
  cases: readonly DoorCase[],
  makeWorld: (index: number) => Promise<DoorWorld>,
): void {
  describe(`${title}`, () => {
    const current: { world?: DoorWorld } = {}
    let made = 0
    beforeEach(async () => {
      current.world = await makeWorld(made++)
    })
    afterEach(async () => {
      await current.world?.close()
    })
    test.each(cases)('$promise', async (entry) => {
      const { world } = current
      assert(world !== undefined, 'a world was made for this case')
      await expect(world.run(() => entry.check(world))).resolves.toBeUndefined()
    })
  })
}
