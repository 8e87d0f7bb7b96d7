import { type Disk, leaderEpoch, offset } from '@samsa/base'
import type { EpochEntry } from '../epoch/leader-epoch-cache.ts'
import { readTextFile, renameOver } from '../files/atomic-file.ts'
import { LEADER_EPOCH_FILE } from '../files/names.ts'
import {
  checkpointFields,
  checkpointInteger,
  formatCheckpoint,
  parseCheckpoint,
} from './checkpoint-text.ts'

/** Some 300,000 epochs. */
const EPOCH_FILE_BYTES_MAX = 8_388_608

export function formatLeaderEpochs(entries: readonly EpochEntry[]): Uint8Array {
  return formatCheckpoint(entries.map((entry) => `${entry.epoch} ${entry.startOffset}`))
}

/** Throws `LogFileFormatError`. */
export function parseLeaderEpochs(text: string, path: string): readonly EpochEntry[] {
  return parseCheckpoint(text, path).map((line) => {
    const [epoch, startOffset] = checkpointFields(line, 2, path)
    return {
      epoch: leaderEpoch(checkpointInteger(epoch!, path)),
      startOffset: offset(checkpointInteger(startOffset!, path)),
    }
  })
}

/** None when the file does not exist. Throws `LogFileFormatError` or `DiskError`. */
export async function readLeaderEpochs(
  disk: Disk,
  directory: string,
): Promise<readonly EpochEntry[]> {
  const path = `${directory}/${LEADER_EPOCH_FILE}`
  const text = await readTextFile(disk, path, EPOCH_FILE_BYTES_MAX)
  return text === undefined ? [] : parseLeaderEpochs(text, path)
}

/** Replaced as a whole; the directory is the caller's to sync. */
export function writeLeaderEpochs(
  disk: Disk,
  directory: string,
  entries: readonly EpochEntry[],
): Promise<void> {
  return renameOver(disk, directory, LEADER_EPOCH_FILE, formatLeaderEpochs(entries))
}
