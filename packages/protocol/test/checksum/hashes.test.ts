import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  groupMetadataHash,
  javaHash,
  murmur2,
  partitionForGroup,
  partitionForKey,
  topicHash,
  xxh3,
  xxh32,
  Xxh32,
} from '../../src/checksum/index.ts'

describe('murmur2', () => {
  test('is what the Java producer computes', () => {
    expect(murmur2(Buffer.from(''))).toBe(275646681)
    expect(murmur2(Buffer.from('a'))).toBe(-1563381124)
    expect(murmur2(Buffer.from('abcd'))).toBe(-1323649548)
  })

  test('chooses a partition that there is', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.integer({ min: 1, max: 5000 }), (key, count) => {
        const partition = partitionForKey(key, count)
        expect(partition).toBeGreaterThanOrEqual(0)
        expect(partition).toBeLessThan(count)
      }),
    )
  })
})

describe('the hash of Java strings', () => {
  test('is what Java computes, signed', () => {
    expect(javaHash('')).toBe(0)
    expect(javaHash('my-group')).toBe(-1906497762)
  })

  test('chooses partition 0 where the hash has no positive', () => {
    expect(javaHash('polygenelubricants')).toBe(-0x80000000)
    expect(partitionForGroup('polygenelubricants', 50)).toBe(0)
  })
})

describe('xxHash', () => {
  test('of 32 bits gives the values of its specification', () => {
    expect(xxh32(Buffer.from(''))).toBe(0x02cc5d05)
    expect(xxh32(Buffer.from('abc'))).toBe(0x32d153ff)
    expect(xxh32(Buffer.from('Nobody inspects the spammish repetition'))).toBe(0xe2293b2f)
  })

  test('of 32 bits may be fed in pieces of any size', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 50 })), (pieces) => {
        const whole = Buffer.concat(pieces)
        const state = new Xxh32()
        for (const piece of pieces) state.update(piece, 0, piece.length)
        expect(state.digest()).toBe(xxh32(whole))
      }),
    )
  })

  test('XXH3 gives known values in each of its ranges of length', () => {
    const bytes = (length: number): Uint8Array => Uint8Array.from({ length }, (_, at) => at)
    expect(xxh3(bytes(0))).toBe(0x2d06800538d394c2n)
    const distinct = new Set(
      [1, 3, 4, 8, 9, 16, 17, 128, 129, 240, 241, 1025].map((n) => xxh3(bytes(n))),
    )
    expect(distinct.size).toBe(12)
  })
})

describe('the topic hash', () => {
  const id = Buffer.from('zscKJP4iRU6rDJDPyBnoZw', 'base64url')

  test('is what the group coordinator of Apache Kafka computes', () => {
    expect(topicHash({ name: 'topic-0', id, racks: [] })).toBe(-7935995357190211855n)
  })

  test('does not hang on the order of the racks of a partition', () => {
    const one = topicHash({ name: 't', id, racks: [['b', 'a']] })
    expect(topicHash({ name: 't', id, racks: [['a', 'b']] })).toBe(one)
    expect(topicHash({ name: 't', id, racks: [['a', 'c']] })).not.toBe(one)
  })

  test('of a group does not hang on the order in which its topics are named', () => {
    const one = groupMetadataHash(
      new Map([
        ['a', 1n],
        ['b', 2n],
      ]),
    )
    const other = groupMetadataHash(
      new Map([
        ['b', 2n],
        ['a', 1n],
      ]),
    )
    expect(one).toBe(other)
    expect(groupMetadataHash(new Map())).toBe(0n)
  })
})
