import {
  abortTransactionRecord,
  abortTransactionRecordSchema,
  beginTransactionRecord,
  beginTransactionRecordSchema,
  configRecord,
  configRecordSchema,
  endTransactionRecord,
  endTransactionRecordSchema,
  type FeatureLevelRecord,
  featureLevelRecordSchema,
} from '@samsa/protocol'
import { type MetadataRecord, metadataRecord } from '@samsa/raft'
import { BROKER_RESOURCE } from '../../metadata/configs-image.ts'
import { ELIGIBLE_LEADER_REPLICAS_VERSION, METADATA_VERSION } from '../../metadata/features.ts'
import { hasMetadataTransactions } from '../../metadata/metadata-version.ts'

export interface ActivationInput {
  /** `metadata.version` of the replayed log; 0 when it has none: the log is as good as empty. */
  readonly metadataVersion: number
  /** The log ends inside a transaction that an earlier leader began. */
  readonly isInTransaction: boolean
  /** What formatting left for an empty log; a FeatureLevelRecord of `metadata.version` first. */
  readonly bootstrapRecords: readonly MetadataRecord[]
  /** `min.insync.replicas` of this node: the cluster's, where eligible leader replicas are used. */
  readonly minInsyncReplicas: number
}

/**
 * What a new leader writes before anything else: the end of a transaction that was left open, and
 * into an empty log what formatting asked for, all of it or nothing.
 */
export function activationRecords(input: ActivationInput): MetadataRecord[] {
  const records = input.isInTransaction ? [abort()] : []
  if (input.metadataVersion > 0) return records
  const level = featureLevel(input.bootstrapRecords, METADATA_VERSION)
  const isTransaction = hasMetadataTransactions(level)
  if (isTransaction) {
    const begin = beginTransactionRecord({ name: 'Bootstrap records' })
    records.push(metadataRecord(beginTransactionRecordSchema, begin))
  }
  records.push(...input.bootstrapRecords)
  if (featureLevel(input.bootstrapRecords, ELIGIBLE_LEADER_REPLICAS_VERSION) > 0) {
    records.push(clusterMinInsyncReplicas(input.minInsyncReplicas))
  }
  if (isTransaction) {
    records.push(metadataRecord(endTransactionRecordSchema, endTransactionRecord()))
  }
  return records
}

function abort(): MetadataRecord {
  const record = abortTransactionRecord({ reason: 'Controller failover' })
  return metadataRecord(abortTransactionRecordSchema, record)
}

/** KIP-966: brokers may not differ in it, so it becomes the cluster's. */
function clusterMinInsyncReplicas(count: number): MetadataRecord {
  const record = configRecord({
    resourceType: BROKER_RESOURCE,
    resourceName: '',
    name: 'min.insync.replicas',
    value: String(count),
  })
  return metadataRecord(configRecordSchema, record)
}

/** Level that the records finalize the feature at; 0 when they do not. */
export function featureLevel(records: readonly MetadataRecord[], name: string): number {
  for (const { type, message } of records) {
    if (type !== featureLevelRecordSchema.type) continue
    const record = message as FeatureLevelRecord
    if (record.name === name) return record.featureLevel
  }
  return 0
}
