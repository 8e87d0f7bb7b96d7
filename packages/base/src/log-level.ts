import type { LogLevel } from './logger.ts'

/** From the least to the most serious, with pino's numbers. */
const levelNumbers: Readonly<Record<LogLevel, number>> = {
  trace: 10,
  debug: 20,
  info: 30,
  warn: 40,
  error: 50,
  fatal: 60,
}

export function isAtLeast(level: LogLevel, threshold: LogLevel | 'silent'): boolean {
  return threshold !== 'silent' && levelNumbers[level] >= levelNumbers[threshold]
}
