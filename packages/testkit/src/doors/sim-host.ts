import { assert, type Doors } from '@samsa/base'

import type { EventOwner } from './event-queue.ts'
import { SimClock } from './sim-clock.ts'
import { SimCompute } from './sim-compute.ts'
import { SimDisk } from './sim-disk.ts'
import { SimNet } from './sim-net.ts'
import { SimRandom } from './sim-random.ts'
import { SimVolume } from './sim-volume.ts'
import type { CrashMode } from './sim-crash.ts'
import type { Simulation } from './simulation.ts'

/**
 * How a node goes. `process`: as by SIGKILL; the system lives on, keeps what was written and closes the
 * sockets. Any other: the power fails; the volume keeps what that mode says, and peers hear nothing.
 */
export type KillMode = 'process' | CrashMode

/** `stopped`: the system is up and refuses connections; `down`: nothing answers. */
export type HostState = 'running' | 'stopped' | 'down'

/** One life of a node on its host: what it set in motion ends with it. */
export class SimProcess implements EventOwner {
  readonly host: SimHost
  readonly simulation: Simulation
  /** 0 for the first life. */
  readonly life: number
  isAlive: boolean
  frozenUntilUs: number

  constructor(host: SimHost, simulation: Simulation, life: number) {
    this.host = host
    this.simulation = simulation
    this.life = life
    this.isAlive = true
    this.frozenUntilUs = 0
  }

  record(call: string, checksum: number): void {
    this.simulation.trace.record(this.simulation.nowUs, this.host.name, call, checksum)
  }
}

interface Life {
  readonly process: SimProcess
  readonly doors: Doors
}

/** A machine: a volume that outlives its node, an address, clocks of its own, and one node at a time. */
export class SimHost {
  readonly name: string
  /** What `socket.remote.host` says at the other end. */
  readonly address: string
  readonly volume: SimVolume
  readonly #simulation: Simulation
  #life: Life
  #state: HostState
  /** Added to the wall clock; changed by `jumpClock`. */
  wallOffsetMs: number

  constructor(simulation: Simulation, name: string, index: number) {
    this.name = name
    this.address = `10.0.${index >> 8}.${(index & 255) + 1}`
    this.volume = new SimVolume(simulation.random(`volume/${name}`), simulation.settings)
    this.wallOffsetMs = 0
    this.#simulation = simulation
    this.#state = 'running'
    this.#life = this.#newLife(0)
  }

  /** Of the node that runs now; dead with it. */
  get doors(): Doors {
    return this.#life.doors
  }

  get state(): HostState {
    return this.#state
  }

  get process(): SimProcess {
    return this.#life.process
  }

  /** Ends the node between two events: no callback of it runs any more, not even for its sockets. */
  kill(mode: KillMode = 'process'): void {
    assert(this.#state === 'running', `${this.name} is ${this.#state}, it cannot be killed`)
    this.process.record('host.kill', 0)
    this.process.isAlive = false
    const isPowerCut = mode !== 'process'
    this.#state = isPowerCut ? 'down' : 'stopped'
    this.#simulation.network.onProcessDied(this.process, isPowerCut)
    this.volume.onProcessDied()
    if (isPowerCut) this.volume.crash(mode)
  }

  /** Fresh doors, on the volume as the last node left it. */
  restart(): Doors {
    assert(this.#state !== 'running', `${this.name} is running already`)
    this.#state = 'running'
    this.#life = this.#newLife(this.process.life + 1)
    this.process.record('host.restart', 0)
    this.#simulation.network.retryHeld()
    return this.doors
  }

  /** The node stands still, as in a long collection of garbage; the system and its network do not. */
  freeze(ms: number): void {
    const untilUs = this.#simulation.nowUs + Math.round(ms * 1000)
    this.process.frozenUntilUs = Math.max(this.process.frozenUntilUs, untilUs)
  }

  /** Somebody sets the wall clock, forward or back; intervals are not touched. */
  jumpClock(ms: number): void {
    this.wallOffsetMs += ms
  }

  #newLife(life: number): Life {
    const process = new SimProcess(this, this.#simulation, life)
    const random = this.#simulation.random(`host/${this.name}/${life}`)
    return {
      process,
      doors: {
        clock: new SimClock(process),
        random: new SimRandom(process, random),
        disk: new SimDisk(process, this.volume),
        net: new SimNet(process),
        compute: new SimCompute(process),
      },
    }
  }
}
