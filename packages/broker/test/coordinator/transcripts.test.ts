import { expect, test } from 'vitest'
import { groupTranscript } from './support/group-transcript.ts'

test.each(['first-rebalance', 'join', 'sync', 'static-members', 'leave', 'sessions', 'stores'])(
  '%s: a group wants what was read and found right',
  (name) => {
    const { recorded, run } = groupTranscript(name)
    expect(run).toBe(recorded)
  },
)
