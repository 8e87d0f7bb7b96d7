import { Completion } from '@samsa/base'
import {
  ErrorCode,
  initProducerIdApi,
  initProducerIdResponse,
  type InitProducerIdRequest,
  type InitProducerIdResponse,
} from '@samsa/protocol'
import { TRANSACTIONS_UNSERVED } from '../coordinator/transactions-unserved.ts'
import type { RequestContext } from '../dispatch/context.ts'
import { answer, type Handler } from '../dispatch/handler.ts'
import type { NextProducerId } from '../replica/producer-ids.ts'
import { CLUSTER } from '../security/authorizer.ts'

const NONE = -1

/**
 * InitProducerId, v0-5: a new producer id, epoch 0, for an idempotent producer; also for one that
 * gives the id it had (KIP-360), which only a transactional one goes on with. An id without an epoch,
 * or the other way round, and an empty transactional id are INVALID_REQUEST.
 *
 * A transactional id gets TRANSACTIONAL_ID_AUTHORIZATION_FAILED until transactions are served: the
 * one error that the Java client, librdkafka and franz-go all take as final at once, instead of asking
 * again (as they do on the coordinator's errors) or taking the broker for broken.
 */
export const initProducerIdHandler: Handler<InitProducerIdRequest, InitProducerIdResponse> = {
  api: initProducerIdApi,
  versions: [0, 5],

  admit(request, context) {
    const refusal = refusalOf(request, context)
    if (refusal !== ErrorCode.NONE) {
      return answer(
        initProducerIdResponse({ errorCode: refusal, producerId: NONE, producerEpoch: NONE }),
      )
    }
    const next = context.services.producerIds.next()
    const response = new Completion<InitProducerIdResponse>()
    next.whenSettled(
      (id) => response.resolve(responseOf(id)),
      (error) => response.reject(error),
    )
    return { effect: undefined, response }
  },

  refusal: (errorCode) =>
    initProducerIdResponse({ errorCode, producerId: NONE, producerEpoch: NONE }),
}

function refusalOf(request: InitProducerIdRequest, context: RequestContext): number {
  const { transactionalId, producerId, producerEpoch } = request
  if (transactionalId === null && !mayProduce(context)) {
    return ErrorCode.CLUSTER_AUTHORIZATION_FAILED
  }
  if ((producerId === NONE) !== (producerEpoch === NONE)) return ErrorCode.INVALID_REQUEST
  if (transactionalId === null) return ErrorCode.NONE
  return transactionalId === '' ? ErrorCode.INVALID_REQUEST : TRANSACTIONS_UNSERVED
}

function mayProduce({ services, principal, connection }: RequestContext): boolean {
  const { host } = connection.remote
  return services.authorizer.allows(principal, host, 'idempotentWrite', CLUSTER)
}

function responseOf({ errorCode, producerId }: NextProducerId): InitProducerIdResponse {
  const producerEpoch = errorCode === ErrorCode.NONE ? 0 : NONE
  return initProducerIdResponse({ errorCode, producerId, producerEpoch })
}
