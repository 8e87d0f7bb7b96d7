import type { Doors, Logger, NodeId } from '@samsa/base'
import type { PartitionLog } from '@samsa/log'
import type { BatchTools } from '@samsa/protocol'
import { type MetadataRecord, SingleVoterRaft } from '@samsa/raft'
import { ActiveController } from '../controller/active-controller.ts'
import type { ControllerOperation } from '../controller/controller.ts'
import {
  type ActivationInput,
  activationRecords,
  featureLevel,
} from '../controller/operations/activate.ts'
import { readBootstrap } from './bootstrap.ts'
import { MetadataDeltaBuilder } from './delta/delta-builder.ts'
import { emptyImage } from './empty-image.ts'
import { Failure } from './failure.ts'
import { checkFeatures, METADATA_VERSION } from './features.ts'
import { ListInterner } from './interner.ts'
import { MetadataLoader } from './loader.ts'
import { LocalMetadata, type NodeMetadata } from './node-metadata.ts'

/** What the metadata of a node is opened with. */
export interface OpenMetadataOptions {
  readonly doors: Pick<Doors, 'clock' | 'random' | 'disk'>
  readonly logger: Logger
  readonly tools: BatchTools
  readonly nodeId: NodeId
  /** `__cluster_metadata-0`, already open: `LogManager.openMetadataLog(metadataLogConfig)`. */
  readonly log: PartitionLog
  /** The log directory it lives in, where `bootstrap.checkpoint` lies. */
  readonly directory: string
  /** Ids in `controller.quorum.voters`; empty for a lone combined node. */
  readonly staticVoters: readonly NodeId[]
  /** `samsa.features.tolerate`: higher feature levels are kept instead of refused. */
  readonly toleratesFeatures: boolean
  /** `min.insync.replicas`. */
  readonly minInsyncReplicas: number
  /**
   * The metadata log failed (full or broken disk, a record that cannot be applied): nothing more
   * will commit, and what waits is never answered. The node stops.
   */
  onFailure(error: Error): void
}

/**
 * Reads the metadata log, becomes leader of the quorum of one, and has an empty log say what
 * formatting asked for. Nothing is written before all there is was read and found to be supported.
 * Rejects with `FeatureLevelError`, `MetadataVersionError`, `MetadataReplayError`, `RaftVotersError`,
 * `RaftFileFormatError`, `MetadataBatchError`, `RaftLogFailedError`, `DiskError`.
 */
export async function openMetadata(options: OpenMetadataOptions): Promise<NodeMetadata> {
  const { doors, log, logger, nodeId, tools } = options
  const failure = new Failure((error) => options.onFailure(error))
  const onFailure = (error: Error): void => failure.happened(error)
  const loader = new MetadataLoader({ clock: doors.clock, onFailure })
  const raft = new SingleVoterRaft({
    clock: doors.clock,
    disk: doors.disk,
    logger,
    tools,
    nodeId,
    log,
    staticVoters: options.staticVoters,
    onFailure,
  })
  raft.register(loader)
  await raft.load()
  await loader.whenIdle()
  const { features } = loader.image()
  checkFeatures(features, options.toleratesFeatures)
  const bootstrapRecords = features.metadataVersion > 0 ? [] : await bootstrapOf(options)

  await raft.lead()
  await loader.whenIdle()
  const controller = new ActiveController({
    clock: doors.clock,
    random: doors.random,
    raft,
    interner: loader.interner,
  })
  loader.setOnPublished((image) => controller.published(image))
  const { epoch } = raft.leaderAndEpoch()
  controller.activate(loader.image(), epoch, loader.isInTransaction)
  const metadata = new LocalMetadata(nodeId, raft, loader, controller, failure)
  await metadata.run(
    activation({
      metadataVersion: features.metadataVersion,
      isInTransaction: loader.isInTransaction,
      bootstrapRecords,
      minInsyncReplicas: options.minInsyncReplicas,
    }),
  )
  return metadata
}

function activation(input: ActivationInput): ControllerOperation<void> {
  return {
    name: 'activate',
    decide: () => ({ records: activationRecords(input), response: undefined }),
  }
}

/** The records for an empty log, found to be supported. */
async function bootstrapOf(options: OpenMetadataOptions): Promise<readonly MetadataRecord[]> {
  const records = await readBootstrap(options.doors.disk, options.directory, options.tools)
  const builder = new MetadataDeltaBuilder(emptyImage, new ListInterner())
  for (const record of records) builder.replay(record, 0)
  const { features } = builder.build(emptyImage.offset, emptyImage.leaderEpoch).image
  const level = featureLevel(records, METADATA_VERSION)
  const levels = new Map([...features.levels, [METADATA_VERSION, level] as const])
  checkFeatures({ metadataVersion: level, levels }, options.toleratesFeatures)
  return records
}
