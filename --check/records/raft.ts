import type { AnyRecordSchema } from '../../api.ts'
import { quorumStateDataSchema } from './raft/quorum-state-data.ts'

export const raftSchemas: readonly AnyRecordSchema[] = [quorumStateDataSchema]
