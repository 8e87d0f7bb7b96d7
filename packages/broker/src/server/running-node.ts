import type { Address, NodeId } from '@samsa/base'

/** A node that serves clients. */
export interface RunningNode {
  readonly nodeId: NodeId
  readonly clusterId: string
  /** Real address of each listener by name. */
  readonly addresses: ReadonlyMap<string, Address>
  readonly logDirs: readonly string[]
  /**
   * A clean stop: leadership given up, listeners closed, logs flushed, markers written, locks let go.
   * Resolves when nothing of the node is left; calling it again gives the same promise.
   */
  stop(): Promise<void>
  /** Lets go of everything at once, as a crash would: no marker, no flush. For tests of recovery. */
  abandon(): Promise<void>
  /** Resolves with the reason when the node can serve no longer; `stop` still has to be called. */
  readonly failed: Promise<Error>
}
