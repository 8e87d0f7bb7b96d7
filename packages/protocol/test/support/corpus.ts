import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { zstdDecompressSync } from 'node:zlib'
import {
  apisByKey,
  clientsSchemas,
  groupCoordinatorSchemas,
  metadataSchemas,
  raftSchemas,
  remoteLogSchemas,
  shareSchemas,
  storageSchemas,
  transactionSchemas,
} from '../../src/index.ts'
import { bytesOfHex } from './vector-json.ts'
import type { MessageCodec } from '../../src/index.ts'

/** A valid body and the codec that reads it. */
export interface Sample {
  readonly name: string
  readonly codec: MessageCodec<unknown>
  readonly version: number
  readonly bytes: Uint8Array
}

const packed = fileURLToPath(new URL('../golden/vectors.json.zst', import.meta.url))

/** The repository's golden vectors, path to text. */
export function goldenVectors(): Readonly<Record<string, string>> {
  const text = zstdDecompressSync(readFileSync(packed)).toString()
  return JSON.parse(text) as Record<string, string>
}

/** Every body among the golden vectors that is not empty. */
export function goldenSamples(): readonly Sample[] {
  return Object.entries(goldenVectors()).flatMap(([path, text]) => {
    const codec = codecOf(path)
    if (codec === null) return []
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { version: number; hex: string })
      .filter(({ hex }) => hex !== '')
      .map(({ version, hex }) => ({
        name: `${path} ${version}`,
        codec,
        version,
        bytes: bytesOfHex(hex),
      }))
  })
}

function codecOf(path: string): MessageCodec<unknown> | null {
  const rpc = /^rpc\/(\d+)-\w+-(request|response)\.jsonl$/.exec(path)
  if (rpc !== null) return apisByKey[Number(rpc[1])]?.[rpc[2] as 'request' | 'response'] ?? null
  const name = /^records\/[\w-]+\/(\w+)\.jsonl$/.exec(path)?.[1]
  const stored = [
    ...clientsSchemas,
    ...groupCoordinatorSchemas,
    ...metadataSchemas,
    ...raftSchemas,
    ...remoteLogSchemas,
    ...shareSchemas,
    ...storageSchemas,
    ...transactionSchemas,
  ].find((schema) => schema.name === name)
  return stored?.codec ?? null
}
