// Plain JavaScript that any Node can read: it says in one sentence when this Node is too old.
import module from 'node:module'
import { fileURLToPath } from 'node:url'

const nodeMajorMin = 24
const flushAfterMs = 2000

/** Ends the process when this Node cannot run Samsa. */
function refuseOldNode() {
  if (Number(process.versions.node.split('.')[0]) >= nodeMajorMin) return
  console.error(
    `samsa needs Node ${nodeMajorMin} or later, this is ${process.version}. Start it with "npx -y pnpm@12 start", which installs the pinned one.`,
  )
  process.exit(1)
}

/** `start dev -- --port 9092`, as some package managers pass it on, means `start dev --port 9092`. */
function dropSeparator() {
  const at = process.argv.indexOf('--')
  if (at === 2 || at === 3) process.argv.splice(at, 1)
}

/**
 * Runs `importProgram`, which may last as long as the program, with compiled code kept between runs.
 * The cache is written once the program has settled, so that a run that is killed leaves it behind too.
 */
export async function launch(importProgram) {
  refuseOldNode()
  dropSeparator()
  module.enableCompileCache(
    fileURLToPath(new URL('../../../node_modules/.cache/node-compile', import.meta.url)),
  )
  setTimeout(() => module.flushCompileCache(), flushAfterMs).unref()
  await importProgram()
}
