import type { NodeId } from '@samsa/base'
import { ErrorCode, producerIdsRecord, producerIdsRecordSchema } from '@samsa/protocol'
import { metadataRecord } from '@samsa/raft'
import type { ControllerOperation } from '../controller.ts'

/** A block of producer ids: `first` … `first + size − 1`. */
export interface ProducerIdsBlock {
  /** NONE, STALE_BROKER_EPOCH or BROKER_ID_NOT_REGISTERED; NOT_CONTROLLER elsewhere. */
  readonly errorCode: number
  readonly first: number
  readonly size: number
}

/** Kafka's PRODUCER_ID_BLOCK_SIZE. */
const BLOCK_SIZE = 1000

export const noProducerIds = (errorCode: number): ProducerIdsBlock => ({
  errorCode,
  first: -1,
  size: 0,
})

/** The next block of producer ids for a broker (KIP-730). What a broker does not use up is lost. */
export function allocateProducerIds(
  brokerId: NodeId,
  brokerEpoch: number,
): ControllerOperation<ProducerIdsBlock> {
  return {
    name: 'allocateProducerIds',
    decide(image) {
      const broker = image.cluster.brokers.get(brokerId)
      if (broker === undefined) {
        return { records: [], response: noProducerIds(ErrorCode.BROKER_ID_NOT_REGISTERED) }
      }
      if (broker.epoch !== brokerEpoch) {
        return { records: [], response: noProducerIds(ErrorCode.STALE_BROKER_EPOCH) }
      }
      const first = image.nextProducerId
      const record = producerIdsRecord({
        brokerId,
        brokerEpoch,
        nextProducerId: first + BLOCK_SIZE,
      })
      return {
        records: [metadataRecord(producerIdsRecordSchema, record)],
        response: { errorCode: ErrorCode.NONE, first, size: BLOCK_SIZE },
      }
    },
  }
}
