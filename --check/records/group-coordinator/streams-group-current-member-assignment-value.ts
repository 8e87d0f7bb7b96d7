import type { RecordSchema } from '../../../api.ts'
import { readInt32s, writeInt32s } from '../../../codec/arrays.ts'
import { throwVersionUndecodable, throwVersionUnencodable } from '../../../codec/errors.ts'
import type { Reader } from '../../../codec/reader.ts'
import type { UnknownTaggedField } from '../../../codec/tagged-field.ts'
import type { Writer } from '../../../codec/writer.ts'

export interface StreamsGroupCurrentMemberAssignmentValue {
  memberEpoch: number
  previousMemberEpoch: number
  state: number
  activeTasks: StreamsGroupCurrentMemberAssignmentValueTaskIds[]
  standbyTasks: StreamsGroupCurrentMemberAssignmentValueTaskIds[]
  warmupTasks: StreamsGroupCurrentMemberAssignmentValueTaskIds[]
  activeTasksPendingRevocation: StreamsGroupCurrentMemberAssignmentValueTaskIds[]
  standbyTasksPendingRevocation: StreamsGroupCurrentMemberAssignmentValueTaskIds[]
  warmupTasksPendingRevocation: StreamsGroupCurrentMemberAssignmentValueTaskIds[]
  unknownTaggedFields: UnknownTaggedField[] | null
}

export interface StreamsGroupCurrentMemberAssignmentValueTaskIds {
  subtopologyId: string
  partitions: number[]
  assignmentEpochs: number[] | null
  unknownTaggedFields: UnknownTaggedField[] | null
}

