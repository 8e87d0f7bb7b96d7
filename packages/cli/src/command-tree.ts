import type { CommandEntry } from './command.ts'

/** Every command, in the order in which help lists them. */
export const commands: readonly CommandEntry[] = [
  {
    words: ['dev'],
    summary: 'a broker for development: one command, nothing to configure',
    load: async () => (await import('./commands/dev.ts')).devCommand,
  },
  {
    words: ['broker', 'start'],
    summary: 'run a node from a properties file',
    load: async () => (await import('./commands/broker-start.ts')).brokerStartCommand,
  },
  {
    words: ['storage', 'format'],
    summary: 'prepare the log directories of a new node',
    load: async () => (await import('./commands/storage.ts')).storageFormatCommand,
  },
  {
    words: ['storage', 'info'],
    summary: 'say what the log directories hold',
    load: async () => (await import('./commands/storage.ts')).storageInfoCommand,
  },
  {
    words: ['storage', 'random-uuid'],
    summary: 'print an id for a new cluster',
    load: async () => (await import('./commands/storage.ts')).storageRandomUuidCommand,
  },
  {
    words: ['version'],
    summary: 'print versions: Samsa, the Kafka it speaks, Node',
    load: async () => (await import('./commands/version.ts')).versionCommand,
  },
]

/** The entry whose words begin `argv`, and what is left; undefined when none does. */
export function findCommand(
  argv: readonly string[],
): { entry: CommandEntry; rest: readonly string[] } | undefined {
  for (const entry of commands) {
    if (entry.words.every((word, index) => argv[index] === word)) {
      return { entry, rest: argv.slice(entry.words.length) }
    }
  }
  return undefined
}
