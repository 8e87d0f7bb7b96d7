import { jsonText, messageFromJson, messageToJson } from '../dsl/index.ts'
import { quorumStateData } from '../schema/records/raft/quorum-state-data.ts'
import { DecodeError } from './errors.ts'
import type { JsonObject } from '../dsl/index.ts'
import type { QuorumStateData } from '../generated/records/raft/quorum-state-data.ts'

const VERSION_MEMBER = 'data_version'

/** Text of the `quorum-state` file: the message as JSON on one line, and its version. */
export function quorumStateText(state: QuorumStateData, version: number): string {
  const json = messageToJson(quorumStateData.message, state, version)
  return jsonText({ ...json, [VERSION_MEMBER]: version })
}

/** Reads such a file. Throws `DecodeError` for what is not one, or of a version not known. */
export function parseQuorumState(text: string): {
  readonly version: number
  readonly state: QuorumStateData
} {
  const json = parseObject(text)
  const { [VERSION_MEMBER]: version = null, ...members } = json
  const { min, max } = quorumStateData.message.versions
  if (typeof version !== 'number' || !(version >= min && version <= max)) {
    throw new DecodeError(
      `quorum-state has ${VERSION_MEMBER} ${jsonText(version)}, ${min} to ${max} are known.`,
      'PROTOCOL_UNSUPPORTED_VERSION',
    )
  }
  return { version, state: messageFromJson(quorumStateData.message, members) as QuorumStateData }
}

function parseObject(text: string): JsonObject {
  try {
    const json: unknown = JSON.parse(text)
    if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json as JsonObject
  } catch (error) {
    throw new DecodeError(`quorum-state is not JSON: ${(error as Error).message}`)
  }
  throw new DecodeError('quorum-state is JSON, but not an object.')
}
