import type { AppendPlan } from './append-state.ts'
import type { LogCore } from './log-core.ts'

/** Makes a written plan true: the only place where an append changes the log's state. */
export function commitAppend(core: LogCore, plan: AppendPlan): void {
  const { segment, environment } = core
  const { metrics } = environment
  const startOffset = core.logEndOffset
  segment.sizeBytes += plan.sizeBytes
  core.sizeBytes += plan.sizeBytes
  segment.firstTimestamp = plan.firstTimestamp
  segment.maxTimestamp = plan.maxTimestamp
  segment.maxTimestampOffset = plan.maxTimestampOffset
  segment.bytesSinceIndexEntry = plan.bytesSinceIndexEntry
  for (const entry of plan.indexEntries) {
    segment.offsetIndex.append(entry.lastOffset, entry.position)
    segment.timeIndex.append(entry.maxTimestamp, entry.maxTimestampOffset)
  }
  for (const update of plan.producerUpdates) core.producerState.apply(update)
  for (const start of plan.epochStarts) core.epochs.assign(start.epoch, start.startOffset)
  core.producerState.endOffset = plan.endOffset
  core.logEndOffset = plan.endOffset
  metrics.appendGroups.add(1)
  metrics.appendedBatches.add(plan.batchCount)
  metrics.appendedBytes.add(plan.sizeBytes)
  cacheTail(core, plan, startOffset)
}

function cacheTail(core: LogCore, plan: AppendPlan, startOffset: number): void {
  const { environment, tailChunks } = core
  if (core.lastTailReadMs === Number.NEGATIVE_INFINITY) return
  const idleMs = environment.clock.monotonicMs() - core.lastTailReadMs
  if (idleMs > environment.limits.tailCacheIdleMsMax) {
    if (tailChunks.length > 0) tailChunks.clear()
    return
  }
  let baseOffset = startOffset
  for (let index = 0; index < plan.pieces.length; index += 1) {
    const { lastOffset } = plan.outcomes[plan.pieceEntries[index]!]!
    environment.tailCache.add(tailChunks, plan.pieces[index]!, baseOffset, lastOffset + 1)
    baseOffset = lastOffset + 1
  }
}
