import { rename, writeFile } from 'node:fs/promises'
import type { RunningNode } from '@samsa/broker'

/**
 * Tells supervisors and tests that the node serves, and where: JSON with pid, nodeId, clusterId,
 * listeners by name, dataDirs and startupMs (since the process began). Written beside and renamed, so
 * that whoever sees the file sees all of it.
 */
export async function writeReadyFile(
  path: string,
  node: RunningNode,
  startupMs: number,
): Promise<void> {
  const listeners = Object.fromEntries(
    [...node.addresses].map(([name, { host, port }]) => [name, `${host}:${port}`]),
  )
  const { nodeId, clusterId, logDirs } = node
  const content = { pid: process.pid, nodeId, clusterId, listeners, dataDirs: logDirs, startupMs }
  const draft = `${path}.${process.pid}.tmp`
  await writeFile(draft, `${JSON.stringify(content)}\n`)
  await rename(draft, path)
}
