import {
  CONSUMER_OFFSETS,
  ErrorCode,
  findCoordinatorApi,
  type FindCoordinatorRequest,
  type FindCoordinatorResponse,
  findCoordinatorResponse,
  findCoordinatorResponseCoordinator,
} from '@samsa/protocol'
import { autoCreateTopics } from '../controller/auto-create-topics.ts'
import { isAllowedOnGroup } from '../coordinator/group/group-access.ts'
import { TRANSACTIONS_UNSERVED } from '../coordinator/transactions-unserved.ts'
import type { RequestContext } from '../dispatch/context.ts'
import { answer, type Handler } from '../dispatch/handler.ts'
import { ListenerView } from '../metadata/answers/listener-view.ts'

/** Several keys in one request (KIP-699). */
const KEYS_VERSION = 4
const GROUP = 0
const TRANSACTION = 1

/**
 * FindCoordinator, v0-6: one key up to v3, several from v4 on; of groups (the only type before v1).
 * The first one that asks makes `__consumer_offsets`, and is told COORDINATOR_NOT_AVAILABLE until its
 * partition has a leader. Transactions are not served yet, and refused for good; so are share groups
 * (INVALID_REQUEST, as where they are disabled) and types that nobody knows.
 */
export const findCoordinatorHandler: Handler<FindCoordinatorRequest, FindCoordinatorResponse> = {
  api: findCoordinatorApi,
  versions: [0, 6],

  admit(request, context) {
    const { key, keyType, coordinatorKeys } = request
    if (context.version < KEYS_VERSION) {
      const { errorCode, nodeId, host, port } = find(key, keyType, context)
      const errorMessage = errorCode === ErrorCode.NONE ? 'NONE' : messageOf(errorCode)
      return answer(findCoordinatorResponse({ errorCode, errorMessage, nodeId, host, port }))
    }
    const coordinators = coordinatorKeys.map((each) =>
      findCoordinatorResponseCoordinator({ key: each, ...find(each, keyType, context) }),
    )
    return answer(findCoordinatorResponse({ coordinators }))
  },

  refusal: (errorCode) => findCoordinatorResponse(nobody(errorCode)),
}

interface Found {
  readonly errorCode: number
  readonly nodeId: number
  readonly host: string
  readonly port: number
}

const nobody = (errorCode: number): Found => ({ errorCode, nodeId: -1, host: '', port: -1 })

function find(key: string, keyType: number, context: RequestContext): Found {
  if (keyType === TRANSACTION) return nobody(TRANSACTIONS_UNSERVED)
  if (keyType !== GROUP) return nobody(ErrorCode.INVALID_REQUEST)
  if (!isAllowedOnGroup(context, 'describe', key)) {
    return nobody(ErrorCode.GROUP_AUTHORIZATION_FAILED)
  }
  const { services } = context
  const image = services.metadata.image()
  const topic = image.topics.byName(CONSUMER_OFFSETS)
  if (topic === undefined) {
    autoCreateTopics(services, [CONSUMER_OFFSETS])
    return nobody(ErrorCode.COORDINATOR_NOT_AVAILABLE)
  }
  const leader = topic.partitions[services.groups.partitionFor(key)]?.leader
  const broker = new ListenerView(image, context).aliveBrokers.find(({ id }) => id === leader)
  if (broker === undefined) return nobody(ErrorCode.COORDINATOR_NOT_AVAILABLE)
  return { errorCode: ErrorCode.NONE, nodeId: broker.id, host: broker.host, port: broker.port }
}

function messageOf(errorCode: number): string {
  switch (errorCode) {
    case ErrorCode.COORDINATOR_NOT_AVAILABLE:
      return 'The coordinator is not available.'
    case ErrorCode.GROUP_AUTHORIZATION_FAILED:
      return 'Not authorized to access the group.'
    case TRANSACTIONS_UNSERVED:
      return 'This broker does not serve transactions.'
    default:
      return 'This broker has no coordinators of that type.'
  }
}
