import { writeSync } from 'node:fs'
import { plainLogger, type Logger, type LogLevel } from '@samsa/base'
import { pinoLogger } from '@samsa/base/pino'
import { NodeClock } from '@samsa/base/node'
import { UsageError } from './usage-error.ts'

const levels: readonly string[] = ['trace', 'debug', 'info', 'warn', 'error', 'fatal']
const STDERR = 2

/**
 * Log lines go to stderr, written in the call: plain text for people on a terminal, JSON (pino) for
 * whatever collects them.
 */
export function createLogger(level: string): Logger {
  if (!levels.includes(level)) {
    throw new UsageError(`--log-level wants one of ${levels.join(', ')}, got "${level}".`)
  }
  const options = { clock: new NodeClock(), level: level as LogLevel }
  if (process.stderr.isTTY) {
    return plainLogger({ ...options, writeLine: (line) => writeAll(`${line}\n`) })
  }
  return pinoLogger({ ...options, write: writeAll })
}

/** A pipe whose reader is slow takes part of a line: the rest follows. */
function writeAll(text: string): void {
  const bytes = Buffer.from(text)
  let at = 0
  while (at < bytes.length) {
    try {
      at += writeSync(STDERR, bytes, at)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return
    }
  }
}
