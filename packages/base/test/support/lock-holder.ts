import { NodeDisk } from '../../src/node.ts'

/** A process of its own that takes a directory, says so, and keeps it until it is killed. */
const path = process.argv[2] ?? ''
await new NodeDisk().lockDirectory(path)
process.stdout.write('locked\n')
setInterval(() => {}, 60_000)
