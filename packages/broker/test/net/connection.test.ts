import { describe, expect, test } from 'vitest'
import { silentLogger, type Clock, type Lease } from '@samsa/base'
import { Connection, type ConnectionHost } from '../../src/net/connection.ts'
import type { OrderRule } from '../../src/net/effect-gate.ts'
import { defaultNetLimits, type NetLimits } from '../../src/net/net-limits.ts'
import type { ResponseSlot } from '../../src/net/response-order.ts'
import { FakeSocket } from '../support/fake-socket.ts'
import { memoryOf } from '../support/frame-memory.ts'

const plain: OrderRule = { keepsOwnOrder: false, isOneAtATime: false }

const clock: Clock = {
  wallMs: () => 0,
  monotonicMs: () => 0,
  setTimer: () => ({ cancel: () => {} }),
  afterIo: (callback) => callback(),
}

interface Admitted {
  readonly apiKey: number
  readonly frame: Lease
  readonly slot: ResponseSlot
}

function connect(options: { drainsItself?: boolean; limits?: Partial<NetLimits> } = {}) {
  const socket = new FakeSocket({ drainsItself: options.drainsItself ?? true })
  const memory = memoryOf()
  const admitted: Admitted[] = []
  let closedCount = 0
  const host: ConnectionHost = {
    clock,
    logger: silentLogger,
    memory,
    limits: { ...defaultNetLimits, ...options.limits },
    orderRule: (apiKey) => (apiKey === 999 || apiKey < 0 ? undefined : plain),
    admit: (_connection, frame, slot) => {
      admitted.push({ apiKey: (frame.bytes[0]! << 8) | frame.bytes[1]!, frame, slot })
    },
    closed: () => closedCount++,
  }
  const connection = new Connection(1, 'PLAINTEXT', socket, host)
  connection.start()
  const answer = (index: number, text: string): void => {
    const { frame, slot, apiKey } = admitted[index] as Admitted
    frame.release()
    connection.respond(slot, apiKey, plain, [Buffer.from(text)], text.length, () => {})
  }
  return { socket, memory, admitted, connection, answer, closedCount: () => closedCount }
}

function frame(apiKey: number, size = 8): Buffer {
  const bytes = Buffer.alloc(4 + size)
  bytes.writeInt32BE(size, 0)
  bytes.writeInt16BE(apiKey, 4)
  return bytes
}

const sent = (socket: FakeSocket): string => Buffer.concat(socket.writes).toString()

test('answers leave in the order of the requests whatever the order they become known in', () => {
  const { socket, answer } = connect()
  socket.receive(Buffer.concat([frame(3), frame(3), frame(3)]))
  answer(2, 'c')
  expect(sent(socket)).toBe('')
  answer(0, 'a')
  expect(sent(socket)).toBe('a')
  answer(1, 'b')
  expect(sent(socket)).toBe('abc')
})

test('of 1,000 requests in one write only the allowed number is in flight, and none is lost', () => {
  const { socket, admitted, answer, connection } = connect()
  socket.receive(Buffer.concat(Array.from({ length: 1_000 }, () => frame(3))))
  expect(admitted.length).toBe(8)
  expect(socket.isPaused).toBe(true)
  for (let index = 0; index < 1_000; index++) {
    expect(connection.inFlight).toBeLessThanOrEqual(8)
    answer(index, 'x')
  }
  expect(admitted.length).toBe(1_000)
  expect(sent(socket).length).toBe(1_000)
  expect(socket.isPaused).toBe(false)
})

test('a peer that does not read is not read either once it owes more than the limit', () => {
  const { socket, admitted, answer } = connect({
    drainsItself: false,
    limits: { connectionUnsentBytesMax: 100 },
  })
  socket.receive(frame(3))
  answer(0, 'x'.repeat(150))
  socket.receive(frame(3))
  expect(admitted.length).toBe(1)
  expect(socket.isPaused).toBe(true)
  socket.drain()
  expect(admitted.length).toBe(2)
  expect(socket.isPaused).toBe(false)
})

test('a request behind a pending effect starts when the effect has settled', () => {
  const { socket, admitted, connection } = connect()
  socket.receive(frame(19))
  connection.effectBegins(19, plain)
  socket.receive(frame(3))
  expect(admitted.map(({ apiKey }) => apiKey)).toEqual([19])
  connection.effectSettled()
  expect(admitted.map(({ apiKey }) => apiKey)).toEqual([19, 3])
})

describe('bad frames', () => {
  test.each([
    ['an API that is not served', frame(999)],
    ['size −1', Buffer.from([0xff, 0xff, 0xff, 0xff])],
    ['size 0', Buffer.from([0, 0, 0, 0])],
    ['a frame of one byte', Buffer.from([0, 0, 0, 1, 0])],
    ['HTTP', Buffer.from('GET / HTTP/1.1\r\n\r\n')],
  ])('%s closes the connection without an answer and gives its memory back', (_name, bytes) => {
    const { socket, memory, closedCount } = connect()
    socket.receive(bytes)
    expect(socket.isDestroyed).toBe(true)
    expect(sent(socket)).toBe('')
    expect(memory.usedBytes).toBe(0)
    expect(closedCount()).toBe(1)
  })

  test('a reset in the middle of a frame gives its memory back', () => {
    const { socket, memory, closedCount } = connect()
    socket.receive(frame(3, 1_000).subarray(0, 500))
    expect(memory.usedBytes).toBeGreaterThan(0)
    socket.receiveClose()
    expect(memory.usedBytes).toBe(0)
    expect(closedCount()).toBe(1)
  })
})

test('after FIN the owed answers still leave, then the connection ends', () => {
  const { socket, answer, connection } = connect()
  socket.receive(frame(3))
  socket.receiveEnd()
  expect(socket.isEnded).toBe(false)
  answer(0, 'late')
  expect(sent(socket)).toBe('late')
  expect(socket.isEnded).toBe(true)
  expect(connection.isOpen).toBe(false)
})

test('what is parked for a peer is told once that it has hung up', () => {
  const { socket, connection } = connect()
  let toldCount = 0
  const takeBack = connection.onClose(() => toldCount++)
  connection.onClose(() => toldCount++)
  takeBack()
  socket.receiveEnd()
  socket.receiveClose()
  expect(toldCount).toBe(1)
})

test('an answer for a connection that is gone is dropped and its memory is given back', () => {
  const { socket, admitted, connection } = connect()
  socket.receive(frame(3))
  socket.receiveClose()
  let isReleased = false
  const { slot } = admitted[0] as Admitted
  connection.respond(slot, 3, plain, [Buffer.from('x')], 1, () => (isReleased = true))
  expect(isReleased).toBe(true)
  expect(sent(socket)).toBe('')
})
