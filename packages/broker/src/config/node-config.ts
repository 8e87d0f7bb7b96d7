/** The node's configuration: static properties, then cluster-wide and per-broker dynamic ones. */
export interface NodeConfig {
  /** Value in force of a broker key, typed as the key table says. */
  number(key: string): number
  text(key: string): string
  flag(key: string): boolean
  list(key: string): readonly string[]
}
