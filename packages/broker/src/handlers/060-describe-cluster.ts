import {
  describeClusterApi,
  type DescribeClusterRequest,
  describeClusterResponse,
  type DescribeClusterResponse,
  ErrorCode,
} from '@samsa/protocol'
import { answer, type Handler } from '../dispatch/handler.ts'
import {
  clusterAuthorizedOperations,
  NO_AUTHORIZED_OPERATIONS,
} from '../metadata/answers/authorized-operations.ts'
import { ListenerView } from '../metadata/answers/listener-view.ts'

const BROKER_ENDPOINT = 1
const CONTROLLER_ENDPOINT = 2

/**
 * DescribeCluster, v0-2: the brokers that have this listener; from v2 on the fenced ones too, when
 * asked for. An endpoint type other than "broker" (v1, KIP-919) is refused.
 */
export const describeClusterHandler: Handler<DescribeClusterRequest, DescribeClusterResponse> = {
  api: describeClusterApi,
  versions: [0, 2],

  admit(request, context) {
    const { services } = context
    if (request.endpointType !== BROKER_ENDPOINT) return answer(wrongEndpoint(request.endpointType))
    const view = new ListenerView(services.metadata.image(), context)
    const brokers = request.includeFencedBrokers ? view.brokers : view.aliveBrokers
    return answer(
      describeClusterResponse({
        clusterId: services.clusterId,
        controllerId: view.controllerId(services.nodeId),
        clusterAuthorizedOperations: request.includeClusterAuthorizedOperations
          ? clusterAuthorizedOperations(context)
          : NO_AUTHORIZED_OPERATIONS,
        brokers: brokers.map(({ id, host, port, rack, isFenced }) => ({
          brokerId: id,
          host,
          port,
          rack,
          isFenced,
          unknownTaggedFields: null,
        })),
      }),
    )
  },
}

function wrongEndpoint(endpointType: number): DescribeClusterResponse {
  if (endpointType === CONTROLLER_ENDPOINT) {
    return describeClusterResponse({
      errorCode: ErrorCode.MISMATCHED_ENDPOINT_TYPE,
      errorMessage:
        'The request was sent to an endpoint of type BROKER, but we wanted an endpoint of type ' +
        'CONTROLLER',
    })
  }
  return describeClusterResponse({
    errorCode: ErrorCode.UNSUPPORTED_ENDPOINT_TYPE,
    errorMessage: `Unsupported endpoint type ${endpointType}`,
  })
}
