import { defineRecord, array, int32, int8, shape, string, structs } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

const taskIds = shape('TaskIds', {
  subtopologyId: string({ about: '' }),
  partitions: array('int32', { about: '' }),
  assignmentEpochs: array('int32', { about: '', nullable: '0+', tag: 0 }),
})

export const streamsGroupCurrentMemberAssignmentValue: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'StreamsGroupCurrentMemberAssignmentValue',
  type: 22,
  versions: '0',
  flexible: '0+',
  fields: {
    memberEpoch: int32({ about: '' }),
    previousMemberEpoch: int32({ about: '' }),
    state: int8({ about: '' }),
    activeTasks: structs({ about: '' }, taskIds),
    standbyTasks: structs({ about: '' }, taskIds),
    warmupTasks: structs({ about: '' }, taskIds),
    activeTasksPendingRevocation: structs({ about: '' }, taskIds),
    standbyTasksPendingRevocation: structs({ about: '' }, taskIds),
    warmupTasksPendingRevocation: structs({ about: '' }, taskIds),
  },
})
