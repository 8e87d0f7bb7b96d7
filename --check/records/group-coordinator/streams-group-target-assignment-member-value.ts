import type { RecordSchema } from '../../../api.ts'
import { readInt32s, writeInt32s } from '../../../codec/arrays.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface StreamsGroupTargetAssignmentMemberValue {
  activeTasks: StreamsGroupTargetAssignmentMemberValueTaskIds[]
  standbyTasks: StreamsGroupTargetAssignmentMemberValueTaskIds[]
  warmupTasks: StreamsGroupTargetAssignmentMemberValueTaskIds[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface StreamsGroupTargetAssignmentMemberValueTaskIds {
  subtopologyId: string
  partitions: number[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function streamsGroupTargetAssignmentMemberValue(
  init: Partial<StreamsGroupTargetAssignmentMemberValue> = {},
): StreamsGroupTargetAssignmentMemberValue {
  return {
    activeTasks: init.activeTasks ?? [],
    standbyTasks: init.standbyTasks ?? [],
    warmupTasks: init.warmupTasks ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function streamsGroupTargetAssignmentMemberValueTaskIds(
  init: Partial<StreamsGroupTargetAssignmentMemberValueTaskIds> = {},
): StreamsGroupTargetAssignmentMemberValueTaskIds {
  return {
    subtopologyId: init.subtopologyId ?? '',
    partitions: init.partitions ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeStreamsGroupTargetAssignmentMemberValue(
  reader: Reader,
  version: number,
): StreamsGroupTargetAssignmentMemberValue {
  const activeTasksCount = reader.compactArray(3)
  const activeTasks = decodeStreamsGroupTargetAssignmentMemberValueTaskIdsArray(
    reader,
    version,
    activeTasksCount,
  )
  const standbyTasksCount = reader.compactArray(3)
  const standbyTasks = decodeStreamsGroupTargetAssignmentMemberValueTaskIdsArray(
    reader,
    version,
    standbyTasksCount,
  )
  const warmupTasksCount = reader.compactArray(3)
  const warmupTasks = decodeStreamsGroupTargetAssignmentMemberValueTaskIdsArray(
    reader,
    version,
    warmupTasksCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return { activeTasks, standbyTasks, warmupTasks, unknownTaggedFields }
}

function decodeStreamsGroupTargetAssignmentMemberValueTaskIds(
  reader: Reader,
  _version: number,
): StreamsGroupTargetAssignmentMemberValueTaskIds {
  const subtopologyId = reader.compactString()
  const partitionsCount = reader.compactArray(4)
  const partitions = readInt32s(reader, partitionsCount)
  const unknownTaggedFields = reader.unknownTags()
  return { subtopologyId, partitions, unknownTaggedFields }
}

function decodeStreamsGroupTargetAssignmentMemberValueTaskIdsArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupTargetAssignmentMemberValueTaskIds[] {
  reader.structs(count)
  const items = new Array<StreamsGroupTargetAssignmentMemberValueTaskIds>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeStreamsGroupTargetAssignmentMemberValueTaskIds(reader, version)
  return items
}

function encodeStreamsGroupTargetAssignmentMemberValue(
  writer: Writer,
  message: StreamsGroupTargetAssignmentMemberValue,
  version: number,
): void {
  writer.compactArray(message.activeTasks.length)
  encodeStreamsGroupTargetAssignmentMemberValueTaskIdsArray(writer, message.activeTasks, version)
  writer.compactArray(message.standbyTasks.length)
  encodeStreamsGroupTargetAssignmentMemberValueTaskIdsArray(writer, message.standbyTasks, version)
  writer.compactArray(message.warmupTasks.length)
  encodeStreamsGroupTargetAssignmentMemberValueTaskIdsArray(writer, message.warmupTasks, version)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeStreamsGroupTargetAssignmentMemberValueTaskIds(
  writer: Writer,
  message: StreamsGroupTargetAssignmentMemberValueTaskIds,
  _version: number,
): void {
  writer.compactString(message.subtopologyId)
  writer.compactArray(message.partitions.length)
  writeInt32s(writer, message.partitions)
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeStreamsGroupTargetAssignmentMemberValueTaskIdsArray(
  writer: Writer,
  items: readonly StreamsGroupTargetAssignmentMemberValueTaskIds[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeStreamsGroupTargetAssignmentMemberValueTaskIds(writer, items[index]!, version)
}

export const streamsGroupTargetAssignmentMemberValueSchema: RecordSchema<StreamsGroupTargetAssignmentMemberValue> =
  {
    name: 'StreamsGroupTargetAssignmentMemberValue',
    type: 21,
    versionMin: 0,
    versionMax: 0,
    flexibleSince: 0,
    codec: {
      decode(reader, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUndecodable('StreamsGroupTargetAssignmentMemberValue', version, '0')
        return decodeStreamsGroupTargetAssignmentMemberValue(reader, version)
      },
      encode(writer, message, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUnencodable('StreamsGroupTargetAssignmentMemberValue', version, '0')
        encodeStreamsGroupTargetAssignmentMemberValue(writer, message, version)
      },
    },
  }
