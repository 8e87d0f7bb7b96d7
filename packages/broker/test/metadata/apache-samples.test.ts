import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { BatchWalker } from '@samsa/protocol'
import { type CommittedBatch, decodeBatch, decodeSnapshot, snapshotIdOf } from '@samsa/raft'
import { describe, expect, test } from 'vitest'
import { emptyImage } from '../../src/metadata/empty-image.ts'
import { FeatureLevelError } from '../../src/metadata/errors.ts'
import type { MetadataImage } from '../../src/metadata/image.ts'
import { ListInterner } from '../../src/metadata/interner.ts'
import { MetadataReplay } from '../../src/metadata/replay.ts'
import { sameImage } from '../../src/metadata/same.ts'
import { batchesIn, replayed } from './support/log-replay.ts'
import { plainImage } from './support/plain-image.ts'
import {
  copySample,
  type Expected,
  propertyOf,
  type Sample,
  samples,
  samplesMissing,
} from './support/samples.ts'
import { tools, Workshop } from './support/workshop.ts'

const TOPIC = 2

function batchesOf({ directory }: Sample): CommittedBatch[] {
  const path = join(directory, '__cluster_metadata-0')
  const batches: CommittedBatch[] = []
  for (const name of readdirSync(path).filter((file) => file.endsWith('.log'))) {
    const walker = new BatchWalker(readFileSync(join(path, name)))
    while (walker.next()) batches.push(decodeBatch(walker.batch, name, tools))
  }
  return batches
}

function* snapshotsOf({ directory }: Sample) {
  const path = join(directory, '__cluster_metadata-0')
  for (const name of readdirSync(path).filter((file) => file.endsWith('.checkpoint'))) {
    yield decodeSnapshot(readFileSync(join(path, name)), name, snapshotIdOf(name)!, tools)
  }
}

/** Topics of an image as the Admin client tells them. */
function topicsOf({ configs, topics }: MetadataImage): Expected['topics'] {
  const told: Record<string, Expected['topics'][string]> = {}
  for (const { name, id, partitions } of topics.ascending('')) {
    told[name] = {
      id,
      configs: Object.fromEntries(configs.of(TOPIC, name)),
      partitions: partitions.map(
        ({ leader, replicas, isr, eligibleLeaderReplicas }, partition) => ({
          partition,
          leader,
          replicas,
          isr: isr.toSorted((a, b) => a - b),
          elr: eligibleLeaderReplicas.toSorted((a, b) => a - b),
        }),
      ),
    }
  }
  return told
}

function keptCounts({ kept }: MetadataImage): Record<string, number> {
  return Object.fromEntries([...kept.records].map(([name, records]) => [name, records.size]))
}

function expectedCounts({ acls, quotas, scram }: Expected): Record<string, number> {
  const lengths = (lists: Readonly<Record<string, object>>): number =>
    Object.values(lists).reduce((sum, list) => sum + Object.keys(list).length, 0)
  const counts = {
    AccessControlEntryRecord: typeof acls === 'string' ? 0 : acls.length,
    ClientQuotaRecord: lengths(quotas),
    UserScramCredentialRecord: lengths(scram),
  }
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))
}

/** The images after each batch, the last one as it is after all of them. */
function* imagesOf(batches: readonly CommittedBatch[]): Generator<MetadataImage> {
  const replay = new MetadataReplay(emptyImage, new ListInterner())
  for (const { baseOffset, leaderEpoch, records, controlRecords } of batches) {
    for (const [index, record] of records.entries()) {
      replay.record(record, baseOffset + index, leaderEpoch)
    }
    for (const [index, record] of controlRecords.entries()) {
      replay.control(record, baseOffset + index, leaderEpoch)
    }
    replay.steps()
    yield replay.image
  }
}

describe.each(samples())('metadata of $sample/$node, by Apache Kafka', (sample) => {
  const { expected } = sample
  const batches = batchesOf(sample)

  test('was once exactly what the Admin client was told', () => {
    const told = [...imagesOf(batches)].filter((image) =>
      isDeepStrictEqual(topicsOf(image), expected.topics),
    )
    const image = told.at(-1)
    expect(image, 'the topics at some offset').toBeDefined()
    expect(Object.fromEntries(image!.features.levels)).toEqual(expected.features)
    expect(keptCounts(image!)).toMatchObject(expectedCounts(expected))
  })

  test('keeps every topic, partition and config to the last record', () => {
    const withoutLeaders = (topics: Expected['topics']) =>
      Object.entries(topics).map(([name, { id, configs, partitions }]) => [
        name,
        id,
        configs,
        partitions.map(({ replicas }) => replicas),
      ])
    expect(withoutLeaders(topicsOf(replayed(batches)))).toEqual(withoutLeaders(expected.topics))
  })

  test('is in a snapshot what the records before it make', () => {
    for (const snapshot of snapshotsOf(sample)) {
      const replay = new MetadataReplay(emptyImage, new ListInterner())
      const reading = replay.snapshot(snapshot)
      while (reading.next().done !== true);
      const before = replayed(batches.filter(({ lastOffset }) => lastOffset < snapshot.id.offset))
      if (snapshot.id.offset > 0) expect(plainImage(replay.image)).toEqual(plainImage(before))
      else expect([...replay.image.features.levels]).toEqual([['kraft.version', 1]])
    }
  })
})

describe.each(samples().filter(({ sample }) => sample.startsWith('single')))(
  'a node opens $sample/$node, by Apache Kafka,',
  (sample) => {
    const { expected } = sample
    const clusterId = samplesMissing === undefined ? propertyOf(sample, 'cluster.id') : ''

    test('not, while its feature levels are above those of this release', async () => {
      await using workshop = new Workshop()
      copySample(sample, workshop.directory)
      await expect(workshop.open({}, workshop.doors.disk, clusterId)).rejects.toThrow(
        FeatureLevelError,
      )
    })

    test('when they are tolerated, leads its partitions again and keeps the rest', async () => {
      await using workshop = new Workshop()
      copySample(sample, workshop.directory)
      const opened = await workshop.open(
        { toleratesFeatures: true },
        workshop.doors.disk,
        clusterId,
      )
      const { metadata } = opened
      await metadata.registerSelf(workshop.registration(opened))
      await metadata.unfenceSelf()
      const image = metadata.reader.image()
      expect(topicsOf(image)).toEqual(expected.topics)
      expect(Object.fromEntries(image.features.levels)).toEqual(expected.features)
      expect(keptCounts(image)).toMatchObject(expectedCounts(expected))
      expect(sameImage(replayed(await batchesIn(opened.log)), image)).toBe(true)
      await workshop.stop(opened)
    })
  },
)

test('data directories of Apache Kafka are there to be read', ({ skip }) => {
  skip(samplesMissing !== undefined, samplesMissing)
  expect(samples().length).toBeGreaterThanOrEqual(8)
})
