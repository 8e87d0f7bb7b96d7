import { ClassicGroupCoordinator } from './classic-group-coordinator.ts'
import type { GroupCoordinatorOptions, RunningGroupCoordinator } from './group-coordinator.ts'

/**
 * The coordinator of a node. It wants to be subscribed to the metadata, told of the leadership of
 * `__consumer_offsets` (`ReplicaManager.subscribe`), and closed before the wheel is.
 */
export function createGroupCoordinator(options: GroupCoordinatorOptions): RunningGroupCoordinator {
  return new ClassicGroupCoordinator(options)
}
