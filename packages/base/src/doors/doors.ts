import type { Clock } from './clock.ts'
import type { Compute } from './compute.ts'
import type { Disk } from './disk.ts'
import type { Net } from './net.ts'
import type { Random } from './random.ts'

/** All that a node knows of the world. Passed in; never reached around. */
export interface Doors {
  readonly clock: Clock
  readonly random: Random
  readonly disk: Disk
  readonly net: Net
  readonly compute: Compute
}
