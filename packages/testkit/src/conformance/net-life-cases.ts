import { NetError } from '@samsa/base'
import { expect } from 'vitest'

import type { DoorCase, DoorWorld } from './conformance.ts'
import { acceptOne, pattern, pingPong, SocketProbe } from './net-probe.ts'

function wildcard(world: DoorWorld, port: number): { host: string; port: number; backlog: number } {
  return { host: world.host === 'localhost' ? '127.0.0.1' : '', port, backlog: 10 }
}

/** How connections and listeners begin and end. */
export const netLifeCases: readonly DoorCase[] = [
  {
    promise: 'a listener on port 0 tells the port it was given',
    async check(world) {
      const listener = await world.doors.net.listen(wildcard(world, 0), () => {})
      expect(listener.address.port).toBeGreaterThan(0)
      await listener.close()
    },
  },
  {
    promise: 'a port has one listener, and is free again when that is closed',
    async check(world) {
      const { net } = world.doors
      const listener = await net.listen(wildcard(world, 0), () => {})
      const options = wildcard(world, listener.address.port)
      const refused = await net.listen(options, () => {}).catch((error: unknown) => error)
      expect(refused).toBeInstanceOf(NetError)
      expect(refused).toMatchObject({ code: 'NET_ADDRESS_IN_USE' })
      await listener.close()
      const next = await net.listen(options, () => {})
      expect(next.address.port).toBe(options.port)
      await next.close()
    },
  },
  {
    promise: 'a connection outlives the listener it came through',
    async check(world) {
      const connection = await acceptOne(world)
      await connection.listener.close()
      await pingPong(connection, 3)
      await connection.close()
    },
  },
  {
    promise: 'both ends know the same two addresses',
    async check(world) {
      const { near, far, listener, close } = await acceptOne(world)
      expect(near.socket.remote).toEqual({ host: world.host, port: listener.address.port })
      expect(far.socket.local.port).toBe(listener.address.port)
      expect(far.socket.remote).toEqual(near.socket.local)
      expect(far.socket.remote.host).toMatch(/^\d+\.\d+\.\d+\.\d+$/)
      await close()
    },
  },
  {
    promise: 'a connection that nobody listens for is refused, and what was written answered',
    async check(world) {
      const listener = await world.doors.net.listen(wildcard(world, 0), () => {})
      const address = { host: world.host, port: listener.address.port }
      await listener.close()
      const probe = new SocketProbe(world.peer.net.connect(address))
      const outcome = probe.write(pattern(10))
      const error = await probe.closed
      expect(error).toMatchObject({ name: 'NetError', code: 'NET_REFUSED' })
      expect(await outcome).toBeInstanceOf(NetError)
      expect(probe.calls).toEqual(['close'])
      expect(probe.socket.unsentBytes).toBe(0)
    },
  },
  {
    promise: 'what is written before the connection stands is sent first',
    async check(world) {
      const accepted = Promise.withResolvers<SocketProbe>()
      const listener = await world.doors.net.listen(wildcard(world, 0), (socket) => {
        accepted.resolve(new SocketProbe(socket))
      })
      const address = { host: world.host, port: listener.address.port }
      const near = new SocketProbe(world.peer.net.connect(address))
      const first = near.write(Buffer.from('one '), Buffer.from('two '))
      const second = near.write(Buffer.from('three '))
      await near.connected
      near.socket.write([Buffer.from('four')], () => {})
      const far = await accepted.promise
      await far.has(18)
      expect(far.received.toString()).toBe('one two three four')
      expect([await first, await second]).toEqual([null, null])
      near.socket.destroy()
      far.socket.destroy()
      await Promise.all([near.closed, far.closed, listener.close()])
    },
  },
  {
    promise: 'an end arrives behind all bytes, and the other direction stays open',
    async check(world) {
      const { near, far, close } = await acceptOne(world)
      const bytes = pattern(500_000)
      near.socket.write([bytes], () => {})
      near.socket.end()
      await far.ended
      expect(far.received.equals(bytes)).toBe(true)
      far.socket.write([Buffer.from('still talking')], () => {})
      await near.has(13)
      expect(near.calls).toEqual(['connect', 'data'])
      far.socket.end()
      expect(await Promise.all([near.closed, far.closed])).toEqual([null, null])
      expect(near.calls).toEqual(['connect', 'data', 'end', 'close'])
      expect(far.calls).toEqual(['data', 'end', 'close'])
      await close()
    },
  },
  {
    promise: 'a connection that was ended before it stood sends what was written, then the end',
    async check(world) {
      const accepted = Promise.withResolvers<SocketProbe>()
      const listener = await world.doors.net.listen(wildcard(world, 0), (socket) => {
        accepted.resolve(new SocketProbe(socket))
      })
      const address = { host: world.host, port: listener.address.port }
      const near = new SocketProbe(world.peer.net.connect(address))
      near.socket.write([Buffer.from('bye')], () => {})
      near.socket.end()
      const far = await accepted.promise
      await far.ended
      expect(far.received.toString()).toBe('bye')
      far.socket.end()
      expect(await Promise.all([near.closed, far.closed])).toEqual([null, null])
      await listener.close()
    },
  },
  {
    promise: 'writing after the end is refused and harms nobody',
    async check(world) {
      const { near, far, close } = await acceptOne(world)
      near.socket.end()
      near.socket.end()
      expect(await near.write(pattern(5))).toMatchObject({ code: 'NET_CLOSED' })
      await far.ended
      expect(far.receivedBytes).toBe(0)
      await close()
    },
  },
  {
    promise:
      'destroying answers every write with an error, then closes, and hands out no more data',
    async check(world) {
      const { near, far, listener } = await acceptOne(world)
      far.socket.pause()
      const outcomes = [near.write(pattern(16 * 1024 * 1024)), near.write(pattern(10))]
      near.inside(() => near.socket.destroy())
      near.socket.destroy()
      expect(await near.closed).toBeNull()
      expect(near.wasCalledInside).toBe(false)
      expect(near.socket.unsentBytes).toBe(0)
      for (const outcome of outcomes) expect(await outcome).toMatchObject({ code: 'NET_CLOSED' })
      expect(await near.write(pattern(1))).toMatchObject({ code: 'NET_CLOSED' })
      far.socket.destroy()
      await Promise.all([far.closed, listener.close()])
    },
  },
  {
    promise: 'an end that throws away what it was sent resets the other',
    async check(world) {
      const connection = await acceptOne(world)
      const { near, far, listener } = connection
      const other = await acceptOne(world)
      far.socket.pause()
      near.socket.write([pattern(1000)], () => {})
      await pingPong(other, 20)
      far.socket.destroy()
      expect(await near.closed).toMatchObject({ code: 'NET_RESET' })
      await Promise.all([far.closed, listener.close()])
      await other.close()
    },
  },
  {
    promise: 'writing to a peer that is gone ends the connection with a reset',
    async check(world) {
      const { near, far, listener } = await acceptOne(world)
      far.socket.destroy()
      await near.ended
      let outcome = await near.write(pattern(100))
      for (let round = 0; outcome === null && round < 100; round++) {
        outcome = await near.write(pattern(100_000))
      }
      expect(await near.closed).toMatchObject({ code: 'NET_RESET' })
      await Promise.all([far.closed, listener.close()])
    },
  },
  {
    promise: 'a socket may be destroyed before it is connected',
    async check(world) {
      const listener = await world.doors.net.listen(wildcard(world, 0), (socket) => {
        socket.start({ onData() {}, onEnd: () => socket.end(), onClose() {} })
      })
      const address = { host: world.host, port: listener.address.port }
      const probe = new SocketProbe(world.peer.net.connect(address))
      const outcome = probe.write(pattern(10))
      probe.inside(() => probe.socket.destroy())
      expect(await probe.closed).toBeNull()
      expect(await outcome).toMatchObject({ code: 'NET_CLOSED' })
      expect(probe.calls).toEqual(['close'])
      expect(probe.wasCalledInside).toBe(false)
      await listener.close()
    },
  },
  {
    promise: 'no handler is called from inside a method of its socket',
    async check(world) {
      const { near, far, close } = await acceptOne(world)
      far.socket.write([pattern(100_000)], () => {})
      near.inside(() => near.socket.pause())
      near.inside(() => near.socket.resume())
      near.inside(() => near.socket.write([pattern(10)], () => {}))
      await near.has(100_000)
      far.socket.end()
      await near.ended
      near.inside(() => near.socket.end())
      await near.closed
      expect(near.wasCalledInside).toBe(false)
      await close()
    },
  },
]
