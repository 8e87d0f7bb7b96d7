import type { Disk, Logger } from '@samsa/base'
import { unlinkIfThere } from '../files/atomic-file.ts'
import {
  CLEANED_SUFFIX,
  DELETED_SUFFIX,
  INDEX_SUFFIX,
  LOG_SUFFIX,
  offsetOfFileName,
  SEGMENT_SUFFIXES,
  SWAP_SUFFIX,
  TIME_INDEX_SUFFIX,
  TRANSACTION_INDEX_SUFFIX,
} from '../files/names.ts'

/** KRaft snapshots on their way out are the raft log's to remove. */
const DELETED_CHECKPOINT_SUFFIX = '.checkpoint.deleted'

/** How far a `.swap` segment's batches go; its `.log` has to be read for that. */
export type SwapEnd = (name: string) => Promise<number>

/**
 * Finishes or undoes what a crash interrupted, as Kafka does: deleted files go; an output of
 * compaction that was not complete (`.cleaned`, and `.swap` at or above the smallest of them) goes;
 * other `.swap` files replace the segments they cover. Indexes without a log go. Returns the names
 * that are left. Rejects with `DiskError`.
 */
export async function tidyDirectory(
  disk: Disk,
  logger: Logger,
  path: string,
  swapEnd: SwapEnd,
): Promise<readonly string[]> {
  const names = await disk.list(path)
  if (!names.some(isUnusual)) return dropOrphans(disk, logger, path, names)
  const left = await dropUnfinished(disk, path, names)
  await swapIn(disk, logger, path, left, swapEnd)
  await disk.syncDirectory(path)
  return dropOrphans(disk, logger, path, await disk.list(path))
}

function isUnusual(name: string): boolean {
  return (
    (name.endsWith(DELETED_SUFFIX) && !name.endsWith(DELETED_CHECKPOINT_SUFFIX)) ||
    name.endsWith(CLEANED_SUFFIX) ||
    name.endsWith(SWAP_SUFFIX)
  )
}

/** Base offset of a segment's file with a suffix behind its own; −1 for other names. */
function baseOffsetOf(name: string, suffix: string): number {
  if (!name.endsWith(suffix)) return -1
  const inner = name.slice(0, name.length - suffix.length)
  for (const own of SEGMENT_SUFFIXES) {
    const found = offsetOfFileName(inner, own)
    if (found >= 0) return found
  }
  return -1
}

async function dropUnfinished(
  disk: Disk,
  path: string,
  names: readonly string[],
): Promise<readonly string[]> {
  const cleaned = names
    .map((name) => baseOffsetOf(name, CLEANED_SUFFIX))
    .filter((found) => found >= 0)
  const smallest = Math.min(...cleaned)
  const isDropped = (name: string): boolean =>
    (name.endsWith(DELETED_SUFFIX) && !name.endsWith(DELETED_CHECKPOINT_SUFFIX)) ||
    name.endsWith(CLEANED_SUFFIX) ||
    (name.endsWith(SWAP_SUFFIX) && baseOffsetOf(name, SWAP_SUFFIX) >= smallest)
  for (const name of names) {
    if (isDropped(name)) await unlinkIfThere(disk, `${path}/${name}`)
  }
  return names.filter((name) => !isDropped(name))
}

async function swapIn(
  disk: Disk,
  logger: Logger,
  path: string,
  names: readonly string[],
  swapEnd: SwapEnd,
): Promise<void> {
  const swaps = names.filter((name) => name.endsWith(SWAP_SUFFIX))
  const logs = swaps.filter((name) => name.endsWith(LOG_SUFFIX + SWAP_SUFFIX))
  let from = Number.POSITIVE_INFINITY
  let to = Number.NEGATIVE_INFINITY
  for (const name of logs) {
    from = Math.min(from, baseOffsetOf(name, SWAP_SUFFIX))
    to = Math.max(to, await swapEnd(name))
  }
  for (const name of names) {
    const base = Math.max(...SEGMENT_SUFFIXES.map((suffix) => offsetOfFileName(name, suffix)))
    if (base >= from && base < to) await unlinkIfThere(disk, `${path}/${name}`)
  }
  for (const name of swaps) {
    const target = name.slice(0, name.length - SWAP_SUFFIX.length)
    logger.log('info', 'finishing an interrupted swap', { path: `${path}/${target}` })
    await disk.rename(`${path}/${name}`, `${path}/${target}`)
  }
}

async function dropOrphans(
  disk: Disk,
  logger: Logger,
  path: string,
  names: readonly string[],
): Promise<readonly string[]> {
  const isOrphan = (name: string): boolean =>
    [INDEX_SUFFIX, TIME_INDEX_SUFFIX, TRANSACTION_INDEX_SUFFIX].some(
      (suffix) =>
        offsetOfFileName(name, suffix) >= 0 &&
        !names.includes(name.slice(0, name.length - suffix.length) + LOG_SUFFIX),
    )
  const orphans = names.filter(isOrphan)
  if (orphans.length === 0) return names
  for (const name of orphans) {
    logger.log('warn', 'removing an index without a log', { path: `${path}/${name}` })
    await unlinkIfThere(disk, `${path}/${name}`)
  }
  return names.filter((name) => !orphans.includes(name))
}
