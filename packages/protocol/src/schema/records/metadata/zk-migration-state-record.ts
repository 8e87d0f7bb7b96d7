import { defineRecord, int8 } from '../../../dsl/index.ts'
import type { StoredSchema } from '../../../dsl/index.ts'

/** State of the move away from ZooKeeper, for logs of earlier versions. */
export const zkMigrationStateRecord: StoredSchema = defineRecord({
  origin: 'metadata',
  name: 'ZkMigrationStateRecord',
  type: 21,
  versions: '0',
  flexible: '0+',
  fields: {
    zkMigrationState: int8({ about: '0 none, 1 pre-migration, 2 migrating, 3 post-migration.' }),
  },
})
