import { BrokerError } from '@samsa/base'

/** The command line cannot be understood: exit code 2, one sentence, and where help is. */
export class UsageError extends BrokerError {
  override readonly name = 'UsageError'
  readonly code = 'CLI_USAGE'
}
