import { Completion, NO_PRODUCER_ID, producerId } from '@samsa/base'
import type { NodeId, ProducerId } from '@samsa/base'
import { ErrorCode } from '@samsa/protocol'
import type { Controller } from '../controller/controller.ts'
import {
  allocateProducerIds,
  noProducerIds,
  type ProducerIdsBlock,
} from '../controller/operations/allocate-producer-ids.ts'
import type { NextProducerId, ProducerIds } from './producer-ids.ts'

export interface ProducerIdAllocatorOptions {
  /** Asks the controller for the next block; may settle at once. */
  allocateBlock(): ProducerIdsBlock | Completion<ProducerIdsBlock>
}

/** Blocks for a registered broker, from the active controller. */
export function blocksFromController(
  controller: Controller,
  brokerId: NodeId,
  brokerEpoch: () => number,
): ProducerIdAllocatorOptions {
  return {
    allocateBlock() {
      const { response } = controller.submit(allocateProducerIds(brokerId, brokerEpoch()))
      // An operation's answer is never one of the two that mean "no answer".
      return response as ProducerIdsBlock | Completion<ProducerIdsBlock>
    },
  }
}

/** The next block is asked for when so large a part of the current one is used up, as in Kafka. */
const PREFETCH_AT = 0.9

/**
 * Producer ids of this node. Ids that were not given out when the node stops are lost: they come by
 * the thousand, out of 2^63.
 */
export class ProducerIdAllocator implements ProducerIds {
  readonly #options: ProducerIdAllocatorOptions
  readonly #waiting: Completion<NextProducerId>[]
  #next: number
  #end: number
  /** Where the next block is asked for. */
  #prefetchAt: number
  #prefetched: ProducerIdsBlock | undefined
  #isAsking: boolean

  constructor(options: ProducerIdAllocatorOptions) {
    this.#options = options
    this.#waiting = []
    this.#next = 0
    this.#end = 0
    this.#prefetchAt = 0
    this.#prefetched = undefined
    this.#isAsking = false
  }

  next(): Completion<NextProducerId> {
    const id = this.#take()
    if (id !== undefined) {
      if (this.#next >= this.#prefetchAt) this.#ask()
      return Completion.of({ errorCode: ErrorCode.NONE, producerId: id })
    }
    const completion = new Completion<NextProducerId>()
    this.#waiting.push(completion)
    this.#ask()
    return completion
  }

  #take(): ProducerId | undefined {
    if (this.#next === this.#end) {
      const block = this.#prefetched
      if (block === undefined) return undefined
      this.#prefetched = undefined
      this.#next = block.first
      this.#end = block.first + block.size
      this.#prefetchAt = block.first + Math.floor(block.size * PREFETCH_AT)
    }
    return producerId(this.#next++)
  }

  #ask(): void {
    if (this.#isAsking || this.#prefetched !== undefined) return
    this.#isAsking = true
    const block = this.#options.allocateBlock()
    if (!(block instanceof Completion)) return this.#received(block)
    block.whenSettled(
      (settled) => this.#received(settled),
      () => this.#received(noProducerIds(ErrorCode.UNKNOWN_SERVER_ERROR)),
    )
  }

  #received(block: ProducerIdsBlock): void {
    this.#isAsking = false
    if (block.errorCode !== ErrorCode.NONE || block.size <= 0) return this.#refuseWaiting()
    this.#prefetched = block
    while (this.#waiting.length > 0) {
      const id = this.#take()
      if (id === undefined) return this.#ask()
      this.#waiting.shift()!.resolve({ errorCode: ErrorCode.NONE, producerId: id })
    }
  }

  /** Clients ask again after a while, as when a coordinator still loads. */
  #refuseWaiting(): void {
    const errorCode = ErrorCode.COORDINATOR_LOAD_IN_PROGRESS
    for (const completion of this.#waiting.splice(0)) {
      completion.resolve({ errorCode, producerId: NO_PRODUCER_ID })
    }
  }
}
