import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { silentLogger } from '@samsa/base'
import { createNodeDoors } from '@samsa/base/node'
import { loadStaticConfig, startNode, type RunningNode } from '@samsa/broker'
import { formatStorage } from '@samsa/broker/server'
import {
  type Api,
  createTopicsApi,
  createTopicsRequest,
  createTopicsRequestTopic,
  listOffsetsApi,
  listOffsetsRequest,
  listOffsetsRequestTopic,
  listOffsetsRequestTopicPartition,
  Reader,
  Writer,
} from '@samsa/protocol'
import { newBatchTools } from './batch-tools.ts'
import { LoopbackNet, type LoopbackSocket } from './loopback-net.ts'

const PORT = 9092

/**
 * A whole node in this process, with real files in a temporary directory and no network: what it
 * costs from the bytes of a request to the bytes of its answer.
 */
export class BenchNode {
  readonly #net: LoopbackNet
  readonly #node: RunningNode
  readonly #directory: string
  #lastId: number

  static async start(overrides: readonly string[] = []): Promise<BenchNode> {
    const directory = mkdtempSync(join(tmpdir(), 'samsa-bench-'))
    const result = loadStaticConfig({
      propertiesText: [
        'process.roles=broker,controller',
        'node.id=1',
        `listeners=PLAINTEXT://localhost:${PORT},CONTROLLER://localhost:${PORT + 1}`,
        'controller.listener.names=CONTROLLER',
        `controller.quorum.bootstrap.servers=localhost:${PORT + 1}`,
        `log.dirs=${directory}`,
      ].join('\n'),
      overrides,
    })
    if (!result.ok) throw new Error(result.failure.map(({ message }) => message).join(' '))
    const config = result.value
    await formatStorage({ config, clusterId: undefined })
    const net = new LoopbackNet()
    const doors = createNodeDoors()
    const node = await startNode({
      config,
      doors: { ...doors, net },
      logger: silentLogger,
      tools: newBatchTools(),
      closeDoors: () => doors.compute.close(),
    })
    return new BenchNode(net, node, directory)
  }

  private constructor(net: LoopbackNet, node: RunningNode, directory: string) {
    this.#net = net
    this.#node = node
    this.#directory = directory
    this.#lastId = 0
  }

  dial(): LoopbackSocket {
    return this.#net.dial(PORT)
  }

  frame<Request>(api: Api<Request, unknown>, version: number, request: Request): Uint8Array {
    const writer = new Writer()
    writer.beginFrame()
    writer.int16(api.key)
    writer.int16(version)
    writer.int32(++this.#lastId)
    writer.nullableString('bench')
    if (api.requestHeaderVersion(version) === 2) writer.onlyUnknownTags(null)
    api.request.encode(writer, request, version)
    return writer.finishBytes()
  }

  /** One request on a connection that has no other, answered at once or later. */
  async call<Request, Response>(
    socket: LoopbackSocket,
    api: Api<Request, Response>,
    version: number,
    request: Request,
  ): Promise<Response> {
    socket.answer = []
    socket.send(this.frame(api, version, request))
    while (socket.answer.length === 0) await new Promise((resolve) => setImmediate(resolve))
    socket.drain()
    const reader = new Reader(Buffer.concat(socket.answer), { position: 8 })
    if (api.responseHeaderVersion(version) === 1) reader.unknownTags()
    return api.response.decode(reader, version)
  }

  /** Makes a topic and waits until all of its partitions are served. */
  async createTopic(name: string, numPartitions: number): Promise<void> {
    const socket = this.dial()
    const topic = createTopicsRequestTopic({ name, numPartitions, replicationFactor: 1 })
    const request = createTopicsRequest({ topics: [topic], timeoutMs: 10_000 })
    await this.call(socket, createTopicsApi, 7, request)
    const partitions = Array.from({ length: numPartitions }, (_, partitionIndex) =>
      listOffsetsRequestTopicPartition({ partitionIndex, timestamp: -1n }),
    )
    const asked = listOffsetsRequest({
      replicaId: -1,
      topics: [listOffsetsRequestTopic({ name, partitions })],
    })
    for (;;) {
      const { topics } = await this.call(socket, listOffsetsApi, 7, asked)
      if (topics[0]!.partitions.every(({ errorCode }) => errorCode === 0)) return
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  async stop(): Promise<void> {
    await this.#node.stop()
    rmSync(this.#directory, { recursive: true, force: true })
  }
}
