import type { Address, Clock, Lease, Logger, NetError, Socket } from '@samsa/base'
import { ANONYMOUS, type Principal } from '../security/principal.ts'
import type { ConnectionInfo } from './connection-info.ts'
import { EffectGate, type OrderRule } from './effect-gate.ts'
import type { FrameMemory } from './frame-memory.ts'
import { FrameReader } from './frame-reader.ts'
import type { NetLimits } from './net-limits.ts'
import { ResponseOrder, type ResponseSlot } from './response-order.ts'

/** What a connection asks of the node it belongs to. */
export interface ConnectionHost {
  readonly clock: Clock
  readonly logger: Logger
  readonly memory: FrameMemory
  readonly limits: NetLimits
  /** How requests of this API follow one another; undefined: the API is not served here. */
  orderRule(apiKey: number): OrderRule | undefined
  /** Decodes and admits one frame; the slot is the place of its response. Owns the frame from here. */
  admit(connection: Connection, frame: Lease, slot: ResponseSlot): void
  closed(connection: Connection): void
}

/**
 * One client connection: frames in, responses out in request order. It is read only while it has
 * fewer than `connectionInFlightMax` requests in flight and owes less than
 * `connectionUnsentBytesMax`, so a peer that does not read costs a bounded amount.
 *
 * | state   | means                                        | leaves by                           |
 * | ------- | -------------------------------------------- | ----------------------------------- |
 * | open    | frames are admitted                          | FIN → ending, fault or reset → gone |
 * | ending  | no more frames; owed responses still go out  | all sent → gone                     |
 * | gone    | socket ended, memory given back              | –                                   |
 */
export class Connection implements ConnectionInfo {
  readonly id: number
  readonly listenerName: string
  principal: Principal
  softwareName: string
  softwareVersion: string
  readonly #host: ConnectionHost
  readonly #socket: Socket
  readonly #reader: FrameReader
  readonly #order: ResponseOrder
  readonly #gate: EffectGate
  #state: 'open' | 'ending' | 'gone'
  /** A whole frame that may not start yet. */
  #heldFrame: Lease | undefined
  /** Bytes that arrived after the connection stopped being read. */
  #stash: Uint8Array[]
  #isPaused: boolean
  #isReading: boolean
  #isFlushDue: boolean
  #lastActiveMs: number
  #partialSinceMs: number
  readonly #closeCallbacks: Set<() => void>

  constructor(id: number, listenerName: string, socket: Socket, host: ConnectionHost) {
    this.id = id
    this.listenerName = listenerName
    this.principal = ANONYMOUS
    this.softwareName = 'unknown'
    this.softwareVersion = 'unknown'
    this.#host = host
    this.#socket = socket
    this.#reader = new FrameReader(host.memory, host.limits.frameBytesMax)
    this.#order = new ResponseOrder()
    this.#gate = new EffectGate()
    this.#state = 'open'
    this.#heldFrame = undefined
    this.#stash = []
    this.#isPaused = false
    this.#isReading = false
    this.#isFlushDue = false
    this.#lastActiveMs = host.clock.monotonicMs()
    this.#partialSinceMs = -1
    this.#closeCallbacks = new Set()
  }

  get local(): Address {
    return this.#socket.local
  }

  get remote(): Address {
    return this.#socket.remote
  }

  get isOpen(): boolean {
    return this.#state !== 'gone'
  }

  get inFlight(): number {
    return this.#order.length
  }

  /** Monotonic time of the last byte read or written. */
  get lastActiveMs(): number {
    return this.#lastActiveMs
  }

  /** Monotonic time at which a frame began that is still incomplete; −1 without one. */
  get partialSinceMs(): number {
    return this.#partialSinceMs
  }

