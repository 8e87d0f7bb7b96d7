import { defineRecord, array, shape, string, structs } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

const taskIds = shape('TaskIds', {
  subtopologyId: string({ about: 'Id of the part of the topology.' }),
  partitions: array('int32', { about: 'Tasks of the part, numbered by partition.' }),
})

/** What a streams-group member shall run in the end. */
export const streamsGroupTargetAssignmentMemberValue: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'StreamsGroupTargetAssignmentMemberValue',
  type: 21,
  versions: '0',
  flexible: '0+',
  fields: {
    activeTasks: structs({ about: 'Tasks it shall run.' }, taskIds),
    standbyTasks: structs({ about: 'Tasks whose state it shall copy.' }, taskIds),
    warmupTasks: structs({ about: 'Tasks it shall prepare for.' }, taskIds),
  },
})
