import { assert, type Clock, type Timer } from '@samsa/base'

import { Phase, type SimEvent } from './event-queue.ts'
import type { Prng } from './prng.ts'
import type { SimProcess } from './sim-host.ts'
import type { Simulation } from './simulation.ts'

const DELAY_MS_MAX = 2 ** 31 - 1

class SimTimer implements Timer {
  event: SimEvent | undefined

  constructor() {
    this.event = undefined
  }

  cancel(): void {
    if (this.event !== undefined) this.event.run = undefined
    this.event = undefined
  }
}

/** Virtual time as one process sees it: its monotonic clock begins near 0 when it starts. */
export class SimClock implements Clock {
  readonly #process: SimProcess
  readonly #simulation: Simulation
  readonly #random: Prng
  readonly #startUs: number

  constructor(process: SimProcess) {
    this.#process = process
    this.#simulation = process.simulation
    this.#random = process.simulation.random(`clock/${process.host.name}/${process.life}`)
    this.#startUs = process.simulation.nowUs
  }

  wallMs(): number {
    this.#simulation.spendUs(1)
    const { settings, nowMs } = this.#simulation
    const wallMs = Math.floor(settings.startWallMs + nowMs + this.#process.host.wallOffsetMs)
    this.#process.record('clock.wallMs', wallMs >>> 0)
    return wallMs
  }

  monotonicMs(): number {
    this.#simulation.spendUs(1)
    const us = this.#simulation.nowUs - this.#startUs
    this.#process.record('clock.monotonicMs', us >>> 0)
    return us / 1000
  }

  setTimer(delayMs: number, callback: () => void): Timer {
    assert(delayMs >= 0 && delayMs <= DELAY_MS_MAX, `a timer's delay of ${delayMs} ms`)
    const latenessUs = this.#random.integer(this.#simulation.settings.timerLatenessUsMax + 1)
    const delayUs = Math.ceil(delayMs * 1000) + latenessUs
    this.#process.record('clock.setTimer', delayUs >>> 0)
    const timer = new SimTimer()
    timer.event = this.#simulation.schedule(delayUs, Phase.timer, this.#process, () => {
      timer.event = undefined
      this.#process.record('clock.timer', delayUs >>> 0)
      callback()
    })
    return timer
  }

  afterIo(callback: () => void): void {
    this.#process.record('clock.afterIo', 0)
    this.#simulation.schedule(0, Phase.afterIo, this.#process, callback)
  }
}
