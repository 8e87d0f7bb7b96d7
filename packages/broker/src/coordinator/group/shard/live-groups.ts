import type { Clock, Logger, Wheel } from '@samsa/base'
import { ErrorCode, type Writer } from '@samsa/protocol'
import type { ClassicGroup } from '../classic/classic-group.ts'
import type { AfterStore, GroupEffect, GroupSettings, GroupTurn } from '../classic/effects.ts'
import { joinTimerEnded, sessionEnded, syncTimerEnded } from '../classic/rebalance.ts'
import { storeEnded } from '../classic/sync.ts'
import { unloadGroup } from '../classic/unload.ts'
import type { Decided } from '../../runtime/operation.ts'
import { coordinatorRefusal } from '../../runtime/refusal.ts'
import { groupRecord, type StoredGroup } from '../group-records.ts'
import { GroupTimers } from './group-timers.ts'

/** A group with members, or about to have some. */
export interface LiveGroup {
  readonly group: ClassicGroup
  readonly timers: GroupTimers
}

export interface LiveGroupsOptions {
  readonly clock: Clock
  readonly wheel: Wheel
  readonly logger: Logger
  readonly settings: GroupSettings
  readonly writer: Writer
  /** Runs what a timer or the end of a store makes of a group as an operation of the shard. */
  submit(name: string, decide: () => Decided<void>): void
  /** The group as it is committed, and nothing newer is on its way; else undefined. */
  settled(groupId: string): StoredGroup | undefined
}

/**
 * The soft state of a shard: groups with members, their parked requests and timers. Carries out what
 * the groups decide. Groups without members need nothing here.
 */
export class LiveGroups {
  readonly #options: LiveGroupsOptions
  readonly #groups: Map<string, LiveGroup>
  /** Effects in the order of the decisions; answers may bring the next request while they are run. */
  #queue: { readonly live: LiveGroup; readonly effect: GroupEffect }[]
  #isPerforming: boolean

  constructor(options: LiveGroupsOptions) {
    this.#options = options
    this.#groups = new Map()
    this.#queue = []
    this.#isPerforming = false
  }

  get size(): number {
    return this.#groups.size
  }

  get(groupId: string): LiveGroup | undefined {
    return this.#groups.get(groupId)
  }

  add(group: ClassicGroup): LiveGroup {
    const { clock, wheel } = this.#options
    const { groupId } = group
    const timers = new GroupTimers(clock, wheel, {
      onSession: (memberId) =>
        this.#timerEnded(groupId, 'endSession', (turn) => sessionEnded(group, memberId, turn)),
      onJoin: (initial) =>
        this.#timerEnded(groupId, 'endJoin', (turn) => joinTimerEnded(group, initial, turn)),
      onSync: (generation) =>
        this.#timerEnded(groupId, 'endSync', (turn) => syncTimerEnded(group, generation, turn)),
    })
    const live = { group, timers }
    this.#groups.set(groupId, live)
    return live
  }

  /** It has no members: what was handed out is void. */
  drop(groupId: string): void {
    const live = this.#groups.get(groupId)
    if (live === undefined) return
    this.#groups.delete(groupId)
    live.timers.close()
  }

  newTurn(): GroupTurn {
    const { clock, settings } = this.#options
    return { nowMs: clock.wallMs(), settings, effects: [] }
  }

  /** What a decision comes to as an operation of the shard. */
  decided<Response>(
    live: LiveGroup,
    { effects }: GroupTurn,
    response: Decided<Response>['response'],
  ): Decided<Response> {
    const store = effects.find((effect) => effect.kind === 'store')
    if (store === undefined) {
      return { records: [], response, onDecided: () => this.#perform(live, effects) }
    }
    const { group, after } = store
    return {
      records: [groupRecord(live.group.groupId, group, this.#options.writer)],
      response,
      onDecided: () => this.#perform(live, effects),
      onCommitted: () => this.#stored(live, after, ErrorCode.NONE),
      onFailed: (errorCode) => this.#stored(live, after, coordinatorRefusal(errorCode)),
    }
  }

  /** Carries out a decision that stores nothing. */
  perform(live: LiveGroup, { effects }: GroupTurn): void {
    this.#perform(live, effects)
  }

  /** The shard is another node's from now on. */
  unload(): void {
    for (const live of [...this.#groups.values()]) {
      const turn = this.newTurn()
      unloadGroup(live.group, turn)
      this.perform(live, turn)
    }
  }

  #timerEnded(groupId: string, name: string, decide: (turn: GroupTurn) => void): void {
    this.#options.submit(name, () => {
      const live = this.#groups.get(groupId)
      if (live === undefined) return { records: [], response: undefined }
      const turn = this.newTurn()
      decide(turn)
      return this.decided<void>(live, turn, undefined)
    })
  }

  #stored(live: LiveGroup, after: AfterStore, refusal: number): void {
    if (this.#groups.get(live.group.groupId) !== live) return
    const turn = this.newTurn()
    storeEnded(live.group, after, refusal, turn)
    if (turn.effects.some(({ kind }) => kind === 'store')) {
      this.#options.submit('store', () => this.decided<void>(live, turn, undefined))
    } else this.#perform(live, turn.effects)
  }

  #perform(live: LiveGroup, effects: readonly GroupEffect[]): void {
    for (const effect of effects) this.#queue.push({ live, effect })
    if (!this.#isPerforming) this.#performAll()
    this.#forgetIfIdle(live)
  }

  #performAll(): void {
    this.#isPerforming = true
    try {
      while (this.#queue.length > 0) {
        const queue = this.#queue
        this.#queue = []
        for (const { live, effect } of queue) this.#performOne(live, effect)
      }
    } finally {
      this.#isPerforming = false
    }
  }

  #performOne({ group, timers }: LiveGroup, effect: GroupEffect): void {
    switch (effect.kind) {
      case 'answerJoin':
        return effect.to.resolve(effect.response)
      case 'answerSync':
        return effect.to.resolve(effect.response)
      case 'session':
        return timers.startSession(effect.memberId, effect.timeoutMs)
      case 'endSession':
        return timers.endSession(effect.memberId)
      case 'joinTimer':
        return timers.startJoin(effect.delayMs, effect.initial)
      case 'endJoinTimer':
        return timers.endJoin()
      case 'syncTimer':
        return timers.startSync(effect.timeoutMs, effect.generation)
      case 'endSyncTimer':
        return timers.endSync()
      case 'note':
        return this.#options.logger.log('debug', effect.text, { group: group.groupId })
      case 'store':
        return undefined
    }
  }

  /** A group that says no more than its record does needs no object. */
  #forgetIfIdle({ group }: LiveGroup): void {
    const { groupId } = group
    if (group.state === 'Dead') return this.drop(groupId)
    if (group.state !== 'Empty' || group.pendingJoin.size > 0) return
    const settled = this.#options.settled(groupId)
    if (settled?.generation === group.generation && settled.members.length === 0) {
      this.drop(groupId)
    }
  }
}
