import { xxh3 } from './xxh3.ts'

/** What a topic's hash hangs on. */
export interface HashedTopic {
  readonly name: string
  /** 16 bytes. */
  readonly id: Uint8Array
  /** Per partition the racks of its replicas' brokers, brokers without a rack left out. */
  readonly racks: readonly (readonly string[])[]
}

const FORMAT = 0

/** Bytes in the order that Kafka's hasher takes them: little endian, strings as UTF-16 units. */
class HashInput {
  readonly #bytes: number[] = []

  byte(value: number): void {
    this.#bytes.push(value & 0xff)
  }

  int32(value: number): void {
    for (let shift = 0; shift < 32; shift += 8) this.byte(value >> shift)
  }

  int64(value: bigint): void {
    for (let shift = 0n; shift < 64n; shift += 8n) this.byte(Number((value >> shift) & 0xffn))
  }

  /** 8 bytes at `at`, reversed: a big-endian number put as a little-endian one. */
  reversed(bytes: Uint8Array, at: number): void {
    for (let byte = 7; byte >= 0; byte--) this.byte(bytes[at + byte]!)
  }

  string(text: string): void {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      this.byte(unit)
      this.byte(unit >> 8)
    }
    this.int32(text.length)
  }

  hash(): bigint {
    return BigInt.asIntN(64, xxh3(Uint8Array.from(this.#bytes)))
  }
}

/** Changes when partitions or racks of a topic do (KIP-1101); signed. */
export function topicHash(topic: HashedTopic): bigint {
  const input = new HashInput()
  input.byte(FORMAT)
  input.reversed(topic.id, 0)
  input.reversed(topic.id, 8)
  input.string(topic.name)
  input.int32(topic.racks.length)
  for (const [partition, racks] of topic.racks.entries()) {
    input.int32(partition)
    for (const rack of racks.toSorted(inCodeUnitOrder)) {
      input.int32(rack.length)
      input.string(rack)
    }
  }
  return input.hash()
}

/**
 * Hash of a group's subscribed topics, the group's metadata hash: their hashes in order of the names.
 * 0 when there are none; signed.
 */
export function groupMetadataHash(topicHashes: ReadonlyMap<string, bigint>): bigint {
  if (topicHashes.size === 0) return 0n
  const input = new HashInput()
  for (const name of [...topicHashes.keys()].toSorted(inCodeUnitOrder)) {
    input.int64(topicHashes.get(name)!)
  }
  return input.hash()
}

/** Java's order of strings. */
function inCodeUnitOrder(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
