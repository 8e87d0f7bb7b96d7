export type { CrashMode } from './doors/sim-crash.ts'
export { crashModes } from './doors/sim-crash.ts'
export type { DiskFault, DiskOperation, InjectedFault } from './doors/sim-disk-faults.ts'
export type { HostState, KillMode, SimHost } from './doors/sim-host.ts'
export type { SimNetwork } from './doors/sim-network.ts'
export type { SimVolume } from './doors/sim-volume.ts'
export { withPoisonedGlobals } from './doors/node-globals.ts'
export { Prng } from './doors/prng.ts'
export {
  type RunEnd,
  type RunLimits,
  Simulation,
  SimulationError,
  type SimulationOptions,
} from './doors/simulation.ts'
export { defaultSettings, type SimulationSettings } from './doors/simulation-options.ts'
export { checksumOf, type Trace, type TraceEntry } from './doors/trace.ts'
