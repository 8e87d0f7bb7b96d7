import { uuid } from '@samsa/base'
import {
  configRecord,
  configRecordSchema,
  featureLevelRecord,
  featureLevelRecordSchema,
  removeTopicRecord,
  removeTopicRecordSchema,
  topicRecord,
  topicRecordSchema,
} from '@samsa/protocol'
import { metadataRecord, type MetadataRecord } from '@samsa/raft'
import { loadStaticConfig } from '../../../src/config/static/load-static-config.ts'
import type { StaticConfig } from '../../../src/config/static/static-config.ts'
import { emptyImage } from '../../../src/metadata/empty-image.ts'
import type { MetadataImage } from '../../../src/metadata/image.ts'
import { ListInterner } from '../../../src/metadata/interner.ts'
import type { MetadataPublisher } from '../../../src/metadata/metadata-reader.ts'
import { MetadataReplay } from '../../../src/metadata/replay.ts'

const minimal: Readonly<Record<string, string>> = {
  'process.roles': 'broker,controller',
  'node.id': '1',
  listeners: 'PLAINTEXT://:9092,CONTROLLER://:9093',
  'controller.listener.names': 'CONTROLLER',
  'controller.quorum.voters': '1@localhost:9093',
  'log.dirs': '/data',
}

/** `server.properties` of one node, with these keys set or (undefined) left out. */
export function propertiesWith(changes: Readonly<Record<string, string | undefined>> = {}): string {
  return Object.entries({ ...minimal, ...changes })
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${value}\n`)
    .join('')
}

export function startupWith(
  changes: Readonly<Record<string, string | undefined>> = {},
): StaticConfig {
  const loaded = loadStaticConfig({ propertiesText: propertiesWith(changes) })
  if (!loaded.ok) throw new AggregateError(loaded.failure)
  return loaded.value
}

/** Metadata that grows by records, and whoever is told of it. */
export class Cluster {
  readonly #replay = new MetadataReplay(emptyImage, new ListInterner())
  readonly #publishers: MetadataPublisher[] = []
  #offset = 0

  get image(): MetadataImage {
    return this.#replay.image
  }

  subscribe(publisher: MetadataPublisher): void {
    this.#publishers.push(publisher)
  }

  /** All of it in one committed change. */
  commit(records: readonly MetadataRecord[]): void {
    for (const record of records) this.#replay.record(record, this.#offset++, 1)
    for (const { delta, image } of this.#replay.steps()) {
      for (const publisher of this.#publishers) publisher.publish(delta, image)
    }
  }

  createTopic(name: string): void {
    this.commit([metadataRecord(topicRecordSchema, topicRecord({ name, topicId: idOf(name) }))])
  }

  removeTopic(name: string): void {
    const topicId = idOf(name)
    this.commit([metadataRecord(removeTopicRecordSchema, removeTopicRecord({ topicId }))])
  }

  /** Null removes. */
  configure(type: number, name: string, values: Readonly<Record<string, string | null>>): void {
    this.commit(
      Object.entries(values).map(([key, value]) =>
        metadataRecord(
          configRecordSchema,
          configRecord({ resourceType: type, resourceName: name, name: key, value }),
        ),
      ),
    )
  }

  setFeature(name: string, level: number): void {
    const record = featureLevelRecord({ name, featureLevel: level })
    this.commit([metadataRecord(featureLevelRecordSchema, record)])
  }
}

/** A valid topic id, made of the name. */
function idOf(name: string): ReturnType<typeof uuid> {
  return uuid(Buffer.from(name.padEnd(16, '.').slice(0, 16)).toString('base64url'))
}
