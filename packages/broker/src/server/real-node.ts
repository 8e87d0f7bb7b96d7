import type { Logger } from '@samsa/base'
import { createNodeDoors } from '@samsa/base/node'
import type { StaticConfig } from '../config/static/static-config.ts'
import { createBatchTools, loadNodeAccelerators } from './accelerators.ts'
import type { RunningNode } from './running-node.ts'
import { startNode } from './start-node.ts'

export interface RealNodeOptions {
  readonly config: StaticConfig
  readonly logger: Logger
}

/** A node on the real clock, disk and network of this machine. See `startNode`. */
export function startRealNode({ config, logger }: RealNodeOptions): Promise<RunningNode> {
  const doors = createNodeDoors()
  return startNode({
    config,
    logger,
    doors,
    tools: createBatchTools(loadNodeAccelerators()),
    closeDoors: () => doors.compute.close(),
  })
}
