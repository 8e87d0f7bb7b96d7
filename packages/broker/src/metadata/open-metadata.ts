import type { Completion, Doors, LeaderEpoch, Logger, NodeId, Uuid } from '@samsa/base'
import type { PartitionLog } from '@samsa/log'
import type { Checksum } from '@samsa/protocol'
import type { RaftClient } from '@samsa/raft'
import type { Controller } from '../controller/controller.ts'
import type { EndpointImage } from './image.ts'
import type { MetadataReader } from './metadata-reader.ts'

/** What the metadata of a node is opened with. */
export interface OpenMetadataOptions {
  readonly doors: Pick<Doors, 'clock' | 'random' | 'disk'>
  readonly logger: Logger
  readonly checksum: Checksum
  readonly nodeId: NodeId
  /** `__cluster_metadata-0`, already open: `LogManager.openMetadataLog(metadataLogConfig)`. */
  readonly log: PartitionLog
  /** The log directory it lives in, where `bootstrap.checkpoint` lies. */
  readonly directory: string
  /** Ids in `controller.quorum.voters`; empty for a lone combined node. */
  readonly staticVoters: readonly NodeId[]
  /** `samsa.features.tolerate`: higher feature levels are kept instead of refused. */
  readonly toleratesFeatures: boolean
  /**
   * The metadata log failed (full or broken disk, a record that cannot be replayed): nothing more
   * will commit, and what waits is never answered. The node stops.
   */
  onFailure(error: Error): void
}

/** What this node says of itself when it registers as a broker and as a controller. */
export interface SelfRegistration {
  /** Fresh at every start of the process. */
  readonly incarnationId: Uuid
  /** What other nodes and clients are told to dial. */
  readonly brokerEndpoints: readonly EndpointImage[]
  readonly controllerEndpoints: readonly EndpointImage[]
  /** `broker.rack`. */
  readonly rack: string | null
  /** `directory.id` of every log directory that is online. */
  readonly directories: readonly Uuid[]
}

/** A block of producer ids: `first` … `first + size − 1`. */
export interface ProducerIdsBlock {
  /** NONE, or an error that tells the caller to try again. */
  readonly errorCode: number
  readonly first: number
  readonly size: number
}

/** The metadata of one node: the log, the image that follows it, and the controller that writes it. */
export interface NodeMetadata {
  readonly raft: RaftClient
  readonly reader: MetadataReader
  readonly controller: Controller
  /** Epoch of this node as quorum leader. */
  readonly leaderEpoch: LeaderEpoch
  /** Broker epoch of this node; −1 before it registered. For the clean-shutdown marker. */
  brokerEpoch(): number
  /**
   * Registers this node as controller and as a fenced broker; resolves with the broker epoch once
   * that is committed and in the image.
   */
  registerSelf(registration: SelfRegistration): Promise<number>
  /** Opens this broker to clients: unfenced, leaderless partitions elected. After the listeners bind. */
  unfenceSelf(): Promise<void>
  /** Controlled shutdown: leads nothing, then fenced. Before listeners and logs close. */
  fenceSelf(): Promise<void>
  /** The next 1,000 producer ids, for this broker. */
  allocateProducerIds(): Completion<ProducerIdsBlock>
  /** Appends what waits, then stops. The log stays open: it is its manager's. */
  close(): Promise<void>
}
