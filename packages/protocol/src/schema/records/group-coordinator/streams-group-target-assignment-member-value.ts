import { defineRecord, array, shape, string, structs } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

const taskIds = shape('TaskIds', {
  subtopologyId: string({ about: '' }),
  partitions: array('int32', { about: '' }),
})

export const streamsGroupTargetAssignmentMemberValue: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'StreamsGroupTargetAssignmentMemberValue',
  type: 21,
  versions: '0',
  flexible: '0+',
  fields: {
    activeTasks: structs({ about: '' }, taskIds),
    standbyTasks: structs({ about: '' }, taskIds),
    warmupTasks: structs({ about: '' }, taskIds),
  },
})
