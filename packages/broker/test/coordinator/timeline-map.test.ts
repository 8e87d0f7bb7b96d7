import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SnapshotRegistry } from '../../src/coordinator/runtime/snapshot-registry.ts'
import { TimelineMap } from '../../src/coordinator/runtime/timeline-map.ts'

type Step =
  | { readonly kind: 'set'; readonly key: number; readonly value: number }
  | { readonly kind: 'delete'; readonly key: number }
  | { readonly kind: 'next' }
  | { readonly kind: 'commit'; readonly behind: number }
  | { readonly kind: 'revert'; readonly behind: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), key: fc.nat(5), value: fc.nat() }),
  fc.record({ kind: fc.constant('delete' as const), key: fc.nat(5) }),
  fc.record({ kind: fc.constant('next' as const) }),
  fc.record({ kind: fc.constant('commit' as const), behind: fc.nat(3) }),
  fc.record({ kind: fc.constant('revert' as const), behind: fc.nat(3) }),
)

/** The naive model: a copy of the whole map for each epoch. */
class Model {
  committed = 0
  writing = 0
  readonly maps = new Map<number, Map<number, number>>([[0, new Map()]])

  latest(): Map<number, number> {
    return this.maps.get(this.writing) as Map<number, number>
  }

  next(): void {
    const copy = new Map(this.latest())
    this.maps.set(++this.writing, copy)
  }

  revert(epoch: number): void {
    for (let later = epoch + 1; later <= this.writing; later++) this.maps.delete(later)
    this.writing = epoch
  }
}

const sorted = (entries: Iterable<[number, number]>): [number, number][] =>
  [...entries].sort(([a], [b]) => a - b)

test('a timeline map equals a full copy per epoch, at every epoch not yet forgotten', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const registry = new SnapshotRegistry(0)
      const map = new TimelineMap<number, number>(registry)
      const model = new Model()
      // Epoch 0 is committed: writing begins in epoch 1.
      model.next()
      registry.begin(1)
      for (const next of steps) {
        if (next.kind === 'set') {
          map.set(next.key, next.value)
          model.latest().set(next.key, next.value)
        } else if (next.kind === 'delete') {
          expect(map.delete(next.key)).toBe(model.latest().delete(next.key))
        } else if (next.kind === 'next') {
          model.next()
          registry.begin(model.writing)
        } else if (next.kind === 'commit') {
          const epoch = Math.max(model.committed, model.writing - 1 - next.behind)
          registry.commit(epoch)
          model.committed = epoch
        } else {
          const epoch = Math.max(model.committed, model.writing - 1 - next.behind)
          registry.revert(epoch)
          model.revert(epoch)
          model.next()
          registry.begin(model.writing)
        }
        expect(sorted(map.entries())).toEqual(sorted(model.latest()))
        for (let epoch = model.committed; epoch <= model.writing; epoch++) {
          const expected = model.maps.get(epoch) as Map<number, number>
          expect(sorted(map.entriesAt(epoch))).toEqual(sorted(expected))
        }
      }
    }),
  )
})

test('committed state is read while later writes are under way', () => {
  const registry = new SnapshotRegistry(10)
  const offsets = new TimelineMap<string, number>(registry)
  registry.begin(11)
  offsets.set('group', 5)
  expect(offsets.get('group')).toBe(5)
  expect(offsets.getAt('group', registry.committedEpoch)).toBeUndefined()
  registry.commit(11)
  expect(offsets.getAt('group', registry.committedEpoch)).toBe(5)
})

test('nothing that is committed can be reverted', () => {
  const registry = new SnapshotRegistry(0)
  registry.begin(3)
  registry.commit(3)
  expect(() => registry.revert(2)).toThrow(/is committed/)
})
