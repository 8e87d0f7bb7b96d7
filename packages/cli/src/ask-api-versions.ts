import { connect } from 'node:net'
import { BrokerError, type Address } from '@samsa/base'
import { apiVersionsApi, apiVersionsRequest, Reader, Writer } from '@samsa/protocol'

export class SelfCheckError extends BrokerError {
  override readonly name = 'SelfCheckError'
  readonly code = 'CLI_SELF_CHECK'
}

const ANSWER_BYTES_MAX = 1024 * 1024

/**
 * Asks a node for its ApiVersions as any client would: it is ready when it answers. Rejects with
 * `SelfCheckError`.
 */
export function askApiVersions(address: Address): Promise<void> {
  const name = `${address.host}:${address.port}`
  return new Promise((resolve, reject) => {
    const socket = connect(address.port, address.host)
    const received: Buffer[] = []
    const fail = (reason: string): void => {
      socket.destroy()
      reject(new SelfCheckError(`${name} does not answer its own ApiVersions request: ${reason}.`))
    }
    socket.on('connect', () => socket.write(request()))
    socket.on('error', (error) => fail(error.message))
    socket.on('end', () => fail('the connection was closed'))
    socket.on('data', (chunk: Buffer) => {
      received.push(chunk)
      const bytes = Buffer.concat(received)
      if (bytes.length > ANSWER_BYTES_MAX) return fail('the answer is too large')
      if (bytes.length < 4 || bytes.length < 4 + bytes.readInt32BE(0)) return
      const errorCode = apiVersionsApi.response.decode(new Reader(bytes.subarray(8)), 0).errorCode
      if (errorCode !== 0) return fail(`error ${errorCode}`)
      socket.destroy()
      resolve()
    })
  })
}

function request(): Uint8Array {
  const writer = new Writer()
  writer.beginFrame()
  writer.int16(apiVersionsApi.key)
  writer.int16(0)
  writer.int32(0)
  writer.nullableString('samsa')
  apiVersionsApi.request.encode(writer, apiVersionsRequest(), 0)
  return writer.finishBytes()
}
