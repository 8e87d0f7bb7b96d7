import type { BrokerError, Uuid } from '@samsa/base'

/**
 * A log directory in use. The first failure takes it offline, with all the logs in it: a disk that
 * has lied once is not asked again before a restart.
 */
export class DirectoryState {
  readonly path: string
  readonly id: Uuid
  failure: BrokerError | undefined
  /** Partitions' directories were made or renamed since it was last synced. */
  isDirty: boolean
  readonly #members: Set<DirectoryMember>

  constructor(path: string, id: Uuid) {
    this.path = path
    this.id = id
    this.failure = undefined
    this.isDirty = false
    this.#members = new Set()
  }

  get isOffline(): boolean {
    return this.failure !== undefined
  }

  join(member: DirectoryMember): void {
    this.#members.add(member)
  }

  leave(member: DirectoryMember): void {
    this.#members.delete(member)
  }

  /** Only the first failure counts. */
  fail(error: BrokerError): void {
    if (this.failure !== undefined) return
    this.failure = error
    for (const member of this.#members) member.onDirectoryFailed(error)
  }
}

export interface DirectoryMember {
  onDirectoryFailed(error: BrokerError): void
}
