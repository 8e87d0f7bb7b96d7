import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { runTool } from './apache-tools.ts'

/**
 * What kafka-dump-log says when something is wrong; its exit code stays 0. Of every segment that does
 * not begin at offset 0 it says that its first offset follows −1, whoever wrote it.
 */
const COMPLAINT =
  /isvalid: false|mismatch|\d is followed by|exception|error|not found|could not|unknown|invalid/i
const FIRST_OFFSET = /^ *-1 is followed by \d+$/

export interface Dump {
  readonly files: readonly string[]
  readonly exitCode: number
  /** Lines that complain of a file. */
  readonly complaints: readonly string[]
  readonly lines: readonly string[]
}

/** Files of the partitions' folders below `data` that match; each kind of file there is. */
export async function filesIn(
  data: string,
  partitions: RegExp,
  files: RegExp,
): Promise<readonly string[]> {
  const all = await readdir(data, { recursive: true })
  return all
    .filter((path) => {
      const [folder = '', file = ''] = path.split('/')
      return partitions.test(folder) && files.test(file)
    })
    .map((path) => join(data, path))
    .toSorted()
}

/** Runs kafka-dump-log on all of the files at once. */
export async function dump(
  kit: string,
  files: readonly string[],
  ...flags: readonly string[]
): Promise<Dump> {
  const step = { tool: 'kafka-dump-log', arguments: ['--files', files.join(','), ...flags] }
  const { exitCode, output } = await runTool(kit, step, { bootstrap: '', folder: '' })
  const lines = output.split('\n')
  // What a record holds is not what the tool says of it.
  const complaints = lines.filter(
    (line) => COMPLAINT.test(line.replace(/ payload: .*/, '')) && !FIRST_OFFSET.test(line),
  )
  return { files, exitCode, complaints, lines }
}
