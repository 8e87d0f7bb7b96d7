import {
  clockCases,
  computeCases,
  conforms,
  diskFileCases,
  diskNameCases,
  netDataCases,
  netLifeCases,
  randomCases,
} from '../src/conformance/index.ts'
import { realWorld } from './support/worlds.ts'

const workerUrl = new URL('./support/compute-worker.ts', import.meta.url)
/** A paused stream has taken bytes from the system all the same, which then sees nothing thrown away. */
const livesOfStreams = netLifeCases.filter(({ promise }) => !promise.includes('throws away'))
const streams = { net: { readsIntoOwnBuffer: false } }

conforms('the real clock', clockCases, () => realWorld())
conforms('the real random numbers', randomCases, () => realWorld())
conforms('files of the real disk', diskFileCases, () => realWorld())
conforms('names of the real disk', diskNameCases, () => realWorld())
conforms('bytes of the real network', netDataCases, () => realWorld())
conforms('connections of the real network', netLifeCases, () => realWorld())
conforms('bytes read through streams', netDataCases, () => realWorld(streams))
conforms('connections read through streams', livesOfStreams, () => realWorld(streams))
conforms('tasks run inline', computeCases, () => realWorld())
conforms('tasks in a worker', computeCases, () => realWorld({ compute: { workerUrl } }))
conforms('tasks in two workers', computeCases, () =>
  realWorld({ compute: { workerUrl, workers: 2 } }),
)
