import type { AnyRecordSchema } from '../../api.ts'
import { shareSnapshotKeySchema } from './share/share-snapshot-key.ts'
import type { ShareSnapshotKey } from './share/share-snapshot-key.ts'
import { shareSnapshotValueSchema } from './share/share-snapshot-value.ts'
import type { ShareSnapshotValue } from './share/share-snapshot-value.ts'
import { shareUpdateKeySchema } from './share/share-update-key.ts'
import type { ShareUpdateKey } from './share/share-update-key.ts'
import { shareUpdateValueSchema } from './share/share-update-value.ts'
import type { ShareUpdateValue } from './share/share-update-value.ts'

export const shareSchemas: readonly AnyRecordSchema[] = [
  shareSnapshotKeySchema,
  shareSnapshotValueSchema,
  shareUpdateKeySchema,
  shareUpdateValueSchema,
]

export const ShareRecordType = { ShareSnapshot: 0, ShareUpdate: 1 } as const

export interface ShareKeyMessages {
  0: ShareSnapshotKey
  1: ShareUpdateKey
}

export type ShareKey = {
  [Type in keyof ShareKeyMessages]: {
    readonly type: Type
    readonly version: number
    readonly message: ShareKeyMessages[Type]
  }
}[keyof ShareKeyMessages]

export const shareKeySchemas: readonly (AnyRecordSchema | undefined)[] = [
  shareSnapshotKeySchema,
  shareUpdateKeySchema,
]

export interface ShareValueMessages {
  0: ShareSnapshotValue
  1: ShareUpdateValue
}

export type ShareValue = {
  [Type in keyof ShareValueMessages]: {
    readonly type: Type
    readonly version: number
    readonly message: ShareValueMessages[Type]
  }
}[keyof ShareValueMessages]

export const shareValueSchemas: readonly (AnyRecordSchema | undefined)[] = [
  shareSnapshotValueSchema,
  shareUpdateValueSchema,
]
