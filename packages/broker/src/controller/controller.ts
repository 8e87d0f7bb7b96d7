import type { Admission } from '../dispatch/handler.ts'
import type { MetadataImage } from '../metadata/image.ts'

/** A metadata record as written: type and version as in `record-types`, message of that type. */
export interface MetadataRecord {
  readonly type: number
  readonly version: number
  readonly message: unknown
}

/** What a decision yields. Nothing has changed yet: only replaying the records changes state. */
export interface Decision<Response> {
  readonly records: readonly MetadataRecord[]
  readonly response: Response
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
  randomInteger(below: number): number
  randomUuid(): import('@samsa/base').Uuid
}

export interface Controller {
  /**
   * Operations run in order; `effect` settles when the records are replayed, `response` when they are
   * committed (or at once for an empty list). A node that is not the active controller answers
   * NOT_CONTROLLER through `refuse`.
   */
  submit<Response>(operation: ControllerOperation<Response>): Admission<Response>
}
