import { threadId } from 'node:worker_threads'

import type { ComputeTask } from '../../src/index.ts'
import { isComputeWorker, NodeCompute, serveComputeTasks } from '../../src/node.ts'

/** The entry of a program that is bundled into one file: its worker is the same file again. */
const whereTask: ComputeTask<string, { threadId: number; text: string }> = {
  name: 'bundle/where',
  run: (text) => ({ threadId, text: text.toUpperCase() }),
}

if (isComputeWorker()) {
  serveComputeTasks([whereTask])
} else {
  const compute = new NodeCompute({ workerUrl: new URL(import.meta.url) })
  process.stdout.write(JSON.stringify(await compute.run(whereTask, 'done')))
  await compute.close()
}
