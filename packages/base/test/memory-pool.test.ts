import fc from 'fast-check'
import { expect, test } from 'vitest'

import { createMemoryPool, type Lease, RELEASED_BYTE } from '../src/index.ts'

const MIB = 1024 * 1024

const size: fc.Arbitrary<number> = fc.oneof(
  fc.nat(600),
  fc.nat(40 * 1024),
  fc.nat(5 * MIB),
  fc.constantFrom(0, 256, 257, 32 * 1024, 32 * 1024 + 1, MIB, 4 * MIB, 4 * MIB + 1),
)

type Step =
  | { readonly kind: 'lease'; readonly size: number }
  | { readonly kind: 'retain' | 'release'; readonly which: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('lease'), size }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('retain' as const, 'release' as const, 'release' as const),
      which: fc.nat(20),
    }),
  },
)

/** Marks both ends of the bytes: leases that overlap would wipe out one another's marks. */
function mark(lease: Lease, id: number): void {
  if (lease.bytes.length === 0) return
  lease.bytes[0] = id & 0x7f
  lease.bytes[lease.bytes.length - 1] = id & 0x7f
}

test('leases have the size asked for, never share bytes, and are counted until the last owner lets go', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const pool = createMemoryPool()
      const live: { lease: Lease; id: number; owners: number }[] = []
      let next = 1
      for (const current of steps) {
        if (current.kind === 'lease') {
          const lease = pool.lease(current.size)
          expect(lease.bytes.length).toBe(current.size)
          const id = next++
          mark(lease, id)
          live.push({ lease, id, owners: 1 })
        } else {
          const index = live.length === 0 ? -1 : current.which % live.length
          const entry = live[index]
          if (entry === undefined) continue
          if (current.kind === 'retain') {
            entry.lease.retain()
            entry.owners++
          } else {
            entry.lease.release()
            if (--entry.owners === 0) live.splice(index, 1)
          }
        }
        expect(pool.leasedBytes).toBe(live.reduce((sum, { lease }) => sum + lease.bytes.length, 0))
        expect(pool.heldBytes).toBeLessThan(pool.leasedBytes * 1.3 + 42 * MIB)
      }
      for (const { lease, id } of live) {
        if (lease.bytes.length === 0) continue
        expect(lease.bytes[0]).toBe(id & 0x7f)
        expect(lease.bytes.at(-1)).toBe(id & 0x7f)
      }
    }),
  )
})

test('a lease that is released too often, or retained after its end, asserts', () => {
  for (const sizeBytes of [10, 100_000, 5 * MIB]) {
    const lease = createMemoryPool().lease(sizeBytes)
    lease.retain()
    lease.release()
    lease.release()
    expect(() => lease.release()).toThrow('more often')
    expect(() => lease.retain()).toThrow('is retained')
  }
})

test('released bytes are poisoned when that is asked for, and only when the last owner lets go', () => {
  for (const sizeBytes of [10, 100_000, 5 * MIB]) {
    const lease = createMemoryPool({ poison: true }).lease(sizeBytes)
    const { bytes } = lease
    bytes.fill(7)
    lease.retain()
    lease.release()
    expect(bytes[sizeBytes - 1]).toBe(7)
    lease.release()
    expect(bytes.every((byte) => byte === RELEASED_BYTE)).toBe(true)
  }
})

test('a released block is used for the next lease of its size', () => {
  for (const sizeBytes of [1000, 200_000, MIB]) {
    const pool = createMemoryPool()
    const first = pool.lease(sizeBytes)
    const { buffer, byteOffset } = first.bytes
    first.release()
    const second = pool.lease(sizeBytes - 1)
    expect(second.bytes.buffer).toBe(buffer)
    expect(second.bytes.byteOffset).toBe(byteOffset)
  }
})

test('memory that was needed once is given up again, down to the limit', () => {
  const pool = createMemoryPool({ retainedBytesMax: 2 * MIB })
  const leases = Array.from({ length: 20_000 }, () => pool.lease(4096))
  for (let count = 0; count < 20; count++) leases.push(pool.lease(MIB))
  expect(pool.heldBytes).toBeGreaterThan(95 * MIB)
  for (const lease of leases) lease.release()
  expect(pool.leasedBytes).toBe(0)
  expect(pool.heldBytes).toBeLessThanOrEqual(3 * MIB)
})

test('a lease of a negative or fractional size is refused', () => {
  const pool = createMemoryPool()
  for (const sizeBytes of [-1, 0.5, NaN, Infinity]) {
    expect(() => pool.lease(sizeBytes)).toThrow('a lease of')
  }
  expect(pool.leasedBytes).toBe(0)
})

test('leased bytes are a plain array, whose slice is a copy', () => {
  const { bytes } = createMemoryPool().lease(16)
  bytes.fill(1)
  const copy = bytes.slice(0, 4)
  bytes.fill(2)
  expect(copy).toEqual(Uint8Array.of(1, 1, 1, 1))
})
