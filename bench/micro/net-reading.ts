/**
 * `node bench/micro/net-reading.ts`: what a connection costs the server, by the way it reads and
 * writes: the Net door with its own buffer, the door through Node's streams, and Node's streams alone
 * (`data` events, `cork` and `uncork`). The server is a process of its own; rounds are interleaved.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { Socket } from '@samsa/base'
import { NodeNet } from '@samsa/base/node'
import { printTable } from './measure.ts'

interface Shape {
  readonly name: string
  readonly requestBytes: number
  /** Sizes of the pieces of the answer to each request. */
  readonly replyBytes: readonly number[]
  readonly connections: number
  readonly inFlight: number
}

const KIB = 1024
const shapes: readonly Shape[] = [
  { name: 'ping 64 B', requestBytes: 64, replyBytes: [64], connections: 1, inFlight: 1 },
  { name: 'produce 16 KiB', requestBytes: 16 * KIB, replyBytes: [60], connections: 4, inFlight: 4 },
  { name: 'produce 1 MiB', requestBytes: KIB * KIB, replyBytes: [60], connections: 4, inFlight: 2 },
  {
    name: 'fetch 12 x 64 KiB',
    requestBytes: 80,
    replyBytes: [100, ...new Array<number>(12).fill(64 * KIB)],
    connections: 4,
    inFlight: 1,
  },
]
const modes = ['door', 'door, 256 KiB buffer', 'door on streams', 'streams'] as const
type Mode = (typeof modes)[number]

const ROUND_MS = 500
const ROUNDS = 3

interface Spent {
  readonly seconds: number
}

/** The server: counts what comes and answers each full request. */
async function serve(mode: Mode, shape: Shape): Promise<void> {
  const pieces = shape.replyBytes.map((bytes) => Buffer.alloc(bytes, 1))
  const port =
    mode === 'streams' ? await serveStreams(shape, pieces) : await serveDoor(mode, shape, pieces)
  const start = process.cpuUsage()
  process.on('message', () => {
    const { user, system } = process.cpuUsage(start)
    process.send?.({ seconds: (user + system) / 1e6 } satisfies Spent)
  })
  process.send?.(port)
}

async function serveDoor(mode: Mode, shape: Shape, pieces: readonly Buffer[]): Promise<number> {
  const net = new NodeNet({
    readsIntoOwnBuffer: mode !== 'door on streams',
    readBufferBytes: mode === 'door, 256 KiB buffer' ? 256 * KIB : 64 * KIB,
  })
  const frame = new Uint8Array(shape.requestBytes)
  const listener = await net.listen({ host: '127.0.0.1', port: 0, backlog: 16 }, (socket) => {
    let pending = 0
    socket.start({
      onData(bytes) {
        pending = take(bytes, frame, pending, () => socket.write(pieces, () => {}))
      },
      onEnd: () => socket.end(),
      onClose() {},
    })
  })
  return listener.address.port
}

async function serveStreams(shape: Shape, pieces: readonly Buffer[]): Promise<number> {
  const frame = new Uint8Array(shape.requestBytes)
  const server = createServer({ noDelay: true }, (socket) => {
    let pending = 0
    socket.on('data', (bytes) => {
      pending = take(bytes as Buffer, frame, pending, () => {
        socket.cork()
        for (const piece of pieces) socket.write(piece)
        socket.uncork()
      })
    })
    socket.on('error', () => {})
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** Copies into the frame, as a broker does, and calls `answer` for each full one. */
function take(bytes: Uint8Array, frame: Uint8Array, pending: number, answer: () => void): number {
  let filled = pending
  let at = 0
  while (at < bytes.length) {
    const count = Math.min(bytes.length - at, frame.length - filled)
    frame.set(bytes.subarray(at, at + count), filled)
    filled += count
    at += count
    if (filled < frame.length) continue
    filled = 0
    answer()
  }
  return filled
}

interface Figures {
  readonly requests: number
  readonly cpuSeconds: number
  readonly seconds: number
}

async function measure(mode: Mode, shape: Shape): Promise<Figures> {
  const child = fork(fileURLToPath(import.meta.url), [], {
    env: { ...process.env, BENCH_SERVE: JSON.stringify({ mode, shape }) },
  })
  const [port] = (await once(child, 'message')) as [number]
  await drive(port, shape, 150)
  const before = await spent(child)
  const start = performance.now()
  const requests = await drive(port, shape, ROUND_MS)
  const seconds = (performance.now() - start) / 1000
  const after = await spent(child)
  child.kill('SIGKILL')
  await once(child, 'exit')
  return { requests, cpuSeconds: after - before, seconds }
}

async function spent(child: ChildProcess): Promise<number> {
  child.send('spent')
  const [{ seconds }] = (await once(child, 'message')) as [Spent]
  return seconds
}

/** Keeps the connections busy for `ms`; answers how many requests were answered. */
async function drive(port: number, shape: Shape, ms: number): Promise<number> {
  const net = new NodeNet()
  const counts = await Promise.all(
    Array.from({ length: shape.connections }, () =>
      driveOne(net.connect({ host: '127.0.0.1', port }), shape, performance.now() + ms),
    ),
  )
  return counts.reduce((sum, count) => sum + count, 0)
}

function driveOne(socket: Socket, shape: Shape, untilMs: number): Promise<number> {
  const request = Buffer.alloc(shape.requestBytes, 2)
  const replyBytes = shape.replyBytes.reduce((sum, bytes) => sum + bytes, 0)
  let received = 0
  let answered = 0
  return new Promise((resolve) => {
    socket.start({
      onConnect() {
        for (let sent = 0; sent < shape.inFlight; sent++) socket.write([request], () => {})
      },
      onData(bytes) {
        received += bytes.length
        while (received >= replyBytes) {
          received -= replyBytes
          answered++
          if (performance.now() < untilMs) socket.write([request], () => {})
          else socket.destroy()
        }
      },
      onEnd: () => socket.end(),
      onClose: () => resolve(answered),
    })
  })
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

async function main(): Promise<void> {
  const rows = [['shape', 'way', 'requests/s', 'MB/s', 'server CPU µs/request', 'server CPU s/GB']]
  for (const shape of shapes) {
    const figures = new Map<Mode, Figures[]>(modes.map((mode) => [mode, []]))
    for (let round = 0; round < ROUNDS; round++) {
      for (const mode of modes) figures.get(mode)?.push(await measure(mode, shape))
    }
    const bytes = shape.requestBytes + shape.replyBytes.reduce((sum, part) => sum + part, 0)
    for (const [mode, all] of figures) {
      const rate = median(all.map(({ requests, seconds }) => requests / seconds))
      const cpu = median(all.map(({ requests, cpuSeconds }) => cpuSeconds / requests))
      rows.push([
        shape.name,
        mode,
        rate.toFixed(0),
        ((rate * bytes) / 1e6).toFixed(0),
        (cpu * 1e6).toFixed(1),
        ((cpu / bytes) * 1e9).toFixed(3),
      ])
    }
  }
  printTable(rows)
}

const role = process.env['BENCH_SERVE']
if (role === undefined) {
  await main()
} else {
  const { mode, shape } = JSON.parse(role) as { mode: Mode; shape: Shape }
  await serve(mode, shape)
}
