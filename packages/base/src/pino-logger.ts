import { pino } from 'pino'

import type { Clock } from './doors/clock.ts'
import { escapeUnprintable, plainFields } from './log-text.ts'
import type { LogFields, Logger, LogLevel } from './logger.ts'
import { isoTime } from './time-text.ts'

export interface PinoLoggerOptions {
  readonly clock: Clock
  /** Takes one JSON line with its line feed; returns when it is out. */
  readonly write: (line: string) => void
  /** Lines below it are not written. Default `info`. */
  readonly level?: LogLevel | 'silent'
  readonly fields?: LogFields
}

/**
 * JSON lines through pino, written in the call: a line that was logged before a crash is there after
 * it. `{"level":"info","time":"…Z",…fields,"msg":"…"}`.
 */
export function pinoLogger(options: PinoLoggerOptions): Logger {
  const { clock, write, fields } = options
  const logger = pino(
    {
      level: options.level ?? 'info',
      base: fields === undefined ? null : plainFields(fields),
      timestamp: () => `,"time":"${isoTime(clock.wallMs())}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: (line: string) => write(`${escapeUnprintable(line.trimEnd())}\n`) },
  )
  return new PinoLogger(logger)
}

class PinoLogger implements Logger {
  readonly #pino: pino.Logger

  constructor(logger: pino.Logger) {
    this.#pino = logger
  }

  isEnabled(level: LogLevel): boolean {
    return this.#pino.isLevelEnabled(level)
  }

  log(level: LogLevel, message: string, fields?: LogFields): void {
    if (fields === undefined) this.#pino[level](message)
    else if (this.isEnabled(level)) this.#pino[level](plainFields(fields), message)
  }

  child(fields: LogFields): Logger {
    return new PinoLogger(this.#pino.child(plainFields(fields)))
  }
}
