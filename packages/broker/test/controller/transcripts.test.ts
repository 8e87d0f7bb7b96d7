import { expect, test } from 'vitest'
import { transcript } from './support/transcript.ts'

test.each([
  'create-topics',
  'delete-topics',
  'create-partitions',
  'registration',
  'old-levels',
  'eligible-leader-replicas',
])(
  '%s: the controller writes the records and gives the answers that were read and found right',
  (name) => {
    const { recorded, run } = transcript(name)
    expect(run).toBe(recorded)
  },
)
