import { BrokerProcess } from '../../support/broker-process.ts'

/** The broker that the judges judge: Samsa, or whatever `SAMSA_COMPAT_BOOTSTRAP` names. */
export interface ClusterUnderTest {
  readonly bootstrap: string
  /** Restarts it; false where it is somebody else's process. */
  restart(): Promise<boolean>
  dispose(): Promise<void>
}

export async function startCluster(): Promise<ClusterUnderTest> {
  const bootstrap = process.env['SAMSA_COMPAT_BOOTSTRAP']
  if (bootstrap !== undefined) {
    return { bootstrap, restart: () => Promise.resolve(false), dispose: () => Promise.resolve() }
  }
  const broker = await BrokerProcess.start({ overrides: ['num.partitions=2'] })
  return {
    bootstrap: broker.bootstrap,
    restart: async () => {
      await broker.restart()
      return true
    },
    dispose: () => broker.dispose(),
  }
}
