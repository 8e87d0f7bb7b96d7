import { type Address, NetError, type Socket } from '@samsa/base'

import { Phase } from './event-queue.ts'
import type { Prng } from './prng.ts'
import type { SimHost, SimProcess } from './sim-host.ts'
import { Pipe } from './sim-pipe.ts'
import { SimSocket } from './sim-socket.ts'
import type { Simulation } from './simulation.ts'

export interface SimListener {
  readonly process: SimProcess
  readonly address: Address
  readonly scratch: Uint8Array
  readonly onConnection: (socket: Socket) => void
}

const EPHEMERAL_PORT_FIRST = 32_768
const EPHEMERAL_PORT_LAST = 60_999
const CONNECT_RETRY_US = 1_000_000

/**
 * The wire between hosts: who listens where, who reaches whom, how long it takes. Paths are one-way and
 * open unless cut; a host always reaches itself.
 */
export class SimNetwork {
  readonly random: Prng
  readonly #simulation: Simulation
  readonly #listeners: Map<string, SimListener>
  readonly #sockets: Map<SimProcess, Set<SimSocket>>
  readonly #pipes: Set<Pipe>
  readonly #cuts: Set<string>
  #nextPort: number

  constructor(simulation: Simulation) {
    this.random = simulation.random('network')
    this.#simulation = simulation
    this.#listeners = new Map()
    this.#sockets = new Map()
    this.#pipes = new Set()
    this.#cuts = new Set()
    this.#nextPort = EPHEMERAL_PORT_FIRST
  }

  /** Nothing of `from` reaches `to` any more; the other way round is another path. */
  cut(from: string, to: string): void {
    this.#cuts.add(`${from}>${to}`)
  }

  /** Both ways between `name` and every other host: connects to it are black-holed. */
  isolate(name: string): void {
    for (const host of this.#simulation.hosts) {
      if (host.name === name) continue
      this.cut(name, host.name)
      this.cut(host.name, name)
    }
  }

  /** Every path is whole again, and what was held goes on at once. */
  heal(): void {
    this.#cuts.clear()
    this.retryHeld()
  }

  /** Ends the connections between two hosts with a reset at both ends. */
  reset(one: string, other: string): void {
    for (const pipe of this.#pipes) {
      const names = [pipe.sender.process.host.name, pipe.receiver.process.host.name]
      if (names.includes(one) && names.includes(other)) {
        pipe.sender.onFailed('NET_RESET', 'it was reset')
      }
    }
  }

  /** Ends of connections that have not said their last word, of nodes that live. */
  get openSockets(): number {
    let count = 0
    for (const sockets of this.#sockets.values()) count += sockets.size
    return count
  }

  reaches(from: SimHost, to: SimHost): boolean {
    return from === to || (to.state !== 'down' && !this.#cuts.has(`${from.name}>${to.name}`))
  }

  latencyUs(from: SimHost, to: SimHost): number {
    const { netLatencyUs, loopbackLatencyUs } = this.#simulation.settings
    const { low, high } = from === to ? loopbackLatencyUs : netLatencyUs
    return this.random.between(low, high)
  }

  /** A machine came back: what was sent to it meanwhile arrives, and is answered with resets. */
  retryHeld(): void {
    for (const pipe of this.#pipes) {
      if (pipe.sender.isDestroyed && pipe.receiver.isDestroyed) this.#pipes.delete(pipe)
      else pipe.retry()
    }
  }

  /** Throws `NET_ADDRESS_IN_USE`. Port 0 takes a free one. */
  listen(
    process: SimProcess,
    wanted: Address,
    listener: Omit<SimListener, 'address' | 'process'>,
  ): SimListener {
    const port = wanted.port === 0 ? this.#freePort(process.host) : wanted.port
    const key = listenerKey(process.host, port)
    if (this.#listeners.has(key)) {
      throw new NetError('NET_ADDRESS_IN_USE', `listen on ${wanted.host}:${port}: address in use`)
    }
    const host = wanted.host === '' ? '0.0.0.0' : wanted.host
    const made: SimListener = { process, address: { host, port }, ...listener }
    this.#listeners.set(key, made)
    return made
  }

  stopListening(listener: SimListener): void {
    const key = listenerKey(listener.process.host, listener.address.port)
    if (this.#listeners.get(key) === listener) this.#listeners.delete(key)
  }

  connect(process: SimProcess, to: Address, scratch: Uint8Array): SimSocket {
    const target = this.#simulation.resolve(process.host, to.host)
    const isLocal = target === process.host
    const local = {
      host: isLocal ? '127.0.0.1' : process.host.address,
      port: this.#freePort(process.host),
    }
    const socket = new SimSocket(process, local, to, scratch)
    this.#remember(socket)
    if (target === undefined) {
      this.#simulation.schedule(this.random.integer(1000), Phase.io, undefined, () =>
        socket.onFailed('NET_UNREACHABLE', 'no such host'),
      )
    } else {
      this.#knock(socket, target, this.#simulation.nowUs)
    }
    return socket
  }

  /** The socket has said its last word. */
  forget(socket: SimSocket): void {
    this.#sockets.get(socket.process)?.delete(socket)
    const { outbound, inbound } = socket
    if (outbound === undefined || inbound === undefined || !outbound.receiver.isDestroyed) return
    this.#pipes.delete(outbound)
    this.#pipes.delete(inbound)
  }

  /** The system of `from` tells `socket` that nobody has this connection any more. */
  sendReset(from: SimHost, socket: SimSocket): void {
    const to = socket.process.host
    this.#simulation.schedule(this.latencyUs(from, to), Phase.io, undefined, () => {
      if (this.reaches(from, to)) socket.onFailed('NET_RESET', 'it was reset by the peer')
    })
  }

