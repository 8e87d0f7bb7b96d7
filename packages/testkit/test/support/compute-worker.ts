import { serveComputeTasks } from '@samsa/base/node'

import { conformanceTasks } from '../../src/conformance/compute-cases.ts'

serveComputeTasks(conformanceTasks)
