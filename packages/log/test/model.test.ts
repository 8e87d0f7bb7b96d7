import type { LogLimits, OwnedPartitionLog, PartitionLog } from '@samsa/log'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Log } from '../src/partition/log.ts'
import { command, type Command, LogModel, type ModelHost } from './support/model.ts'
import { Workshop } from './support/workshop.ts'

/** The log of the manager, which offers retention. */
const asLog = (log: PartitionLog): Log => log as Log

function hostOf(workshop: Workshop): ModelHost {
  return {
    async reopen(log: OwnedPartitionLog, isClean: boolean) {
      const { logStartOffset, recoveryPoint } = log
      await (isClean ? log.close() : log.abandon())
      return workshop.open({ isCleanStop: isClean, logStartOffset, recoveryPoint })
    },
    async retain(log, bytes) {
      const { config } = log
      asLog(log).setConfig({ ...config, retentionBytes: bytes })
      await asLog(log).applyRetention(log.logEndOffset, workshop.clock.wallMs())
      asLog(log).setConfig(config)
    },
  }
}

async function play(commands: readonly Command[], limits: Partial<LogLimits>): Promise<void> {
  await using workshop = new Workshop({
    config: { segmentBytes: 7000, indexIntervalBytes: 600, retentionMs: -1, fileDeleteDelayMs: 1 },
    limits,
  })
  workshop.clock.setWallMs(2000)
  const model = new LogModel(await workshop.open(), hostOf(workshop))
  for (const step of commands) await model.run(step)
  await model.checkAll()
}

const bounds = { numRuns: 25, interruptAfterTimeLimit: 25_000, markInterruptAsFailure: true }

test.each([
  ['in memory and at once', {}],
  [
    'on the pool, without a cache',
    { writeNowBytesMax: 0, readNowBytesMax: 0, tailCacheBytesMax: 0 },
  ],
  ['with few open files', { openFilesMax: 3 }],
])('a log does what a list of batches does, %s', async (_how, limits) => {
  const commands = fc.array(command, { minLength: 5, maxLength: 60 })
  const property = fc.asyncProperty(commands, (steps) => play(steps, limits))
  await expect(fc.assert(property, bounds)).resolves.toBeUndefined()
})
