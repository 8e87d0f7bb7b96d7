import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMemoryPool, silentLogger, type Address, type MemoryPool } from '@samsa/base'
import { createNodeDoors, type NodeDoors } from '@samsa/base/node'
import { loadStaticConfig, startNode, type RunningNode } from '@samsa/broker'
import { createBatchTools, formatStorage, loadNodeAccelerators } from '@samsa/broker/server'

const properties = (logDir: string): string =>
  [
    'process.roles=broker,controller',
    'node.id=1',
    'listeners=PLAINTEXT://127.0.0.1:0,CONTROLLER://127.0.0.1:0',
    'controller.listener.names=CONTROLLER',
    'controller.quorum.bootstrap.servers=localhost:9093',
    `log.dirs=${logDir}`,
    'offsets.topic.replication.factor=1',
    'group.initial.rebalance.delay.ms=0',
  ].join('\n')

/** A node in this very process, on real sockets and a temporary folder. */
export interface InProcessNode {
  readonly node: RunningNode
  readonly address: Address
  readonly controllerAddress: Address
  readonly folder: string
  readonly memory: MemoryPool
  /** Stops it and removes its folder. */
  dispose(): Promise<void>
}

/** Released memory is poisoned, so that whoever uses it too long is found out. */
export async function startInProcessNode(
  overrides: readonly string[] = [],
  doors: NodeDoors = createNodeDoors(),
): Promise<InProcessNode> {
  const folder = await mkdtemp(join(tmpdir(), 'samsa-node-'))
  const loaded = loadStaticConfig({ propertiesText: properties(folder), overrides })
  if (!loaded.ok) throw loaded.failure[0] ?? new Error('the configuration was refused')
  const config = loaded.value
  await formatStorage({ config, clusterId: undefined })
  const memory = createMemoryPool({ poison: true })
  const node = await startNode({
    config,
    doors,
    logger: silentLogger,
    tools: createBatchTools(loadNodeAccelerators()),
    memory,
    closeDoors: () => doors.compute.close(),
  })
  const addressOf = (name: string): Address => {
    const address = node.addresses.get(name)
    if (address === undefined) throw new Error(`${name} is not bound`)
    return address
  }
  return {
    node,
    address: addressOf('PLAINTEXT'),
    controllerAddress: addressOf('CONTROLLER'),
    folder,
    memory,
    dispose: async () => {
      await node.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
