import type { Offset } from '@samsa/base'
import type { PartitionLog } from '@samsa/log'
import { BatchWalker } from '@samsa/protocol'
import { type CommittedBatch, decodeBatch } from '@samsa/raft'
import { emptyImage } from '../../../src/metadata/empty-image.ts'
import type { MetadataImage } from '../../../src/metadata/image.ts'
import { ListInterner } from '../../../src/metadata/interner.ts'
import { MetadataReplay } from '../../../src/metadata/replay.ts'
import { tools } from './workshop.ts'

/** Every batch of the metadata log, read from its files. */
export async function batchesIn(log: PartitionLog): Promise<CommittedBatch[]> {
  const batches: CommittedBatch[] = []
  let next: Offset = log.logStartOffset
  while (next < log.logEndOffset) {
    const options = { maxBytes: 1_048_576, upTo: log.logEndOffset, minOneBatch: true }
    next = await new Promise<Offset>((resolve) => {
      log.read(next, options, (read) => {
        const walker = new BatchWalker(Buffer.concat(read.pieces))
        while (walker.next()) batches.push(decodeBatch(walker.batch, log.path, tools))
        read.release()
        resolve(read.nextOffset)
      })
    })
  }
  return batches
}

/** What a node that begins with nothing makes of these batches. */
export function replayed(batches: readonly CommittedBatch[]): MetadataImage {
  const replay = new MetadataReplay(emptyImage, new ListInterner())
  for (const { baseOffset, leaderEpoch, records, controlRecords } of batches) {
    for (const [index, record] of records.entries()) {
      replay.record(record, baseOffset + index, leaderEpoch)
    }
    for (const [index, record] of controlRecords.entries()) {
      replay.control(record, baseOffset + index, leaderEpoch)
    }
  }
  replay.steps()
  return replay.image
}
