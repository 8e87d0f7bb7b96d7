import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { Address } from '@samsa/base'

const ANSWER_MS_MAX = 15_000

/** A TCP connection that sends exactly what a test says and tells exactly what comes back. */
export class RawConnection {
  readonly socket: Socket
  #received: Buffer
  #hasEnded: boolean

  private constructor(socket: Socket) {
    this.socket = socket
    this.#received = Buffer.alloc(0)
    this.#hasEnded = false
    socket.on('data', (chunk: Buffer) => (this.#received = Buffer.concat([this.#received, chunk])))
    socket.on('close', () => (this.#hasEnded = true))
    socket.on('error', () => (this.#hasEnded = true))
  }

  static async open(address: Address): Promise<RawConnection> {
    const socket = connect(address.port, address.host)
    socket.setNoDelay(true)
    await once(socket, 'connect')
    return new RawConnection(socket)
  }

  get received(): Buffer {
    return this.#received
  }

  send(bytes: Uint8Array): void {
    this.socket.write(bytes)
  }

  /** The next whole frame without its size; rejects when the connection ends or nothing comes. */
  async frame(): Promise<Buffer> {
    await this.#until(() => {
      const { length } = this.#received
      return length >= 4 && length >= 4 + this.#received.readInt32BE(0)
    }, 'a frame')
    const end = 4 + this.#received.readInt32BE(0)
    const frame = this.#received.subarray(4, end)
    this.#received = this.#received.subarray(end)
    return frame
  }

  /** Resolves once the broker has closed; what it sent before is in `received`. */
  async closed(): Promise<void> {
    if (this.#hasEnded) return
    await this.#within(once(this.socket, 'close'), 'the end of the connection')
  }

  close(): void {
    this.socket.destroy()
  }

  async #until(holds: () => boolean, what: string): Promise<void> {
    while (!holds()) {
      if (this.#hasEnded) throw new Error(`the connection ended while waiting for ${what}`)
      await this.#within(
        Promise.race([once(this.socket, 'data'), once(this.socket, 'close')]),
        what,
      )
    }
  }

  async #within(event: Promise<unknown>, what: string): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    const timeout = new Promise((_resolve, reject) => {
      const error = new Error(`not within ${ANSWER_MS_MAX} ms: ${what}`)
      timer = setTimeout(() => reject(error), ANSWER_MS_MAX)
    })
    try {
      await Promise.race([event, timeout])
    } finally {
      clearTimeout(timer)
    }
  }
}

/** A frame of these bytes, size in front. */
export function framed(...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts)
  const size = Buffer.alloc(4)
  size.writeInt32BE(body.length)
  return Buffer.concat([size, body])
}

/** Request header 1, or 2 with `tags` behind it. */
export function header(
  apiKey: number,
  version: number,
  correlationId: number,
  tags: Uint8Array | null = null,
): Buffer {
  const bytes = Buffer.alloc(10)
  bytes.writeInt16BE(apiKey, 0)
  bytes.writeInt16BE(version, 2)
  bytes.writeInt32BE(correlationId, 4)
  bytes.writeInt16BE(4, 8)
  return Buffer.concat([bytes, Buffer.from('test'), tags ?? Buffer.alloc(0)])
}
