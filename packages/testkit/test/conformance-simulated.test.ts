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
import { simulatedWorld } from './support/worlds.ts'

for (const round of [1, 2]) {
  const seeded = (index: number) => simulatedWorld(round * 1000 + index)
  conforms(`the simulated clock, round ${round}`, clockCases, seeded)
  conforms(`the simulated random numbers, round ${round}`, randomCases, seeded)
  conforms(`files of the simulated disk, round ${round}`, diskFileCases, seeded)
  conforms(`names of the simulated disk, round ${round}`, diskNameCases, seeded)
  conforms(`bytes of the simulated network, round ${round}`, netDataCases, seeded)
  conforms(`connections of the simulated network, round ${round}`, netLifeCases, seeded)
  conforms(`simulated tasks, round ${round}`, computeCases, seeded)
}
