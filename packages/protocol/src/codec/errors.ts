import { BrokerError } from '@samsa/base'

/**
 * Why bytes were refused:
 * `PROTOCOL_MALFORMED` the bytes are not a message of the schema (cut short, impossible length …);
 * `PROTOCOL_TOO_MANY_ELEMENTS` well formed so far, but more structures than the reader may build;
 * `PROTOCOL_NUMBER_TOO_LARGE` an int64 beyond ±(2^53−1) in a field that is not `int64Wide`;
 * `PROTOCOL_UNSUPPORTED_VERSION` the codec has no such version.
 */
export type DecodeErrorCode =
  | 'PROTOCOL_MALFORMED'
  | 'PROTOCOL_TOO_MANY_ELEMENTS'
  | 'PROTOCOL_NUMBER_TOO_LARGE'
  | 'PROTOCOL_UNSUPPORTED_VERSION'

/** Bytes that cannot be read as the message they claim to be. The only error a decoder throws. */
export class DecodeError extends BrokerError {
  override readonly name = 'DecodeError'
  readonly code: DecodeErrorCode

  constructor(message: string, code: DecodeErrorCode = 'PROTOCOL_MALFORMED') {
    super(message)
    this.code = code
  }
}

/** A message that its version cannot express: the caller built it for another version. */
export class EncodeError extends BrokerError {
  override readonly name = 'EncodeError'
  readonly code = 'PROTOCOL_UNENCODABLE'
}

/** A field holds something and the version has no place for it. */
export function throwFieldAbsent(message: string, field: string, version: number): never {
  throw new EncodeError(
    `${message}.${field} is set, but version ${version} has no such field: leave it at its ` +
      'default or choose a version that has it.',
  )
}

/** A field holds null in a version where it may not. */
export function throwFieldNull(message: string, field: string, version: number): never {
  throw new EncodeError(
    `${message}.${field} is null, which version ${version} cannot say: give it a value or ` +
      'choose a version where it is nullable.',
  )
}

/** Decoding was asked for a version outside the schema's range. */
export function throwVersionUndecodable(message: string, version: number, range: string): never {
  throw new DecodeError(
    `${message} has no version ${version} (known: ${range}): answer UNSUPPORTED_VERSION or close.`,
    'PROTOCOL_UNSUPPORTED_VERSION',
  )
}

/** Encoding was asked for a version outside the schema's range. */
export function throwVersionUnencodable(message: string, version: number, range: string): never {
  throw new EncodeError(
    `${message} has no version ${version} (known: ${range}): choose one both sides know.`,
  )
}
