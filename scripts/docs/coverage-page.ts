export const COVERAGE_PAGE = 'docs/coverage.md'

/** An API as the protocol's schemas know it. */
export interface KnownApi {
  readonly key: number
  readonly name: string
  readonly versionMin: number
  readonly versionMaxStable: number
  readonly listeners: readonly string[]
}

/** An API as the handler table serves it. */
export interface ServedApi {
  readonly versions: readonly [min: number, max: number]
  readonly advertised?: readonly [min: number, max: number]
}

const head = `# Coverage

Every API of Kafka 4.3.1, and which versions a node serves on the listeners for clients. This page is made from
the handler table by \`pnpm generate\`; ApiVersions advertises from the same table, so what is not served here is
neither advertised nor answered: the connection closes, as Kafka's does.

| key | API | Kafka 4.3.1 | Samsa |
| --- | --- | --- | --- |
`

const tail = `
## What is behind the served APIs

- One node, PLAINTEXT. Replication, TLS, SASL, ACLs and quotas are planned.
- Transactions are planned: a transactional id gets an error that clients do not retry.
- Consumer groups of the classic protocol (static members and cooperative rebalancing included). Groups of
  KIP-848, share groups and streams groups are planned; their feature levels stay 0.
- Topics may be created with \`cleanup.policy=compact\`; null keys are refused, and **nothing is cleaned yet**.
- Records of every metadata type are replayed and kept, also where their APIs are planned.
`

function range([min, max]: readonly [number, number]): string {
  return min === max ? `v${min}` : `v${min}–${max}`
}

function status(api: KnownApi, served: ServedApi | undefined): string {
  if (served !== undefined) {
    const advertised = served.advertised
    const told = advertised === undefined ? '' : ` (advertised ${range(advertised)}, as Kafka does)`
    return `${range(served.versions)}${told}`
  }
  return api.listeners.includes('broker') ? 'planned' : 'planned (between nodes)'
}

/** Rows by API key; `served` by key. */
export function coveragePage(
  apis: readonly KnownApi[],
  served: ReadonlyMap<number, ServedApi>,
): string {
  const rows = apis
    .toSorted((one, other) => one.key - other.key)
    .map((api) => {
      const theirs = range([api.versionMin, api.versionMaxStable])
      return `| ${api.key} | ${api.name} | ${theirs} | ${status(api, served.get(api.key))} |\n`
    })
  return head + rows.join('') + tail
}
