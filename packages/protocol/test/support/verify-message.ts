import { exactReader, exactWriter } from '../../src/index.ts'
import { messageFromJson, messageToJson } from '../../src/dsl/index.ts'
import { difference } from './same-value.ts'
import { bytesOfHex, hexOf, numberMember, textMember } from './vector-json.ts'
import type { MessageCodec } from '../../src/index.ts'
import type { Json, JsonObject, MessageSchema } from '../../src/dsl/index.ts'

/** Unknown tagged fields as a vector lists them. */
interface Unknown {
  readonly path: string
  readonly tag: number
  readonly hex: string
}

type Struct = Record<string, unknown>

/** The message of a vector: its JSON with its unknown tagged fields put in their places. */
export function messageOf(
  schema: MessageSchema,
  json: JsonObject,
  unknown: readonly Json[] | undefined,
): object {
  const message = messageFromJson(schema, json)
  for (const entry of unknown ?? []) {
    const { path, tag, hex } = entry as unknown as Unknown
    const struct = structAt(message as Struct, path)
    const field = { tag, bytes: bytesOfHex(hex) }
    const fields = struct['unknownTaggedFields'] as object[] | null
    struct['unknownTaggedFields'] = fields === null ? [field] : [...fields, field]
  }
  return message
}

/** `topics[0].partitions[1]`; the empty path is the message itself. */
function structAt(message: Struct, path: string): Struct {
  let struct = message
  for (const part of path.match(/[^.[\]]+/g) ?? []) struct = struct[part] as Struct
  return struct
}

/** What is wrong with decoding `bytes` to `expected` and back; null when nothing is. */
export function verifyBody(
  schema: MessageSchema,
  codec: MessageCodec<unknown>,
  version: number,
  hex: string,
  json: JsonObject,
  unknown: readonly Json[] | undefined,
): string | null {
  const expected = messageOf(schema, json, unknown)
  const bytes = bytesOfHex(hex)
  const reader = exactReader(bytes)
  const decoded = codec.decode(reader, version) as object
  if (reader.bytesLeft !== 0) return `${reader.bytesLeft} bytes were left after decoding`
  const differs =
    difference(decoded, expected) ?? difference(messageToJson(schema, decoded, version), json)
  if (differs !== null) return `decoded: ${differs}`
  for (const message of [expected, decoded]) {
    const writer = exactWriter()
    codec.encode(writer, message, version)
    const encoded = hexOf(writer.finishBytes())
    if (encoded !== hex) return `encoded ${encoded} instead of ${hex}`
  }
  return null
}

/** Verifies a line with `version`, `json`, `hex` and perhaps `unknown`. */
export function verifyMessage(
  schema: MessageSchema,
  codec: MessageCodec<unknown>,
  line: JsonObject,
): string | null {
  return verifyBody(
    schema,
    codec,
    numberMember(line, 'version'),
    textMember(line, 'hex'),
    line['json'] as JsonObject,
    line['unknown'] as Json[] | undefined,
  )
}
