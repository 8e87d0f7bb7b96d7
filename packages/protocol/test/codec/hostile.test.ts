import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  apis,
  DecodeError,
  elementsMaxOf,
  fetchSnapshotApi,
  fetchSnapshotRequestTopic,
  fetchSnapshotRequest,
  heartbeatApi,
  joinGroupApi,
  joinGroupRequest,
  joinGroupRequestProtocol,
  produceApi,
  produceRequest,
  produceRequestTopic,
  Reader,
  Writer,
} from '../../src/index.ts'
import { checkHostile } from '../support/check-hostile.ts'
import { goldenSamples } from '../support/corpus.ts'
import { mutate, mutationKinds } from '../support/mutate.ts'
import type { MessageCodec } from '../../src/index.ts'

const samples = goldenSamples()

const sample = fc.constantFrom(...samples)
const mutation = fc.record({
  kind: fc.constantFrom(...mutationKinds),
  at: fc.nat({ max: 100_000 }),
  value: fc.nat({ max: 255 }),
})

function refusal(run: () => unknown): DecodeError {
  try {
    run()
  } catch (error) {
    if (error instanceof DecodeError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('bytes that are not what they claim', () => {
  test(
    'a mutated body is refused with DecodeError or read as a message that can be written',
    { timeout: 60_000 },
    () => {
      fc.assert(
        fc.property(
          sample,
          fc.array(mutation, { minLength: 1, maxLength: 4 }),
          ({ codec, version, bytes }, mutations) => {
            expect(checkHostile(codec, version, mutate(bytes, mutations))).toBeNull()
          },
        ),
        { numRuns: 6_000 },
      )
    },
  )

  test(
    'a body cut short at any byte is a DecodeError, never a wrong message',
    { timeout: 60_000 },
    () => {
      for (const { name, codec, version, bytes } of samples.filter(
        (_, index) => index % 20 === 0,
      )) {
        const step = Math.max(1, Math.floor(bytes.byteLength / 64))
        for (let size = 0; size < bytes.byteLength; size += step) {
          const cut = bytes.subarray(0, size)
          expect(() => codec.decode(new Reader(cut), version), name).toThrow(DecodeError)
        }
      }
    },
  )

  test(
    'noise is refused by every decoder in every version with DecodeError and nothing else',
    { timeout: 60_000 },
    () => {
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(), (bytes, pick) => {
          const api = apis[pick % apis.length]!
          for (let version = api.versionMin; version <= api.versionMax; version++) {
            expect(checkHostile(api.request, version, bytes)).toBeNull()
            expect(checkHostile(api.response, version, bytes)).toBeNull()
          }
        }),
        { numRuns: 500 },
      )
    },
  )

  test(
    'a version that the schema lacks is a DecodeError of its own code',
    { timeout: 60_000 },
    () => {
      for (const version of [-1, 5, 0.5 + 4, Number.NaN]) {
        const error = refusal(() =>
          heartbeatApi.request.decode(new Reader(new Uint8Array(64)), version),
        )
        expect(error.code).toBe('PROTOCOL_UNSUPPORTED_VERSION')
      }
    },
  )
})

/** Bytes that V8's heap and array buffers grew by while `run` ran and its result is held. */
function growthBytes(run: () => unknown): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const held: unknown[] = []
  collect()
  const before = process.memoryUsage()
  held.push(run())
  collect()
  const after = process.memoryUsage()
  expect(held).toHaveLength(1)
  return after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers
}

interface Blowup {
  readonly name: string
  readonly codec: MessageCodec<unknown>
  readonly version: number
  /** Elements that one repetition counts for. */
  readonly elements: number
  /** A body of so many repetitions. */
  readonly bodyOf: (count: number) => Uint8Array
}

function encoded(codec: MessageCodec<unknown>, message: object, version: number): Uint8Array {
  const writer = new Writer()
  codec.encode(writer, message, version)
  return writer.finishBytes()
}

function repeat<Item>(count: number, item: Item): Item[] {
  return Array.from({ length: count }, () => item)
}

