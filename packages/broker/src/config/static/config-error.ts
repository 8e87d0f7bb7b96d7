import { BrokerError } from '@samsa/base'

/**
 * | code | meaning |
 * | --- | --- |
 * | `CONFIG_SYNTAX` | a source cannot be read: a bad escape, an override without `=` |
 * | `CONFIG_MISSING` | a required key is not set |
 * | `CONFIG_INVALID` | a value is not one that its key allows |
 * | `CONFIG_CONFLICT` | values that are fine alone do not fit together |
 * | `CONFIG_UNSUPPORTED` | Kafka knows it, this node does not do it |
 */
export type ConfigErrorCode =
  | 'CONFIG_SYNTAX'
  | 'CONFIG_MISSING'
  | 'CONFIG_INVALID'
  | 'CONFIG_CONFLICT'
  | 'CONFIG_UNSUPPORTED'

/** Something in the configuration that keeps a node from starting. */
export class ConfigError extends BrokerError {
  override readonly name = 'ConfigError'
  readonly code: ConfigErrorCode
  /** The key it is about; '' when it is about a whole source. */
  readonly key: string

  constructor(code: ConfigErrorCode, key: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.key = key
  }
}
