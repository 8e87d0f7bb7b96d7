/**
 * `node bench/micro/batch.ts`: what a leader does with a batch (validate: header, CRC, every record),
 * what a consumer does (cursor), what a producer does (build), and the bare walk, per batch and per
 * record.
 */
import {
  BatchBuilder,
  BatchValidator,
  BatchView,
  buildBatch,
  codecName,
  DEFAULT_APPEND_RULES,
  type NewRecord,
  openRecords,
  RecordCursor,
  RECORDS_OFFSET,
  RecordWalk,
  walkRecords,
} from '@samsa/protocol'
import { newBatchTools, textOf } from './batch-tools.ts'
import { nanosecondsOf, printTable, type Subject } from './measure.ts'

const NOW_MS = 1_750_000_000_000
const tools = newBatchTools()

interface Shape {
  readonly name: string
  readonly records: readonly NewRecord[]
}

function shape(name: string, count: number, bytes: number, headers: number = 0): Shape {
  const records = Array.from({ length: count }, (_, at) => ({
    key: Buffer.from(`key-${at}`),
    value: textOf(bytes, at + 1),
    timestamp: NOW_MS + at,
    headers: Array.from({ length: headers }, (_header, header) => ({
      key: Buffer.from(`header-${header}`),
      value: Buffer.from('value'),
    })),
  }))
  return { name, records }
}

const shapes = [
  shape('1 KiB x 16', 16, 1024),
  shape('100 B x 160', 160, 100),
  shape('100 B x 160, 2 headers', 160, 100, 2),
  shape('10 B x 1000', 1000, 10),
]

function subjectsOf({ records }: Shape, codec: number): Subject[] {
  const batch = buildBatch(tools, { codec }, records)
  const validator = new BatchValidator(tools)
  const view = new BatchView(batch)
  const cursor = new RecordCursor()
  const walk = new RecordWalk()
  const builder = new BatchBuilder(tools, { codec })
  const subjects: Subject[] = [
    {
      name: 'validate',
      run: () => validator.validate(batch, DEFAULT_APPEND_RULES, NOW_MS),
    },
    {
      name: 'read',
      run: () => {
        openRecords(view, tools.compression, cursor)
        while (cursor.next());
      },
    },
    {
      name: 'build',
      run: () => {
        for (const record of records) builder.append(record)
        return builder.build()
      },
    },
  ]
  if (codec !== 0) return subjects
  const count = records.length
  const bare = {
    name: 'walk',
    run: () => {
      walk.begin()
      walk.position = RECORDS_OFFSET
      walkRecords(batch, batch.length, count, walk)
      if (walk.index !== count) throw new Error('the walk stopped')
    },
  }
  return [...subjects, bare]
}

const rows = [['', 'codec', 'bytes', 'what', 'µs a batch', 'ns a record', 'MB/s']]
for (const codec of [0, 1, 2, 3, 4]) {
  for (const one of shapes) {
    const plainBytes = buildBatch(tools, {}, one.records).length
    const subjects = subjectsOf(one, codec)
    for (const [at, nanoseconds] of nanosecondsOf(subjects).entries()) {
      rows.push([
        one.name,
        codecName(codec)!,
        String(plainBytes),
        subjects[at]!.name,
        (nanoseconds / 1000).toFixed(2),
        (nanoseconds / one.records.length).toFixed(1),
        ((plainBytes * 1000) / nanoseconds).toFixed(0),
      ])
    }
  }
}
printTable(rows)