const blowups: readonly Blowup[] = [
  {
    name: 'empty nested arrays',
    codec: produceApi.request,
    version: 9,
    elements: 1,
    bodyOf: (count) =>
      encoded(
        produceApi.request,
        produceRequest({ topicData: repeat(count, produceRequestTopic()) }),
        9,
      ),
  },
  {
    name: 'empty structures with a default structure inside',
    codec: fetchSnapshotApi.request,
    version: 1,
    elements: 1,
    bodyOf: (count) =>
      encoded(
        fetchSnapshotApi.request,
        fetchSnapshotRequest({ topics: repeat(count, fetchSnapshotRequestTopic()) }),
        1,
      ),
  },
  {
    name: 'one byte of bytes each',
    codec: joinGroupApi.request,
    version: 9,
    elements: 2,
    bodyOf: (count) =>
      encoded(
        joinGroupApi.request,
        joinGroupRequest({
          protocols: repeat(count, joinGroupRequestProtocol({ metadata: new Uint8Array(1) })),
        }),
        9,
      ),
  },
  {
    name: 'unknown tagged fields of one byte',
    codec: heartbeatApi.response,
    version: 4,
    elements: 2,
    bodyOf: (count) => {
      const writer = new Writer()
      writer.int32(0)
      writer.int16(0)
      writer.onlyUnknownTags(repeat(count, { tag: 1, bytes: new Uint8Array(1) }))
      return writer.finishBytes()
    },
  },
]

describe('memory', () => {
  const frameBytes = 1_048_576

  /** A frame of that size with as many elements as a reader allows, and padding behind the body. */
  function largestAllowed({ bodyOf, elements }: Blowup): Uint8Array {
    const body = bodyOf(Math.floor(elementsMaxOf(frameBytes) / elements))
    const frame = new Uint8Array(frameBytes)
    frame.set(body.subarray(0, frameBytes))
    return frame
  }

  for (const blowup of blowups) {
    test(
      `the largest message of ${blowup.name} takes at most 32 times its frame`,
      { timeout: 60_000 },
      () => {
        const frame = largestAllowed(blowup)
        const growth = growthBytes(() => blowup.codec.decode(new Reader(frame), blowup.version))
        expect(growth).toBeGreaterThan(frameBytes)
        expect(growth).toBeLessThan(32 * frameBytes)
      },
    )

    test(
      `one more of ${blowup.name} is refused with a code of its own`,
      { timeout: 60_000 },
      () => {
        const body = blowup.bodyOf(Math.floor(elementsMaxOf(frameBytes) / blowup.elements) + 1)
        const frame = new Uint8Array(Math.max(frameBytes, body.byteLength))
        frame.set(body)
        const run = (): DecodeError => {
          const reader = new Reader(frame, { elementsMax: elementsMaxOf(frameBytes) })
          return refusal(() => blowup.codec.decode(reader, blowup.version))
        }
        expect(run().code).toBe('PROTOCOL_TOO_MANY_ELEMENTS')
      },
    )
  }

  test(
    'a count or length beyond the bytes left is refused before anything is allocated',
    { timeout: 60_000 },
    () => {
      const hostile = Buffer.alloc(64, 0xff)
      hostile.writeInt32BE(0x7fffffff, 0)
      const reads: readonly ((reader: Reader) => unknown)[] = [
        (reader) => reader.array(1),
        (reader) => reader.nullableArray(1),
        (reader) => reader.bytes(),
        (reader) => reader.nullableBytes(),
        (reader) => reader.records(),
      ]
      for (const read of reads) {
        const growth = growthBytes(() => refusal(() => read(new Reader(hostile))))
        expect(growth).toBeLessThan(65_536)
      }
      const compactReads: readonly ((reader: Reader) => unknown)[] = [
        (reader) => reader.compactArray(1),
        (reader) => reader.compactBytes(),
        (reader) => reader.compactString(),
        (reader) => reader.compactRecords(),
        (reader) => reader.tagCount(),
        (reader) => reader.tagSize(),
      ]
      const compact = Buffer.from('ffffffff0700', 'hex')
      for (const read of compactReads) {
        const growth = growthBytes(() => refusal(() => read(new Reader(compact))))
        expect(growth).toBeLessThan(65_536)
      }
    },
  )
})

describe('time', () => {
  function bestMs(run: () => unknown): number {
    let best = Number.POSITIVE_INFINITY
    for (let sample = 0; sample < 5; sample++) {
      const start = performance.now()
      run()
      best = Math.min(best, performance.now() - start)
    }
    return best
  }

  for (const { name, codec, version, bodyOf } of blowups) {
    test(
      `eight times as many of ${name} take nowhere near 64 times as long`,
      { timeout: 60_000 },
      () => {
        const decode = (bytes: Uint8Array) => () =>
          codec.decode(new Reader(bytes, { elementsMax: 10_000_000 }), version)
        const [small, large] = [decode(bodyOf(10_000)), decode(bodyOf(80_000))]
        bestMs(small)
        expect(bestMs(large)).toBeLessThan(32 * bestMs(small) + 20)
      },
    )
  }
})
