import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { nodeId } from '@samsa/base'
import { LogDirectoryIdentityError } from '@samsa/log'
import { decodeSnapshot, snapshotIdOf } from '@samsa/raft'
import { describe, expect, test } from 'vitest'
import { readBootstrap } from '../../src/metadata/bootstrap.ts'
import { FeatureLevelError, MetadataVersionError } from '../../src/metadata/errors.ts'
import {
  AlreadyFormattedError,
  type FormatOptions,
  FormatOptionError,
} from '../../src/metadata/format.ts'
import { inspectStorage } from '../../src/metadata/storage-info.ts'
import { CLUSTER_ID, SELF, tools, Workshop } from './support/workshop.ts'

const FIRST_SNAPSHOT = '__cluster_metadata-0/00000000000000000000-0000000000.checkpoint'

function filesIn(directory: string): string[] {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => join(parentPath, name).slice(directory.length + 1))
    .sort()
}

async function levelsIn(workshop: Workshop, directory: string): Promise<object[]> {
  const records = await readBootstrap(workshop.doors.disk, directory, tools)
  return records.map(({ message }) => message as object)
}

test('a directory has what kafka-storage format leaves in one', async () => {
  await using workshop = new Workshop()
  const { directory, doors } = workshop
  const { formatted, alreadyFormatted } = await workshop.format()
  expect([formatted, alreadyFormatted]).toEqual([[directory], []])
  expect(filesIn(directory)).toEqual([FIRST_SNAPSHOT, 'bootstrap.checkpoint', 'meta.properties'])
  expect(await levelsIn(workshop, directory)).toMatchObject([
    { name: 'metadata.version', featureLevel: 30 },
  ])
  const [info] = (await inspectStorage(doors.disk, [directory])).directories
  expect(info).toMatchObject({ meta: { clusterId: CLUSTER_ID, nodeId: SELF } })
  const path = join(directory, FIRST_SNAPSHOT)
  const id = snapshotIdOf('00000000000000000000-0000000000.checkpoint')!
  const { kraftVersion, records, voters } = decodeSnapshot(readFileSync(path), path, id, tools)
  expect([kraftVersion, records.length]).toEqual([1, 0])
  expect(voters?.voters).toMatchObject([
    {
      voterId: 1,
      voterDirectoryId: info!.meta!.directoryId,
      endpoints: [{ name: 'CONTROLLER', host: 'localhost', port: 9093 }],
    },
  ])
})

test('voters of the configuration need no first snapshot', async () => {
  await using workshop = new Workshop()
  await workshop.format({ standaloneEndpoints: null })
  expect(filesIn(workshop.directory)).toEqual(['bootstrap.checkpoint', 'meta.properties'])
})

test('each of several directories is made with an id of its own, one with the metadata', async () => {
  await using workshop = new Workshop()
  const directories = ['a', 'deep/b', 'c'].map((name) => join(workshop.directory, name))
  await workshop.format({ directories, metadataDirectory: directories[1]! })
  expect(filesIn(workshop.directory)).toEqual([
    'a/bootstrap.checkpoint',
    'a/meta.properties',
    'c/bootstrap.checkpoint',
    'c/meta.properties',
    `deep/b/${FIRST_SNAPSHOT}`,
    'deep/b/bootstrap.checkpoint',
    'deep/b/meta.properties',
  ])
  const report = await inspectStorage(workshop.doors.disk, directories)
  expect(report.problems).toEqual([])
  expect(new Set(report.directories.map(({ meta }) => meta?.directoryId)).size).toBe(3)
})

test('features are written by name, those at level 0 are not', async () => {
  await using workshop = new Workshop()
  await workshop.format({ metadataVersion: 21, features: new Map([['group.version', 0]]) })
  expect(await levelsIn(workshop, workshop.directory)).toMatchObject([
    { name: 'metadata.version', featureLevel: 21 },
  ])
})

