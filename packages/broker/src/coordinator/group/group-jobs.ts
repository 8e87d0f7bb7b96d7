import type { Clock, Logger, Uuid } from '@samsa/base'
import type { CoordinatorRuntime } from '../runtime/coordinator-runtime.ts'
import type { CoordinatorRecord } from '../runtime/operation.ts'
import type { Shard } from '../runtime/shard.ts'
import { isOtherTopic } from './group-records.ts'
import { expireGroup, forgetTopic } from './offsets/expiry.ts'
import type { GroupShard } from './shard/group-shard.ts'

/** Groups looked at in one turn of the loop. */
const TURN_GROUPS_MAX = 200
/** Offsets that make a turn full before that. */
const TURN_RECORDS_MAX = 1000

export interface DeletedTopic {
  readonly name: string
  readonly id: Uuid
}

type Look = (shard: GroupShard, groupId: string, nowMs: number) => CoordinatorRecord[]

/**
 * Long work over all groups of this node, some groups a turn: what is looked at late is looked at as it
 * is then. Records go into as many batches as they need.
 */
export class GroupJobs {
  readonly #runtime: CoordinatorRuntime<GroupShard>
  readonly #clock: Clock
  readonly #logger: Logger

  constructor(runtime: CoordinatorRuntime<GroupShard>, clock: Clock, logger: Logger) {
    this.#runtime = runtime
    this.#clock = clock
    this.#logger = logger
  }

  /** Offsets and groups that have outlived their retention go. */
  expire(retentionMs: number): void {
    for (const shard of this.#runtime.activeShards()) {
      this.#run(shard, 'expireOffsets', shard.state.groups.keys(), (state, groupId, nowMs) =>
        expireGroup(state, groupId, nowMs, retentionMs),
      )
    }
  }

  /** Offsets of topics that are gone go with them. */
  forgetTopics(topics: readonly DeletedTopic[]): void {
    for (const shard of this.#runtime.activeShards()) {
      this.#run(shard, 'forgetTopics', shard.state.offsets.groupIds(), (state, groupId) =>
        topics.flatMap((topic) =>
          forgetTopic(state, groupId, topic, ({ topicId }) => isOtherTopic(topicId, topic.id)),
        ),
      )
    }
  }

  #run(shard: Shard<GroupShard>, name: string, groupIds: Iterable<string>, look: Look): void {
    const ids = [...groupIds]
    let next = 0
    let recordsCount = 0
    const turn = (): void => {
      if (!shard.isActive) return
      shard.write<void>({
        name,
        decide: (state, nowMs) => {
          const records: CoordinatorRecord[] = []
          const end = Math.min(next + TURN_GROUPS_MAX, ids.length)
          while (next < end && records.length < TURN_RECORDS_MAX) {
            for (const record of look(state, ids[next++] as string, nowMs)) records.push(record)
          }
          recordsCount += records.length
          return { records, response: undefined, isAtomic: false }
        },
        refused: () => undefined,
      })
      if (next < ids.length) this.#clock.afterIo(turn)
      else if (recordsCount > 0) {
        this.#logger.log('debug', 'offsets of groups are gone', {
          why: name,
          partition: shard.partition,
          records: recordsCount,
        })
      }
    }
    turn()
  }
}
