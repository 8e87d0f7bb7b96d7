import type { NetError, Socket } from '@samsa/base'
import { describe, expect, test } from 'vitest'

import { pattern, SocketProbe } from '../src/conformance/net-probe.ts'
import { type SimHost, Simulation } from '../src/index.ts'

interface Scene {
  readonly simulation: Simulation
  readonly client: SimHost
  readonly server: SimHost
  readonly near: SocketProbe
  readonly far: SocketProbe
}

/** A connection from `client` to `server`, whose socket is handed to `accept` or probed. */
async function connected(
  seed: number,
  settings: ConstructorParameters<typeof Simulation>[0]['settings'] = {},
): Promise<Scene> {
  const simulation = new Simulation({ seed, settings })
  const client = simulation.host('client')
  const server = simulation.host('server')
  return simulation.complete(async () => {
    const accepted = Promise.withResolvers<SocketProbe>()
    await server.doors.net.listen({ host: '', port: 9092, backlog: 5 }, (socket) => {
      accepted.resolve(new SocketProbe(socket))
    })
    const near = new SocketProbe(client.doors.net.connect({ host: 'server', port: 9092 }))
    await near.connected
    return { simulation, client, server, near, far: await accepted.promise }
  })
}

/** How the other end closed, within the virtual time given. */
async function closeOf(
  { simulation }: Scene,
  probe: SocketProbe,
  withinMs: number,
): Promise<NetError | null | 'open'> {
  let outcome: NetError | null | 'open' = 'open'
  void probe.closed.then((error) => {
    outcome = error
  })
  await simulation.run({ untilMs: simulation.nowMs + withinMs })
  return outcome
}

describe('bytes on their way', () => {
  test('are cut anywhere, from one byte on, differently for every seed', async () => {
    const sizes = new Set<number>()
    const shapes = new Set<string>()
    for (let seed = 0; seed < 40; seed++) {
      const { simulation, near, far } = await connected(seed)
      const cuts: number[] = []
      let before = 0
      near.socket.write([pattern(50_000)], () => {})
      await simulation.run({
        until: () => {
          if (far.receivedBytes > before) cuts.push(far.receivedBytes - before)
          before = far.receivedBytes
          return before === 50_000
        },
      })
      expect(far.received.equals(pattern(50_000))).toBe(true)
      for (const cut of cuts) sizes.add(cut)
      shapes.add(cuts.join())
    }
    expect(Math.min(...sizes)).toBe(1)
    expect(sizes.size).toBeGreaterThan(20)
    expect(shapes.size).toBeGreaterThan(15)
  })

  test('stay the writer’s until the window takes them: changing them earlier is seen', async () => {
    const { simulation, near, far } = await connected(1, { windowBytes: { low: 1000, high: 1000 } })
    far.socket.pause()
    const bytes = Buffer.alloc(3000, 'r')
    let isDone = false
    near.socket.write([bytes], () => (isDone = true))
    await simulation.run({ untilMs: simulation.nowMs + 100 })
    expect(isDone).toBe(false)
    bytes.fill('w')
    far.socket.resume()
    await simulation.run({ until: () => far.receivedBytes === 3000 })
    expect(isDone).toBe(true)
    expect(far.received.toString()).toBe('r'.repeat(1000) + 'w'.repeat(2000))
  })

  test('are garbage after the call that handed them out', async () => {
    const simulation = new Simulation({ seed: 2 })
    const host = simulation.host('a')
    const kept: Uint8Array[] = []
    await simulation.complete(async () => {
      await host.doors.net.listen({ host: '', port: 1, backlog: 5 }, (socket) => {
        socket.start({ onData: (bytes) => kept.push(bytes), onEnd() {}, onClose() {} })
      })
      const probe = new SocketProbe(host.doors.net.connect({ host: 'localhost', port: 1 }))
      await probe.write(Buffer.from('borrowed'))
    })
    await simulation.run()
    expect(Buffer.concat(kept)).toEqual(Buffer.alloc(8, 0xdb))
  })

  test('arrive although their sender has died meanwhile', async () => {
    const scene = await connected(3)
    const { simulation, client, near, far } = scene
    let isDone = false
    near.socket.write([pattern(500)], () => (isDone = true))
    await simulation.run({ until: () => isDone })
    expect(far.receivedBytes).toBe(0)
    client.kill('dropUnsynced')
    await simulation.run({ untilMs: simulation.nowMs + 100 })
    expect(far.received.equals(pattern(500))).toBe(true)
    expect(far.calls).toEqual(['data'])
  })
})

