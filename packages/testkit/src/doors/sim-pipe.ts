import type { NetError } from '@samsa/base'

import { Phase } from './event-queue.ts'
import type { Prng } from './prng.ts'
import type { SimNetwork } from './sim-network.ts'
import type { SimSocket } from './sim-socket.ts'
import type { Simulation } from './simulation.ts'

/** What travels: bytes, or the end of them. */
export type Segment = Uint8Array | 'fin'

interface QueuedWrite {
  readonly pieces: readonly Uint8Array[]
  readonly sizeBytes: number
  readonly done: (error: NetError | null) => void
  piece: number
  offset: number
}

const RETRY_US = 1_000_000

/**
 * One direction of a connection. Bytes stay the writer's until the window has room for them; they are
 * copied then, and only then is the write done. The window's room comes back when the reader has taken
 * bytes and its acknowledgement has travelled back. On the way bytes are cut anywhere, never reordered.
 *
 * Where the path is cut, or the reader's machine is down, segments are held and sent again, until the
 * path is whole or the sender gives up.
 */
export class Pipe {
  readonly sender: SimSocket
  readonly receiver: SimSocket
  readonly #network: SimNetwork
  readonly #simulation: Simulation
  readonly #random: Prng
  readonly #windowBytes: number
  readonly #tinyChance: number
  readonly #queue: QueuedWrite[]
  /** On the way or waiting for the reader. */
  #windowUsedBytes: number
  #lastArrivalUs: number
  #isPumpScheduled: boolean
  #isFinWanted: boolean
  #isFinSent: boolean
  /** In order, not let through. */
  #held: Segment[]
  #heldAckBytes: number
  #stallsSinceUs: number
  #isRetryScheduled: boolean

  constructor(network: SimNetwork, simulation: Simulation, sender: SimSocket, receiver: SimSocket) {
    this.sender = sender
    this.receiver = receiver
    this.#network = network
    this.#simulation = simulation
    this.#random = network.random
    const { low, high } = simulation.settings.windowBytes
    this.#windowBytes = this.#random.between(low, high)
    this.#tinyChance = simulation.settings.tinyDeliveryChance * 2 * this.#random.fraction()
    this.#queue = []
    this.#windowUsedBytes = 0
    this.#lastArrivalUs = 0
    this.#isPumpScheduled = false
    this.#isFinWanted = false
    this.#isFinSent = false
    this.#held = []
    this.#heldAckBytes = 0
    this.#stallsSinceUs = Infinity
    this.#isRetryScheduled = false
  }

  get isFinSent(): boolean {
    return this.#isFinSent
  }

  get isEnding(): boolean {
    return this.#isFinWanted
  }

  write(pieces: readonly Uint8Array[], sizeBytes: number, done: QueuedWrite['done']): void {
    this.#queue.push({ pieces, sizeBytes, done, piece: 0, offset: 0 })
    this.schedulePump()
  }

  end(): void {
    this.#isFinWanted = true
    this.schedulePump()
  }

