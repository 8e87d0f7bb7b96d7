import type { Uuid } from '@samsa/base'
import type { MetadataRecord } from '@samsa/raft'
import type { Admission } from '../dispatch/handler.ts'
import type { MetadataImage } from '../metadata/image.ts'

export type { MetadataRecord } from '@samsa/raft'

/** What a decision yields. Nothing has changed yet: only replaying the records changes state. */
export interface Decision<Response> {
  readonly records: readonly MetadataRecord[]
  readonly response: Response
  /**
   * False where the records may commit in several batches, so that a crash may leave the first ones
   * alone; all at once by default.
   */
  readonly isAtomic?: boolean
}

/**
 * One request to the controller, pure: `(image, request) → records + response`. The image is the
 * latest one, uncommitted records included.
 */
export interface ControllerOperation<Response> {
  /** For logs and metrics: `createTopics`. */
  readonly name: string
  decide(image: MetadataImage, context: DecisionContext): Decision<Response>
}

export interface DecisionContext {
  readonly nowMs: number
  /** Offset that the first record of this decision gets: the epoch of a broker that registers. */
  readonly nextOffset: number
  randomInteger(below: number): number
  randomUuid(): Uuid
}

export interface Controller {
  /**
   * Operations run in order. `effect` and `response` settle when the records are committed and in the
   * node's image (without records: when what came before is committed, or at once). A node that is
   * not the active controller answers what `refuse` makes of NOT_CONTROLLER.
   */
  submit<Response>(
    operation: ControllerOperation<Response>,
    refuse?: (errorCode: number) => Response,
  ): Admission<Response>
}
