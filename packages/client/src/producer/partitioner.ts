import type { Random } from '@samsa/base'
import { partitionForKey } from '@samsa/protocol'

/**
 * Where records go that name no partition: by their key, as every Kafka client does it; without one,
 * to a partition drawn anew after each `bytesPerTurn` (sticky, KIP-794 in its simple form).
 */
export class Partitioner {
  readonly #random: Random
  readonly #bytesPerTurn: number
  readonly #turns: Map<string, { partition: number; bytesLeft: number }>

  constructor(random: Random, bytesPerTurn: number) {
    this.#random = random
    this.#bytesPerTurn = bytesPerTurn
    this.#turns = new Map()
  }

  partitionOf(
    topic: string,
    key: Uint8Array | null,
    bytes: number,
    partitionsCount: number,
  ): number {
    if (key !== null) return partitionForKey(key, partitionsCount)
    let turn = this.#turns.get(topic)
    if (turn === undefined || turn.bytesLeft <= 0 || turn.partition >= partitionsCount) {
      turn = { partition: this.#random.integer(partitionsCount), bytesLeft: this.#bytesPerTurn }
      this.#turns.set(topic, turn)
    }
    turn.bytesLeft -= bytes
    return turn.partition
  }
}
