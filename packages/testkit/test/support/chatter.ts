import type { Doors } from '@samsa/base'

import { syncFile, writeAt } from '../../src/conformance/disk-calls.ts'
import type { Simulation } from '../../src/index.ts'

/**
 * A small program that uses every door on three hosts: each node logs what the others send it to a
 * file of its own, with timers, random sizes and tasks in between.
 */
export async function chatter(simulation: Simulation, rounds: number): Promise<void> {
  const names = ['one', 'two', 'three']
  for (const name of names) simulation.host(name).volume.makeDirectories('/data')
  await simulation.complete(async () => {
    const logs = await Promise.all(names.map((name) => startLog(simulation.host(name).doors)))
    await Promise.all(
      names.map((name) => talk(simulation.host(name).doors, names, rounds, 10_000 * rounds)),
    )
    await Promise.all(logs.map((log) => log.close()))
  })
}

interface Log {
  close(): Promise<void>
}

async function startLog(doors: Doors): Promise<Log> {
  const { disk, net } = doors
  const file = await disk.open('/data/log', 'create')
  let sizeBytes = 0
  let last: Promise<void> = Promise.resolve()
  const append = async (bytes: Uint8Array): Promise<void> => {
    await writeAt(disk, file, [bytes], sizeBytes)
    sizeBytes += bytes.length
    if (doors.random.integer(4) === 0) await syncFile(disk, file, 'quorum')
  }
  const listener = await net.listen({ host: '', port: 9092, backlog: 10 }, (socket) => {
    socket.start({
      onData(bytes) {
        const copy = new Uint8Array(bytes)
        last = last.then(() => append(copy)).then(() => socket.write([copy], () => {}))
      },
      onEnd: () => socket.end(),
      onClose() {},
    })
  })
  return {
    async close() {
      await listener.close()
      await last
      await disk.close(file)
    },
  }
}

/** Sends to the others in turn and waits until every byte has come back. */
async function talk(
  doors: Doors,
  names: readonly string[],
  rounds: number,
  bytesMax: number,
): Promise<void> {
  const { clock, compute, net, random } = doors
  for (let round = 0; round < rounds; round++) {
    const host = names[random.integer(names.length)] ?? ''
    const bytes = random.bytes(1 + random.integer(bytesMax / rounds))
    const doubled = await compute.run(
      { name: 'chatter/length', run: (b: Uint8Array) => b.length },
      bytes,
    )
    await new Promise<void>((resolve) => {
      let seen = 0
      const socket = net.connect({ host, port: 9092 })
      socket.start({
        onData(back) {
          seen += back.length
          if (seen === doubled) socket.end()
        },
        onEnd() {},
        onClose: () => resolve(),
      })
      socket.write([bytes], () => {})
    })
    await new Promise<void>((resolve) => {
      clock.setTimer(random.integer(50), resolve)
    })
  }
}
