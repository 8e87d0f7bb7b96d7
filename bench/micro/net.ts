/**
 * `node bench/micro/net.ts`: the real Net door over loopback, both ends in this process: round trips of
 * one message at a time, and of sixteen under way.
 */
import type { Socket } from '@samsa/base'
import { createNodeDoors } from '@samsa/base/node'
import { printTable } from './measure.ts'

const MEASURE_MS = 700

const { net, compute } = createNodeDoors()
const nothing = (): void => {}

/** Answers every byte with the same. */
const listener = await net.listen({ host: '127.0.0.1', port: 0, backlog: 16 }, (socket) => {
  socket.start({
    onData: (bytes) => socket.write([Uint8Array.from(bytes)], nothing),
    onEnd: () => socket.destroy(),
    onClose: nothing,
  })
})

async function roundTrips(bytes: number, inFlight: number): Promise<number> {
  const message = Buffer.alloc(bytes, 0x61)
  const until = performance.now() + MEASURE_MS
  let received = 0
  const socket: Socket = net.connect(listener.address)
  await new Promise<void>((resolve) => {
    socket.start({
      onConnect: () => {
        for (let index = 0; index < inFlight; index++) socket.write([message], nothing)
      },
      onData: (data) => {
        const before = Math.floor(received / bytes)
        received += data.length
        if (performance.now() > until) return resolve()
        for (let done = before; done < Math.floor(received / bytes); done++) {
          socket.write([message], nothing)
        }
      },
      onEnd: nothing,
      onClose: nothing,
    })
  })
  socket.destroy()
  return received / bytes
}

const rows = [['round trips', 'bytes', 'under way', 'µs each', 'MB/s each way']]
for (const [bytes, inFlight] of [
  [64, 1],
  [64, 16],
  [16_384, 1],
  [16_384, 16],
  [262_144, 4],
] as const) {
  const trips = await roundTrips(bytes, inFlight)
  rows.push([
    'loopback',
    String(bytes),
    String(inFlight),
    ((MEASURE_MS * 1000) / trips).toFixed(1),
    ((trips * bytes) / MEASURE_MS / 1000).toFixed(0),
  ])
}
printTable(rows)
await listener.close()
await compute.close()
