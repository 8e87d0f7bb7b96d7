import { afterAll, beforeAll, expect, test } from 'vitest'
import { KillCampaign } from '../chaos/support/kill-campaign.ts'

let campaign: KillCampaign

beforeAll(async () => {
  campaign = await KillCampaign.start()
})

afterAll(async () => {
  await campaign.dispose()
})

test.each([
  ['under load', { afterMs: 300, isAtRoll: false }],
  ['the moment a segment begins', { afterMs: 150, isAtRoll: true }],
])('a broker killed %s has every acknowledged record, offset and group', async (_name, moment) => {
  const report = await campaign.kill(moment)
  expect(report.acknowledgedRecords).toBeGreaterThan(1_000)
  expect(report.unacknowledgedRecords).toBeGreaterThanOrEqual(1_000)
  if (moment.isAtRoll) expect(report.straddlingPartitions).toBeGreaterThan(0)
})

test('what was acknowledged before all kills is there after the last', async () => {
  expect(await campaign.sweep()).toBeGreaterThan(2_000)
})
