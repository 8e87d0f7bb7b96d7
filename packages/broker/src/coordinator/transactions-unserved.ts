import { ErrorCode } from '@samsa/protocol'

/**
 * What whoever asks for transactions is told until they are served: the one error that the Java
 * client, librdkafka and franz-go all take as final at once, instead of asking again (as they do on a
 * coordinator's errors) or taking the broker for broken.
 */
export const TRANSACTIONS_UNSERVED: number = ErrorCode.TRANSACTIONAL_ID_AUTHORIZATION_FAILED
