import type { RecordSchema } from '../../../api.ts'
import { readCompactStrings, writeCompactStrings } from '../../../codec/arrays.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface ConsumerGroupRegularExpressionValue {
  topics: string[]
  version: number
  timestamp: number
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function consumerGroupRegularExpressionValue(
  init: Partial<ConsumerGroupRegularExpressionValue> = {},
): ConsumerGroupRegularExpressionValue {
  return {
    topics: init.topics ?? [],
    version: init.version ?? 0,
    timestamp: init.timestamp ?? 0,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeConsumerGroupRegularExpressionValue(
  reader: Reader,
  _version: number,
): ConsumerGroupRegularExpressionValue {
  const topicsCount = reader.compactArray(1)
  const topics = readCompactStrings(reader, topicsCount)
  const versionValue = reader.int64()
  const timestamp = reader.int64()
  const unknownTaggedFields = reader.unknownTags()
  return { topics, version: versionValue, timestamp, unknownTaggedFields }
}

function encodeConsumerGroupRegularExpressionValue(
  writer: Writer,
  message: ConsumerGroupRegularExpressionValue,
  _version: number,
): void {
  writer.compactArray(message.topics.length)
  writeCompactStrings(writer, message.topics)
  writer.int64(message.version)
  writer.int64(message.timestamp)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

export const consumerGroupRegularExpressionValueSchema: RecordSchema<ConsumerGroupRegularExpressionValue> =
  {
    name: 'ConsumerGroupRegularExpressionValue',
    type: 16,
    versionMin: 0,
    versionMax: 0,
    flexibleSince: 0,
    codec: {
      decode(reader, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUndecodable('ConsumerGroupRegularExpressionValue', version, '0')
        return decodeConsumerGroupRegularExpressionValue(reader, version)
      },
      encode(writer, message, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUnencodable('ConsumerGroupRegularExpressionValue', version, '0')
        encodeConsumerGroupRegularExpressionValue(writer, message, version)
      },
    },
  }
