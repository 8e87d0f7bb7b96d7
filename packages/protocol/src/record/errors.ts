import { BrokerError } from '@samsa/base'

/** No batch can begin here: the length or the magic is impossible. What follows is lost with it. */
export class InvalidBatchHeaderError extends BrokerError {
  override readonly name = 'InvalidBatchHeaderError'
  readonly code = 'RECORD_BATCH_HEADER_INVALID'
  /** Byte in the given bytes. */
  readonly position: number

  constructor(position: number, why: string) {
    super(`No record batch at byte ${position}: ${why}. Resend it, or cut the log there.`)
    this.position = position
  }
}

/** A batch whose size or CRC does not hold: it was changed after it was made. */
export class CorruptBatchError extends BrokerError {
  override readonly name = 'CorruptBatchError'
  readonly code = 'RECORD_BATCH_CORRUPT'
  readonly baseOffset: number

  constructor(baseOffset: number, why: string) {
    super(
      `The record batch at offset ${baseOffset} is corrupt: ${why}. Fetch it again, from another copy if need be.`,
    )
    this.baseOffset = baseOffset
  }
}

/** Records that are not what the batch's header says, or not records at all. */
export class InvalidRecordError extends BrokerError {
  override readonly name = 'InvalidRecordError'
  readonly code = 'RECORD_INVALID'
  readonly baseOffset: number
  /** How many records of the batch were read before. */
  readonly recordIndex: number

  constructor(baseOffset: number, recordIndex: number, why: string) {
    super(
      `Record ${recordIndex} of the batch at offset ${baseOffset} is invalid: ${why}. Whoever made the batch must be put right.`,
    )
    this.baseOffset = baseOffset
    this.recordIndex = recordIndex
  }
}
