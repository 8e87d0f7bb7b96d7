import { expect, test } from 'vitest'
import { keyOfVariable, readEnvironment } from '../../src/config/static/environment.ts'
import { loadStaticConfig } from '../../src/config/static/load-static-config.ts'
import { propertiesWith } from './support/cluster.ts'

test.each([
  ['KAFKA_LOG_RETENTION_MS', 'log.retention.ms'],
  [
    'KAFKA_LISTENER_NAME_MY__LISTENER_SASL_ENABLED_MECHANISMS',
    'listener.name.my_listener.sasl.enabled.mechanisms',
  ],
  ['KAFKA_A___B', 'a-b'],
  ['KAFKA_A____B', 'a-.b'],
  ['KAFKA_A_____B', 'a-_b'],
  ['KAFKA_KAFKA_METRICS_REPORTERS', 'kafka.metrics.reporters'],
  ['KAFKA_SAMSA_FEATURES_TOLERATE', 'samsa.features.tolerate'],
])('%s sets %s', (variable, key) => {
  expect(keyOfVariable(variable)).toBe(key)
})

test('what a container platform injects is an unknown key with one warning each, and no more', () => {
  const injected = {
    KAFKA_PORT: 'tcp://10.0.0.5:9092',
    KAFKA_SERVICE_HOST: '10.0.0.5',
    KAFKA_SERVICE_PORT: '9092',
    KAFKA_PORT_9092_TCP: 'tcp://10.0.0.5:9092',
    KAFKA_PORT_9092_TCP_ADDR: '10.0.0.5',
    KAFKA_PORT_9092_TCP_PROTO: 'tcp',
    KAFKA_SERVICE_PORT_TCP_KAFKA: '9092',
  }
  const environment = {
    ...injected,
    KAFKA_HEAP_OPTS: '-Xmx1g',
    KAFKA_OPTS: '-Dx=y',
    KAFKA_VERSION: '4.3.1',
    PATH: '/bin',
    KAFKAESQUE: 'x',
    KAFKA_LISTENERS: 'MY_LISTENER://:9092,CONTROLLER://:9093',
    KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'MY_LISTENER:PLAINTEXT,CONTROLLER:PLAINTEXT',
    KAFKA_INTER_BROKER_LISTENER_NAME: 'MY_LISTENER',
    KAFKA_LISTENER_NAME_MY__LISTENER_SASL_ENABLED_MECHANISMS: 'PLAIN',
    KAFKA_BROKER_RACK: 'a=b c\nd',
    KAFKA_METRIC_REPORTERS: '',
  }
  const loaded = loadStaticConfig({ propertiesText: propertiesWith(), environment })
  if (!loaded.ok) throw new AggregateError(loaded.failure)
  const { warnings, listeners, rack, unusedKeys, given } = loaded.value
  expect(warnings.map(({ source }) => source)).toEqual(
    Object.keys(injected)
      .sort()
      .map((variable) => `environment variable ${variable}`),
  )
  expect(warnings[0]?.message).toBe(
    'Unknown key port (environment variable KAFKA_PORT) is ignored.',
  )
  expect(listeners.map(({ name }) => name)).toEqual(['MY_LISTENER', 'CONTROLLER'])
  expect(rack).toBe('a=b c\nd')
  expect(given.get('metric.reporters')).toBe('')
  expect(unusedKeys).toEqual([
    'listener.name.my_listener.sasl.enabled.mechanisms',
    'metric.reporters',
  ])
})

test('a variable without a value, and the bare prefix, say nothing', () => {
  expect(readEnvironment({ KAFKA_: 'x', KAFKA_NODE_ID: undefined })).toEqual([])
})
