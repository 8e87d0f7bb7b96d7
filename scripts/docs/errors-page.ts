/** Code → what it means and what to do. */
export type ErrorTable = Readonly<
  Record<string, { readonly meaning: string; readonly remedy: string }>
>

export const ERRORS_TABLE = 'packages/base/src/error-codes.table.ts'
export const ERRORS_PAGE = 'docs/errors.md'

const head = `# Errors

Every error that Samsa logs or prints carries one of these codes; they are stable. The message says what
happened and where. Codes that clients see on the wire are Kafka's own and are not listed here.

This page is made from \`${ERRORS_TABLE}\` by \`pnpm generate\`.

| code | what it means | what to do |
| --- | --- | --- |
`

export function errorsPage(table: ErrorTable): string {
  const rows = Object.entries(table)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([code, { meaning, remedy }]) => `| \`${code}\` | ${meaning} | ${remedy} |\n`)
  return head + rows.join('')
}
