import { type FileDescriptor, offset, type Offset } from '@samsa/base'
import { BatchView } from '@samsa/protocol'
import type { LogConfig } from '../config.ts'
import type { LogEnvironment } from '../environment.ts'
import type { Job } from '../job/job-runner.ts'
import { makeReadable } from '../partition/segment-readiness.ts'
import type { ProducerState } from '../producer/producer-state.ts'
import { HeaderCursor } from '../segment/header-cursor.ts'
import type { SegmentList } from '../segment/list.ts'
import { cursorAt } from '../segment/locate.ts'
import type { Segment } from '../segment/segment.ts'

const SCRATCH_BYTES = 65_536
const STEP_BATCHES = 512

/**
 * Brings the producer state from its end offset up to `upTo`, from batch headers and the bodies of
 * markers. Rejects with `DiskError`.
 */
export async function replayProducers(
  environment: LogEnvironment,
  segments: SegmentList,
  config: LogConfig,
  state: ProducerState,
  upTo: Offset,
): Promise<void> {
  const first = Math.max(0, segments.floorIndex(state.endOffset))
  for (const segment of segments.all.slice(first)) {
    if (segment.baseOffset >= upTo || state.endOffset >= upTo) break
    await makeReadable(environment, segment, config)
    const { position } = cursorAt(environment, segment, state.endOffset, config.indexIntervalBytes)
    const descriptor = environment.files.use(segment.log)
    await environment.jobs.run(replay(environment, segment, descriptor, position, state, upTo))
  }
  if (state.endOffset < upTo) state.endOffset = offset(upTo)
}

function* replay(
  environment: LogEnvironment,
  segment: Segment,
  descriptor: FileDescriptor,
  position: number,
  state: ProducerState,
  upTo: Offset,
): Job<void> {
  const scratch = new Uint8Array(SCRATCH_BYTES)
  const { disk } = environment
  const cursor = new HeaderCursor(disk, descriptor, position, segment.sizeBytes, scratch)
  const from = state.endOffset
  for (let count = 0; cursor.next(); count += 1) {
    if (cursor.batch.baseOffset >= upTo) return
    if (cursor.batch.baseOffset >= from) state.replay(wholeBatch(environment, descriptor, cursor))
    if (count % STEP_BATCHES === STEP_BATCHES - 1) yield
  }
}

/** Markers are looked into; of other batches the header is enough. */
function wholeBatch(
  environment: LogEnvironment,
  descriptor: FileDescriptor,
  cursor: HeaderCursor,
): BatchView {
  const { batch } = cursor
  if (!batch.isControl || !batch.hasProducerId) return batch
  const bytes = new Uint8Array(batch.sizeBytes)
  environment.disk.readNow(descriptor, bytes, cursor.position)
  return new BatchView(bytes)
}
