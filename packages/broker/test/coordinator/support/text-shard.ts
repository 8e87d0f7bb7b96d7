import { Completion, leaderEpoch, silentLogger, Wheel } from '@samsa/base'
import type {
  CoordinatorRecord,
  RecordPlace,
  ShardContext,
  ShardState,
  WriteOperation,
} from '../../../src/coordinator/runtime/operation.ts'
import { Shard } from '../../../src/coordinator/runtime/shard.ts'
import { TimelineMap } from '../../../src/coordinator/runtime/timeline-map.ts'
import { ManualClock } from '../../replica/support/manual-clock.ts'
import { ScriptedLog, textOf } from './scripted-log.ts'

/** The plainest state there is: texts by key. */
export class TextState implements ShardState {
  readonly texts: TimelineMap<string, string>
  readonly context: ShardContext<TextState>
  readonly markers: [number, boolean][] = []
  readonly places: RecordPlace[] = []
  isActive = false

  constructor(context: ShardContext<TextState>) {
    this.context = context
    this.texts = new TimelineMap(context.registry)
  }

  replay(record: CoordinatorRecord, place: RecordPlace): void {
    const { key, value } = textOf(record)
    this.places.push(place)
    if (value === null) this.texts.delete(key)
    else this.texts.set(key, value)
  }

  replayMarker(producerId: number, isCommitted: boolean): void {
    this.markers.push([producerId, isCommitted])
  }

  *onLoaded(): Generator<void, void> {
    yield
    this.isActive = true
  }

  onClosed(): void {
    this.isActive = false
  }

  latest(): Record<string, string> {
    return Object.fromEntries(this.texts.entries())
  }

  committed(): Record<string, string> {
    return Object.fromEntries(this.texts.entriesAt(this.context.registry.committedEpoch))
  }
}

/** In one go. */
export function start(shard: Shard<TextState>): void {
  for (const _turn of shard.start()) continue
}

export const COMMIT_TIMEOUT_MS = 5000

export interface TextShard {
  readonly shard: Shard<TextState>
  readonly log: ScriptedLog
  readonly clock: ManualClock
  readonly wheel: Wheel
}

export function textShard(
  log: ScriptedLog = new ScriptedLog(),
  isLoaded: boolean = true,
): TextShard {
  const clock = new ManualClock()
  const wheel = new Wheel(clock)
  const shard = new Shard<TextState>(0, leaderEpoch(3), (context) => new TextState(context), {
    log,
    clock,
    wheel,
    logger: silentLogger,
    commitTimeoutMs: () => COMMIT_TIMEOUT_MS,
  })
  if (isLoaded) start(shard)
  return { shard, log, clock, wheel }
}

/** What became of an operation: undefined while it waits. */
export interface Answer {
  readonly name: string
  value: string | undefined
}

/** Runs the operation and keeps its answer. */
export function ask(shard: Shard<TextState>, operation: WriteOperation<TextState, string>): Answer {
  const answer: Answer = { name: operation.name, value: undefined }
  const response = shard.write(operation)
  if (response instanceof Completion) {
    response.whenSettled(
      (value) => (answer.value = value),
      (error) => (answer.value = `broken: ${error.message}`),
    )
  } else answer.value = response
  return answer
}

/** An operation that writes what `records` says and answers `done`. */
export function writing(
  name: string,
  records: readonly CoordinatorRecord[],
  options: { readonly isAtomic?: boolean } = {},
): WriteOperation<TextState, string> {
  return {
    name,
    decide: () => ({ records, response: `${name} done`, ...options }),
    refused: (errorCode) => `${name} refused ${errorCode}`,
  }
}
