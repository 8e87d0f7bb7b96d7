import { assert } from '@samsa/base'

/**
 * States of a classic group.
 *
 * | state               | means                                    | becomes                                                                       |
 * | ------------------- | ---------------------------------------- | ----------------------------------------------------------------------------- |
 * | Empty               | no members; offsets, and ids handed out   | PreparingRebalance: a member joins · Dead                                     |
 * | PreparingRebalance  | waits until all members have (re)joined   | CompletingRebalance: all joined, or time is up · Empty: all are gone · Dead   |
 * | CompletingRebalance | waits for the leader's assignments        | Stable: they are stored · PreparingRebalance: a member joins, leaves, is lost, misses the sync; the store failed · Dead |
 * | Stable              | every member has its assignment           | PreparingRebalance: a member joins, leaves, is lost · Dead                    |
 * | Dead                | deleted, or another node's from now on    | –                                                                             |
 */
export type GroupState = 'Empty' | 'PreparingRebalance' | 'CompletingRebalance' | 'Stable' | 'Dead'

const NEXT: Readonly<Record<GroupState, readonly GroupState[]>> = {
  Empty: ['PreparingRebalance', 'Dead'],
  PreparingRebalance: ['CompletingRebalance', 'Empty', 'Dead'],
  CompletingRebalance: ['Stable', 'PreparingRebalance', 'Dead'],
  Stable: ['PreparingRebalance', 'Dead'],
  Dead: [],
}

export function assertTransition(groupId: string, from: GroupState, to: GroupState): void {
  assert(NEXT[from].includes(to), `group ${groupId} cannot go from ${from} to ${to}`)
}

export function canPrepareRebalance(state: GroupState): boolean {
  return NEXT[state].includes('PreparingRebalance')
}
