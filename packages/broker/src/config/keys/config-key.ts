/** Kafka's `ConfigDef.Type`. */
export type ConfigType =
  | 'boolean'
  | 'string'
  | 'int'
  | 'short'
  | 'long'
  | 'double'
  | 'list'
  | 'class'
  | 'password'

export type Importance = 'high' | 'medium' | 'low'

/** Who may change a key while the node runs (KIP-226). */
export type UpdateMode = 'read-only' | 'per-broker' | 'cluster-wide'

/** Values that a key allows, beyond those of its type. */
export type Constraint =
  | { readonly kind: 'any' }
  /** Both ends included; `max` null is no bound; `also` one value outside that is allowed too. */
  | {
      readonly kind: 'range'
      readonly min: number
      readonly max: number | null
      readonly also: number | null
    }
  | {
      readonly kind: 'oneOf'
      readonly values: readonly string[]
      readonly isCaseInsensitive: boolean
    }
  | { readonly kind: 'notBlank' }
  /** A set in the order given: duplicates go, `values` null allows any. */
  | {
      readonly kind: 'set'
      readonly values: readonly string[] | null
      readonly allowsEmpty: boolean
    }
  /** `partition:broker` pairs, or `*`. */
  | { readonly kind: 'throttledReplicas' }
  /** `id@host:port` each. */
  | { readonly kind: 'quorumVoters' }
  /** `host:port` each. */
  | { readonly kind: 'bootstrapServers' }

/** One row of a key table. */
export interface ConfigKey {
  readonly name: string
  readonly type: ConfigType
  /** As text; null when there is none. */
  readonly defaultText: string | null
  readonly isRequired: boolean
  readonly constraint: Constraint
  readonly importance: Importance
  /** Left out of DescribeConfigs unless somebody has set it. */
  readonly isInternal: boolean
  /** Never told to anybody. */
  readonly isSensitive: boolean
  /** What it means; null for a key that is known and does nothing here. */
  readonly about: string | null
}

export interface BrokerKey extends ConfigKey {
  readonly update: UpdateMode
  /** One of our own: stays out of DescribeConfigs unless asked for by name. */
  readonly isOurs: boolean
}

/** A broker key that stands in for a topic config which the topic does not set. */
export interface Fallback {
  readonly name: string
  /** What its value is multiplied by (`log.retention.hours` for `retention.ms`: 3,600,000). */
  readonly times: number
}

export interface TopicKey extends ConfigKey {
  /** The first one that is set wins; empty where a topic config has no broker key. */
  readonly fallbacks: readonly Fallback[]
}

/** ConfigType codes of a DescribeConfigs response (KIP-569). */
export const configTypeCode: Readonly<Record<ConfigType, number>> = {
  boolean: 1,
  string: 2,
  int: 3,
  short: 4,
  long: 5,
  double: 6,
  list: 7,
  class: 8,
  password: 9,
}
