import { Completion, silentLogger, type Lease } from '@samsa/base'
import {
  describeConfigsApi,
  incrementalAlterConfigsApi,
  Reader,
  Writer,
  type Api,
  type DescribeConfigsRequest,
  type DescribeConfigsResponse,
  type IncrementalAlterConfigsRequest,
  type IncrementalAlterConfigsResponse,
} from '@samsa/protocol'
import { LayeredNodeConfig } from '../../../src/config/layered-node-config.ts'
import type { Controller } from '../../../src/controller/controller.ts'
import { RequestContext } from '../../../src/dispatch/context.ts'
import type { Handler } from '../../../src/dispatch/handler.ts'
import { describeConfigsHandler } from '../../../src/handlers/032-describe-configs.ts'
import { incrementalAlterConfigsHandler } from '../../../src/handlers/044-incremental-alter-configs.ts'
import type { ConnectionInfo } from '../../../src/net/connection-info.ts'
import { allowEverything, type Authorizer } from '../../../src/security/authorizer.ts'
import { ANONYMOUS } from '../../../src/security/principal.ts'
import type { NodeServices } from '../../../src/services.ts'
import { Cluster, startupWith } from './cluster.ts'

const connection: ConnectionInfo = {
  id: 1,
  listenerName: 'PLAINTEXT',
  local: { host: '127.0.0.1', port: 9092 },
  remote: { host: '10.0.0.9', port: 50_000 },
  principal: ANONYMOUS,
  softwareName: 'unknown',
  softwareVersion: 'unknown',
  isOpen: true,
  onClose: () => () => {},
}

const noFrame: Lease = { bytes: new Uint8Array(0), retain: () => {}, release: () => {} }

function through<Message>(
  codec: Api<Message, unknown>['request'],
  message: Message,
  version: number,
): Message {
  const writer = new Writer()
  codec.encode(writer, message, version)
  return codec.decode(new Reader(writer.finishBytes()), version)
}

/** Sends requests to the two handlers by way of their bytes; decisions are committed at once. */
export class ConfigClient {
  readonly cluster: Cluster = new Cluster()
  readonly config: LayeredNodeConfig = new LayeredNodeConfig(startupWith(), silentLogger)
  isActiveController = true
  #authorizer: Authorizer

  constructor(authorizer: Authorizer = allowEverything) {
    this.#authorizer = authorizer
    this.cluster.subscribe(this.config)
  }

  describe(request: DescribeConfigsRequest, version: number): DescribeConfigsResponse {
    return this.#send(describeConfigsApi, describeConfigsHandler, request, version)
  }

  alter(request: IncrementalAlterConfigsRequest, version: number): IncrementalAlterConfigsResponse {
    return this.#send(incrementalAlterConfigsApi, incrementalAlterConfigsHandler, request, version)
  }

  #send<Request, Response>(
    api: Api<Request, Response>,
    handler: Handler<Request, Response>,
    request: Request,
    version: number,
  ): Response {
    const header = { apiKey: api.key, version, correlationId: 1, clientId: 'test' }
    const context = new RequestContext(this.#services(), connection, header, noFrame)
    const { response } = handler.admit(through(api.request, request, version), context)
    const settled = response instanceof Completion ? response : Completion.of(response)
    let answer: Response | undefined
    settled.whenSettled(
      (value) => {
        if (typeof value !== 'symbol') answer = through(api.response, value as Response, version)
      },
      (error) => {
        throw error
      },
    )
    if (answer === undefined) throw new Error('no answer')
    return answer
  }

  #services(): NodeServices {
    const controller: Controller = {
      submit: (operation, refuse) => {
        if (!this.isActiveController && refuse !== undefined) {
          return { effect: undefined, response: Completion.of(refuse(41)) }
        }
        const { records, response } = operation.decide(this.cluster.image, {
          nowMs: 0,
          nextOffset: 0,
          randomInteger: () => 0,
          randomUuid: () => {
            throw new Error('configs need no ids')
          },
        })
        this.cluster.commit(records)
        return { effect: undefined, response: Completion.of(response) }
      },
    }
    const metadata = { image: () => this.cluster.image, subscribe: () => {} }
    const services = { config: this.config, controller, metadata, authorizer: this.#authorizer }
    return services as unknown as NodeServices
  }
}
