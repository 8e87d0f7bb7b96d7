import { failure, success, type Result } from '@samsa/base'
import {
  type DescribeConfigsRequest,
  type DescribeConfigsRequestResource,
  type DescribeConfigsResponseResult,
  describeConfigsResponseResult,
  type DescribeConfigsResponseResultConfig,
  ErrorCode,
  topicNameProblem,
} from '@samsa/protocol'
import type { MetadataImage } from '../../metadata/image.ts'
import { invalidRequest, type Refusal } from '../alter/refusal.ts'
import { layersOf, type ConfigLayers } from '../layers/config-layers.ts'
import { resourceType } from '../layers/config-source.ts'
import type { StaticConfig } from '../static/static-config.ts'
import { javaInteger } from '../values/java-text.ts'
import { describeBroker, describeClusterDefault } from './describe-broker.ts'
import { describeTopic } from './describe-topic.ts'
import type { DescribeOptions } from './entry.ts'

/** Most bytes, by estimate, of the configs in one response; a request asks for any number of them. */
const DESCRIBED_BYTES_MAX = 268_435_456

type Configs = DescribeConfigsResponseResultConfig[]

const kinds: ReadonlySet<number> = new Set(Object.values(resourceType))

/** What the answers of one request are made of. */
interface Describing {
  readonly image: MetadataImage
  readonly startup: StaticConfig
  readonly layers: ConfigLayers
  readonly request: DescribeConfigsRequest
  /** Topics that set nothing and are asked for everything share one answer. */
  plainTopic: Configs | null
  bytesLeft: number
}

function optionsFor(
  { request }: Describing,
  { configurationKeys }: DescribeConfigsRequestResource,
): DescribeOptions {
  const { includeSynonyms, includeDocumentation } = request
  return { keys: configurationKeys, includeSynonyms, includeDocumentation }
}

function topicConfigs(
  describing: Describing,
  resource: DescribeConfigsRequestResource,
): Result<Configs, Refusal> {
  const { image, layers } = describing
  const name = resource.resourceName
  const complaint = topicNameProblem(name)
  if (complaint !== null) {
    return failure({ errorCode: ErrorCode.INVALID_TOPIC_EXCEPTION, message: complaint })
  }
  if (image.topics.byName(name) === undefined) {
    return failure({ errorCode: ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, message: '' })
  }
  const overrides = image.configs.of(resourceType.topic, name)
  const options = optionsFor(describing, resource)
  if (overrides.size > 0 || (options.keys !== null && options.keys.length > 0)) {
    return success(describeTopic(layers, overrides, options))
  }
  describing.plainTopic ??= describeTopic(layers, overrides, options)
  return success(describing.plainTopic)
}

function brokerConfigs(
  describing: Describing,
  resource: DescribeConfigsRequestResource,
): Result<Configs, Refusal> {
  const { layers, startup } = describing
  const name = resource.resourceName
  const options = optionsFor(describing, resource)
  if (name === '') return success(describeClusterDefault(layers, options))
  const id = javaInteger(name, 32)
  if (id === undefined) {
    return failure(invalidRequest(`Broker id must be an integer, but it is: ${name}`))
  }
  if (Number(id) === startup.nodeId) return success(describeBroker(layers, options))
  const message = `Unexpected broker id, expected ${startup.nodeId} or empty string, but received ${name}`
  return failure(invalidRequest(message))
}

function configsOf(
  describing: Describing,
  resource: DescribeConfigsRequestResource,
): Result<Configs, Refusal> {
  switch (resource.resourceType) {
    case resourceType.topic:
      return topicConfigs(describing, resource)
    case resourceType.broker:
      return brokerConfigs(describing, resource)
    default:
      return failure(invalidRequest(`Unsupported resource type: ${resource.resourceType}`))
  }
}

/** Bytes that the configs take in a response, near enough. */
function estimatedBytes(configs: Configs): number {
  let bytes = 0
  for (const { name, value, documentation, synonyms } of configs) {
    bytes += 16 + name.length + (value?.length ?? 0) + (documentation?.length ?? 0)
    for (const synonym of synonyms) bytes += 8 + synonym.name.length + (synonym.value?.length ?? 0)
  }
  return bytes
}

function bounded(describing: Describing, configs: Configs): Result<Configs, Refusal> {
  describing.bytesLeft -= estimatedBytes(configs)
  if (describing.bytesLeft >= 0) return success(configs)
  const message = `The answer would be larger than ${DESCRIBED_BYTES_MAX} bytes: ask for fewer resources at a time.`
  return failure(invalidRequest(message))
}

function resultOf(
  { resourceType: type, resourceName }: DescribeConfigsRequestResource,
  result: Result<Configs, Refusal>,
): DescribeConfigsResponseResult {
  return describeConfigsResponseResult({
    errorCode: result.ok ? ErrorCode.NONE : result.failure.errorCode,
    errorMessage: result.ok ? '' : result.failure.message,
    resourceType: type,
    resourceName,
    configs: result.ok ? result.value : [],
  })
}

/**
 * Answers each resource of a DescribeConfigs request, in order; `refusalOf` says who may not see one.
 * A type that Kafka does not have fails the request as a whole, so every resource of it.
 */
export function describeResources(
  request: DescribeConfigsRequest,
  image: MetadataImage,
  startup: StaticConfig,
  refusalOf: (resource: DescribeConfigsRequestResource) => Refusal | null,
): DescribeConfigsResponseResult[] {
  const stranger = request.resources.find((resource) => !kinds.has(resource.resourceType))
  if (stranger !== undefined) {
    const { resourceType: type, resourceName } = stranger
    const refusal = invalidRequest(`Unexpected resource type ${type} for resource ${resourceName}`)
    return request.resources.map((resource) => resultOf(resource, failure(refusal)))
  }
  const layers = layersOf(startup, image.configs)
  const bytesLeft = DESCRIBED_BYTES_MAX
  const describing = { image, startup, layers, request, plainTopic: null, bytesLeft }
  return request.resources.map((resource) => {
    const refusal = refusalOf(resource)
    if (refusal !== null) return resultOf(resource, failure(refusal))
    const configs = configsOf(describing, resource)
    return resultOf(resource, configs.ok ? bounded(describing, configs.value) : configs)
  })
}
