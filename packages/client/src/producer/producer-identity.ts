import { initProducerIdApi, initProducerIdRequest } from '@samsa/protocol'
import type { Cluster } from '../cluster/cluster.ts'
import { ensureAccepted, withRetries } from '../cluster/retry.ts'
import type { ProducerIdentity } from './producer-batch.ts'

/** A producer id that nobody has had before, from any broker. */
export function newProducerIdentity(cluster: Cluster): Promise<ProducerIdentity> {
  return withRetries('InitProducerId', cluster.settings, async () => {
    const connection = await cluster.anyBroker()
    const request = initProducerIdRequest({
      transactionalId: null,
      transactionTimeoutMs: 0x7fffffff,
      producerId: -1,
      producerEpoch: -1,
    })
    const version = connection.versionOf(initProducerIdApi, 4)
    const response = await connection.send(initProducerIdApi, version, request)
    ensureAccepted('InitProducerId', response.errorCode)
    return { producerId: response.producerId, producerEpoch: response.producerEpoch }
  })
}
