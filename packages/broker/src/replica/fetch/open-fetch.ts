import { ErrorCode, type FetchRequest } from '@samsa/protocol'
import type { RequestContext } from '../../dispatch/context.ts'
import { fetchResponseOf } from './fetch-answer.ts'
import type { FetchOutcome } from './fetch-operation.ts'
import { type FetchOwner, FetchPartition } from './fetch-partition.ts'
import { FINAL_EPOCH, INITIAL_EPOCH } from './fetch-session.ts'
import { TOPIC_ID_VERSION } from './fetch-terms.ts'
import type { FetchSessionCache } from './fetch-session-cache.ts'

const NO_SESSION = 0

/**
 * Begins a fetch, by session id and epoch:
 *
 * | id    | epoch    | what                                                                        |
 * | ----- | -------- | --------------------------------------------------------------------------- |
 * | any   | 0        | full fetch, in a new session if there is a place; a session of that id ends  |
 * | any   | −1       | full fetch without one; a session of that id ends                           |
 * | any   | other    | incremental: FETCH_SESSION_ID_NOT_FOUND, INVALID_FETCH_SESSION_EPOCH, FETCH_SESSION_TOPIC_ID_ERROR, or what is new |
 */
export function openFetch(
  cache: FetchSessionCache,
  request: FetchRequest,
  context: RequestContext,
): FetchOutcome {
  const { sessionId, sessionEpoch } = request
  if (sessionEpoch !== INITIAL_EPOCH && sessionEpoch !== FINAL_EPOCH) {
    return openIncremental(cache, request, context)
  }
  if (sessionId !== NO_SESSION) {
    const session = cache.get(sessionId)
    if (session !== undefined) cache.remove(session)
  }
  return openFull(cache, request, context, sessionEpoch === INITIAL_EPOCH)
}

function openFull(
  cache: FetchSessionCache,
  request: FetchRequest,
  context: RequestContext,
  wantsSession: boolean,
): FetchOutcome {
  const operation = cache.takeOperation()
  const partitions = partitionsOf(cache, request, context, operation)
  return operation.begin(request, context, partitions, wantsSession)
}

function openIncremental(
  cache: FetchSessionCache,
  request: FetchRequest,
  context: RequestContext,
): FetchOutcome {
  const session = cache.get(request.sessionId)
  if (session === undefined) {
    return fetchResponseOf(ErrorCode.FETCH_SESSION_ID_NOT_FOUND, NO_SESSION)
  }
  if (session.epoch !== request.sessionEpoch) {
    return fetchResponseOf(ErrorCode.INVALID_FETCH_SESSION_EPOCH, NO_SESSION)
  }
  const usesTopicIds = context.version >= TOPIC_ID_VERSION
  if (session.usesTopicIds !== usesTopicIds) {
    return fetchResponseOf(ErrorCode.FETCH_SESSION_TOPIC_ID_ERROR, NO_SESSION)
  }
  // The client has given up the poll before, and sends its successor on another connection.
  session.operation?.abandon(ErrorCode.INVALID_FETCH_SESSION_EPOCH)
  session.update(request)
  if (session.size === 0) {
    cache.remove(session)
    return openFull(cache, request, context, false)
  }
  cache.advance(session)
  // Rights may have changed, which no partition tells of.
  if (context.services.authorizer.isEnabled) session.touchAll()
  return cache.operationFor(session).begin(request, context, session.dirty, false)
}

/** What a full fetch names; a partition that is named twice counts once, as it is named last. */
function partitionsOf(
  cache: FetchSessionCache,
  request: FetchRequest,
  context: RequestContext,
  owner: FetchOwner,
): FetchPartition[] {
  const { replicas } = context.services
  const partitions: FetchPartition[] = []
  const usesTopicIds = context.version >= TOPIC_ID_VERSION
  const ticket = cache.nextTicket()
  let absent: Map<string, FetchPartition> | undefined
  for (const { topic, topicId, partitions: asked } of request.topics) {
    const hosted = usesTopicIds ? replicas.topicById(topicId) : replicas.topic(topic)
    const name = usesTopicIds ? (hosted?.name ?? '') : topic
    for (const one of asked) {
      const replica = hosted?.partitions[one.partition]
      const isAgain = replica?.fetchTicket === ticket
      const key = replica === undefined ? `${topic} ${topicId} ${one.partition}` : ''
      const known = isAgain ? partitions[replica.fetchPlace] : absent?.get(key)
      if (known !== undefined) {
        known.ask(one)
        continue
      }
      const partition = new FetchPartition(owner, name, topicId, one)
      partition.order = partitions.length
      partition.replica = replica
      if (replica === undefined) {
        absent ??= new Map()
        absent.set(key, partition)
      } else {
        replica.fetchTicket = ticket
        replica.fetchPlace = partitions.length
      }
      partitions.push(partition)
    }
  }
  return partitions
}