describe('what cannot be formatted', () => {
  const refusals: [string, Partial<FormatOptions>, new (...args: never[]) => Error][] = [
    ['a cluster id with a slash', { clusterId: 'a/b' }, FormatOptionError],
    ['an empty cluster id', { clusterId: '' }, FormatOptionError],
    [
      'a level that is not finished',
      { features: new Map([['group.version', 1]]) },
      FeatureLevelError,
    ],
    ['an unknown feature', { features: new Map([['x.version', 1]]) }, FeatureLevelError],
    ['metadata.version 31', { metadataVersion: 31 }, MetadataVersionError],
    ['metadata.version 6', { metadataVersion: 6 }, MetadataVersionError],
  ]
  test.each(refusals)('%s: nothing is written', async (_what, options, error) => {
    await using workshop = new Workshop()
    await expect(workshop.format(options)).rejects.toThrow(error)
    expect(filesIn(workshop.directory)).toEqual([])
  })

  test('a directory named twice: nothing is written', async () => {
    await using workshop = new Workshop()
    const directories = [workshop.directory, workshop.directory]
    await expect(workshop.format({ directories })).rejects.toThrow(FormatOptionError)
    expect(filesIn(workshop.directory)).toEqual([])
  })

  test('one that is formatted already, and its neighbours stay as they are', async () => {
    await using workshop = new Workshop()
    const [a, b] = ['a', 'b'].map((name) => join(workshop.directory, name)) as [string, string]
    await workshop.format({ directories: [b], metadataDirectory: b })
    const before = filesIn(workshop.directory)
    const both = { directories: [a, b], metadataDirectory: b }
    await expect(workshop.format(both)).rejects.toThrow(AlreadyFormattedError)
    expect(filesIn(workshop.directory)).toEqual(before)
    const meta = readFileSync(join(b, 'meta.properties'), 'utf8')

    const result = await workshop.format({ ...both, ignoresFormatted: true })
    expect(result).toEqual({ formatted: [a], alreadyFormatted: [b] })
    expect(readFileSync(join(b, 'meta.properties'), 'utf8')).toBe(meta)
  })

  test('one of another cluster or node, even where formatted ones are left alone', async () => {
    await using workshop = new Workshop()
    await workshop.format()
    for (const other of [{ clusterId: 'AAAAAAAAAAAAAAAAAAABAA' }, { nodeId: nodeId(2) }]) {
      await expect(workshop.format({ ...other, ignoresFormatted: true })).rejects.toThrow(
        LogDirectoryIdentityError,
      )
    }
  })
})

test('what a crash left half formatted is formatted again', async () => {
  await using workshop = new Workshop()
  const { directory } = workshop
  await workshop.format()
  rmSync(join(directory, 'meta.properties'))
  writeFileSync(join(directory, 'bootstrap.checkpoint'), 'torn')
  writeFileSync(join(directory, 'bootstrap.checkpoint.tmp'), 'torn')
  await workshop.format()
  const opened = await workshop.open()
  expect(opened.metadata.reader.image().features.metadataVersion).toBe(30)
})

describe('a look at the storage', () => {
  test('tells what keeps a node from starting', async () => {
    await using workshop = new Workshop()
    const paths = ['a', 'b', 'c', 'd', 'e'].map((name) => join(workshop.directory, name))
    const [a, b, c, d, e] = paths as [string, string, string, string, string]
    await workshop.format({ directories: [a], metadataDirectory: a })
    await workshop.format({ directories: [b], metadataDirectory: b, clusterId: 'other' })
    await workshop.format({ directories: [c], metadataDirectory: c, nodeId: nodeId(2) })
    mkdirSync(d)
    const twin = join(workshop.directory, 'twin')
    mkdirSync(twin)
    writeFileSync(join(twin, 'meta.properties'), readFileSync(join(a, 'meta.properties')))

    const report = await inspectStorage(workshop.doors.disk, [...paths, twin])
    expect(report.directories.map(({ exists, meta }) => [exists, meta?.clusterId])).toEqual([
      [true, CLUSTER_ID],
      [true, 'other'],
      [true, CLUSTER_ID],
      [true, undefined],
      [false, undefined],
      [true, CLUSTER_ID],
    ])
    expect(report.problems).toEqual([
      `${b} belongs to cluster other, ${a} to another.`,
      `${c} belongs to node 2, ${a} to another.`,
      `${d} is not formatted.`,
      `${e} does not exist.`,
      `${twin} has the same directory.id as ${a}.`,
    ])
  })
})
