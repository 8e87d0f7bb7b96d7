import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, test } from 'vitest'
import type { BombResult, BombWay } from '../support/bomb-process.ts'
import { bombs } from '../support/bombs.ts'

const entry = fileURLToPath(new URL('../support/bomb-process.ts', import.meta.url))
const GROWTH_BYTES_MAX = 16 * 1_048_576

async function explode(bomb: string, way: BombWay): Promise<BombResult> {
  const args = ['--expose-gc', entry, bomb, way]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  return JSON.parse(stdout) as BombResult
}

/** What is answered: linked lz4 blocks are refused before they are a bomb, as Apache Kafka does. */
function answerTo(bomb: string, way: BombWay): string {
  if (way === 'decompressed') return 'COMPRESSION_OUTPUT_TOO_LARGE'
  return bomb === 'lz4 in linked blocks' ? '-1' : '10'
}

const ways: readonly BombWay[] = ['decompressed', 'appended', 'made anew']

const canMeasure = existsSync('/proc/self/clear_refs')

describe('a gigabyte in a bomb', () => {
  describe.each(bombs.map(({ name }) => name))('%s', (name) => {
    test.concurrent.for(ways)(
      '%s, is refused with less than 16 MiB of growth',
      { timeout: 60_000 },
      async (way, { skip, expect }) => {
        skip(!canMeasure, 'peak memory can be measured on Linux only')
        const { answer, growthBytes } = await explode(name, way)
        expect(answer).toBe(answerTo(name, way))
        expect(growthBytes).toBeLessThan(GROWTH_BYTES_MAX)
      },
    )
  })
})
