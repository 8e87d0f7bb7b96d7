/** A place in the order of a partition's appends, taken before the bytes are ready for the log. */
export interface AppendPlace {
  /** False while somebody else still looks at the bytes. */
  readonly isReady: boolean
  /** Its turn has come: hands its bytes to the log, or answers that there are none. */
  enter(): void
}

/**
 * Keeps appends in order of arrival while one of them is still being validated in another thread. It
 * is empty otherwise, and whatever comes goes straight to the log's own queue.
 */
export class AppendQueue {
  #places: AppendPlace[]

  constructor() {
    this.#places = []
  }

  get length(): number {
    return this.#places.length
  }

  submit(place: AppendPlace): void {
    if (this.#places.length === 0 && place.isReady) place.enter()
    else this.#places.push(place)
  }

  /** Lets everything in that is ready and has nothing before it. */
  drain(): void {
    for (;;) {
      const first = this.#places[0]
      if (first === undefined || !first.isReady) return
      this.#places.shift()
      first.enter()
    }
  }
}
