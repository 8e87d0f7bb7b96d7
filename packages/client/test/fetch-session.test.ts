import { ErrorCode } from '@samsa/protocol'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type FetchPosition,
  FetchSession,
  type SessionRequest,
} from '../src/consumer/fetch-session.ts'

const at = (topic: string, partition: number, fetchOffset: number): FetchPosition => ({
  topic,
  partition,
  fetchOffset,
})

const named = ({ topics }: SessionRequest): string[] =>
  topics.flatMap(({ topic, partitions }) =>
    partitions.map(({ partition, fetchOffset }) => `${topic}-${partition}@${fetchOffset}`),
  )

const forgotten = ({ forgottenTopicsData }: SessionRequest): string[] =>
  forgottenTopicsData.flatMap(({ topic, partitions }) => partitions.map((one) => `${topic}-${one}`))

/** What a broker makes of the requests: the partitions it would answer for. */
class BrokerSession {
  readonly offsets: Map<string, number> = new Map()

  take(request: SessionRequest): void {
    if (request.sessionEpoch === 0) this.offsets.clear()
    for (const { topic, partitions } of request.forgottenTopicsData) {
      for (const partition of partitions) this.offsets.delete(`${topic}-${partition}`)
    }
    for (const { topic, partitions } of request.topics) {
      for (const { partition, fetchOffset } of partitions) {
        this.offsets.set(`${topic}-${partition}`, fetchOffset)
      }
    }
  }
}

describe('fetch session', () => {
  test('the first request names everything, the next ones only what has changed', () => {
    const session = new FetchSession(1000)
    const first = session.next([at('t', 0, 5), at('t', 1, 7)])
    expect([first.sessionId, first.sessionEpoch]).toEqual([0, 0])
    expect(named(first)).toEqual(['t-0@5', 't-1@7'])
    expect(session.onResponse(ErrorCode.NONE, 42)).toBe(true)
    const second = session.next([at('t', 0, 5), at('t', 1, 9)])
    expect([second.sessionId, second.sessionEpoch]).toEqual([42, 1])
    expect(named(second)).toEqual(['t-1@9'])
    expect(forgotten(second)).toEqual([])
  })

  test('a partition that is no longer wanted is forgotten', () => {
    const session = new FetchSession(1000)
    session.next([at('t', 0, 5), at('u', 1, 7)])
    session.onResponse(ErrorCode.NONE, 42)
    const request = session.next([at('t', 0, 5)])
    expect(named(request)).toEqual([])
    expect(forgotten(request)).toEqual(['u-1'])
  })

  test('a broker that opens no session is told everything each time', () => {
    const session = new FetchSession(1000)
    for (let round = 0; round < 3; round++) {
      const request = session.next([at('t', 0, 5)])
      expect([request.sessionId, request.sessionEpoch]).toEqual([0, 0])
      expect(named(request)).toEqual(['t-0@5'])
      session.onResponse(ErrorCode.NONE, 0)
    }
  })

  test.each([
    [ErrorCode.FETCH_SESSION_ID_NOT_FOUND, 0],
    [ErrorCode.INVALID_FETCH_SESSION_EPOCH, 42],
  ])('after error %i it begins anew', (errorCode, sessionId) => {
    const session = new FetchSession(1000)
    session.next([at('t', 0, 5)])
    session.onResponse(ErrorCode.NONE, 42)
    session.next([at('t', 0, 5)])
    expect(session.onResponse(errorCode, 0)).toBe(false)
    const request = session.next([at('t', 0, 5)])
    expect([request.sessionId, request.sessionEpoch]).toEqual([sessionId, 0])
    expect(named(request)).toEqual(['t-0@5'])
  })

  test('after any sequence of requests, answers and losses the broker knows what is wanted', () => {
    const position = fc.record({
      topic: fc.constantFrom('t', 'u'),
      partition: fc.nat(3),
      fetchOffset: fc.nat(5),
    })
    const wanted = fc.uniqueArray(position, {
      selector: ({ topic, partition }) => `${topic}-${partition}`,
    })
    const step = fc.record({ wanted, end: fc.constantFrom('answered', 'lost', 'refused') })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const session = new FetchSession(1000)
        const broker = new BrokerSession()
        for (const { wanted: positions, end } of steps) {
          broker.take(session.next(positions))
          const expected = positions.map((one): [string, number] => [
            `${one.topic}-${one.partition}`,
            one.fetchOffset,
          ])
          expect(new Map(broker.offsets)).toEqual(new Map(expected))
          if (end === 'answered') session.onResponse(ErrorCode.NONE, 9)
          else if (end === 'lost') session.onLost()
          else session.onResponse(ErrorCode.FETCH_SESSION_ID_NOT_FOUND, 0)
        }
      }),
    )
  })
})
