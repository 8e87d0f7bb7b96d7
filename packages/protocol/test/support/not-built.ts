/** Vectors of what a later part of the project builds. Anything else that is not known fails. */
export const notBuilt: {
  readonly files: readonly string[]
  readonly batchKinds: readonly string[]
  readonly primitives: readonly string[]
} = {
  files: ['files.jsonl', 'assignors.jsonl'],
  batchKinds: ['compact'],
  primitives: ['scram', 'delegationTokenHmac'],
}
