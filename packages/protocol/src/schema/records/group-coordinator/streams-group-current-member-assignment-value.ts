import { defineRecord, array, int32, int8, shape, string, structs } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

const taskIds = shape('TaskIds', {
  subtopologyId: string({ about: 'Id of the part of the topology.' }),
  partitions: array('int32', { about: 'Tasks of the part, numbered by partition.' }),
  assignmentEpochs: array('int32', {
    about: 'Group epoch at which each partition was assigned, in their order; null when unknown.',
    nullable: '0+',
    tag: 0,
  }),
})

/** What a streams-group member runs and has yet to give up. */
export const streamsGroupCurrentMemberAssignmentValue: StoredSchema = defineRecord({
  origin: 'group-coordinator',
  name: 'StreamsGroupCurrentMemberAssignmentValue',
  type: 22,
  versions: '0',
  flexible: '0+',
  fields: {
    memberEpoch: int32({ about: 'Epoch it is at.' }),
    previousMemberEpoch: int32({
      about: 'Epoch it was at before, accepted once more when an answer was lost.',
    }),
    state: int8({ about: '0 stable, 1 has tasks to give up, 2 waits for tasks, 127 unknown.' }),
    activeTasks: structs({ about: 'Tasks it runs.' }, taskIds),
    standbyTasks: structs({ about: 'Tasks whose state it copies.' }, taskIds),
    warmupTasks: structs({ about: 'Tasks it prepares for.' }, taskIds),
    activeTasksPendingRevocation: structs(
      { about: 'Tasks it has been told to stop running.' },
      taskIds,
    ),
    standbyTasksPendingRevocation: structs(
      { about: 'Tasks whose copies it has been told to give up.' },
      taskIds,
    ),
    warmupTasksPendingRevocation: structs(
      { about: 'Tasks it has been told to stop preparing for.' },
      taskIds,
    ),
  },
})
