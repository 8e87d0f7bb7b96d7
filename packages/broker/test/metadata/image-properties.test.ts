import type { MetadataRecord } from '@samsa/raft'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MetadataDelta } from '../../src/metadata/delta.ts'
import { deltaBetween } from '../../src/metadata/diff.ts'
import { emptyImage } from '../../src/metadata/empty-image.ts'
import type { MetadataImage } from '../../src/metadata/image.ts'
import { ListInterner } from '../../src/metadata/interner.ts'
import { MetadataReplay } from '../../src/metadata/replay.ts'
import { sameImage } from '../../src/metadata/same.ts'
import { commands, recordsOf } from './support/commands.ts'
import { NaiveMetadata } from './support/naive-metadata.ts'
import { plainImage } from './support/plain-image.ts'

interface Step {
  readonly image: MetadataImage
  readonly delta: MetadataDelta
}

/** Replays in pieces of the given sizes, round and round. */
function replayed(records: readonly MetadataRecord[], sizes: readonly number[]): Step[] {
  const replay = new MetadataReplay(emptyImage, new ListInterner())
  const steps: Step[] = []
  let [left, next] = [sizes[0]!, 1]
  for (const [offset, record] of records.entries()) {
    replay.record(record, offset, 1)
    left -= 1
    if (left > 0) continue
    steps.push(...replay.steps())
    left = sizes[next % sizes.length]!
    next += 1
  }
  steps.push(...replay.steps())
  return steps
}

const pieceSizes = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 5 })

const lastOf = (steps: readonly Step[]): MetadataImage => steps.at(-1)?.image ?? emptyImage

/** Names and numbers alone, in one order. */
function outline(delta: MetadataDelta) {
  const changed = delta.topics.changed.map(
    ({ topic, partitions }) => [topic.id, partitions] as const,
  )
  return {
    changed: [...changed].sort(([a], [b]) => (a < b ? -1 : 1)),
    deleted: delta.topics.deleted.map(({ id, name }) => `${id} ${name}`).sort(),
    configs: delta.configs.map(({ type, name }) => `${type}:${name}`).sort(),
    brokers: [...delta.brokers].sort((a, b) => a - b),
  }
}

describe('whatever records were replayed', () => {
  test('the image says what a naive replay says', () => {
    fc.assert(
      fc.property(commands, pieceSizes, (steps, sizes) => {
        const records = recordsOf(steps)
        const model = new NaiveMetadata()
        for (const record of records) model.apply(record)
        expect(plainImage(lastOf(replayed(records, sizes)))).toEqual(model.plain())
      }),
      { numRuns: 200 },
    )
  })

  test('it makes no difference in which pieces', () => {
    fc.assert(
      fc.property(commands, pieceSizes, pieceSizes, (steps, sizes, others) => {
        const records = recordsOf(steps)
        const [one, other] = [lastOf(replayed(records, sizes)), lastOf(replayed(records, others))]
        expect(sameImage(one, other)).toBe(true)
        expect(plainImage(one)).toEqual(plainImage(other))
      }),
    )
  })

  test('an image once made never changes', () => {
    fc.assert(
      fc.property(commands, pieceSizes, (steps, sizes) => {
        const replay = new MetadataReplay(emptyImage, new ListInterner())
        const kept: [MetadataImage, string][] = []
        for (const [offset, record] of recordsOf(steps).entries()) {
          replay.record(record, offset, 1)
          if (offset % sizes[0]! > 0) continue
          for (const { image } of replay.steps())
            kept.push([image, JSON.stringify(plainImage(image))])
        }
        for (const [image, text] of kept) expect(JSON.stringify(plainImage(image))).toBe(text)
      }),
      { numRuns: 50 },
    )
  })

  test('the delta names at least what a comparison of the images finds, and nothing untouched', () => {
    fc.assert(
      fc.property(commands, pieceSizes, (steps, sizes) => {
        let before = emptyImage
        for (const { image, delta } of replayed(recordsOf(steps), sizes)) {
          expect(delta.before).toBe(before)
          const [told, found] = [outline(delta), outline(deltaBetween(before, image))]
          expect(told.deleted).toEqual(found.deleted)
          const toldById = new Map(told.changed)
          for (const [id, partitions] of found.changed) {
            expect(toldById.get(id)).toEqual(expect.arrayContaining([...partitions]))
          }
          expect(told.configs).toEqual(expect.arrayContaining(found.configs))
          expect(told.brokers).toEqual(expect.arrayContaining(found.brokers))
          for (const { topic } of delta.topics.changed) {
            expect(image.topics.byId(topic.id)).toBe(topic)
          }
          before = image
        }
      }),
    )
  })

  test('topics that a delta does not name are shared, not copied', () => {
    fc.assert(
      fc.property(commands, (steps) => {
        for (const { image, delta } of replayed(recordsOf(steps), [1])) {
          const touched = new Set(delta.topics.changed.map(({ topic }) => topic.id))
          const copied = [...image.topics.values()].filter(
            (topic) => !touched.has(topic.id) && delta.before.topics.byId(topic.id) !== topic,
          )
          expect(copied).toEqual([])
        }
      }),
      { numRuns: 50 },
    )
  })

  test('names that differ in dots and underscores only are found by one another', () => {
    fc.assert(
      fc.property(commands, (steps) => {
        const { topics } = lastOf(replayed(recordsOf(steps), [7]))
        const names = [...topics.values()].map(({ name }) => name)
        const level = (name: string): string => name.replaceAll('.', '_')
        for (const name of ['a.b', 'a_b', 'a', 'topic_with_both', 'topic.with.both']) {
          const alike = names.filter((other) => /[._]/.test(name) && level(other) === level(name))
          const found = topics.colliding(name)
          if (alike.length === 0) expect(found).toBeUndefined()
          else expect(alike).toContain(found)
        }
      }),
    )
  })
})

test('images that differ anywhere are told apart', () => {
  fc.assert(
    fc.property(commands, (steps) => {
      const images = replayed(recordsOf(steps), [1]).map(({ image }) => image)
      for (const [index, image] of images.entries()) {
        const other = images[(index + 1) % images.length]!
        const isEqual = JSON.stringify(plainImage(image)) === JSON.stringify(plainImage(other))
        expect(sameImage(image, other)).toBe(isEqual)
      }
    }),
    { numRuns: 50 },
  )
})
