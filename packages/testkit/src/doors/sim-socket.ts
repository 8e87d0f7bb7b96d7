import {
  type Address,
  assert,
  NetError,
  type NetFailure,
  type Socket,
  type SocketHandlers,
} from '@samsa/base'

import { Phase } from './event-queue.ts'
import type { SimProcess } from './sim-host.ts'
import type { Pipe, Segment } from './sim-pipe.ts'
import { checksumOf, checksumOfPieces } from './trace.ts'

type WriteDone = (error: NetError | null) => void

/**
 * One end of a simulated connection.
 *
 * | state | `isConnected` | leaves by |
 * | --- | --- | --- |
 * | connecting | no | the peer accepts, refuses or stays silent; destroy |
 * | open | yes | FIN both ways, a reset, a time-out, destroy |
 * | destroyed | – | the last callback, in an event of its own |
 */
export class SimSocket implements Socket {
  readonly process: SimProcess
  readonly local: Address
  readonly remote: Address
  isConnected: boolean
  isDestroyed: boolean
  /** Set by the network once both ends are there. */
  outbound: Pipe | undefined
  inbound: Pipe | undefined
  readonly #scratch: Uint8Array
  readonly #early: { pieces: readonly Uint8Array[]; sizeBytes: number; done: WriteDone }[]
  #handlers: SocketHandlers | undefined
  #unsentBytes: number
  #isPaused: boolean
  #isDeliveryScheduled: boolean
  #isEndSeen: boolean
  #isEndWanted: boolean
  #received: Segment[]

  /** `scratch` is what readers are handed bytes in; all sockets of a process share it. */
  constructor(process: SimProcess, local: Address, remote: Address, scratch: Uint8Array) {
    this.process = process
    this.local = local
    this.remote = remote
    this.isConnected = false
    this.isDestroyed = false
    this.outbound = undefined
    this.inbound = undefined
    this.#scratch = scratch
    this.#early = []
    this.#handlers = undefined
    this.#unsentBytes = 0
    this.#isPaused = false
    this.#isDeliveryScheduled = false
    this.#isEndSeen = false
    this.#isEndWanted = false
    this.#received = []
  }

  get unsentBytes(): number {
    return this.#unsentBytes
  }

  /** Bytes have come that the reader has not taken. */
  get hasUnread(): boolean {
    return this.#received.some((segment) => segment !== 'fin')
  }

