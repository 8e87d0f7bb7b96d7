import { serveComputeTasks } from '../../src/node.ts'
import { exitTask, uncloneableTask } from './compute-tasks.ts'

serveComputeTasks([exitTask, uncloneableTask])
