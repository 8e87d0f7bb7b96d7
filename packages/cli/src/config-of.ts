import type { Logger } from '@samsa/base'
import { loadStaticConfig, type ConfigSources, type StaticConfig } from '@samsa/broker'

/**
 * The checked configuration, with its warnings logged: one line each for keys that nobody knows, one
 * line in all for keys of Kafka's that this node does not use. Undefined after everything that is
 * wrong was told on stderr.
 */
export function configOf(sources: ConfigSources, logger: Logger): StaticConfig | undefined {
  const loaded = loadStaticConfig(sources)
  if (!loaded.ok) {
    for (const error of loaded.failure) process.stderr.write(`samsa: ${error.message}\n`)
    return undefined
  }
  const config = loaded.value
  for (const { key, source, message } of config.warnings) {
    logger.log('warn', message, { key, source })
  }
  if (config.unusedKeys.length > 0) {
    logger.log('info', 'accepted without effect', { keys: config.unusedKeys.join(',') })
  }
  return config
}
