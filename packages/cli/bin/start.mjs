#!/usr/bin/env node
import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { launch } from './launch.mjs'

const repository = new URL('../../../', import.meta.url)
const bundle = new URL('../dist/samsa.mjs', import.meta.url)

function modifiedMs(url) {
  return statSync(url, { throwIfNoEntry: false })?.mtimeMs
}

/** Whether the bundle is there and no file it was made from has changed or gone since. */
function isFresh() {
  const bundledMs = modifiedMs(bundle)
  if (bundledMs === undefined) return false
  const inputs = readFileSync(new URL('samsa.inputs', bundle), 'utf8').split('\n')
  return inputs.every((input) => (modifiedMs(new URL(input, repository)) ?? Infinity) <= bundledMs)
}

function bundleAnew() {
  const script = fileURLToPath(new URL('scripts/bundle.ts', repository))
  const { status } = spawnSync(process.execPath, [script], { stdio: ['ignore', 2, 2] })
  if (status !== 0) process.exit(1)
}

/** The program as one file starts in half the time and memory. */
await launch(() => {
  if (!isFresh()) bundleAnew()
  return import('../dist/samsa.mjs')
})
