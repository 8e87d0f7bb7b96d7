import { ErrorCode, type JoinGroupRequest } from '@samsa/protocol'

/** What a text of a record takes at most: its length is an int16. */
const TEXT_BYTES_MAX = 32_767
/** `-` and a UUID, which make a member id of a name. */
const MEMBER_ID_SUFFIX_BYTES = 37
const UTF8_BYTES_MAX = 3

/** Flexible versions can name groups that no record has room for. */
export function isGroupIdTooLong(groupId: string): boolean {
  return !fits(groupId, TEXT_BYTES_MAX)
}

/** Why a member cannot be stored, ever; NONE when it can. */
export function unstorable(request: JoinGroupRequest, clientId: string | null): number {
  const { protocolType, protocols, groupInstanceId } = request
  const nameBytesMax = TEXT_BYTES_MAX - MEMBER_ID_SUFFIX_BYTES
  if (!fits(groupInstanceId ?? clientId ?? '', nameBytesMax)) return ErrorCode.INVALID_REQUEST
  const areProtocolsShort =
    fits(protocolType, TEXT_BYTES_MAX) && protocols.every(({ name }) => fits(name, TEXT_BYTES_MAX))
  return areProtocolsShort ? ErrorCode.NONE : ErrorCode.INCONSISTENT_GROUP_PROTOCOL
}

function fits(text: string, bytesMax: number): boolean {
  return text.length * UTF8_BYTES_MAX <= bytesMax || Buffer.byteLength(text) <= bytesMax
}
