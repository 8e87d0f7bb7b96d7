import { LogFileFormatError } from '../errors.ts'

/**
 * The text format that Kafka's checkpoint files share: a version line, a line with the number of
 * entries, then an entry a line. `docs/formats/checkpoint-files.md`.
 */
const CHECKPOINT_VERSION = '0'

export function formatCheckpoint(lines: readonly string[]): Uint8Array {
  return Buffer.from([CHECKPOINT_VERSION, String(lines.length), ...lines, ''].join('\n'))
}

/** The entries. Throws `LogFileFormatError` on an unknown version or a wrong count. */
export function parseCheckpoint(text: string, path: string): readonly string[] {
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  if (lines[0] === undefined) throw new LogFileFormatError(path, 'it is empty')
  if (lines[0] !== CHECKPOINT_VERSION) {
    throw new LogFileFormatError(path, `its version is ${JSON.stringify(lines[0])}, not 0`)
  }
  const count = lines[1] ?? ''
  if (!/^\d{1,9}$/.test(count)) {
    throw new LogFileFormatError(path, `its second line is not a count: ${JSON.stringify(count)}`)
  }
  const entries = lines.slice(2)
  if (entries.length !== Number(count)) {
    throw new LogFileFormatError(path, `it says ${count} entries and has ${entries.length}`)
  }
  return entries
}

/** A whole line of `fields` integers or words; throws where one is missing. */
export function checkpointFields(line: string, fields: number, path: string): readonly string[] {
  const parts = line.trim().split(/\s+/)
  if (parts.length !== fields) {
    throw new LogFileFormatError(path, `malformed line ${JSON.stringify(line)}`)
  }
  return parts
}

/** A non-negative integer of an entry. */
export function checkpointInteger(text: string, path: string): number {
  const value = Number(text)
  if (!/^\d{1,16}$/.test(text) || !Number.isSafeInteger(value)) {
    throw new LogFileFormatError(path, `${JSON.stringify(text)} is not a number from 0 on`)
  }
  return value
}
