import type { StaticConfig } from './static/static-config.ts'
import type { TopicConfigs } from './topics/topic-config.ts'

/**
 * The node's configuration: static properties, then cluster-wide and per-broker dynamic ones. Asking
 * costs a look-up in a map; values are read when they change. Asserts that the key is in the table,
 * with the type asked for.
 */
export interface NodeConfig {
  /**
   * Value in force of a broker key, typed as the key table says. A long beyond ±(2^53−1) comes as the
   * nearest of the two. A key with kin in other units counts for all of them: `log.retention.ms` is
   * 604,800,000 where only `log.retention.hours` is 168. Asserts that there is a value.
   */
  number(key: string): number
  /** '' when there is no value. */
  text(key: string): string
  flag(key: string): boolean
  list(key: string): readonly string[]
  /** Null when there is no value. */
  optionalText(key: string): string | null

  /**
   * Calls `listener` after the value in force of one of `keys` has changed, once per committed
   * change of the metadata. The returned function ends that.
   */
  onChange(keys: readonly string[], listener: () => void): () => void

  /** What the node was started with. */
  readonly startup: StaticConfig
  /** What holds for each topic. */
  readonly topics: TopicConfigs
}