  onClose(callback: () => void): () => void {
    if (this.#state !== 'open') callback()
    else this.#closeCallbacks.add(callback)
    return () => this.#closeCallbacks.delete(callback)
  }

  start(): void {
    this.#socket.start({
      onData: (bytes) => this.#onData(bytes),
      onEnd: () => this.#onEnd(),
      onClose: (error) => this.#onClose(error),
    })
  }

  /** Ends the connection without an answer: Kafka's reply to what it cannot read. */
  close(reason: string): void {
    if (this.#state === 'gone') return
    if (this.#host.logger.isEnabled('debug')) {
      this.#host.logger.log('debug', 'connection closed', { connection: this.id, reason })
    }
    this.#socket.destroy()
    this.#gone()
  }

  effectBegins(apiKey: number, rule: OrderRule): void {
    this.#gate.effectBegins(apiKey, rule)
  }

  effectSettled(): void {
    this.#gate.effectSettled()
    this.#pump()
  }

  /** The answer of a slot is known: `pieces` belong to the socket until `onDone`. */
  respond(
    slot: ResponseSlot,
    apiKey: number,
    rule: OrderRule,
    pieces: readonly Uint8Array[],
    sizeBytes: number,
    onDone: () => void,
  ): void {
    if (this.#state === 'gone') return onDone()
    this.#order.ready(slot, pieces, sizeBytes, onDone)
    this.#settled(apiKey, rule)
  }

  /** The slot's request gets no response. */
  skip(slot: ResponseSlot, apiKey: number, rule: OrderRule): void {
    if (this.#state === 'gone') return
    this.#order.silent(slot)
    this.#settled(apiKey, rule)
  }

  #settled(apiKey: number, rule: OrderRule): void {
    this.#gate.answered(apiKey, rule)
    // Inside a read all answers that are known by its end leave in one write.
    if (this.#isReading) {
      this.#isFlushDue = true
      return
    }
    this.#flush()
    this.#pump()
  }

  #onData(bytes: Uint8Array): void {
    this.#lastActiveMs = this.#host.clock.monotonicMs()
    if (this.#state !== 'open') return
    if (this.#stash.length > 0) {
      this.#stash.push(bytes.slice())
      return
    }
    const rest = this.#consume(bytes)
    if (rest < bytes.length && this.#state === 'open') this.#stash.push(bytes.slice(rest))
    this.#afterRead()
  }

  /** Admits frames from `bytes` while the connection may go on; answers how far it came. */
  #consume(bytes: Uint8Array): number {
    let at = 0
    this.#isReading = true
    while (at < bytes.length && this.#mayRead()) {
      const before = at
      at = this.#reader.read(bytes, at)
      if (this.#reader.fault !== undefined) {
        this.#refuseFrame()
        break
      }
      if (this.#reader.isComplete) this.#offer(this.#reader.take())
      else if (at < bytes.length && at === before) break
    }
    this.#isReading = false
    return at
  }

  #refuseFrame(): void {
    const fault = this.#reader.fault
    this.close(
      fault?.kind === 'tooLarge'
        ? `frame of ${fault.sizeBytes} bytes, allowed are ${fault.sizeBytesMax}`
        : `frame size ${fault?.sizeBytes ?? 0}`,
    )
  }

  #mayRead(): boolean {
    return (
      this.#state === 'open' &&
      this.#heldFrame === undefined &&
      this.#order.length < this.#host.limits.connectionInFlightMax &&
      this.#socket.unsentBytes + this.#order.readyBytes < this.#host.limits.connectionUnsentBytesMax
    )
  }

  #offer(frame: Lease): void {
    const bytes = frame.bytes
    const apiKey =
      bytes.length < 2 ? -1 : (((bytes[0] as number) << 24) >> 16) | (bytes[1] as number)
    const rule = this.#host.orderRule(apiKey)
    if (rule === undefined) {
      frame.release()
      this.close(`API ${apiKey} is not served on listener ${this.listenerName}`)
      return
    }
    if (!this.#gate.mayStart(apiKey, rule)) {
      this.#heldFrame = frame
      return
    }
    this.#gate.asked(apiKey, rule)
    this.#host.admit(this, frame, this.#order.push())
  }

  #afterRead(): void {
    if (this.#isFlushDue) this.#flush()
    if (this.#state !== 'open') return
    const isPartial = this.#reader.hasPartialFrame
    if (!isPartial) this.#partialSinceMs = -1
    else if (this.#partialSinceMs < 0) this.#partialSinceMs = this.#lastActiveMs
    if (this.#stash.length > 0 || !this.#mayRead()) this.#pause()
  }

  #pause(): void {
    if (!this.#isPaused) {
      this.#isPaused = true
      this.#socket.pause()
    }
    // Stopped although it may read: only memory is lacking.
    if (this.#stash.length > 0 && this.#mayRead()) {
      this.#host.memory.whenAvailable(() => this.#pump())
    }
  }

  /** Goes on where it had to stop: the held frame, then what was stashed, then the socket. */
  #pump(): void {
    if (this.#state !== 'open' || this.#isReading) return
    const held = this.#heldFrame
    if (held !== undefined) {
      this.#heldFrame = undefined
      this.#isReading = true
      this.#offer(held)
      this.#isReading = false
    }
    while (this.#stash.length > 0 && this.#mayRead()) {
      const bytes = this.#stash[0] as Uint8Array
      const at = this.#consume(bytes)
      if (at === bytes.length) this.#stash.shift()
      else {
        this.#stash[0] = bytes.subarray(at)
        break
      }
    }
    this.#afterRead()
    if (this.#isPaused && this.#state === 'open' && this.#stash.length === 0 && this.#mayRead()) {
      this.#isPaused = false
      this.#socket.resume()
    }
  }

  /** Sends every leading response that is known, as one vectored write. */
  #flush(): void {
    this.#isFlushDue = false
    if (this.#state === 'gone') return
    const slots = this.#order.takeReady()
    if (slots.length === 0) return
    const first = slots[0] as ResponseSlot
    const pieces = slots.length === 1 ? first.pieces : slots.flatMap((slot) => slot.pieces)
    if (pieces.length > 0) this.#socket.write(pieces, () => this.#written(slots))
    else this.#written(slots)
  }

  #written(slots: readonly ResponseSlot[]): void {
    this.#lastActiveMs = this.#host.clock.monotonicMs()
    for (const slot of slots) {
      const onDone = slot.onDone
      slot.onDone = undefined
      if (onDone !== undefined) onDone()
    }
    if (this.#state === 'ending' && this.#order.length === 0) this.#end()
    else this.#pump()
  }

  #onEnd(): void {
    if (this.#state !== 'open') return
    this.#state = 'ending'
    this.#runCloseCallbacks()
    this.#flush()
    if (this.#state === 'ending' && this.#order.length === 0 && this.#socket.unsentBytes === 0) {
      this.#end()
    }
  }

  #end(): void {
    this.#socket.end()
    this.#gone()
  }

  #onClose(_error: NetError | null): void {
    this.#gone()
  }

  #gone(): void {
    if (this.#state === 'gone') return
    this.#state = 'gone'
    this.#reader.discard()
    this.#heldFrame?.release()
    this.#heldFrame = undefined
    this.#stash = []
    this.#order.discard()
    this.#runCloseCallbacks()
    this.#host.closed(this)
  }

  #runCloseCallbacks(): void {
    const callbacks = [...this.#closeCallbacks]
    this.#closeCallbacks.clear()
    for (const callback of callbacks) callback()
  }
}
