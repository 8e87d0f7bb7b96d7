export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal'

/** Structured fields; values of user bytes are escaped, never interpreted. */
export type LogFields = Readonly<Record<string, unknown>>

/** What code logs through. `child` adds fields to every line (node, listener, partition). */
export interface Logger {
  isEnabled(level: LogLevel): boolean
  log(level: LogLevel, message: string, fields?: LogFields): void
  child(fields: LogFields): Logger
}

/** Says nothing: simulation and most unit tests. */
export const silentLogger: Logger = {
  isEnabled: () => false,
  log: () => {},
  child: () => silentLogger,
}
