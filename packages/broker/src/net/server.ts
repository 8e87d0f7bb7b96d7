import type { Address, Clock, Listener, Logger, Net, Socket } from '@samsa/base'
import { Connection, type ConnectionHost } from './connection.ts'
import { ConnectionTable } from './connection-table.ts'
import type { FrameMemory } from './frame-memory.ts'
import type { ListenerDefinition } from './listener-definition.ts'
import type { NetLimits } from './net-limits.ts'

export interface ServerOptions {
  readonly net: Net
  readonly clock: Clock
  readonly logger: Logger
  readonly memory: FrameMemory
  readonly limits: NetLimits
  readonly listeners: readonly ServedListener[]
}

/** A listener and who takes what arrives on it: clients and controllers are served differently. */
export interface ServedListener {
  readonly definition: ListenerDefinition
  readonly dispatcher: Pick<ConnectionHost, 'orderRule' | 'admit'>
}

/** The listeners of a node and all connections that came through them. */
export class Server {
  readonly #options: ServerOptions
  readonly #table: ConnectionTable
  readonly #listeners: Map<string, Listener>
  #lastConnectionId: number

  constructor(options: ServerOptions) {
    this.#options = options
    this.#table = new ConnectionTable(options.clock, options.limits)
    this.#listeners = new Map()
    this.#lastConnectionId = 0
  }

  get connectionCount(): number {
    return this.#table.size
  }

  /** Real address of a listener once started; undefined for an unknown name. */
  address(listenerName: string): Address | undefined {
    return this.#listeners.get(listenerName)?.address
  }

  get addresses(): ReadonlyMap<string, Address> {
    return new Map([...this.#listeners].map(([name, listener]) => [name, listener.address]))
  }

  /** Binds every listener, or none: rejects with the door's `NetError` after closing those bound. */
  async start(): Promise<void> {
    const { net, limits } = this.#options
    try {
      for (const served of this.#options.listeners) {
        const { definition } = served
        const listener = await net.listen(
          { host: definition.host, port: definition.port, backlog: limits.backlogMax },
          (socket) => this.#accept(served, socket),
        )
        this.#listeners.set(definition.name, listener)
      }
    } catch (error) {
      await this.stop()
      throw error
    }
  }

  /** Stops accepting and ends every connection. */
  async stop(): Promise<void> {
    const listeners = [...this.#listeners.values()]
    this.#listeners.clear()
    await Promise.all(listeners.map((listener) => listener.close()))
    this.#table.closeAll('the node is stopping')
  }

  #accept({ definition, dispatcher }: ServedListener, accepted: Socket): void {
    const { clock, logger, memory, limits } = this.#options
    const socket = definition.layers.reduce((inner, layer) => layer(inner), accepted)
    const host: ConnectionHost = {
      clock,
      logger,
      memory,
      limits,
      orderRule: (apiKey) => dispatcher.orderRule(apiKey),
      admit: (connection, frame, slot) => dispatcher.admit(connection, frame, slot),
      closed: (connection) => this.#table.delete(connection),
    }
    const connection = new Connection(++this.#lastConnectionId, definition.name, socket, host)
    this.#table.add(connection)
    connection.start()
  }
}
