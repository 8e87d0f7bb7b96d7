import { silentLogger, type Doors } from '@samsa/base'
import {
  formatDirectories,
  loadStaticConfig,
  METADATA_VERSION_MAX,
  startNode,
  type RunningNode,
  type StaticConfig,
} from '@samsa/broker'
import { ClientConnection } from '@samsa/client'
import { createChecksum, createCompression, type BatchTools } from '@samsa/protocol'
import type { SimHost } from '@samsa/testkit'

const PORT = 9092
export const DATA = '/data'

const properties = [
  'process.roles=broker,controller',
  'node.id=1',
  `listeners=PLAINTEXT://:${PORT},CONTROLLER://:9093`,
  'controller.listener.names=CONTROLLER',
  'controller.quorum.bootstrap.servers=localhost:9093',
  `log.dirs=${DATA}`,
  'offsets.topic.replication.factor=1',
  'group.initial.rebalance.delay.ms=0',
]

/** Without native parts: a run must be the same on every machine. */
export function simulatedTools(): BatchTools {
  return {
    checksum: createChecksum({ native: undefined }),
    compression: createCompression({ lz4WasmBytes: undefined, reuseContexts: false }),
  }
}

export function simulatedConfig(overrides: readonly string[] = []): StaticConfig {
  const loaded = loadStaticConfig({ propertiesText: properties.join('\n'), overrides })
  if (!loaded.ok) throw loaded.failure[0] ?? new Error('the configuration was refused')
  return loaded.value
}

export async function formatHost(doors: Doors): Promise<void> {
  const { disk, clock, random } = doors
  await formatDirectories({
    disk,
    clock,
    random,
    tools: simulatedTools(),
    directories: [DATA],
    metadataDirectory: DATA,
    clusterId: random.uuid(),
    nodeId: simulatedConfig().nodeId,
    metadataVersion: METADATA_VERSION_MAX,
    features: new Map(),
    standaloneEndpoints: [{ name: 'CONTROLLER', host: 'localhost', port: 9093 }],
    ignoresFormatted: false,
  })
}

export function startSimulatedNode(
  host: SimHost,
  overrides: readonly string[] = [],
): Promise<RunningNode> {
  return startNode({
    config: simulatedConfig(overrides),
    doors: host.doors,
    logger: silentLogger,
    tools: simulatedTools(),
  })
}

export function connectFrom(client: SimHost, node: SimHost): Promise<ClientConnection> {
  return ClientConnection.open(
    { host: node.name, port: PORT },
    {
      net: client.doors.net,
      clock: client.doors.clock,
      clientId: client.name,
      requestMsMax: 30_000,
      responseBytesMax: 64 * 1024 * 1024,
    },
  )
}
