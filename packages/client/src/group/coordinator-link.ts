import type { Address } from '@samsa/base'
import { ErrorCode, findCoordinatorApi, findCoordinatorRequest } from '@samsa/protocol'
import type { Cluster } from '../cluster/cluster.ts'
import { ensureAccepted, isRetriable } from '../cluster/retry.ts'
import type { ClientConnection } from '../connection/client-connection.ts'

const KEY_TYPE_GROUP = 0

/** Finds a group's coordinator, and finds it anew after it has moved. */
export class CoordinatorLink {
  readonly #cluster: Cluster
  readonly #groupId: string
  #address: Address | undefined

  constructor(cluster: Cluster, groupId: string) {
    this.#cluster = cluster
    this.#groupId = groupId
    this.#address = undefined
  }

  /** A connection for group requests alone, since JoinGroup holds up what comes after it. */
  async connection(): Promise<ClientConnection> {
    this.#address ??= await this.#find()
    try {
      return await this.#cluster.brokerAt(this.#address, 'group')
    } catch (error) {
      this.#address = undefined
      throw error
    }
  }

  /** Looks at why a request failed: whether the coordinator is to be found anew. */
  onError(error: unknown): void {
    if (!isRetriable(error)) return
    if (error.errorCode !== ErrorCode.COORDINATOR_LOAD_IN_PROGRESS) this.#address = undefined
  }

  async #find(): Promise<Address> {
    const connection = await this.#cluster.anyBroker()
    const request = findCoordinatorRequest({ key: this.#groupId, keyType: KEY_TYPE_GROUP })
    const version = connection.versionOf(findCoordinatorApi, 3)
    const { errorCode, host, port } = await connection.send(findCoordinatorApi, version, request)
    ensureAccepted(`FindCoordinator of ${this.#groupId}`, errorCode)
    return { host, port }
  }
}