  schedulePump(): void {
    if (this.#isPumpScheduled || !this.sender.isConnected) return
    this.#isPumpScheduled = true
    this.#simulation.schedule(this.#random.integer(20), Phase.io, this.sender.process, () => {
      this.#isPumpScheduled = false
      this.#pump()
    })
  }

  /** Takes away what the writer still owns; its callbacks are the caller's to answer. */
  takeQueued(): readonly Pick<QueuedWrite, 'sizeBytes' | 'done'>[] {
    return this.#queue.splice(0)
  }

  /** The sender's socket is closed: what is in the window still travels, then the end follows. */
  closeAfterWindow(): void {
    if (this.#isFinSent) return
    this.#isFinSent = true
    this.#transmit('fin')
  }

  /** The reader has taken bytes: the acknowledgement travels back. */
  acknowledge(bytes: number): void {
    const latencyUs = this.#network.latencyUs(this.receiver.process.host, this.sender.process.host)
    this.#simulation.schedule(latencyUs, Phase.io, undefined, () => this.#onAcknowledged(bytes))
  }

  /** Tries again what was held: a second has passed, or the network has changed. */
  retry(): void {
    const sinceUs = this.#stallsSinceUs
    const held = this.#held
    const ackBytes = this.#heldAckBytes
    this.#stallsSinceUs = Infinity
    this.#held = []
    this.#heldAckBytes = 0
    for (const segment of held) this.#arrive(segment)
    if (ackBytes > 0) this.#onAcknowledged(ackBytes)
    if (this.#stallsSinceUs < Infinity) this.#stallsSinceUs = sinceUs
  }

  #pump(): void {
    const finished: QueuedWrite[] = []
    for (let write = this.#queue[0]; write !== undefined; write = this.#queue[0]) {
      this.#copy(write)
      if (write.piece < write.pieces.length) break
      this.#queue.shift()
      finished.push(write)
    }
    const isDrained = this.#queue.length === 0
    for (const { sizeBytes, done } of finished) this.sender.onWritten(sizeBytes, done)
    if (this.#isFinWanted && isDrained && !this.#isFinSent && !this.sender.isDestroyed) {
      this.#isFinSent = true
      this.#transmit('fin')
      this.sender.onEndSent()
    }
  }

  #copy(write: QueuedWrite): void {
    for (;;) {
      const piece = write.pieces[write.piece]
      if (piece === undefined) return
      const room = this.#windowBytes - this.#windowUsedBytes
      const count = Math.min(room, piece.length - write.offset)
      if (count === 0 && piece.length > 0) return
      if (count > 0) this.#send(new Uint8Array(piece.subarray(write.offset, write.offset + count)))
      write.offset += count
      if (write.offset < piece.length) return
      write.piece++
      write.offset = 0
    }
  }

  #send(bytes: Uint8Array): void {
    this.#windowUsedBytes += bytes.length
    const { deliveryBytesMax } = this.#simulation.settings
    let start = 0
    while (start < bytes.length) {
      const left = bytes.length - start
      const isTiny = this.#random.chance(this.#tinyChance)
      const isCut = !isTiny && left > 1 && this.#random.chance(0.25)
      let count = Math.min(left, deliveryBytesMax)
      if (isTiny) count = Math.min(count, this.#random.between(1, this.#random.between(1, 16)))
      else if (isCut) count = this.#random.between(1, count)
      this.#transmit(bytes.subarray(start, start + count))
      start += count
    }
  }

  #transmit(segment: Segment): void {
    const latencyUs = this.#network.latencyUs(this.sender.process.host, this.receiver.process.host)
    const atUs = Math.max(this.#lastArrivalUs, this.#simulation.nowUs + latencyUs)
    this.#lastArrivalUs = atUs
    const delayUs = atUs - this.#simulation.nowUs
    this.#simulation.schedule(delayUs, Phase.io, undefined, () => this.#arrive(segment))
  }

  #arrive(segment: Segment): void {
    const { receiver, sender } = this
    if (
      this.#held.length > 0 ||
      !this.#network.reaches(sender.process.host, receiver.process.host)
    ) {
      this.#held.push(segment)
      this.#stall()
      return
    }
    if (receiver.isDestroyed || !receiver.process.isAlive) {
      // Nobody has this connection any more: the other system says so.
      if (segment !== 'fin') this.#network.sendReset(receiver.process.host, sender)
      return
    }
    receiver.onSegment(segment)
  }

  #onAcknowledged(bytes: number): void {
    if (!this.#network.reaches(this.receiver.process.host, this.sender.process.host)) {
      this.#heldAckBytes += bytes
      this.#stall()
      return
    }
    this.#windowUsedBytes -= bytes
    if (this.#queue.length > 0 || this.#isFinWanted) this.schedulePump()
  }

  /** Tries again every second of virtual time, and ends the connection when that was in vain too long. */
  #stall(): void {
    this.#stallsSinceUs = Math.min(this.#stallsSinceUs, this.#simulation.nowUs)
    if (this.#isRetryScheduled) return
    this.#isRetryScheduled = true
    this.#simulation.schedule(RETRY_US, Phase.io, undefined, () => {
      this.#isRetryScheduled = false
      this.#retryOrGiveUp()
    })
  }

  #retryOrGiveUp(): void {
    if (this.#stallsSinceUs === Infinity) return
    const stalledMs = (this.#simulation.nowUs - this.#stallsSinceUs) / 1000
    if (stalledMs <= this.#simulation.settings.retransmitTimeoutMs) {
      this.retry()
      return
    }
    this.#held = []
    this.#heldAckBytes = 0
    this.#stallsSinceUs = Infinity
    this.sender.onFailed('NET_TIMED_OUT', 'nobody acknowledged what was sent')
  }
}
