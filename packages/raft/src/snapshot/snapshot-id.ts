import { leaderEpoch, type LeaderEpoch, offset, type Offset } from '@samsa/base'

/** Which part of the log a snapshot stands for: everything below `offset`, the last in `epoch`. */
export interface SnapshotId {
  readonly offset: Offset
  readonly epoch: LeaderEpoch
}

/** `00000000000000000138-0000000001.checkpoint`. */
export function snapshotFileName(id: SnapshotId): string {
  return `${String(id.offset).padStart(20, '0')}-${String(id.epoch).padStart(10, '0')}.checkpoint`
}

/** Undefined for any other name, `….checkpoint.part` and `….checkpoint.deleted` among them. */
export function snapshotIdOf(fileName: string): SnapshotId | undefined {
  const match = /^(\d{20})-(\d{10})\.checkpoint$/.exec(fileName)
  if (match === null) return undefined
  const [end, epoch] = [Number(match[1]), Number(match[2])]
  if (!Number.isSafeInteger(end) || epoch > 0x7fffffff) return undefined
  return { offset: offset(end), epoch: leaderEpoch(epoch) }
}

/** The one that stands for most of the log; undefined when no name is a snapshot's. */
export function latestSnapshotOf(fileNames: readonly string[]): SnapshotId | undefined {
  let latest: SnapshotId | undefined
  for (const name of fileNames) {
    const id = snapshotIdOf(name)
    if (id === undefined) continue
    if (latest === undefined || id.offset > latest.offset) latest = id
    else if (id.offset === latest.offset && id.epoch > latest.epoch) latest = id
  }
  return latest
}
