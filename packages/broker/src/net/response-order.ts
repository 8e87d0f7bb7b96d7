/** What became of one request of a connection, in its place in the order. */
export interface ResponseSlot {
  /** `waiting` until its answer is known; `ready` with pieces; `silent`: nothing is sent. */
  state: 'waiting' | 'ready' | 'silent'
  pieces: readonly Uint8Array[]
  sizeBytes: number
  /** Runs when the bytes have left or never will. */
  onDone: (() => void) | undefined
}

/**
 * The responses of one connection, handed out in the order in which their requests arrived, whatever
 * the order in which they became known.
 */
export class ResponseOrder {
  #slots: ResponseSlot[]
  #readyBytes: number

  constructor() {
    this.#slots = []
    this.#readyBytes = 0
  }

  get length(): number {
    return this.#slots.length
  }

  /** Bytes that are ready but wait for an earlier response. */
  get readyBytes(): number {
    return this.#readyBytes
  }

  push(): ResponseSlot {
    const slot: ResponseSlot = { state: 'waiting', pieces: [], sizeBytes: 0, onDone: undefined }
    this.#slots.push(slot)
    return slot
  }

  ready(
    slot: ResponseSlot,
    pieces: readonly Uint8Array[],
    sizeBytes: number,
    onDone: () => void,
  ): void {
    slot.state = 'ready'
    slot.pieces = pieces
    slot.sizeBytes = sizeBytes
    slot.onDone = onDone
    this.#readyBytes += sizeBytes
  }

  silent(slot: ResponseSlot): void {
    slot.state = 'silent'
  }

  /** Takes every leading slot whose answer is known. */
  takeReady(): readonly ResponseSlot[] {
    let count = 0
    while (count < this.#slots.length && (this.#slots[count] as ResponseSlot).state !== 'waiting') {
      this.#readyBytes -= (this.#slots[count] as ResponseSlot).sizeBytes
      count++
    }
    if (count === 0) return NONE
    if (count === this.#slots.length) {
      const all = this.#slots
      this.#slots = []
      return all
    }
    return this.#slots.splice(0, count)
  }

  /** The connection ended: everything that was ready is done with. */
  discard(): void {
    const slots = this.#slots
    this.#slots = []
    this.#readyBytes = 0
    for (const slot of slots) {
      const onDone = slot.onDone
      slot.onDone = undefined
      if (onDone !== undefined) onDone()
    }
  }
}

const NONE: readonly ResponseSlot[] = Object.freeze([])
