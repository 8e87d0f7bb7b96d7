import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'

/** A port that was free a moment ago, with its successor free as well (listener and controller). */
export async function freePortPair(): Promise<number> {
  for (;;) {
    const first = createServer().listen(0, '127.0.0.1')
    await once(first, 'listening')
    const { port } = first.address() as AddressInfo
    const second = createServer()
    second.listen(port + 1, '127.0.0.1')
    const [outcome] = (await Promise.race([
      once(second, 'listening').then(() => [true]),
      once(second, 'error').then(() => [false]),
    ])) as [boolean]
    first.close()
    second.close()
    if (outcome) return port
  }
}
