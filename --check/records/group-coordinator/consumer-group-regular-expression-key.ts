import type { RecordSchema } from '../../../api.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface ConsumerGroupRegularExpressionKey {
  groupId: string
  regularExpression: string
}

export function consumerGroupRegularExpressionKey(
  init: Partial<ConsumerGroupRegularExpressionKey> = {},
): ConsumerGroupRegularExpressionKey {
  return { groupId: init.groupId ?? '', regularExpression: init.regularExpression ?? '' }
}

function decodeConsumerGroupRegularExpressionKey(
  reader: Reader,
  _version: number,
): ConsumerGroupRegularExpressionKey {
  const groupId = reader.string()
  const regularExpression = reader.string()

  return { groupId, regularExpression }
}

function encodeConsumerGroupRegularExpressionKey(
  writer: Writer,
  message: ConsumerGroupRegularExpressionKey,
  _version: number,
): void {
  writer.string(message.groupId)
  writer.string(message.regularExpression)
}

export const consumerGroupRegularExpressionKeySchema: RecordSchema<ConsumerGroupRegularExpressionKey> =
  {
    name: 'ConsumerGroupRegularExpressionKey',
    type: 16,
    versionMin: 0,
    versionMax: 0,
    flexibleSince: null,
    codec: {
      decode(reader, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUndecodable('ConsumerGroupRegularExpressionKey', version, '0')
        return decodeConsumerGroupRegularExpressionKey(reader, version)
      },
      encode(writer, message, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUnencodable('ConsumerGroupRegularExpressionKey', version, '0')
        encodeConsumerGroupRegularExpressionKey(writer, message, version)
      },
    },
  }
