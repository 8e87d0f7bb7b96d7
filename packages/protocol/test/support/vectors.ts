export { verifyFile } from './verify-file.ts'
export { newOutcome } from './outcome.ts'
export type { Failure, Outcome } from './outcome.ts'
