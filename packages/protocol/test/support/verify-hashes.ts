import {
  groupMetadataHash,
  javaHash,
  murmur2,
  partitionForGroup,
  partitionForKey,
  shareCoordinatorKey,
  topicHash,
} from '../../src/checksum/index.ts'
import { codecOfName, KAFKA_RULES, MAGIC_0_RULES } from '../../src/compression/index.ts'
import { newTools } from './tools.ts'
import { bytesOfHex, hexOf } from './vector-json.ts'

/** Tells what does not hold of one entry. */
type Tell = (why: string) => void

type PartitionsOf = Readonly<Record<string, number>>

/** More output than any vector has. */
const OUTPUT_BYTES_MAX = 1_048_576

function expect<Value>(tell: Tell, what: string, actual: Value, expected: Value): void {
  if (!Object.is(actual, expected)) {
    tell(`${what}: expected ${String(expected)}, got ${String(actual)}`)
  }
}

function forEach<Entry>(content: unknown, tell: Tell, check: (entry: Entry, tell: Tell) => void) {
  const entries = content as Entry[]
  if (!Array.isArray(entries) || entries.length === 0) tell('there are no entries')
  for (const [at, entry] of entries.entries()) check(entry, (why) => tell(`[${at}] ${why}`))
}

function verifyMurmur2(content: unknown, tell: Tell): void {
  type Entry = { key: string; hash: number; partition: PartitionsOf }
  forEach<Entry>(content, tell, ({ key, hash, partition }, tellEntry) => {
    const bytes = bytesOfHex(key)
    expect(tellEntry, 'hash', murmur2(bytes), hash)
    for (const [count, expected] of Object.entries(partition)) {
      expect(tellEntry, `of ${count}`, partitionForKey(bytes, Number(count)), expected)
    }
  })
}

function verifyCrc32c(content: unknown, tell: Tell): void {
  const { checksum } = newTools()
  forEach<[string, number]>(content, tell, ([hex, crc], tellEntry) => {
    const bytes = bytesOfHex(hex)
    expect(tellEntry, 'crc', checksum.crc32c(bytes, 0, bytes.length), crc)
    const half = bytes.length >> 1
    const seed = checksum.crc32c(bytes, 0, half)
    expect(tellEntry, 'crc in two', checksum.crc32c(bytes, half, bytes.length, seed), crc)
  })
}

function verifyJavaHash(content: unknown, tell: Tell): void {
  type Entry = { id: string; hash: number; partition: PartitionsOf }
  forEach<Entry>(content, tell, ({ id, hash, partition }, tellEntry) => {
    expect(tellEntry, 'hash', javaHash(id), hash)
    for (const [count, expected] of Object.entries(partition)) {
      expect(tellEntry, `of ${count}`, partitionForGroup(id, Number(count)), expected)
    }
  })
}

function verifyShareCoordinatorKey(content: unknown, tell: Tell): void {
  type Entry = {
    groupId: string
    topicId: string
    partition: number
    key: string
    hash: number
    of50: number
  }
  forEach<Entry>(content, tell, (entry, tellEntry) => {
    const key = shareCoordinatorKey(entry.groupId, entry.topicId, entry.partition)
    expect(tellEntry, 'key', key, entry.key)
    expect(tellEntry, 'hash', javaHash(key), entry.hash)
    expect(tellEntry, 'of 50', partitionForGroup(key, 50), entry.of50)
  })
}

function verifyTopicHash(content: unknown, tell: Tell): void {
  type Topic = { name: string; id: string; racks: string[][]; hash: string }
  const { topics, group } = content as { topics: Topic[]; group: string }
  const hashes = new Map<string, bigint>()
  for (const { name, id, racks, hash } of topics) {
    const actual = topicHash({ name, id: Buffer.from(id, 'base64url'), racks })
    expect(tell, name, actual, BigInt(hash))
    hashes.set(name, actual)
  }
  expect(tell, 'group', groupMetadataHash(hashes), BigInt(group))
}

function verifyCompression(content: unknown, tell: Tell): void {
  const { compression, checksum } = newTools()
  type Entry = {
    codec: string
    magic: number
    length: number
    crc32c: number
    plain?: string
    compressed: string
  }
  forEach<Entry>(content, tell, (entry, tellEntry) => {
    const codec = codecOfName(entry.codec)
    if (codec === undefined) return tellEntry(`codec ${entry.codec} is not known`)
    const rules = entry.magic === 0 ? MAGIC_0_RULES : KAFKA_RULES
    const compressed = bytesOfHex(entry.compressed)
    const plain = compression.decompress(codec, compressed, OUTPUT_BYTES_MAX, rules)
    expect(tellEntry, 'length', plain.length, entry.length)
    expect(tellEntry, 'crc', checksum.crc32c(plain, 0, plain.length), entry.crc32c)
    if (entry.plain !== undefined) expect(tellEntry, 'plain', hexOf(plain), entry.plain)
    const again = compression.decompress(codec, compression.compress(codec, plain), plain.length)
    expect(tellEntry, 'there and back', Buffer.compare(again, plain), 0)
    return undefined
  })
}

const kinds: Readonly<Record<string, (content: unknown, tell: Tell) => void>> = {
  murmur2: verifyMurmur2,
  crc32c: verifyCrc32c,
  javaHash: verifyJavaHash,
  shareCoordinatorKey: verifyShareCoordinatorKey,
  topicHash: verifyTopicHash,
  compression: verifyCompression,
}

/** Kinds of `primitives.json` that `verifyPrimitive` knows. */
export const verifiablePrimitives: readonly string[] = Object.keys(kinds)

/** Checks all entries of one kind of `primitives.json`; what does not hold, one text each. */
export function verifyPrimitive(kind: string, content: unknown): string[] {
  const failures: string[] = []
  const verify = kinds[kind]
  if (verify === undefined) return [`kind ${kind} is not known`]
  verify(content, (why) => failures.push(why))
  return failures
}