export function streamsGroupCurrentMemberAssignmentValue(
  init: Partial<StreamsGroupCurrentMemberAssignmentValue> = {},
): StreamsGroupCurrentMemberAssignmentValue {
  return {
    memberEpoch: init.memberEpoch ?? 0,
    previousMemberEpoch: init.previousMemberEpoch ?? 0,
    state: init.state ?? 0,
    activeTasks: init.activeTasks ?? [],
    standbyTasks: init.standbyTasks ?? [],
    warmupTasks: init.warmupTasks ?? [],
    activeTasksPendingRevocation: init.activeTasksPendingRevocation ?? [],
    standbyTasksPendingRevocation: init.standbyTasksPendingRevocation ?? [],
    warmupTasksPendingRevocation: init.warmupTasksPendingRevocation ?? [],
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

export function streamsGroupCurrentMemberAssignmentValueTaskIds(
  init: Partial<StreamsGroupCurrentMemberAssignmentValueTaskIds> = {},
): StreamsGroupCurrentMemberAssignmentValueTaskIds {
  return {
    subtopologyId: init.subtopologyId ?? '',
    partitions: init.partitions ?? [],
    assignmentEpochs: init.assignmentEpochs === undefined ? [] : init.assignmentEpochs,
    unknownTaggedFields: init.unknownTaggedFields ?? null,
  }
}

function decodeStreamsGroupCurrentMemberAssignmentValue(
  reader: Reader,
  version: number,
): StreamsGroupCurrentMemberAssignmentValue {
  const memberEpoch = reader.int32()
  const previousMemberEpoch = reader.int32()
  const state = reader.int8()
  const activeTasksCount = reader.compactArray(3)
  const activeTasks = decodeStreamsGroupCurrentMemberAssignmentValueTaskIdsArray(
    reader,
    version,
    activeTasksCount,
  )
  const standbyTasksCount = reader.compactArray(3)
  const standbyTasks = decodeStreamsGroupCurrentMemberAssignmentValueTaskIdsArray(
    reader,
    version,
    standbyTasksCount,
  )
  const warmupTasksCount = reader.compactArray(3)
  const warmupTasks = decodeStreamsGroupCurrentMemberAssignmentValueTaskIdsArray(
    reader,
    version,
    warmupTasksCount,
  )
  const activeTasksPendingRevocationCount = reader.compactArray(3)
  const activeTasksPendingRevocation = decodeStreamsGroupCurrentMemberAssignmentValueTaskIdsArray(
    reader,
    version,
    activeTasksPendingRevocationCount,
  )
  const standbyTasksPendingRevocationCount = reader.compactArray(3)
  const standbyTasksPendingRevocation = decodeStreamsGroupCurrentMemberAssignmentValueTaskIdsArray(
    reader,
    version,
    standbyTasksPendingRevocationCount,
  )
  const warmupTasksPendingRevocationCount = reader.compactArray(3)
  const warmupTasksPendingRevocation = decodeStreamsGroupCurrentMemberAssignmentValueTaskIdsArray(
    reader,
    version,
    warmupTasksPendingRevocationCount,
  )
  const unknownTaggedFields = reader.unknownTags()
  return {
    memberEpoch,
    previousMemberEpoch,
    state,
    activeTasks,
    standbyTasks,
    warmupTasks,
    activeTasksPendingRevocation,
    standbyTasksPendingRevocation,
    warmupTasksPendingRevocation,
    unknownTaggedFields,
  }
}

function decodeStreamsGroupCurrentMemberAssignmentValueTaskIds(
  reader: Reader,
  version: number,
): StreamsGroupCurrentMemberAssignmentValueTaskIds {
  const subtopologyId = reader.compactString()
  const partitionsCount = reader.compactArray(4)
  const partitions = readInt32s(reader, partitionsCount)

  const message: StreamsGroupCurrentMemberAssignmentValueTaskIds = {
    subtopologyId,
    partitions,
    assignmentEpochs: [],
    unknownTaggedFields: null,
  }
  const tags = reader.tagCount()
  if (tags !== 0)
    decodeStreamsGroupCurrentMemberAssignmentValueTaskIdsTags(reader, message, version, tags)
  return message
}

function decodeStreamsGroupCurrentMemberAssignmentValueTaskIdsTags(
  reader: Reader,
  message: StreamsGroupCurrentMemberAssignmentValueTaskIds,
  _version: number,
  count: number,
): void {
  for (let left = count; left > 0; left--) {
    const tag = reader.uvarint()
    const size = reader.tagSize()
    const end = reader.position + size
    if (tag === 0) {
      const assignmentEpochsCount = reader.compactNullableArray(4)
      const assignmentEpochs =
        assignmentEpochsCount < 0 ? null : readInt32s(reader, assignmentEpochsCount)
      message.assignmentEpochs = assignmentEpochs
      reader.expectPosition(end, tag)
    } else message.unknownTaggedFields = reader.unknownTag(message.unknownTaggedFields, tag, size)
  }
}

function decodeStreamsGroupCurrentMemberAssignmentValueTaskIdsArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupCurrentMemberAssignmentValueTaskIds[] {
  reader.structs(count)
  const items = new Array<StreamsGroupCurrentMemberAssignmentValueTaskIds>(count)
  for (let index = 0; index < count; index++)
    items[index] = decodeStreamsGroupCurrentMemberAssignmentValueTaskIds(reader, version)
  return items
}

function encodeStreamsGroupCurrentMemberAssignmentValue(
  writer: Writer,
  message: StreamsGroupCurrentMemberAssignmentValue,
  version: number,
): void {
  writer.int32(message.memberEpoch)
  writer.int32(message.previousMemberEpoch)
  writer.int8(message.state)
  writer.compactArray(message.activeTasks.length)
  encodeStreamsGroupCurrentMemberAssignmentValueTaskIdsArray(writer, message.activeTasks, version)
  writer.compactArray(message.standbyTasks.length)
  encodeStreamsGroupCurrentMemberAssignmentValueTaskIdsArray(writer, message.standbyTasks, version)
  writer.compactArray(message.warmupTasks.length)
  encodeStreamsGroupCurrentMemberAssignmentValueTaskIdsArray(writer, message.warmupTasks, version)
  writer.compactArray(message.activeTasksPendingRevocation.length)
  encodeStreamsGroupCurrentMemberAssignmentValueTaskIdsArray(
    writer,
    message.activeTasksPendingRevocation,
    version,
  )
  writer.compactArray(message.standbyTasksPendingRevocation.length)
  encodeStreamsGroupCurrentMemberAssignmentValueTaskIdsArray(
    writer,
    message.standbyTasksPendingRevocation,
    version,
  )
  writer.compactArray(message.warmupTasksPendingRevocation.length)
  encodeStreamsGroupCurrentMemberAssignmentValueTaskIdsArray(
    writer,
    message.warmupTasksPendingRevocation,
    version,
  )
  writer.onlyUnknownTags(message.unknownTaggedFields)
}

function encodeStreamsGroupCurrentMemberAssignmentValueTaskIds(
  writer: Writer,
  message: StreamsGroupCurrentMemberAssignmentValueTaskIds,
  version: number,
): void {
  writer.compactString(message.subtopologyId)
  writer.compactArray(message.partitions.length)
  writeInt32s(writer, message.partitions)

  encodeStreamsGroupCurrentMemberAssignmentValueTaskIdsTags(writer, message, version)
}

function encodeStreamsGroupCurrentMemberAssignmentValueTaskIdsTags(
  writer: Writer,
  message: StreamsGroupCurrentMemberAssignmentValueTaskIds,
  _version: number,
): void {
  const unknown = message.unknownTaggedFields
  const assignmentEpochsSet =
    message.assignmentEpochs === null || message.assignmentEpochs.length !== 0
  if (!assignmentEpochsSet) {
    writer.onlyUnknownTags(unknown)
    return
  }
  let count = unknown === null ? 0 : unknown.length
  if (assignmentEpochsSet) count++
  writer.uvarint(count)
  let next = 0
  if (assignmentEpochsSet) {
    if (unknown !== null) next = writer.unknownTags(unknown, next, 0)
    const mark = writer.beginTag(0)
    if (message.assignmentEpochs === null) writer.compactArray(-1)
    else {
      writer.compactArray(message.assignmentEpochs.length)
      writeInt32s(writer, message.assignmentEpochs)
    }
    writer.endTag(mark)
  }
  if (unknown !== null) writer.unknownTags(unknown, next, Number.POSITIVE_INFINITY)
}

function encodeStreamsGroupCurrentMemberAssignmentValueTaskIdsArray(
  writer: Writer,
  items: readonly StreamsGroupCurrentMemberAssignmentValueTaskIds[],
  version: number,
): void {
  for (let index = 0; index < items.length; index++)
    encodeStreamsGroupCurrentMemberAssignmentValueTaskIds(writer, items[index]!, version)
}

export const streamsGroupCurrentMemberAssignmentValueSchema: RecordSchema<StreamsGroupCurrentMemberAssignmentValue> =
  {
    name: 'StreamsGroupCurrentMemberAssignmentValue',
    type: 22,
    versionMin: 0,
    versionMax: 0,
    flexibleSince: 0,
    codec: {
      decode(reader, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUndecodable('StreamsGroupCurrentMemberAssignmentValue', version, '0')
        return decodeStreamsGroupCurrentMemberAssignmentValue(reader, version)
      },
      encode(writer, message, version) {
        if (!(version >= 0 && version <= 0))
          throwVersionUnencodable('StreamsGroupCurrentMemberAssignmentValue', version, '0')
        encodeStreamsGroupCurrentMemberAssignmentValue(writer, message, version)
      },
    },
  }
