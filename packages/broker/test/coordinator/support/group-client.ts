import { ErrorCode, type JoinGroupResponse, type SyncGroupResponse } from '@samsa/protocol'
import type { Call, GroupBench } from './group-bench.ts'

const GROUP = 'g'

/** A consumer that does what consumers do, a step at a time. */
export class GroupClient {
  readonly instance: string | undefined
  id = ''
  generation = -1
  /** Has an assignment of `generation`, as far as it knows. */
  isStable = false
  /** Gone without a word: does nothing any more. */
  isGone = false
  #join: Call<JoinGroupResponse> | undefined
  #sync: Call<SyncGroupResponse> | undefined

  constructor(instance: string | undefined) {
    this.instance = instance
  }

  get isWaiting(): boolean {
    return this.#join !== undefined || this.#sync !== undefined
  }

  step(bench: GroupBench): void {
    if (this.isGone) return
    if (this.#join !== undefined) this.#joined(bench, this.#join)
    else if (this.#sync !== undefined) this.#synced(this.#sync)
    else if (!this.isStable) this.#join = this.#askToJoin(bench)
    else this.#heard(bench.heartbeat(GROUP, this.id, this.generation))
  }

  leave(bench: GroupBench): void {
    if (this.isGone || this.id === '') return
    bench.leave(GROUP, this.id)
    this.#forget()
    this.id = ''
  }

  /** The process begins anew: it has forgotten its id. */
  begin(): void {
    this.#forget()
    this.id = ''
  }

  /** The connection is gone, and with it whatever was asked on it. */
  disconnect(): void {
    this.#forget()
  }

  #forget(): void {
    this.isStable = false
    this.#join = undefined
    this.#sync = undefined
  }

  #askToJoin(bench: GroupBench): Call<JoinGroupResponse> {
    const { id, instance } = this
    return bench.join(GROUP, {
      v: 9,
      id,
      session: 10_000,
      rebalance: 15_000,
      ...(instance === undefined ? {} : { instance }),
    })
  }

  #joined(bench: GroupBench, { value }: Call<JoinGroupResponse>): void {
    if (value === undefined) return
    this.#join = undefined
    const { errorCode, memberId, generationId, members, leader } = value
    if (errorCode === ErrorCode.MEMBER_ID_REQUIRED) this.id = memberId
    else if (errorCode !== ErrorCode.NONE) this.#refused(errorCode)
    else {
      this.id = memberId
      this.generation = generationId
      const assign = memberId === leader ? members.map((member) => [member.memberId, 'A']) : []
      this.#sync = bench.sync(GROUP, memberId, generationId, Object.fromEntries(assign))
    }
  }

  #synced({ value }: Call<SyncGroupResponse>): void {
    if (value === undefined) return
    this.#sync = undefined
    if (value.errorCode === ErrorCode.NONE) this.isStable = true
    else this.#refused(value.errorCode)
  }

  #heard(errorCode: number): void {
    if (errorCode === ErrorCode.NONE) return
    this.isStable = false
    this.#refused(errorCode)
  }

  #refused(errorCode: number): void {
    const isNobody =
      errorCode === ErrorCode.UNKNOWN_MEMBER_ID || errorCode === ErrorCode.FENCED_INSTANCE_ID
    if (isNobody) this.id = ''
  }
}