  start(handlers: SocketHandlers): void {
    assert(this.#handlers === undefined, 'a socket is started once')
    this.#handlers = handlers
    this.#scheduleDelivery()
  }

  write(pieces: readonly Uint8Array[], done: WriteDone): void {
    let sizeBytes = 0
    for (const piece of pieces) sizeBytes += piece.length
    this.#unsentBytes += sizeBytes
    this.process.record('net.write', checksumOfPieces(pieces))
    if (this.isDestroyed || this.#isEndWanted) this.#answerLater(sizeBytes, done, 'NET_CLOSED')
    else if (!this.isConnected) this.#early.push({ pieces, sizeBytes, done })
    else this.outbound?.write(pieces, sizeBytes, done)
  }

  pause(): void {
    this.#isPaused = true
  }

  resume(): void {
    this.#isPaused = false
    this.#scheduleDelivery()
  }

  end(): void {
    if (this.#isEndWanted || this.isDestroyed) return
    this.#isEndWanted = true
    this.process.record('net.end', this.local.port)
    if (this.isConnected) this.outbound?.end()
  }

  destroy(): void {
    if (this.isDestroyed) return
    this.process.record('net.destroy', this.local.port)
    this.#leave()
    this.#close('NET_CLOSED', null)
  }

  /** The connection stands; `outbound` and `inbound` are set. */
  onConnected(): void {
    this.isConnected = true
    for (const { pieces, sizeBytes, done } of this.#early.splice(0)) {
      this.outbound?.write(pieces, sizeBytes, done)
    }
    if (this.#isEndWanted) this.outbound?.end()
    this.process.record('net.connected', this.local.port)
    this.#handlers?.onConnect?.()
  }

  /** Something has come from the peer. */
  onSegment(segment: Segment): void {
    this.#received.push(segment)
    if (!this.#isReady()) return
    if (this.process.frozenUntilUs > this.process.simulation.nowUs) this.#scheduleDelivery()
    else this.#deliver()
  }

  /** All bytes of a write are in the window. */
  onWritten(sizeBytes: number, done: WriteDone): void {
    this.#unsentBytes -= sizeBytes
    done(null)
  }

  onEndSent(): void {
    this.#closeIfBothEnded()
  }

  /** The connection is over for a reason that is not ours; what was queued is lost. */
  onFailed(code: NetFailure, detail: string): void {
    if (this.isDestroyed || !this.process.isAlive) return
    this.isDestroyed = true
    const { host, port } = this.remote
    this.#close(code, new NetError(code, `connection with ${host}:${port}: ${detail}`))
  }

  /** The process is gone and its system closes the socket for it. */
  abandon(isPowerCut: boolean): void {
    if (this.isDestroyed) return
    if (isPowerCut) this.isDestroyed = true
    else this.#leave()
  }

  /** Tells the peer: a reset where it sent what nobody read, else what is on the way and then the end. */
  #leave(): void {
    this.isDestroyed = true
    if (!this.isConnected || this.outbound === undefined) return
    if (this.hasUnread)
      this.process.simulation.network.sendReset(this.process.host, this.outbound.receiver)
    else this.outbound.closeAfterWindow()
  }

  #isReady(): boolean {
    return this.#handlers !== undefined && !this.#isPaused && !this.isDestroyed
  }

  #scheduleDelivery(): void {
    if (this.#isDeliveryScheduled || this.#received.length === 0 || !this.#isReady()) return
    this.#isDeliveryScheduled = true
    this.process.simulation.schedule(0, Phase.io, this.process, () => {
      this.#isDeliveryScheduled = false
      if (this.#isReady()) this.#deliver()
    })
  }

  /** One piece, or several that came before the reader looked, as one. */
  #deliver(): void {
    let count = 0
    for (
      let next = this.#received[0];
      next !== undefined && next !== 'fin';
      next = this.#received[0]
    ) {
      if (count + next.length > this.#scratch.length) break
      this.#scratch.set(next, count)
      count += next.length
      this.#received.shift()
    }
    if (count > 0) this.#handData(count)
    else if (this.#received[0] === 'fin') this.#handEnd()
    this.#scheduleDelivery()
  }

  #handData(count: number): void {
    const bytes = this.#scratch.subarray(0, count)
    this.process.record('net.data', checksumOf(bytes))
    this.inbound?.acknowledge(count)
    try {
      this.#handlers?.onData(bytes)
    } finally {
      // The bytes were valid during the call: whoever kept them reads garbage.
      bytes.fill(0xdb)
    }
  }

  #handEnd(): void {
    this.#received.shift()
    this.#isEndSeen = true
    this.process.record('net.onEnd', this.local.port)
    this.#handlers?.onEnd()
    this.#closeIfBothEnded()
  }

  #closeIfBothEnded(): void {
    if (this.isDestroyed || !this.#isEndSeen || this.outbound?.isFinSent !== true) return
    this.isDestroyed = true
    this.#close('NET_CLOSED', null)
  }

  /** Answers what is queued, then says good-bye; all in an event of its own. */
  #close(code: NetFailure, error: NetError | null): void {
    this.#received = []
    const queued = [...this.#early.splice(0), ...(this.outbound?.takeQueued() ?? [])]
    this.process.simulation.schedule(0, Phase.io, this.process, () => {
      for (const { sizeBytes, done } of queued) this.#answer(sizeBytes, done, code)
      this.process.record('net.onClose', this.local.port)
      this.process.simulation.network.forget(this)
      this.#handlers?.onClose(error)
    })
  }

  #answerLater(sizeBytes: number, done: WriteDone, code: NetFailure): void {
    this.process.simulation.schedule(0, Phase.io, this.process, () => {
      this.#answer(sizeBytes, done, code)
    })
  }

  #answer(sizeBytes: number, done: WriteDone, code: NetFailure): void {
    this.#unsentBytes -= sizeBytes
    done(
      new NetError(code, `connection with ${this.remote.host}:${this.remote.port}: it is closed`),
    )
  }
}
