/**
 * `node bench/micro/disk.ts [--pressure]`: what an append costs, written at once (`writevNow`) or on the
 * pool (`writev`), by size; and how long the loop stands still meanwhile. With `--pressure` once more
 * while another process fills the page cache with dirty pages for at most 15 s; what both write is deleted.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdtempSync, openSync, rmSync, unlinkSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Disk, FileDescriptor } from '@samsa/base'
import { NodeDisk } from '@samsa/base/node'
import { printTable } from './measure.ts'

const KIB = 1024
const COLUMNS = [
  'KiB',
  'µs p50',
  'p99',
  'p99.9',
  'max',
  'CPU µs',
  'stalls > 5 ms',
  '> 50 ms',
  'longest ms',
]
const ROUND_MS = 400
const ROUNDS = 5
/** A file is begun anew at this size, so that the benchmark leaves no gigabytes behind. */
const FILE_BYTES_MAX = 256 * KIB * KIB
const sizes = [1, 4, 16, 64, 128, 256, 512, 1024].map((kib) => kib * KIB)
const ways = ['at once', 'pool'] as const
type Way = (typeof ways)[number] | 'paced'

/** At once until three in a row were slow, then a second of the pool: about what `packages/log` does. */
class Pace {
  #slowInRow = 0
  #poolUntilMs = 0

  way(nowMs: number): Way {
    return nowMs < this.#poolUntilMs ? 'pool' : 'at once'
  }

