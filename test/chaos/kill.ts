/**
 * `pnpm chaos:kill [KILLS]`: SIGKILL of a broker under produce load and commits, 20 times on the same
 * data, half of them the moment a segment begins. Prints a row a kill, then what has to hold of all of
 * them, and `N passed, N failed`; exits 1 when anything failed. A failure leaves the seed to try again
 * with: `CHAOS_SEED=N`.
 */
import { Prng } from '@samsa/testkit'
import { KillCampaign, type KillReport } from './support/kill-campaign.ts'

const KILLS = 20
const UNACKNOWLEDGED_RECORDS_MIN = 1_000
/** Of every four kills at least one must fall between two segments. */
const STRADDLING_PART = 1 / 4
const AFTER_MS_MAX = 600

const columns = [
  ['kill', 4],
  ['moment', 12],
  ['acknowledged', 12],
  ['unacknowledged', 14],
  ['straddling', 10],
  ['generation', 10],
  ['committed', 9],
  ['restart ms', 10],
  ['outcome', 0],
] as const

interface Tally {
  passed: number
  failed: number
  straddling: number
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function row(cells: readonly (string | number)[]): string {
  return cells
    .map((cell, at) => String(cell).padStart(columns[at]?.[1] ?? 0))
    .join('  ')
    .trimEnd()
}

function told(report: KillReport): readonly (string | number)[] {
  const { acknowledgedRecords, unacknowledgedRecords, straddlingPartitions } = report
  const { generation, committed, restartMs } = report
  const restart = Math.round(restartMs)
  const records = [acknowledgedRecords, unacknowledgedRecords, straddlingPartitions]
  return [...records, generation, committed, restart]
}

async function killOnce(
  campaign: KillCampaign,
  kill: number,
  random: Prng,
  tally: Tally,
): Promise<void> {
  const isAtRoll = kill % 2 === 0
  const moment = { afterMs: random.integer(AFTER_MS_MAX), isAtRoll }
  const name = isAtRoll ? 'at a roll' : `${moment.afterMs} ms`
  try {
    const report = await campaign.kill(moment)
    const isEnough = report.unacknowledgedRecords >= UNACKNOWLEDGED_RECORDS_MIN
    tally[isEnough ? 'passed' : 'failed']++
    if (report.straddlingPartitions > 0) tally.straddling++
    say(row([kill, name, ...told(report), isEnough ? 'ok' : 'FAIL: too little unacknowledged']))
  } catch (error) {
    tally.failed++
    say(row([kill, name, ...Array<string>(6).fill('-'), `FAIL: ${String(error)}`]))
    throw error
  }
}

async function main(kills: number, seed: number): Promise<void> {
  const random = new Prng(seed)
  const tally: Tally = { passed: 0, failed: 0, straddling: 0 }
  say(`CHAOS_SEED=${seed}`)
  say(row(columns.map(([name]) => name)))
  const campaign = await KillCampaign.start()
  try {
    for (let kill = 1; kill <= kills; kill++) await killOnce(campaign, kill, random, tally)
    const straddlingMin = Math.ceil(kills * STRADDLING_PART)
    tally[tally.straddling >= straddlingMin ? 'passed' : 'failed']++
    say(`\n${tally.straddling} kills straddled a roll; at least ${straddlingMin} have to`)
    say(`${await campaign.sweep()} acknowledged records read again after the last kill`)
    tally.passed++
  } catch (error) {
    if (tally.failed === 0) tally.failed++
    say(`\n${String(error)}`)
  } finally {
    await campaign.dispose()
  }
  say(`\n${tally.passed} passed, ${tally.failed} failed`)
  process.exitCode = tally.failed > 0 ? 1 : 0
}

const seed = Number(process.env['CHAOS_SEED'] ?? Date.now() % 1_000_000)
await main(Number(process.argv[2] ?? KILLS), seed)
