import type { NodeId, Uuid } from '@samsa/base'
import { registerControllerRecord, registerControllerRecordSchema } from '@samsa/protocol'
import { metadataRecord } from '@samsa/raft'
import type { FeatureRange } from '../../metadata/features.ts'
import type { EndpointImage } from '../../metadata/image.ts'
import { hasControllerRegistration } from '../../metadata/metadata-version.ts'
import type { ControllerOperation } from '../controller.ts'
import { featureRecord } from './register-broker.ts'

export interface ControllerRegistration {
  readonly controllerId: NodeId
  readonly incarnationId: Uuid
  readonly endpoints: readonly EndpointImage[]
  readonly features: readonly FeatureRange[]
}

/** A controller says who it is (KIP-919); nothing before metadata.version 15. */
export function registerController(
  registration: ControllerRegistration,
): ControllerOperation<void> {
  return {
    name: 'registerController',
    decide(image) {
      if (!hasControllerRegistration(image.features.metadataVersion)) {
        return { records: [], response: undefined }
      }
      const record = registerControllerRecord({
        controllerId: registration.controllerId,
        incarnationId: registration.incarnationId,
        endPoints: registration.endpoints.map((it) => ({ ...it, unknownTaggedFields: null })),
        features: registration.features.map(featureRecord),
      })
      return {
        records: [metadataRecord(registerControllerRecordSchema, record)],
        response: undefined,
      }
    },
  }
}
