/**
 * `node bench/micro/compression.ts`: each codec by size, decompressed piece by piece as validation
 * does it and into one array, with native contexts kept and anew each time, and compressed.
 */
import { codecName, createCompression, type Compression } from '@samsa/protocol'
import { newBatchTools, textOf } from './batch-tools.ts'
import { nanosecondsOf, printTable } from './measure.ts'

const OUTPUT_BYTES_MAX = 100_000_000
const kept = newBatchTools().compression
const anew = createCompression()

function drain(compression: Compression, codec: number, packed: Uint8Array): void {
  const source = compression.open(codec, packed, OUTPUT_BYTES_MAX)
  while (source.advance());
  source.close()
}

const rows = [
  ['', 'bytes', 'packed', 'pieces µs', 'anew µs', 'array µs', 'MB/s', 'compress µs', 'MB/s'],
]
for (const codec of [1, 2, 3, 4]) {
  for (const length of [1024, 16_384, 65_536, 1_048_576]) {
    const text = textOf(length)
    const packed = kept.compress(codec, text)
    const [pieces, fresh, array, compress] = nanosecondsOf([
      { name: 'pieces', run: () => drain(kept, codec, packed) },
      { name: 'anew', run: () => drain(anew, codec, packed) },
      { name: 'array', run: () => kept.decompress(codec, packed, OUTPUT_BYTES_MAX) },
      { name: 'compress', run: () => kept.compress(codec, text) },
    ])
    const micros = (nanoseconds: number): string => (nanoseconds / 1000).toFixed(1)
    const rate = (nanoseconds: number): string => ((length * 1000) / nanoseconds).toFixed(0)
    rows.push([
      codecName(codec)!,
      String(length),
      String(packed.length),
      micros(pieces!),
      micros(fresh!),
      micros(array!),
      rate(pieces!),
      micros(compress!),
      rate(compress!),
    ])
  }
}
printTable(rows)
