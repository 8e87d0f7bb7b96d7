import { failure, success, type Result } from '@samsa/base'
import {
  configRecord,
  configRecordSchema,
  ErrorCode,
  incrementalAlterConfigsResponse,
  incrementalAlterConfigsResponseResource,
  type IncrementalAlterConfigsRequest,
  type IncrementalAlterConfigsRequestResource,
  type IncrementalAlterConfigsResponse,
} from '@samsa/protocol'
import { metadataRecord } from '@samsa/raft'
import { alterBroker } from '../../config/alter/alter-broker.ts'
import { alterTopic } from '../../config/alter/alter-topic.ts'
import { changesComplaint, type NewValues } from '../../config/alter/operations.ts'
import { invalidRequest } from '../../config/alter/refusal.ts'
import { layersOf, type ConfigLayers } from '../../config/layers/config-layers.ts'
import { resourceType } from '../../config/layers/config-source.ts'
import type { StaticConfig } from '../../config/static/static-config.ts'
import type { MetadataImage } from '../../metadata/image.ts'
import type { ControllerOperation, MetadataRecord } from '../controller.ts'
import { excessiveRecords, REQUEST_RECORDS_MAX, type Refusal } from '../refusal.ts'

type Resource = IncrementalAlterConfigsRequestResource

export interface IncrementalAlterConfigsInput {
  readonly request: IncrementalAlterConfigsRequest
  /** Of this node: broker values are checked against it. */
  readonly startup: StaticConfig
  /** Resources that somebody may not touch. */
  readonly refused: ReadonlyMap<Resource, Refusal>
}

/** What becomes of one resource: its records, or the reason why there are none. */
interface Altered {
  readonly resource: Resource
  readonly result: Result<readonly MetadataRecord[], Refusal>
}

function repeated(resources: readonly Resource[]): ReadonlySet<Resource> {
  const first = new Map<string, Resource>()
  const again = new Set<Resource>()
  for (const resource of resources) {
    const id = `${resource.resourceType} ${resource.resourceName}`
    const earlier = first.get(id)
    if (earlier === undefined) first.set(id, resource)
    else again.add(earlier).add(resource)
  }
  return again
}

function newValues(
  image: MetadataImage,
  startup: StaticConfig,
  layers: ConfigLayers,
  { resourceType: type, resourceName: name, configs }: Resource,
): Result<NewValues, Refusal> {
  const complaint = changesComplaint(configs)
  if (complaint !== null) return failure(complaint)
  switch (type) {
    case resourceType.topic:
      return alterTopic(image, layers, name, configs)
    case resourceType.broker:
      return alterBroker(image, startup, name, configs)
    default:
      return failure(invalidRequest(`Unknown resource type ${type}`))
  }
}

function recordsOf(
  startup: StaticConfig,
  { resourceType: type, resourceName: name }: Resource,
  values: NewValues,
): MetadataRecord[] {
  const isOneBroker = type === resourceType.broker && name !== ''
  const resourceName = isOneBroker ? String(startup.nodeId) : name
  return [...values].map(([key, value]) =>
    metadataRecord(
      configRecordSchema,
      configRecord({ resourceType: type, resourceName, name: key, value }),
    ),
  )
}

function alterAll(image: MetadataImage, input: IncrementalAlterConfigsInput): Altered[] {
  const { request, startup, refused } = input
  const again = repeated(request.resources)
  const layers = layersOf(startup, image.configs)
  return request.resources.map((resource) => {
    if (again.has(resource)) {
      const refusal = invalidRequest('Each resource must appear at most once.')
      return { resource, result: failure(refusal) }
    }
    const refusal = refused.get(resource)
    if (refusal !== undefined) return { resource, result: failure(refusal) }
    const values = newValues(image, startup, layers, resource)
    if (!values.ok) return { resource, result: values }
    return { resource, result: success(recordsOf(startup, resource, values.value)) }
  })
}

function respond(
  altered: readonly Altered[],
  refusalOf: (one: Altered) => Refusal | null,
): IncrementalAlterConfigsResponse {
  return incrementalAlterConfigsResponse({
    responses: altered.map((one) => {
      const refusal = refusalOf(one)
      return incrementalAlterConfigsResponseResource({
        errorCode: refusal?.errorCode ?? ErrorCode.NONE,
        errorMessage: refusal?.message ?? null,
        resourceType: one.resource.resourceType,
        resourceName: one.resource.resourceName,
      })
    }),
  })
}

/**
 * IncrementalAlterConfigs (KIP-339). Each resource stands for itself: those that are fine change, even
 * where others of the request are refused.
 */
export function incrementalAlterConfigs(
  input: IncrementalAlterConfigsInput,
): ControllerOperation<IncrementalAlterConfigsResponse> {
  return {
    name: 'incrementalAlterConfigs',
    decide(image) {
      const altered = alterAll(image, input)
      const records = altered.flatMap(({ result }) => (result.ok ? result.value : []))
      if (records.length > REQUEST_RECORDS_MAX) {
        return { records: [], response: respond(altered, () => excessiveRecords) }
      }
      const response = respond(altered, ({ result }) => (result.ok ? null : result.failure))
      return { records: input.request.validateOnly ? [] : records, response }
    },
  }
}

/** What every resource of a request is answered where this node cannot decide. */
export function refuseAlterConfigs(
  request: IncrementalAlterConfigsRequest,
  errorCode: number,
): IncrementalAlterConfigsResponse {
  return incrementalAlterConfigsResponse({
    responses: request.resources.map(({ resourceType: type, resourceName }) =>
      incrementalAlterConfigsResponseResource({ errorCode, resourceType: type, resourceName }),
    ),
  })
}