  note(startMs: number, endMs: number): void {
    this.#slowInRow = endMs - startMs > SLOW_MS ? this.#slowInRow + 1 : 0
    if (this.#slowInRow >= 3) this.#poolUntilMs = endMs + 1000
  }
}

const SLOW_MS = 2

/** Times of single appends in µs, stalls of the loop among them, and what the processor spent on all. */
interface Figures {
  readonly wallUs: number[]
  readonly stallsMs: number[]
  readonly pace: Pace
  cpuUs: number
}

const newFigures = (): Figures => ({ wallUs: [], stallsMs: [], pace: new Pace(), cpuUs: 0 })

async function appendFor(
  disk: Disk,
  file: FileDescriptor,
  wanted: Way,
  pieces: readonly Uint8Array[],
  figures: Figures,
): Promise<void> {
  const bytes = pieces.reduce((sum, piece) => sum + piece.length, 0)
  const untilMs = performance.now() + ROUND_MS
  const before = process.cpuUsage()
  let position = (figures.wallUs.length * bytes) % FILE_BYTES_MAX
  while (performance.now() < untilMs) {
    if (position + bytes > FILE_BYTES_MAX) {
      await disk.truncate(file, 0)
      position = 0
    }
    const startMs = performance.now()
    const way = wanted === 'paced' ? figures.pace.way(startMs) : wanted
    if (way === 'at once') {
      disk.writevNow(file, pieces, position)
    } else {
      await new Promise<void>((resolve) => {
        disk.writev(file, pieces, position, () => resolve())
      })
    }
    const endMs = performance.now()
    figures.wallUs.push((endMs - startMs) * 1000)
    // What the loop stood still for: on the pool it goes on meanwhile.
    if (way === 'at once') {
      figures.pace.note(startMs, endMs)
      if (endMs - startMs > 5) figures.stallsMs.push(endMs - startMs)
    }
    position += bytes
    // A turn of the loop between two appends, as a broker has them.
    if (figures.wallUs.length % 8 === 0) await new Promise(setImmediate)
  }
  const { user, system } = process.cpuUsage(before)
  figures.cpuUs += user + system
}

/** A group of batches of up to 64 KiB each, as an append has them. */
function piecesOf(bytes: number): readonly Uint8Array[] {
  const pieces: Uint8Array[] = []
  for (let left = bytes; left > 0; left -= 64 * KIB) {
    pieces.push(Buffer.alloc(Math.min(left, 64 * KIB), 1))
  }
  return pieces
}

async function measureAll(directory: string, title: string): Promise<void> {
  const disk = new NodeDisk()
  const rows = [[title, ...COLUMNS]]
  for (const bytes of sizes) {
    const figures = new Map<Way, Figures>(ways.map((way) => [way, newFigures()]))
    const files = await Promise.all(
      ways.map((_, index) => disk.open(join(directory, `f${index}`), 'create')),
    )
    for (let round = 0; round < ROUNDS; round++) {
      for (const [index, way] of ways.entries()) {
        const spent = figures.get(way)
        const file = files[index]
        if (spent === undefined || file === undefined) continue
        await appendFor(disk, file, way, piecesOf(bytes), spent)
      }
    }
    for (const file of files) {
      await disk.truncate(file, 0)
      await disk.close(file)
    }
    for (const [way, spent] of figures) rows.push(rowOf(way, bytes, spent))
  }
  printTable(rows)
}

function rowOf(way: Way, bytes: number, { wallUs, stallsMs, cpuUs }: Figures): string[] {
  const sorted = wallUs.toSorted((a, b) => a - b)
  const at = (q: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? NaN).toFixed(0)
  return [
    way,
    String(bytes / KIB),
    at(0.5),
    at(0.99),
    at(0.999),
    at(1),
    (cpuUs / wallUs.length).toFixed(1),
    String(stallsMs.length),
    String(stallsMs.filter((ms) => ms > 50).length),
    Math.max(0, ...stallsMs).toFixed(0),
  ]
}

/** Another process that dirties pages as fast as it can, until it is told to stop or 15 s are over. */
function press(path: string): void {
  const bytes = Buffer.alloc(4 * KIB * KIB, 3)
  const untilMs = performance.now() + 15_000
  const file = openSync(path, 'w')
  let position = 0
  try {
    while (performance.now() < untilMs && position < 12e9) {
      position += writeSync(file, bytes, 0, bytes.length, position)
    }
  } finally {
    closeSync(file)
    unlinkSync(path)
  }
  process.stdout.write(`\n${(position / 1e9).toFixed(1)} GB were written beside it\n`)
}

async function pressed(directory: string): Promise<void> {
  const child: ChildProcess = fork(fileURLToPath(import.meta.url), [], {
    env: { ...process.env, BENCH_PRESS: join(directory, 'pressure') },
  })
  const exited = once(child, 'exit')
  await stallsUnder(directory, exited)
  await exited
}

/** Alternates both ways at two sizes while the other process writes. */
async function stallsUnder(directory: string, exited: Promise<unknown>): Promise<void> {
  const disk = new NodeDisk()
  const subjects = [...ways, 'paced' as const].flatMap((way) =>
    [16, 1024].map((kib) => ({ way, bytes: kib * KIB })),
  )
  const figures = subjects.map(newFigures)
  const files = await Promise.all(
    subjects.map((_, index) => disk.open(join(directory, `p${index}`), 'create')),
  )
  let isOver = false
  void exited.then(() => (isOver = true))
  while (!isOver) {
    for (const [index, { way, bytes }] of subjects.entries()) {
      const [file, spent] = [files[index], figures[index]]
      if (file === undefined || spent === undefined) continue
      await appendFor(disk, file, way, piecesOf(bytes), spent)
    }
  }
  for (const file of files) await disk.close(file)
  const rows = [['under pressure', ...COLUMNS]]
  for (const [index, { way, bytes }] of subjects.entries()) {
    const spent = figures[index]
    if (spent !== undefined) rows.push(rowOf(way, bytes, spent))
  }
  printTable(rows)
}

const pressurePath = process.env['BENCH_PRESS']
if (pressurePath === undefined) {
  const directory = mkdtempSync(join(tmpdir(), 'samsa-bench-disk-'))
  try {
    await measureAll(directory, 'quiet')
    if (process.argv.includes('--pressure')) await pressed(directory)
  } finally {
    rmSync(directory, { recursive: true })
  }
} else {
  press(pressurePath)
}
