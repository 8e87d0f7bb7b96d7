/** How the simulated world behaves. Times are virtual; ranges are drawn from, both ends included. */
export interface SimulationSettings {
  /** Wall time at the start, ms since 1970. */
  readonly startWallMs: number
  /** A timer runs up to this much after its time. */
  readonly timerLatenessUsMax: number

  readonly diskReadUs: Range
  readonly diskWriteUs: Range
  readonly diskSyncUs: Range
  readonly diskMetadataUs: Range
  /** How often a write takes only part of its bytes, 0 … 1. */
  readonly shortWriteChance: number
  /** Of a host's volume. */
  readonly diskBytesMax: number
  /** Descriptors that a host may have open. */
  readonly openFilesMax: number

  readonly netLatencyUs: Range
  readonly loopbackLatencyUs: Range
  /** Bytes on their way to a reader that has not taken them: the window of one direction. */
  readonly windowBytes: Range
  /** Longest piece that a reader is handed at once. */
  readonly deliveryBytesMax: number
  /** How often a piece is cut to 1 … 16 bytes on average, 0 … 0.5; some connections more, some less. */
  readonly tinyDeliveryChance: number
  /** Until an attempt to connect that nobody answers is given up. */
  readonly connectTimeoutMs: number
  /** Until bytes that nobody acknowledges end the connection. */
  readonly retransmitTimeoutMs: number

  readonly computeUs: Range
}

export interface Range {
  readonly low: number
  readonly high: number
}

/** A quick machine with a slow disk, and a local network. */
export const defaultSettings: SimulationSettings = {
  startWallMs: 1_780_000_000_000,
  timerLatenessUsMax: 1000,
  diskReadUs: { low: 20, high: 400 },
  diskWriteUs: { low: 20, high: 200 },
  diskSyncUs: { low: 300, high: 8000 },
  diskMetadataUs: { low: 20, high: 300 },
  shortWriteChance: 0.01,
  diskBytesMax: 1024 * 1024 * 1024,
  openFilesMax: 4096,
  netLatencyUs: { low: 50, high: 1000 },
  loopbackLatencyUs: { low: 5, high: 50 },
  windowBytes: { low: 4 * 1024, high: 256 * 1024 },
  deliveryBytesMax: 64 * 1024,
  tinyDeliveryChance: 0.15,
  connectTimeoutMs: 30_000,
  retransmitTimeoutMs: 60_000,
  computeUs: { low: 50, high: 3000 },
}
