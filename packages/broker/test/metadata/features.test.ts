import { describe, expect, test } from 'vitest'
import { FeatureLevelError, MetadataVersionError } from '../../src/metadata/errors.ts'
import { checkFeatures, supportedFeatures } from '../../src/metadata/features.ts'
import {
  bumpsLeaderEpochOnIsrShrink,
  hasControllerRegistration,
  hasCordonedDirectories,
  hasDirectoryAssignment,
  hasMetadataTransactions,
  metadataVersionName,
  metadataVersionOf,
  partitionRecordVersion,
  registerBrokerRecordVersion,
} from '../../src/metadata/metadata-version.ts'

const features = (levels: Readonly<Record<string, number>>) => ({
  metadataVersion: levels['metadata.version'] ?? 0,
  levels: new Map(Object.entries(levels)),
})

describe('a directory', () => {
  test('with the levels that this release has finished is taken', () => {
    for (const level of [7, 20, 30]) {
      checkFeatures(features({ 'metadata.version': level, 'kraft.version': 1 }), false)
    }
    expect(supportedFeatures.map(({ name }) => name)).toEqual(['kraft.version', 'metadata.version'])
  })

  const unfinished = [
    'group.version',
    'transaction.version',
    'share.version',
    'streams.version',
    'eligible.leader.replicas.version',
    'never.heard.of.version',
  ]

  test.each(unfinished)('with %s above 0 is refused in one sentence that names it', (name) => {
    const given = features({ 'metadata.version': 30, [name]: 1 })
    expect(() => checkFeatures(given, false)).toThrow(FeatureLevelError)
    expect(() => checkFeatures(given, false)).toThrow(
      `The metadata has ${name} finalized at level 1, and this release supports level 0 only: ` +
        'start it with a release that has it, or set samsa.features.tolerate=true to keep the level ' +
        'without using it.',
    )
    checkFeatures(given, true)
  })

  test('with a metadata.version that cannot be read is refused whatever is set', () => {
    for (const level of [6, 31, 1]) {
      for (const tolerates of [false, true]) {
        const given = features({ 'metadata.version': level })
        expect(() => checkFeatures(given, tolerates)).toThrow(MetadataVersionError)
      }
    }
  })
})

test('versions of records follow the level, as in Apache Kafka 4.3', () => {
  const byLevel = [7, 8, 16, 17, 22, 23, 29, 30].map((level) => [
    level,
    registerBrokerRecordVersion(level),
    partitionRecordVersion(level),
  ])
  expect(byLevel).toEqual([
    [7, 1, 0],
    [8, 2, 0],
    [16, 2, 0],
    [17, 3, 1],
    [22, 3, 1],
    [23, 3, 2],
    [29, 3, 2],
    [30, 4, 2],
  ])
  const firsts = [
    hasMetadataTransactions,
    hasControllerRegistration,
    hasDirectoryAssignment,
    hasCordonedDirectories,
  ].map((has) => [7, 12, 13, 14, 15, 16, 17, 29, 30].find((level) => has(level)))
  expect(firsts).toEqual([13, 15, 17, 30])
  expect([11, 12].map(bumpsLeaderEpochOnIsrShrink)).toEqual([true, false])
})

test('levels have the names that tools take and print', () => {
  expect([7, 17, 25, 30, 31].map(metadataVersionName)).toEqual([
    '3.3-IV3',
    '3.7-IV2',
    '4.0-IV3',
    '4.3-IV0',
    undefined,
  ])
  const given = ['3.3-IV3', '4.3-IV0', '4.3', '4.3.1', '4.0', '3.7', '4.4', '3', 'x']
  expect(given.map(metadataVersionOf)).toEqual([
    7,
    30,
    30,
    30,
    25,
    19,
    undefined,
    undefined,
    undefined,
  ])
})
