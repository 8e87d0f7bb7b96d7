import type { Doors } from './doors.ts'
import { NodeClock } from './node-clock.ts'
import { NodeCompute, type NodeComputeOptions } from './node-compute.ts'
import { NodeDisk } from './node-disk.ts'
import { NodeNet, type NodeNetOptions } from './node-net.ts'
import { NodeRandom } from './node-random.ts'

export interface NodeDoorsOptions {
  readonly compute?: NodeComputeOptions
  readonly net?: NodeNetOptions
}

export interface NodeDoors extends Doors {
  readonly compute: NodeCompute
}

/**
 * The doors to the real world, for one node. Nodes of one process share none. When the node has closed
 * its listeners, connections, files and timers, `compute.close()` ends the worker threads.
 */
export function createNodeDoors(options: NodeDoorsOptions = {}): NodeDoors {
  return {
    clock: new NodeClock(),
    random: new NodeRandom(),
    disk: new NodeDisk(),
    net: new NodeNet(options.net),
    compute: new NodeCompute(options.compute),
  }
}
