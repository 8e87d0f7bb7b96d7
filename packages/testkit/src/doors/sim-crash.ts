/**
 * What a volume keeps of the writes and names that were not synced when the power failed.
 *
 * | mode | data | names |
 * | --- | --- | --- |
 * | `dropUnsynced` | nothing | nothing |
 * | `keepPrefix` | of each file the first few writes | the first few changes |
 * | `tearLast` | the same, and the next write up to a 512 byte border | the first few changes |
 * | `keepBlocks` | any 4 KiB blocks, in no order | the first few changes |
 * | `zeroFill` | the sizes, filled with zeros | the first few changes |
 * | `loseNames` | everything | nothing: renames and new files are gone |
 * | `keepAll` | everything | everything |
 */
export type CrashMode =
  | 'dropUnsynced'
  | 'keepPrefix'
  | 'tearLast'
  | 'keepBlocks'
  | 'zeroFill'
  | 'loseNames'
  | 'keepAll'

export const crashModes: readonly CrashMode[] = [
  'dropUnsynced',
  'keepPrefix',
  'tearLast',
  'keepBlocks',
  'zeroFill',
  'loseNames',
  'keepAll',
]

export const SECTOR_BYTES = 512
export const BLOCK_BYTES = 4096
