/**
 * `node bench/micro/crc.ts`: CRC-32C in JavaScript and natively by length, with what the crossover
 * chosen in `createChecksum` makes of it.
 */
import { createChecksum, NATIVE_CRC_BYTES_MIN } from '@samsa/protocol'
import { nativeCrc32c } from './batch-tools.ts'
import { nanosecondsOf, printTable } from './measure.ts'

const lengths = [16, 64, 100, 128, 192, 256, 320, 384, 448, 512, 768, 1024, 4096, 16_384, 1_048_576]
const native = nativeCrc32c()
const portable = createChecksum()
const chosen = createChecksum({ native })

const rows = [['bytes', 'JavaScript ns', 'native ns', 'chosen ns', 'chosen GB/s']]
for (const length of lengths) {
  const bytes = new Uint8Array(length + 64).map((_, at) => at * 31)
  const times = nanosecondsOf([
    { name: 'JavaScript', run: () => portable.crc32c(bytes, 21, length + 21) },
    { name: 'native', run: () => native(bytes.subarray(21, length + 21)) },
    { name: 'chosen', run: () => chosen.crc32c(bytes, 21, length + 21) },
  ])
  const rate = (length / times[2]!).toFixed(2)
  rows.push([String(length), ...times.map((time) => time.toFixed(0)), rate])
}
printTable(rows)
process.stdout.write(`native from ${NATIVE_CRC_BYTES_MIN} bytes on\n`)
