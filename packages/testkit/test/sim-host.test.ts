import { expect, test } from 'vitest'

import { Simulation } from '../src/index.ts'

test('a killed node runs no callback any more: timers, disk, network, tasks', async () => {
  const simulation = new Simulation({ seed: 3 })
  const host = simulation.host('a')
  host.volume.makeDirectories('/data')
  const { clock, compute, disk, net } = host.doors
  const file = await simulation.complete(() => disk.open('/data/x', 'create'))
  const ran: string[] = []
  const note = (what: string) => (): void => void ran.push(what)
  clock.setTimer(1, note('timer'))
  clock.afterIo(note('after I/O'))
  disk.writev(file, [Buffer.from('a')], 0, note('write'))
  disk.datasync(file, 'flush', note('sync'))
  void compute.run({ name: 'test/nothing', run: () => null }, null).then(note('task'))
  void disk.status('/data').then(note('status'))
  net
    .connect({ host: 'a', port: 1 })
    .start({ onData: note('data'), onEnd: note('end'), onClose: note('close') })
  host.kill()
  await simulation.run({ untilMs: 10_000 })
  expect(ran).toEqual([])
})

test('a restarted node has fresh doors on the old volume, and clocks that go on', async () => {
  const simulation = new Simulation({ seed: 3 })
  const host = simulation.host('a')
  host.volume.makeDirectories('/data')
  const before = host.doors
  await simulation.complete(() => before.disk.open('/data/x', 'create'))
  const wallMs = before.clock.wallMs()
  await simulation.run({ untilMs: 5000 })
  host.kill()
  const after = host.restart()
  expect(after).not.toBe(before)
  expect(await simulation.complete(() => after.disk.list('/data'))).toEqual(['x'])
  expect(after.clock.wallMs() - wallMs).toBeGreaterThanOrEqual(4990)
  expect(after.clock.monotonicMs()).toBeLessThan(1000)
  expect(after.random.bytes(8)).not.toEqual(before.random.bytes(8))
})

test('a directory lock ends with its node', async () => {
  const simulation = new Simulation({ seed: 3 })
  const host = simulation.host('a')
  host.volume.makeDirectories('/data')
  await simulation.complete(() => host.doors.disk.lockDirectory('/data'))
  await expect(
    simulation.complete(() => host.doors.disk.lockDirectory('/data')),
  ).rejects.toMatchObject({ code: 'DISK_LOCKED' })
  host.kill()
  host.restart()
  await simulation.complete(() => host.doors.disk.lockDirectory('/data'))
  expect(host.volume.filePaths()).toEqual(['/data/.lock'])
})

test('a wall clock that is set jumps, and intervals do not', () => {
  const simulation = new Simulation({ seed: 3 })
  const host = simulation.host('a')
  const { clock } = host.doors
  const wallMs = clock.wallMs()
  const monotonicMs = clock.monotonicMs()
  host.jumpClock(-3_600_000)
  expect(clock.wallMs() - wallMs).toBeLessThan(-3_599_000)
  expect(clock.monotonicMs() - monotonicMs).toBeLessThan(1)
})

test('a frozen node misses nothing: timers first, then what came over the network', async () => {
  const simulation = new Simulation({ seed: 3 })
  const [node, peer] = [simulation.host('node'), simulation.host('peer')]
  const events: string[] = []
  const { clock, net } = node.doors
  await simulation.complete(() =>
    net.listen({ host: '', port: 9092, backlog: 5 }, (socket) => {
      socket.start({ onData: () => events.push('data'), onEnd() {}, onClose() {} })
    }),
  )
  const socket = peer.doors.net.connect({ host: 'node', port: 9092 })
  socket.start({ onConnect: () => events.push('connected'), onData() {}, onEnd() {}, onClose() {} })
  await simulation.run({ untilMs: 200 })
  clock.setTimer(50, () => events.push('timer'))
  node.freeze(10_000)
  socket.write([Buffer.from('a')], () => events.push('sent'))
  await simulation.run({ untilMs: 9000 })
  expect(events).toEqual(['connected', 'sent'])
  await simulation.run({ untilMs: 11_000 })
  expect(events).toEqual(['connected', 'sent', 'timer', 'data'])
})

test('a node is killed only while it runs, and restarted only when it does not', () => {
  const host = new Simulation({ seed: 3 }).host('a')
  expect(() => host.restart()).toThrow('running already')
  host.kill('dropUnsynced')
  expect(() => host.kill()).toThrow('cannot be killed')
  expect(host.state).toBe('down')
  host.restart()
  host.kill()
  expect(host.state).toBe('stopped')
})
