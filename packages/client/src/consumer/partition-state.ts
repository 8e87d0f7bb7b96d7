import type { TopicPartition } from '@samsa/base'

/** Where a consumer stands in one partition. Replaced, not reused, when the partition is assigned anew. */
export class PartitionState implements TopicPartition {
  readonly topic: string
  readonly partition: number
  /** Offset of the next record for the application; −1 while unknown. */
  position: number
  /** Offset of the next record to ask a broker for: ahead of `position` by what is buffered. */
  fetchOffset: number
  /** Counts seeks: what was fetched before the last one is of no use. */
  seeks: number
  isAssigned: boolean
  /** A timestamp that stands for a place (−1 end, −2 start) from which to begin; undefined once done. */
  resetTo: bigint | undefined
  highWatermark: number
  /** After a failure, monotonic. */
  retryAtMs: number

  constructor(topic: string, partition: number) {
    this.topic = topic
    this.partition = partition
    this.position = -1
    this.fetchOffset = -1
    this.seeks = 0
    this.isAssigned = true
    this.resetTo = undefined
    this.highWatermark = -1
    this.retryAtMs = 0
  }

  seek(offset: number): void {
    this.seeks++
    this.position = offset
    this.fetchOffset = offset
    this.resetTo = undefined
    this.retryAtMs = 0
  }

  /** The place is asked of the broker before anything is fetched. */
  reset(timestamp: bigint): void {
    this.seeks++
    this.position = -1
    this.fetchOffset = -1
    this.resetTo = timestamp
  }
}
