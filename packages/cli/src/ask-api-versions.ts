import type { Address } from '@samsa/base'
import { NodeClock, NodeNet } from '@samsa/base/node'
import { ClientConnection } from '@samsa/client'

const ANSWER_MS_MAX = 10_000
const ANSWER_BYTES_MAX = 1024 * 1024

/**
 * Asks a node for its ApiVersions as any client would: it is ready when it answers. Rejects with
 * `ClientError`.
 */
export async function askApiVersions(address: Address): Promise<void> {
  const connection = await ClientConnection.open(address, {
    net: new NodeNet(),
    clock: new NodeClock(),
    clientId: 'samsa',
    requestMsMax: ANSWER_MS_MAX,
    responseBytesMax: ANSWER_BYTES_MAX,
  })
  connection.close()
}
