import { assert, type LeaderEpoch, type Offset } from '@samsa/base'
import type { MetadataRecord } from '@samsa/raft'
import { SortedConfigsImage } from '../configs-image.ts'
import type { MetadataDelta, TopicsDelta } from '../delta.ts'
import { MetadataReplayError } from '../errors.ts'
import { KRAFT_VERSION, METADATA_VERSION } from '../features.ts'
import type { FeaturesImage, MetadataImage } from '../image.ts'
import type { ListInterner } from '../interner.ts'
import { SortedTopicsImage } from '../topics-image.ts'
import { ClusterDeltaBuilder } from './cluster-delta-builder.ts'
import { ConfigsDeltaBuilder } from './configs-delta-builder.ts'
import { KeptDeltaBuilder } from './kept-delta-builder.ts'
import { recordReplays } from './record-replays.ts'
import { TopicsDeltaBuilder } from './topics-delta-builder.ts'

const NO_TOPICS: TopicsDelta = { changed: [], deleted: [] }

/**
 * Takes records one by one and makes the next image and the difference to the one before. One
 * builder serves one step from image to image.
 */
export class MetadataDeltaBuilder {
  readonly before: MetadataImage
  readonly topics: TopicsDeltaBuilder
  readonly cluster: ClusterDeltaBuilder
  readonly configs: ConfigsDeltaBuilder
  readonly kept: KeptDeltaBuilder
  nextProducerId: number
  #levels: Map<string, number> | undefined
  #recordCount: number

  constructor(before: MetadataImage, interner: ListInterner) {
    const { topics, configs } = before
    assert(topics instanceof SortedTopicsImage, 'an image under change has sorted topics')
    assert(configs instanceof SortedConfigsImage, 'an image under change has sorted configs')
    this.before = before
    this.topics = new TopicsDeltaBuilder(topics, interner)
    this.cluster = new ClusterDeltaBuilder(before.cluster)
    this.configs = new ConfigsDeltaBuilder(configs)
    this.kept = new KeptDeltaBuilder(before.kept)
    this.nextProducerId = before.nextProducerId
    this.#levels = undefined
    this.#recordCount = 0
  }

  /** Records replayed so far. */
  get recordCount(): number {
    return this.#recordCount
  }

  /** Throws `MetadataReplayError` when the record contradicts those before it. */
  replay(record: MetadataRecord, offset: number): void {
    const replay = recordReplays.get(record.type)
    if (replay === undefined) {
      throw new MetadataReplayError(offset, `record type ${record.type} is unknown`)
    }
    replay(this, record.message, offset)
    this.#recordCount += 1
  }

  /** `kraft.version` is finalized by control records; feature records that name it count for nothing. */
  setKraftVersion(level: number): void {
    this.#setLevel(KRAFT_VERSION, level)
  }

  setFeatureLevel(name: string, level: number): void {
    if (name !== KRAFT_VERSION) this.#setLevel(name, level)
  }

  /** `offset` and `leaderEpoch` are those of the last record (or control record) that went in. */
  build(offset: Offset, leaderEpoch: LeaderEpoch): { image: MetadataImage; delta: MetadataDelta } {
    const { before } = this
    const topics = this.topics.isEmpty ? undefined : this.topics.build(offset)
    const cluster = this.cluster.isEmpty ? undefined : this.cluster.build()
    const configs = this.configs.isEmpty ? undefined : this.configs.build()
    const image: MetadataImage = {
      offset,
      leaderEpoch,
      features: this.#features(),
      cluster: cluster?.cluster ?? before.cluster,
      topics: topics?.topics ?? before.topics,
      configs: configs?.configs ?? before.configs,
      nextProducerId: this.nextProducerId,
      kept: this.kept.isEmpty ? before.kept : this.kept.build(),
    }
    const delta: MetadataDelta = {
      before,
      topics: topics?.delta ?? NO_TOPICS,
      configs: configs?.changed ?? [],
      brokers: cluster?.changed ?? new Set(),
      featuresChanged: this.#levels !== undefined,
    }
    return { image, delta }
  }

  #setLevel(name: string, level: number): void {
    this.#levels ??= new Map(this.before.features.levels)
    if (level === 0) this.#levels.delete(name)
    else this.#levels.set(name, level)
  }

  #features(): FeaturesImage {
    if (this.#levels === undefined) return this.before.features
    return { metadataVersion: this.#levels.get(METADATA_VERSION) ?? 0, levels: this.#levels }
  }
}
