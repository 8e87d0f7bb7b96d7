import {
  EMPTY_RECORDS,
  ErrorCode,
  fetchApi,
  fetchResponseTopicPartition,
  type FetchRequest,
  type FetchResponse,
} from '@samsa/protocol'
import { answer, type Handler } from '../dispatch/handler.ts'
import { fetchResponseOf } from '../replica/fetch/fetch-answer.ts'
import { READ_COMMITTED, READ_UNCOMMITTED, TOPIC_ID_VERSION } from '../replica/fetch/fetch-terms.ts'

/** There are no errors for the whole answer before it. */
const TOP_LEVEL_ERROR_VERSION = 7

/**
 * Fetch, v4-18.
 *
 * - Sessions (KIP-227) from v7 on: an incremental answer names the partitions with records, an error,
 *   or a new high watermark or log start offset. Those that gave records go to the end of the order.
 * - It is answered when `minBytes` are there, a partition has an error, or after `maxWaitMs` (ten
 *   minutes at most); a topic that is unknown or forbidden does not keep the others from waiting.
 * - Size (KIP-74): whole batches, up to the smallest of `maxBytes`, `fetch.max.bytes` and
 *   `samsa.fetch.response.bytes.max`, and of a partition's own limit; the first partition with records
 *   gives one batch at least. Apache Kafka cuts the last batch in the middle, which no client reads.
 * - Topic ids from v13 on: UNKNOWN_TOPIC_ID, or INCONSISTENT_TOPIC_ID when a session's topic was made
 *   anew. A session remembers the name: after a deletion it says UNKNOWN_TOPIC_OR_PARTITION.
 * - An error tells no offsets (−1). KAFKA_STORAGE_ERROR reads NOT_LEADER_OR_FOLLOWER before v6; the
 *   right leader stands beside NOT_LEADER_OR_FOLLOWER and FENCED_LEADER_EPOCH from v16 on.
 * - The rack is ignored: this node has every partition it leads, and no other has a copy.
 */
export const fetchHandler: Handler<FetchRequest, FetchResponse> = {
  api: fetchApi,
  versions: [4, 18],
  isOneAtATime: true,

  admit(request, context) {
    const { isolationLevel } = request
    if (isolationLevel !== READ_UNCOMMITTED && isolationLevel !== READ_COMMITTED) {
      return answer(refusalOfAll(request, context.version, ErrorCode.UNKNOWN_SERVER_ERROR))
    }
    return { effect: undefined, response: context.services.fetchSessions.fetch(request, context) }
  },

  refusal: (errorCode, version) =>
    version < TOP_LEVEL_ERROR_VERSION ? undefined : fetchResponseOf(errorCode, 0),
}

/** As Apache Kafka has it: in every partition too, while clients may look only there. */
function refusalOfAll(request: FetchRequest, version: number, errorCode: number): FetchResponse {
  const response = fetchResponseOf(errorCode, request.sessionId)
  if (version >= TOPIC_ID_VERSION) return response
  response.responses = request.topics.map(({ topic, topicId, partitions }) => ({
    topic,
    topicId,
    partitions: partitions.map(({ partition }) =>
      fetchResponseTopicPartition({
        partitionIndex: partition,
        errorCode,
        highWatermark: -1,
        lastStableOffset: -1,
        logStartOffset: -1,
        abortedTransactions: [],
        records: EMPTY_RECORDS,
      }),
    ),
    unknownTaggedFields: null,
  }))
  return response
}
