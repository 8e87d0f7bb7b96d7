import { readFileSync } from 'node:fs'
import {
  incrementalAlterConfigsRequest,
  incrementalAlterConfigsRequestResource,
  incrementalAlterConfigsRequestResourceConfig,
  type IncrementalAlterConfigsRequest,
} from '@samsa/protocol'

type Change = readonly [name: string, operation: number, value: string | null]

/** Changes of resources as sent, and the code and sentence that each was answered. */
export interface AlterStep {
  readonly alter: readonly (readonly [type: number, name: string, changes: readonly Change[]])[]
  readonly validateOnly: boolean
  readonly result: readonly (readonly [code: number, message: string | null])[]
}

/** Name, value, source, read-only, sensitive, type, synonyms (name, value, source). */
export type ToldConfig = readonly [
  string,
  string | null,
  number,
  boolean,
  boolean,
  number,
  readonly (readonly [string, string | null, number])[],
]

export interface DescribeStep {
  readonly describe: readonly (readonly [type: number, name: string, keys: string[] | null])[]
  readonly synonyms: boolean
  readonly result: readonly (readonly [
    code: number,
    message: string,
    configs: readonly ToldConfig[],
  ])[]
}

export interface CreateStep {
  readonly create: readonly (readonly [
    topic: string,
    configs: readonly (readonly [string, string | null])[],
  ])[]
  readonly validateOnly: boolean
  /** Of the configs: name, value, source, read-only, sensitive. */
  readonly result: readonly (readonly [
    code: number,
    message: string | null,
    configs: readonly unknown[][],
  ])[]
}

export type Step = AlterStep | DescribeStep | CreateStep

/**
 * A session with Apache Kafka 4.3.1 (one node, eligible leader replicas off): the properties it was
 * started with, then every request and what came back, in order.
 */
export function apacheSession(): { readonly properties: string; readonly steps: readonly Step[] } {
  const path = new URL('apache-configs.jsonl', import.meta.url)
  const [first = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n')
  const { properties } = JSON.parse(first) as { properties: string }
  return { properties, steps: lines.map((line) => JSON.parse(line) as Step) }
}

export function alterRequest(
  alter: AlterStep['alter'],
  validateOnly: boolean = false,
): IncrementalAlterConfigsRequest {
  return incrementalAlterConfigsRequest({
    validateOnly,
    resources: alter.map(([resourceType, resourceName, changes]) =>
      incrementalAlterConfigsRequestResource({
        resourceType,
        resourceName,
        configs: changes.map(([name, configOperation, value]) =>
          incrementalAlterConfigsRequestResourceConfig({ name, configOperation, value }),
        ),
      }),
    ),
  })
}
