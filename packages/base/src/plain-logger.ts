import type { Clock } from './doors/clock.ts'
import { isAtLeast } from './log-level.ts'
import { escapeUnprintable, fieldsText } from './log-text.ts'
import type { LogFields, Logger, LogLevel } from './logger.ts'
import { isoTime } from './time-text.ts'

export interface PlainLoggerOptions {
  readonly clock: Clock
  /** Takes one line without its line feed; returns when it is out. */
  readonly writeLine: (line: string) => void
  /** Lines below it are not written. Default `info`. */
  readonly level?: LogLevel | 'silent'
  readonly fields?: LogFields
}

/**
 * One line a message for people: time, level, message, then fields as `key=value`. An error's stack
 * follows on lines of its own. Everything unprintable is escaped.
 */
export function plainLogger(options: PlainLoggerOptions): Logger {
  return new PlainLogger(options, options.fields ?? {})
}

class PlainLogger implements Logger {
  readonly #options: PlainLoggerOptions
  readonly #fields: LogFields
  readonly #suffix: string

  constructor(options: PlainLoggerOptions, fields: LogFields) {
    this.#options = options
    this.#fields = fields
    this.#suffix = fieldsText(fields)
  }

  isEnabled(level: LogLevel): boolean {
    return isAtLeast(level, this.#options.level ?? 'info')
  }

  log(level: LogLevel, message: string, fields?: LogFields): void {
    if (!this.isEnabled(level)) return
    const { clock, writeLine } = this.#options
    const own = fields === undefined ? '' : fieldsText(fields)
    const head = `${isoTime(clock.wallMs())} ${level.toUpperCase().padEnd(5)}`
    writeLine(`${head} ${escapeUnprintable(`${message}${own}${this.#suffix}`)}`)
    for (const value of Object.values(fields ?? {})) {
      if (value instanceof Error) for (const line of stackLines(value)) writeLine(line)
    }
  }

  child(fields: LogFields): Logger {
    return new PlainLogger(this.#options, { ...this.#fields, ...fields })
  }
}

function stackLines(error: Error): readonly string[] {
  const lines = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return lines.map((line) => escapeUnprintable(line))
}
