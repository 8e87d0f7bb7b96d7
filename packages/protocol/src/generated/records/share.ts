import type { AnyRecordSchema } from '../../api.ts'
import { shareSnapshotKeySchema } from './share/share-snapshot-key.ts'
import { shareSnapshotValueSchema } from './share/share-snapshot-value.ts'
import { shareUpdateKeySchema } from './share/share-update-key.ts'
import { shareUpdateValueSchema } from './share/share-update-value.ts'

export const shareSchemas: readonly AnyRecordSchema[] = [
  shareSnapshotKeySchema,
  shareSnapshotValueSchema,
  shareUpdateKeySchema,
  shareUpdateValueSchema,
]
