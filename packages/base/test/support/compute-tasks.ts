import { threadId } from 'node:worker_threads'

import type { ComputeTask } from '../../src/index.ts'

/** Ends the thread that it runs in. */
export const exitTask: ComputeTask<number, number> = {
  name: 'test/exit',
  run: (code) => process.exit(code),
}

/** Answers with what no thread can hand over. */
export const uncloneableTask: ComputeTask<null, unknown> = {
  name: 'test/uncloneable',
  run: () => () => {},
}

/** Not served by the worker. */
export const threadTask: ComputeTask<null, number> = {
  name: 'test/thread',
  run: () => threadId,
}
