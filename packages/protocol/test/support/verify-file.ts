import { apisByKey } from '../../src/index.ts'
import { apiSchemas } from '../../src/schema/index.ts'
import { notBuilt } from './not-built.ts'
import { record } from './outcome.ts'
import { verifyBatch, verifyPrimitive } from './verify-batches.ts'
import { verifyFrame, verifyHeader, verifyNegotiation } from './verify-frame.ts'
import { verifyMessage } from './verify-message.ts'
import { ownPrimitives } from './verify-primitives.ts'
import { recordVerifier } from './verify-record.ts'
import { parseVector } from './vector-json.ts'
import type { JsonObject } from '../../src/dsl/index.ts'
import type { Outcome } from './outcome.ts'

type LineCheck = (line: JsonObject) => string | null

/** Verifies one file of a folder of vectors; `path` is relative to the folder, with `/`. */
export function verifyFile(outcome: Outcome, path: string, text: string): void {
  if (path === 'primitives.json') return verifyPrimitives(outcome, path, text)
  const lines = text.split('\n').filter((line) => line !== '')
  if (notBuilt.files.includes(path)) {
    outcome.notBuilt += lines.length
    return
  }
  const check = lineCheckOf(path)
  if (check === null) {
    outcome.failures.push({ where: path, why: 'no such kind of vectors is known' })
    return
  }
  for (const [index, line] of lines.entries()) {
    const vector = parseVector(line)
    if (path === 'batches.jsonl' && isBatchNotBuilt(vector)) {
      outcome.notBuilt++
    } else {
      record(outcome, `${path}:${index + 1}`, () => check(vector))
    }
  }
}

function isBatchNotBuilt({ kind }: JsonObject): boolean {
  return typeof kind === 'string' && notBuilt.batchKinds.includes(kind)
}

function lineCheckOf(path: string): LineCheck | null {
  if (path === 'rpc/headers.jsonl') return verifyHeader
  if (path === 'rpc/frames.jsonl') return verifyFrame
  if (path === 'rpc/negotiation.jsonl') return verifyNegotiation
  if (path === 'batches.jsonl') return verifyBatch
  const rpc = /^rpc\/(\d+)-(\w+)-(request|response)\.jsonl$/.exec(path)
  if (rpc !== null) return rpcCheck(Number(rpc[1]), rpc[2] ?? '', rpc[3] as 'request' | 'response')
  const stored = /^records\/([\w-]+)\/(\w+)\.jsonl$/.exec(path)
  if (stored === null) return null
  const verifier = recordVerifier(stored[1] ?? '', stored[2] ?? '')
  return verifier === null ? null : (line) => verifier.verify(line)
}

function rpcCheck(key: number, name: string, side: 'request' | 'response'): LineCheck | null {
  const api = apisByKey[key]
  const schema = apiSchemas.find((known) => known.key === key)
  if (api === undefined || schema === undefined || api.name !== name) return null
  return (line) => {
    const isUnstable = Number(line['version']) > api.versionMaxStable
    if (isUnstable !== (line['unstable'] === true)) return 'stable or not'
    return verifyMessage(schema[side], api[side], line)
  }
}

/** Each entry of a list counts; a kind that is no list counts once. */
function verifyPrimitives(outcome: Outcome, path: string, text: string): void {
  for (const [kind, content] of Object.entries(parseVector(text))) {
    const count = Array.isArray(content) ? content.length : 1
    if (notBuilt.primitives.includes(kind)) {
      outcome.notBuilt += count
      continue
    }
    const where = `${path}:${kind}`
    const own = ownPrimitives[kind]
    const failures = failuresOf(() =>
      own === undefined ? verifyPrimitive(kind, content) : own(content),
    )
    outcome.passed += Math.max(0, count - failures.length)
    for (const why of failures) outcome.failures.push({ where, why })
  }
}

function failuresOf(check: () => readonly string[]): readonly string[] {
  try {
    return check()
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)]
  }
}
