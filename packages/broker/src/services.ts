import type { Clock, Logger, Metrics, NodeId, Random, Address } from '@samsa/base'
import type { ApiVersionsSource } from './dispatch/api-versions-source.ts'
import type { NodeConfig } from './config/node-config.ts'
import type { Controller } from './controller/controller.ts'
import type { GroupCoordinator } from './coordinator/group/group-coordinator.ts'
import type { MetadataReader } from './metadata/metadata-reader.ts'
import type { ReplicaManager } from './replica/replica-manager.ts'
import type { FetchSessions } from './replica/fetch-sessions.ts'
import type { ProducerIds } from './replica/producer-ids.ts'
import type { Authorizer } from './security/authorizer.ts'

/** All that handlers reach. One per node; wired in `server/`. */
export interface NodeServices {
  readonly nodeId: NodeId
  readonly clusterId: string
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
  readonly metrics: Metrics
  readonly config: NodeConfig
  readonly authorizer: Authorizer
  readonly apiVersions: ApiVersionsSource
  /** What clients on a listener are told to dial; without configuration, what they dialled (`local`). */
  advertised(listenerName: string, local: Address): Address
  readonly metadata: MetadataReader
  readonly controller: Controller
  readonly replicas: ReplicaManager
  readonly fetchSessions: FetchSessions
  readonly producerIds: ProducerIds
  readonly groups: GroupCoordinator
}
