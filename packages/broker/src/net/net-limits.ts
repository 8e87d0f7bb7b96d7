/** Bounds of a node's network side; each is a broker config. */
export interface NetLimits {
  /** `socket.request.max.bytes`. */
  readonly frameBytesMax: number
  /** Requests of one connection that are admitted and not yet answered. */
  readonly connectionInFlightMax: number
  /** Response bytes that a connection may owe before it is not read any more. */
  readonly connectionUnsentBytesMax: number
  /** `connections.max.idle.ms`. */
  readonly connectionIdleMsMax: number
  /** A started frame must be complete within this time. */
  readonly frameMsMax: number
  /** `socket.listen.backlog.size`. */
  readonly backlogMax: number
}

export const defaultNetLimits: NetLimits = {
  frameBytesMax: 104_857_600,
  connectionInFlightMax: 8,
  connectionUnsentBytesMax: 1024 * 1024,
  connectionIdleMsMax: 600_000,
  frameMsMax: 30_000,
  backlogMax: 50,
}
