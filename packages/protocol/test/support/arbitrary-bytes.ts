import fc from 'fast-check'

/** Bytes as compressors like and dislike them: words that recur, runs, noise. */
export function compressible(maxPieces: number = 40): fc.Arbitrary<Uint8Array> {
  const word = fc
    .constantFrom('value', ' the quick ', 'key-', '\u0000\u0000\u0000\u0000', 'é')
    .map((text) => Buffer.from(text))
  const run = fc
    .tuple(fc.nat({ max: 255 }), fc.integer({ min: 1, max: 400 }))
    .map(([byte, length]) => Buffer.alloc(length, byte))
  const noise = fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes))
  return fc
    .array(fc.oneof({ weight: 4, arbitrary: word }, run, noise), { maxLength: maxPieces })
    .map((pieces) => new Uint8Array(Buffer.concat(pieces)))
}

/** What may happen to bytes on their way: cut short, one byte changed, some put in or taken out. */
export type Damage = (bytes: Uint8Array) => Uint8Array

export function damage(): fc.Arbitrary<Damage> {
  const place = fc.nat({ max: 1_000_000 })
  return fc.oneof(
    place.map(
      (at): Damage =>
        (bytes) =>
          bytes.slice(0, at % (bytes.length + 1)),
    ),
    fc.tuple(place, fc.nat({ max: 255 })).map(([at, byte]): Damage => (bytes) => {
      const copy = Uint8Array.from(bytes)
      if (copy.length > 0) copy[at % copy.length] = byte
      return copy
    }),
    fc.tuple(place, fc.uint8Array({ maxLength: 12 })).map(([at, more]): Damage => (bytes) => {
      const cut = at % (bytes.length + 1)
      return new Uint8Array(Buffer.concat([bytes.subarray(0, cut), more, bytes.subarray(cut)]))
    }),
    fc.tuple(place, fc.integer({ min: 1, max: 20 })).map(([at, count]): Damage => (bytes) => {
      const cut = at % (bytes.length + 1)
      return new Uint8Array(Buffer.concat([bytes.subarray(0, cut), bytes.subarray(cut + count)]))
    }),
  )
}
