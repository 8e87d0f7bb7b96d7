import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { UsageError } from './usage-error.ts'

/** Parsed options: a string, a list where it may be given several times, or a flag. */
export type OptionValues = Readonly<
  Record<string, string | boolean | (string | boolean)[] | undefined>
>

/** Parses strictly: an unknown option or a stray word is a `UsageError`. */
export function parseOptions(
  argv: readonly string[],
  options: ParseArgsOptionsConfig,
): OptionValues {
  try {
    return parseArgs({ args: [...argv], options, strict: true, allowPositionals: false }).values
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split('. ')[0]}.`)
  }
}

export function textOption(values: OptionValues, name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}

export function listOption(values: OptionValues, name: string): readonly string[] {
  const value = values[name]
  return Array.isArray(value) ? value.map(String) : []
}

/** A TCP port, 0 for any free one. */
export function portOption(values: OptionValues, name: string, fallback: number): number {
  const text = textOption(values, name)
  if (text === undefined) return fallback
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new UsageError(`--${name} wants a port from 0 to 65535, got "${text}".`)
  }
  return port
}
