/**
 * `node scripts/pack-vectors.ts DIR`: makes the repository's own copy of a folder of golden vectors,
 * one compressed JSON object from path to text, which the tests of packages/protocol run.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { constants, zstdCompressSync } from 'node:zlib'

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  process.stderr.write('Which folder? node scripts/pack-vectors.ts DIR\n')
  process.exit(2)
}
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .toSorted()
const texts = files.map((file) => [
  file.slice(join(folder, sep).length).replaceAll(sep, '/'),
  readFileSync(file, 'utf8'),
])
const target = fileURLToPath(
  new URL('../packages/protocol/test/golden/vectors.json.zst', import.meta.url),
)
const packed = zstdCompressSync(JSON.stringify(Object.fromEntries(texts)), {
  params: {
    [constants.ZSTD_c_compressionLevel]: 22,
    [constants.ZSTD_c_windowLog]: 23,
  },
})
mkdirSync(dirname(target), { recursive: true })
writeFileSync(target, packed)
process.stdout.write(`${files.length} files, ${packed.byteLength} bytes in ${target}\n`)
