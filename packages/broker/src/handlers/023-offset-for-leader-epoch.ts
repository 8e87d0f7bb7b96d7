import type { LeaderEpoch } from '@samsa/base'
import {
  ErrorCode,
  offsetForLeaderEpochApi,
  offsetForLeaderEpochResponse,
  type OffsetForLeaderEpochRequest,
  type OffsetForLeaderEpochRequestTopicPartition,
  type OffsetForLeaderEpochResponse,
  type OffsetForLeaderEpochResponseTopicPartition,
} from '@samsa/protocol'
import type { RequestContext } from '../dispatch/context.ts'
import { answer, type Handler } from '../dispatch/handler.ts'
import { leaderOf, mayTouchTopic } from '../replica/read-refusal.ts'
import { CLUSTER } from '../security/authorizer.ts'

/**
 * OffsetForLeaderEpoch, v2-4 (KIP-101, KIP-320): where the largest epoch ends that is not larger than
 * the one asked for; epoch and offset −1 when the log knows none.
 */
export const offsetForLeaderEpochHandler: Handler<
  OffsetForLeaderEpochRequest,
  OffsetForLeaderEpochResponse
> = {
  api: offsetForLeaderEpochApi,
  versions: [2, 4],

  admit(request, context) {
    const isBroker = mayActForCluster(context)
    const topics = request.topics.map(({ topic, partitions }) => {
      const mayLook = isBroker || mayTouchTopic(context, 'describe', topic)
      return {
        topic,
        partitions: partitions.map((asked) =>
          mayLook
            ? endOf(context, topic, asked)
            : refused(asked.partition, ErrorCode.TOPIC_AUTHORIZATION_FAILED),
        ),
        unknownTaggedFields: null,
      }
    })
    return answer(offsetForLeaderEpochResponse({ topics }))
  },
}

function mayActForCluster({ services, principal, connection }: RequestContext): boolean {
  const { host } = connection.remote
  return services.authorizer.allows(principal, host, 'clusterAction', CLUSTER)
}

function endOf(
  context: RequestContext,
  topic: string,
  asked: OffsetForLeaderEpochRequestTopicPartition,
): OffsetForLeaderEpochResponseTopicPartition {
  const { replicas } = context.services
  const partition = leaderOf(replicas, topic, asked.partition, asked.currentLeaderEpoch)
  if (typeof partition === 'number') return refused(asked.partition, partition)
  const end = partition.log.endOffsetForEpoch(asked.leaderEpoch as LeaderEpoch)
  return {
    errorCode: ErrorCode.NONE,
    partition: asked.partition,
    leaderEpoch: end.leaderEpoch,
    endOffset: end.endOffset,
    unknownTaggedFields: null,
  }
}

function refused(partition: number, errorCode: number): OffsetForLeaderEpochResponseTopicPartition {
  return { errorCode, partition, leaderEpoch: -1, endOffset: -1, unknownTaggedFields: null }
}
