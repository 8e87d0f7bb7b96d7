import { ByteReader } from '../byte-reader.ts'
import { ExactWalker, type RecordFlaw, type WalkMode } from '../exact-walker.ts'
import { exactNumber } from '../varint.ts'
import { type RecordWalk, walkRecords } from '../walker.ts'

/**
 * Walks `count` records, fast as long as they are ordinary and lie within a piece, exactly where not.
 * Undefined when they are well formed and nothing follows; `walk` then holds what they were like.
 * Throws what decompression throws.
 */
export function inspectRecords(
  reader: ByteReader,
  mode: WalkMode,
  count: number,
  walk: RecordWalk,
): RecordFlaw | undefined {
  walk.begin()
  let exact: ExactWalker | undefined
  for (;;) {
    walk.position = reader.at
    walkRecords(reader.chunk, reader.end, count, walk)
    reader.at = walk.position
    if (walk.index === count) break
    exact ??= new ExactWalker(reader, mode)
    const flaw = exact.next()
    if (flaw !== undefined) return flaw
    walk.add(exact.offsetDelta, exactNumber(exact.timestampDelta), exact.hasKey)
    if (walk.index === count) break
  }
  return reader.hasMore() ? MORE_THAN_CLAIMED : undefined
}

/** The same record by record, for what has to be known of each. */
export function inspectEach(
  reader: ByteReader,
  mode: WalkMode,
  count: number,
  visit: (index: number, timestampDelta: bigint, hasKey: boolean) => void,
): void {
  const exact = new ExactWalker(reader, mode)
  for (let index = 0; index < count && exact.next() === undefined; index++) {
    visit(index, exact.timestampDelta, exact.hasKey)
  }
}

const MORE_THAN_CLAIMED: RecordFlaw = Object.freeze({
  kind: 'malformed',
  why: 'there is more than the batch claims',
})
