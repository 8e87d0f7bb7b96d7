import type { AnyRecordSchema } from '../../api.ts'
import { consumerProtocolAssignmentSchema } from './clients/consumer-protocol-assignment.ts'
import { consumerProtocolSubscriptionSchema } from './clients/consumer-protocol-subscription.ts'
import { controlRecordTypeSchemaSchema } from './clients/control-record-type-schema.ts'
import { defaultPrincipalDataSchema } from './clients/default-principal-data.ts'
import { endTxnMarkerSchema } from './clients/end-txn-marker.ts'
import { kRaftVersionRecordSchema } from './clients/k-raft-version-record.ts'
import { leaderChangeMessageSchema } from './clients/leader-change-message.ts'
import { snapshotFooterRecordSchema } from './clients/snapshot-footer-record.ts'
import { snapshotHeaderRecordSchema } from './clients/snapshot-header-record.ts'
import { votersRecordSchema } from './clients/voters-record.ts'

export const clientsSchemas: readonly AnyRecordSchema[] = [
  consumerProtocolAssignmentSchema,
  consumerProtocolSubscriptionSchema,
  controlRecordTypeSchemaSchema,
  defaultPrincipalDataSchema,
  endTxnMarkerSchema,
  kRaftVersionRecordSchema,
  leaderChangeMessageSchema,
  snapshotFooterRecordSchema,
  snapshotHeaderRecordSchema,
  votersRecordSchema,
]
