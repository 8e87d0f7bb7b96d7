import { assert, Completion, nodeId } from '@samsa/base'
import type { MetadataRecord } from '@samsa/raft'
import { ActiveController } from '../../../src/controller/active-controller.ts'
import type { ControllerOperation } from '../../../src/controller/controller.ts'
import {
  type BrokerRegistration,
  registerBroker,
} from '../../../src/controller/operations/register-broker.ts'
import { unfenceBroker } from '../../../src/controller/operations/broker-state.ts'
import type { NewTopicRules } from '../../../src/controller/new-topic-rules.ts'
import { emptyImage } from '../../../src/metadata/empty-image.ts'
import { supportedFeatures } from '../../../src/metadata/features.ts'
import type { MetadataImage } from '../../../src/metadata/image.ts'
import { ListInterner } from '../../../src/metadata/interner.ts'
import { MetadataLoader } from '../../../src/metadata/loader.ts'
import { MetadataReplay } from '../../../src/metadata/replay.ts'
import { sameImage } from '../../../src/metadata/same.ts'
import { CountingRandom, StillClock, testUuid } from '../../metadata/support/fixed-doors.ts'
import { MemoryRaft } from '../../metadata/support/memory-raft.ts'
import { level } from '../../metadata/support/records.ts'

/** A controller on a metadata log in memory, its node's image, and what holds after each step. */
export class ControllerBench {
  readonly raft: MemoryRaft
  readonly loader: MetadataLoader
  readonly controller: ActiveController
  readonly clock: StillClock

  constructor(metadataVersion: number = 30) {
    this.raft = new MemoryRaft()
    this.clock = new StillClock()
    const onFailure = (error: Error): never => {
      throw error
    }
    this.loader = new MetadataLoader({ clock: this.clock, onFailure })
    this.raft.register(this.loader)
    this.controller = new ActiveController({
      clock: this.clock,
      random: new CountingRandom(),
      raft: this.raft,
      interner: this.loader.interner,
    })
    this.loader.setOnPublished((image) => this.controller.published(image))
    this.controller.activate(this.loader.image(), this.raft.epoch, false)
    this.write([level('metadata.version', metadataVersion)])
  }

  get image(): MetadataImage {
    return this.loader.image()
  }

  /** Records as a decision of their own, committed. */
  write(records: readonly MetadataRecord[]): void {
    this.run({ name: 'write', decide: () => ({ records, response: undefined }) })
  }

  /** Decides, commits, and checks that the log says what the live image says. */
  run<Response>(operation: ControllerOperation<Response>): Response {
    const { response } = this.controller.submit(operation)
    this.commit()
    assert(!(response instanceof Completion) || response.isSettled, 'a committed answer is given')
    let answer: unknown = response
    if (response instanceof Completion) {
      response.whenSettled(
        (value) => (answer = value),
        () => {},
      )
    }
    this.expectReplayed()
    return answer as Response
  }

  commit(): void {
    this.raft.commit()
    while (this.clock.waitingCount > 0) this.clock.turn()
  }

  /** A replay of the whole log into a fresh image is the live one; so is the controller's own. */
  expectReplayed(): void {
    const replay = new MetadataReplay(emptyImage, new ListInterner())
    for (const { baseOffset, leaderEpoch, records } of this.raft.batches) {
      for (const [index, record] of records.entries()) {
        replay.record(record, baseOffset + index, leaderEpoch)
      }
    }
    replay.steps()
    assert(sameImage(replay.image, this.image), 'a replay of the log is the live image')
    assert(sameImage(this.image, this.controller.image!), 'the controller is where its node is')
  }

  /** Registers and opens brokers 1 … `count`. */
  addBrokers(count: number, rackOf: (id: number) => string | null = () => null): this {
    for (let id = 1; id <= count; id++) {
      this.run(registerBroker(registrationOf(id, rackOf(id))))
      this.run(unfenceBroker(nodeId(id)))
    }
    return this
  }
}

export function registrationOf(
  id: number,
  rack: string | null = null,
  incarnation: number = 1,
): BrokerRegistration {
  return {
    brokerId: nodeId(id),
    incarnationId: testUuid(100_000 * incarnation + id),
    endpoints: [{ name: 'PLAINTEXT', host: `host-${id}`, port: 9092, securityProtocol: 0 }],
    features: supportedFeatures,
    rack,
    directories: [testUuid(200_000 + id)],
    previousBrokerEpoch: -1,
  }
}

/** Defaults of a node without configuration; configs are all fine, but `bad` is not. */
export const plainRules: NewTopicRules = {
  partitionCount: 1,
  replicationFactor: 1,
  configsRefusal: (configs) =>
    configs.has('bad') ? { errorCode: 40, message: 'Unknown topic config name: bad' } : null,
  describeConfigs: (configs) =>
    [...configs].map(([name, value]) => ({
      name,
      value,
      readOnly: false,
      configSource: 1,
      isSensitive: false,
    })),
}
