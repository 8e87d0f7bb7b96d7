import type { Offset } from '@samsa/base'
import { BatchView, patchOffsets } from '@samsa/protocol'
import type { AppendEntry } from '../types.ts'
import type { AppendPlan } from './append-state.ts'

/**
 * Patches what the plan assigned into the batches, where they lie: base offset and leader epoch. The
 * CRC covers neither. `entries[from]` is the plan's first.
 */
export function stampBatches(
  plan: AppendPlan,
  entries: readonly AppendEntry[],
  from: number,
  batch: BatchView,
): void {
  for (const index of plan.pieceEntries) {
    const entry = entries[from + index]!
    if (entry.origin === 'replication') continue
    let { baseOffset } = plan.outcomes[index]!
    for (let position = 0; position < entry.bytes.length;) {
      batch.reset(entry.bytes, position)
      patchOffsets(entry.bytes, position, baseOffset, entry.leaderEpoch)
      baseOffset = (baseOffset + batch.lastOffsetDelta + 1) as Offset
      position += batch.sizeBytes
    }
  }
}
