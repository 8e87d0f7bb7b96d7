/** Parts that every implementation of the disk door shares, so that all keep the same order. */
export { type OpenFile, OpenFiles } from './doors/open-files.ts'
export {
  type DirectorySyncs,
  type FileSyncs,
  newDirectorySyncs,
  newFileSyncs,
  SyncScheduler,
} from './doors/sync-scheduler.ts'