describe('the end of a node', () => {
  test('as a process is told to its peers', async () => {
    const scene = await connected(4)
    scene.server.kill()
    await scene.simulation.run({ untilMs: scene.simulation.nowMs + 100 })
    expect(scene.near.calls).toEqual(['connect', 'end'])
    scene.near.socket.write([pattern(10)], () => {})
    expect(await closeOf(scene, scene.near, 100)).toMatchObject({ code: 'NET_RESET' })
  })

  test('as a process that had bytes to read is told as a reset, which loses what was queued', async () => {
    const scene = await connected(4, { windowBytes: { low: 2000, high: 2000 } })
    const { simulation, server, near, far } = scene
    far.socket.pause()
    near.socket.pause()
    far.socket.write([pattern(500)], () => {})
    const outcome = near.write(pattern(50_000))
    await simulation.run({ untilMs: simulation.nowMs + 50 })
    server.kill()
    expect(await closeOf(scene, near, 100)).toMatchObject({ code: 'NET_RESET' })
    expect(await outcome).toMatchObject({ code: 'NET_RESET' })
    expect(near.receivedBytes).toBe(0)
    expect(near.socket.unsentBytes).toBe(0)
  })

  test('by a power cut is told by nobody, until what is sent is given up', async () => {
    const scene = await connected(5, { retransmitTimeoutMs: 20_000 })
    scene.server.kill('dropUnsynced')
    expect(await closeOf(scene, scene.near, 600_000)).toBe('open')
    scene.near.socket.write([pattern(10)], () => {})
    expect(await closeOf(scene, scene.near, 10_000)).toBe('open')
    expect(await closeOf(scene, scene.near, 20_000)).toMatchObject({ code: 'NET_TIMED_OUT' })
  })

  test('is told by a reset when it comes back and gets what was meant for its earlier life', async () => {
    const scene = await connected(6)
    scene.server.kill('dropUnsynced')
    scene.near.socket.write([pattern(10)], () => {})
    expect(await closeOf(scene, scene.near, 5000)).toBe('open')
    scene.server.restart()
    expect(await closeOf(scene, scene.near, 100)).toMatchObject({ code: 'NET_RESET' })
  })

  test('frees its ports for its next life', async () => {
    const scene = await connected(7)
    scene.server.kill()
    const doors = scene.server.restart()
    await scene.simulation.complete(async () => {
      const accepted = Promise.withResolvers<Socket>()
      const listener = await doors.net.listen(
        { host: '', port: 9092, backlog: 5 },
        accepted.resolve,
      )
      const probe = new SocketProbe(scene.client.doors.net.connect({ host: 'server', port: 9092 }))
      await probe.connected
      expect((await accepted.promise).remote.host).toBe(scene.client.address)
      await listener.close()
    })
  })
})

describe('a connect', () => {
  const connectTo = (simulation: Simulation, host: string): SocketProbe =>
    new SocketProbe(simulation.host('client').doors.net.connect({ host, port: 9092 }))

  test('to a stopped node is refused, to one without power times out, to no host is unreachable', async () => {
    const simulation = new Simulation({ seed: 1, settings: { connectTimeoutMs: 10_000 } })
    simulation.host('stopped').kill()
    simulation.host('down').kill('keepAll')
    simulation.host('running')
    const probes = ['stopped', 'down', 'running', 'nobody'].map((host) =>
      connectTo(simulation, host),
    )
    const outcomes = await simulation.complete(() =>
      Promise.all(probes.map(({ closed }) => closed)),
    )
    expect(outcomes.map((error) => error?.code)).toEqual([
      'NET_REFUSED',
      'NET_TIMED_OUT',
      'NET_REFUSED',
      'NET_UNREACHABLE',
    ])
  })

  test('into a black hole stands once the hole is gone', async () => {
    const simulation = new Simulation({ seed: 1 })
    const server = simulation.host('server')
    simulation.host('client')
    await simulation.complete(() =>
      server.doors.net.listen(
        { host: '', port: 9092, backlog: 5 },
        (socket) => void new SocketProbe(socket),
      ),
    )
    simulation.network.isolate('server')
    const probe = connectTo(simulation, 'server')
    await simulation.run({ untilMs: 8000 })
    expect(probe.calls).toEqual([])
    simulation.network.heal()
    await simulation.run({ untilMs: 10_000 })
    expect(probe.calls).toEqual(['connect'])
  })

  test('is answered over both paths: cutting the way back alone is enough to lose it', async () => {
    const simulation = new Simulation({ seed: 1, settings: { connectTimeoutMs: 5000 } })
    const server = simulation.host('server')
    let accepts = 0
    await simulation.complete(() =>
      server.doors.net.listen({ host: '', port: 9092, backlog: 5 }, () => accepts++),
    )
    simulation.network.cut('server', 'client')
    const probe = connectTo(simulation, 'server')
    const error = await simulation.complete(() => probe.closed)
    expect(error).toMatchObject({ code: 'NET_TIMED_OUT' })
    expect(accepts).toBe(0)
  })
})

