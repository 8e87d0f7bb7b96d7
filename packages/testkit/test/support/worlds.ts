import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { createNodeDoors, type NodeDoorsOptions } from '@samsa/base/node'

import type { DoorWorld } from '../../src/conformance/conformance.ts'
import { Simulation } from '../../src/doors/simulation.ts'

/** This machine: loopback, a temporary directory. */
export async function realWorld(options: NodeDoorsOptions = {}): Promise<DoorWorld> {
  const root = await mkdtemp(join(tmpdir(), 'samsa-doors-'))
  const doors = createNodeDoors(options)
  return {
    doors,
    peer: doors,
    host: 'localhost',
    root,
    run: (work) => work(),
    stall(ms) {
      const endMs = performance.now() + ms
      while (performance.now() < endMs);
    },
    async close() {
      await doors.compute.close()
      await rm(root, { recursive: true })
    },
  }
}

/** Two simulated hosts; the peer is on the other one. */
export async function simulatedWorld(seed: number): Promise<DoorWorld> {
  const simulation = new Simulation({ seed })
  const node = simulation.host('node')
  const peer = simulation.host('peer')
  node.volume.makeDirectories('/data')
  return {
    doors: node.doors,
    peer: peer.doors,
    host: 'node',
    root: '/data',
    run: (work) => simulation.complete(work),
    stall: (ms) => node.freeze(ms),
    close: async () => {},
  }
}
