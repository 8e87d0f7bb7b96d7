import { expect } from 'vitest'

import type { DoorCase } from './conformance.ts'
import { acceptOne, pattern, pingPong } from './net-probe.ts'

const MIB = 1024 * 1024

/** What the two ends of a connection that stands may rely on. */
export const netDataCases: readonly DoorCase[] = [
  {
    promise: 'bytes arrive complete and in order, both ways at once',
    async check(world) {
      const { near, far, close } = await acceptOne(world)
      const there = pattern(MIB, 1)
      const back = pattern(2 * MIB, 9)
      near.socket.write([there], () => {})
      far.socket.write([back], () => {})
      await Promise.all([far.has(there.length), near.has(back.length)])
      expect(far.received.equals(there)).toBe(true)
      expect(near.received.equals(back)).toBe(true)
      await close()
    },
  },
  {
    promise: 'the pieces of many writes arrive one behind the other',
    async check(world) {
      const { near, far, close } = await acceptOne(world)
      const writes = Array.from({ length: 200 }, (_, index) => [
        pattern(index % 7, index),
        pattern((index * 997) % 5000, index),
        pattern(1, index),
      ])
      const expected = Buffer.concat(writes.flat())
      for (const pieces of writes) near.socket.write(pieces, () => {})
      await far.has(expected.length)
      expect(far.received.equals(expected)).toBe(true)
      await close()
    },
  },
  {
    promise: 'more pieces than one system call takes arrive as one write',
    async check(world) {
      const { near, far, close } = await acceptOne(world)
      const pieces = Array.from({ length: 3000 }, (_, index) => pattern(40, index))
      const outcome = near.write(...pieces)
      await far.has(3000 * 40)
      expect(await outcome).toBeNull()
      expect(far.received.equals(Buffer.concat(pieces))).toBe(true)
      await close()
    },
  },
  {
    promise: 'a write is done after the call, in the order of the writes',
    async check(world) {
      const { near, far, close } = await acceptOne(world)
      const order: number[] = []
      let isInside = true
      let wasInside = false
      for (let index = 0; index < 20; index++) {
        near.socket.write([pattern(index === 10 ? MIB : 10)], () => {
          if (isInside) wasInside = true
          order.push(index)
        })
      }
      isInside = false
      await far.has(MIB + 190)
      await near.write(pattern(1))
      expect(wasInside).toBe(false)
      expect(order).toEqual(Array.from({ length: 20 }, (_, index) => index))
      await close()
    },
  },
  {
    promise: 'bytes may be changed once their write is done',
    async check(world) {
      const { near, far, close } = await acceptOne(world)
      const expected: Buffer[] = []
      for (let round = 0; round < 30; round++) {
        const bytes = pattern(20_000, round)
        expected.push(Buffer.from(bytes))
        near.socket.write([bytes], () => bytes.fill(0xee))
      }
      await far.has(600_000)
      expect(far.received.equals(Buffer.concat(expected))).toBe(true)
      await close()
    },
  },
  {
    promise: 'unsent bytes are those whose write is not done',
    async check(world) {
      const { near, far, close } = await acceptOne(world)
      expect(near.socket.unsentBytes).toBe(0)
      const outcome = near.write(pattern(300), pattern(700))
      expect(near.socket.unsentBytes).toBe(1000)
      await outcome
      expect(near.socket.unsentBytes).toBe(0)
      await far.has(1000)
      await close()
    },
  },
  {
    promise: 'a write of nothing is done',
    async check(world) {
      const { near, close } = await acceptOne(world)
      expect(await near.write()).toBeNull()
      expect(await near.write(new Uint8Array(0))).toBeNull()
      await close()
    },
  },
  {
    promise: 'a paused reader is handed nothing, holds its writer back, and misses nothing',
    async check(world) {
      const connection = await acceptOne(world)
      const { near, far, close } = connection
      const other = await acceptOne(world)
      far.socket.pause()
      const bytes = pattern(16 * MIB)
      let isDone = false
      near.socket.write([bytes], () => (isDone = true))
      await pingPong(other, 30)
      expect(far.receivedBytes).toBe(0)
      expect(isDone).toBe(false)
      expect(near.socket.unsentBytes).toBe(bytes.length)
      far.socket.resume()
      await far.has(bytes.length)
      expect(far.received.equals(bytes)).toBe(true)
      await close()
      await other.close()
    },
  },
  {
    promise: 'pausing inside a delivery stops the next one, and both calls may be repeated',
    async check(world) {
      const connection = await acceptOne(world)
      const { near, far, close } = connection
      const other = await acceptOne(world)
      far.socket.pause()
      far.socket.pause()
      near.socket.write([pattern(1000)], () => {})
      await pingPong(other, 10)
      expect(far.receivedBytes).toBe(0)
      far.socket.resume()
      far.socket.resume()
      await far.has(1000)
      far.socket.pause()
      near.socket.write([pattern(1000)], () => {})
      await pingPong(other, 10)
      expect(far.receivedBytes).toBe(1000)
      far.socket.resume()
      await far.has(2000)
      await close()
      await other.close()
    },
  },
  {
    promise: 'a reader of one connection does not disturb another',
    async check(world) {
      const connections = await Promise.all([1, 2, 3, 4].map(() => acceptOne(world)))
      for (const [index, { near }] of connections.entries()) {
        for (let round = 0; round < 20; round++) {
          near.socket.write([pattern(9000, index * 50 + round)], () => {})
        }
      }
      for (const [index, { far }] of connections.entries()) {
        await far.has(180_000)
        const expected = Array.from({ length: 20 }, (_, round) => pattern(9000, index * 50 + round))
        expect(far.received.equals(Buffer.concat(expected))).toBe(true)
      }
      for (const connection of connections) await connection.close()
    },
  },
]