describe('a path that is cut', () => {
  test('holds what is sent, and delivers it in order when it heals', async () => {
    const scene = await connected(8)
    const { simulation, near, far } = scene
    simulation.network.cut('client', 'server')
    for (let part = 0; part < 5; part++) near.socket.write([pattern(100, part)], () => {})
    far.socket.write([Buffer.from('other way')], () => {})
    await simulation.run({ untilMs: simulation.nowMs + 5000 })
    expect(far.receivedBytes).toBe(0)
    expect(near.received.toString()).toBe('other way')
    simulation.network.heal()
    await simulation.run({ untilMs: simulation.nowMs + 2000 })
    const expected = Buffer.concat([0, 1, 2, 3, 4].map((part) => pattern(100, part)))
    expect(far.received.equals(expected)).toBe(true)
    expect(far.calls).toEqual(['data'])
  })

  test('for acknowledgements alone ends the sender, whose bytes have all arrived', async () => {
    const scene = await connected(9, { retransmitTimeoutMs: 10_000 })
    const { simulation, near, far } = scene
    simulation.network.cut('server', 'client')
    near.socket.write([pattern(300)], () => {})
    expect(await closeOf(scene, near, 30_000)).toMatchObject({ code: 'NET_TIMED_OUT' })
    expect(far.received.equals(pattern(300))).toBe(true)
    expect(far.calls).toEqual(['data'])
  })

  test('does not touch other hosts, nor a host’s own connections', async () => {
    const scene = await connected(10)
    const { simulation, server } = scene
    simulation.network.isolate('server')
    const other = simulation.host('other')
    await simulation.complete(async () => {
      const accepted: SocketProbe[] = []
      await server.doors.net.listen({ host: '', port: 1, backlog: 5 }, (socket) => {
        accepted.push(new SocketProbe(socket))
      })
      for (const host of [server, other]) {
        const probe = new SocketProbe(host.doors.net.connect({ host: 'server', port: 1 }))
        await probe.connected
        await probe.write(Buffer.from('x'))
      }
      expect(accepted).toHaveLength(2)
    })
  })

  test('leaves a connection that a reset has reached at both ends closed', async () => {
    const scene = await connected(11)
    scene.simulation.network.reset('client', 'server')
    expect(await closeOf(scene, scene.near, 10)).toMatchObject({ code: 'NET_RESET' })
    expect(await closeOf(scene, scene.far, 10)).toMatchObject({ code: 'NET_RESET' })
  })
})

test('a closed connection leaves nothing behind in the network', async () => {
  const { simulation, near, far } = await connected(12)
  near.socket.end()
  far.socket.end()
  await simulation.run()
  expect(await simulation.run()).toMatchObject({ reason: 'idle', events: 0 })
  expect(simulation.network.openSockets).toBe(0)
})

test('a hundred thousand events of timers and promises take less than two seconds of the processor', async () => {
  const simulation = new Simulation({ seed: 1 })
  const { clock } = simulation.host('a').doors
  const tick = async (): Promise<void> => {
    await Promise.resolve()
    clock.setTimer(1, () => void tick())
  }
  for (let index = 0; index < 10; index++) void tick()
  const before = process.cpuUsage()
  await simulation.run({ eventsMax: 100_000 })
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1e6).toBeLessThan(2)
})
