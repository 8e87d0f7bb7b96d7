export { ClientConnection, type ClientConnectionOptions } from './connection/client-connection.ts'
export { ClientError, type ClientFailure } from './errors.ts'
