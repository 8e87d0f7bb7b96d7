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
