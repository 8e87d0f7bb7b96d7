import {
  CODEC_OF_PRODUCER,
  codecOfName,
  CREATE_TIME,
  DEFAULT_APPEND_RULES,
  LOG_APPEND_TIME,
  type AppendRules,
} from '@samsa/protocol'
import type { CompressionSetting, TopicConfig } from '../config/topics/topic-config.ts'

/** Versions of Produce that may carry zstd begin here (KIP-110); the rules differ in nothing else. */
export const ZSTD_PRODUCE_VERSION = 7

/** What a topic's config says of the batches that clients append to one of its partitions. */
export function appendRulesOf(
  config: TopicConfig,
  partitionName: string,
  apiVersion: number,
): AppendRules {
  return {
    partitionName,
    apiVersion,
    messageBytesMax: config.maxMessageBytes,
    segmentBytes: config.log.segmentBytes,
    isCompacted: config.isCompacted,
    timestampType: config.timestampType === 'LogAppendTime' ? LOG_APPEND_TIME : CREATE_TIME,
    timestampBeforeMaxMs: config.timestampBeforeMaxMs,
    timestampAfterMaxMs: config.timestampAfterMaxMs,
    targetCodec: targetCodecOf(config.compressionType),
    compressionLevel: config.compressionLevel ?? undefined,
    decompressedBytesMax: DEFAULT_APPEND_RULES.decompressedBytesMax,
  }
}

function targetCodecOf(setting: CompressionSetting): number {
  if (setting === 'producer') return CODEC_OF_PRODUCER
  return codecOfName(setting) ?? CODEC_OF_PRODUCER
}

/** The rules of one partition, made anew when the topic's config is another object. */
export class AppendRulesCache {
  readonly #partitionName: string
  #config: TopicConfig | undefined
  #rules: AppendRules | undefined
  #rulesWithoutZstd: AppendRules | undefined

  constructor(partitionName: string) {
    this.#partitionName = partitionName
    this.#config = undefined
    this.#rules = undefined
    this.#rulesWithoutZstd = undefined
  }

  of(config: TopicConfig, apiVersion: number): AppendRules {
    if (config !== this.#config) {
      this.#config = config
      this.#rules = undefined
      this.#rulesWithoutZstd = undefined
    }
    if (apiVersion >= ZSTD_PRODUCE_VERSION) {
      this.#rules ??= appendRulesOf(config, this.#partitionName, apiVersion)
      return this.#rules
    }
    this.#rulesWithoutZstd ??= appendRulesOf(config, this.#partitionName, apiVersion)
    return this.#rulesWithoutZstd
  }
}
