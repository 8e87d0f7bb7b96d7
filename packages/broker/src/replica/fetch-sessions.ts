import type { FetchRequest } from '@samsa/protocol'
import type { RequestContext } from '../dispatch/context.ts'
import type { FetchOutcome } from './fetch/fetch-operation.ts'

/** Fetches of this node, and the incremental sessions that some of them belong to (KIP-227). */
export interface FetchSessions {
  /** Sessions. */
  readonly size: number
  /** Partitions of all of them. */
  readonly partitionCount: number
  /** Answers a Fetch, at once or when there is enough to give. */
  fetch(request: FetchRequest, context: RequestContext): FetchOutcome
}
