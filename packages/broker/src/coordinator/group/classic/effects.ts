import type { Completion } from '@samsa/base'
import type { JoinGroupResponse, SyncGroupResponse } from '@samsa/protocol'
import type { StoredGroup } from '../group-records.ts'
import type { MemberTerms } from './member.ts'

/** How a wait for members goes on: the first rebalance of a group is prolonged while members come. */
export interface InitialDelay {
  readonly delayMs: number
  /** What is left of the rebalance timeout after it. */
  readonly remainingMs: number
}

/** What a store was for, so that the group goes on once its record is committed, or is not. */
export type AfterStore =
  /** The group has come to be. */
  | { readonly kind: 'created' }
  /** Its last member is gone. */
  | { readonly kind: 'emptied' }
  | {
      readonly kind: 'assigned'
      readonly generation: number
      readonly assignments: ReadonlyMap<string, Uint8Array>
    }
  | {
      readonly kind: 'renamed'
      readonly memberId: string
      readonly oldMemberId: string
      readonly oldTerms: MemberTerms
      /** Before the change; clients that cannot skip an assignment are not told of the new one. */
      readonly oldLeaderId: string | null
      readonly canSkipAssignment: boolean
    }

/**
 * What a decision of a group wants done, in this order. A timer of a kind (a session, by member)
 * replaces the one before it. At most one store comes out of a decision.
 */
export type GroupEffect =
  | {
      readonly kind: 'answerJoin'
      readonly to: Completion<JoinGroupResponse>
      readonly response: JoinGroupResponse
    }
  | {
      readonly kind: 'answerSync'
      readonly to: Completion<SyncGroupResponse>
      readonly response: SyncGroupResponse
    }
  | { readonly kind: 'store'; readonly group: StoredGroup; readonly after: AfterStore }
  | { readonly kind: 'session'; readonly memberId: string; readonly timeoutMs: number }
  | { readonly kind: 'endSession'; readonly memberId: string }
  | {
      readonly kind: 'joinTimer'
      readonly delayMs: number
      /** Null once the group has had members: time is up when it ends. */
      readonly initial: InitialDelay | null
    }
  | { readonly kind: 'endJoinTimer' }
  | { readonly kind: 'syncTimer'; readonly timeoutMs: number; readonly generation: number }
  | { readonly kind: 'endSyncTimer' }
  /** For the log. */
  | { readonly kind: 'note'; readonly text: string }

/** `group.*` of the configuration, as it is now. */
export interface GroupSettings {
  /** `group.initial.rebalance.delay.ms` */
  readonly initialRebalanceDelayMs: number
  /** `group.max.size` */
  readonly groupSizeMax: number
}

/** One decision: what it knows, and what it wants. */
export interface GroupTurn {
  readonly nowMs: number
  readonly settings: GroupSettings
  readonly effects: GroupEffect[]
}

export function note(turn: GroupTurn, text: string): void {
  turn.effects.push({ kind: 'note', text })
}
