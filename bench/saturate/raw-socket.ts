import { connect, type Socket } from 'node:net'
import type { Address } from '@samsa/base'

const READ_BYTES = 1024 * 1024

/** A TCP connection that reads into one buffer of its own; `onData` must take what it wants at once. */
export function rawSocket(
  address: Address,
  onData: (bytes: Buffer) => void,
  onEnd: (reason: string) => void,
): Socket {
  const buffer = Buffer.allocUnsafeSlow(READ_BYTES)
  const socket = connect({
    host: address.host,
    port: address.port,
    noDelay: true,
    onread: {
      buffer,
      callback: (count) => {
        onData(buffer.subarray(0, count))
        return true
      },
    },
  })
  socket.on('error', (error) => onEnd(error.message))
  socket.on('close', () => onEnd('the broker closed the connection'))
  return socket
}