  onProcessDied(process: SimProcess, isPowerCut: boolean): void {
    for (const [key, listener] of this.#listeners) {
      if (listener.process === process) this.#listeners.delete(key)
    }
    for (const socket of this.#sockets.get(process) ?? []) socket.abandon(isPowerCut)
    this.#sockets.delete(process)
  }

  /** A first segment on its way, sent again each second until somebody answers. */
  #knock(socket: SimSocket, target: SimHost, sinceUs: number): void {
    const from = socket.process.host
    this.#simulation.schedule(this.latencyUs(from, target), Phase.io, undefined, () => {
      if (socket.isDestroyed) return
      if (this.reaches(from, target) && this.reaches(target, from)) {
        this.#answer(socket, target)
        return
      }
      const { connectTimeoutMs } = this.#simulation.settings
      if (this.#simulation.nowUs - sinceUs >= connectTimeoutMs * 1000) {
        socket.onFailed('NET_TIMED_OUT', 'nobody answers')
        return
      }
      this.#simulation.schedule(CONNECT_RETRY_US, Phase.io, undefined, () => {
        this.#knock(socket, target, sinceUs)
      })
    })
  }

  #answer(client: SimSocket, target: SimHost): void {
    const listener = this.#listeners.get(listenerKey(target, client.remote.port))
    const backUs = this.latencyUs(target, client.process.host)
    if (listener === undefined) {
      this.#simulation.schedule(backUs, Phase.io, undefined, () => {
        client.onFailed('NET_REFUSED', 'nobody listens there')
      })
      return
    }
    const { process, scratch, onConnection } = listener
    const server = new SimSocket(process, this.#localOf(listener, client), client.local, scratch)
    this.#remember(server)
    this.#join(client, server)
    this.#simulation.schedule(0, Phase.io, process, () => {
      process.record('net.accepted', client.local.port)
      if (!server.isDestroyed) onConnection(server)
    })
    this.#simulation.schedule(backUs, Phase.io, client.process, () => {
      if (!client.isDestroyed) client.onConnected()
    })
  }

  #join(client: SimSocket, server: SimSocket): void {
    const there = new Pipe(this, this.#simulation, client, server)
    const back = new Pipe(this, this.#simulation, server, client)
    client.outbound = there
    client.inbound = back
    server.outbound = back
    server.inbound = there
    server.isConnected = true
    this.#pipes.add(there)
    this.#pipes.add(back)
  }

  #localOf(listener: SimListener, client: SimSocket): Address {
    const isLocal = client.process.host === listener.process.host
    const host = isLocal ? '127.0.0.1' : listener.process.host.address
    return { host, port: listener.address.port }
  }

  #remember(socket: SimSocket): void {
    const sockets = this.#sockets.get(socket.process)
    if (sockets === undefined) this.#sockets.set(socket.process, new Set([socket]))
    else sockets.add(socket)
  }

  #freePort(host: SimHost): number {
    for (;;) {
      const port = this.#nextPort
      this.#nextPort = port === EPHEMERAL_PORT_LAST ? EPHEMERAL_PORT_FIRST : port + 1
      if (!this.#listeners.has(listenerKey(host, port))) return port
    }
  }
}

function listenerKey(host: SimHost, port: number): string {
  return `${host.name}:${port}`
}
