import type { AnyRecordSchema } from '../../api.ts'
import { producerSnapshotSchema } from './storage/producer-snapshot.ts'

export const storageSchemas: readonly AnyRecordSchema[] = [producerSnapshotSchema]
