import { nodeId } from '@samsa/base'
import { expect, test } from 'vitest'
import { ConfigError } from '../../src/config/static/config-error.ts'
import { loadStaticConfig } from '../../src/config/static/load-static-config.ts'
import { advertisedAddress } from '../../src/config/static/static-config.ts'
import { propertiesWith, startupWith } from './support/cluster.ts'

type Changes = Readonly<Record<string, string | undefined>>

function complaints(changes: Changes): string[] {
  const loaded = loadStaticConfig({ propertiesText: propertiesWith(changes) })
  return loaded.ok ? [] : loaded.failure.map(({ code, message }) => `${code} ${message}`)
}

const brokerOnly: Changes = {
  'process.roles': 'broker',
  listeners: 'PLAINTEXT://:9092',
  'controller.quorum.voters': '2@x:1',
}
const controllerOnly: Changes = {
  'process.roles': 'controller',
  listeners: 'CONTROLLER://:9093',
}

test.each<[Changes]>([
  [{}],
  [{ 'broker.id': '1' }],
  [{ 'node.id': undefined, 'broker.id': '1' }],
  [{ 'process.roles': 'controller,broker' }],
  [{ listeners: 'PLAINTEXT://:0,CONTROLLER://:0' }],
  [{ listeners: ' PLAINTEXT://:9092 , CONTROLLER://:9093 ' }],
  [{ listeners: 'plaintext://my_host:9092,CONTROLLER://:9093' }],
  [{ listeners: 'PLAINTEXT://[::1]:9092,CONTROLLER://127.0.0.1:9092' }],
  [{ 'controller.listener.names': 'controller' }],
  [{ 'advertised.listeners': 'PLAINTEXT://x:1,CONTROLLER://y:2' }],
  [{ 'listener.security.protocol.map': 'PLAINTEXT: PLAINTEXT , CONTROLLER:plaintext' }],
  [{ 'inter.broker.listener.name': 'plaintext' }],
  [{ 'controller.quorum.voters': '1@[::1]:9093,2@h_h:9' }],
  [{ 'controller.quorum.voters': undefined, 'controller.quorum.bootstrap.servers': 'x:1' }],
  [brokerOnly],
  [{ ...brokerOnly, 'controller.listener.names': 'C' }],
  [controllerOnly],
  [{ ...controllerOnly, 'advertised.listeners': 'CONTROLLER://x:1' }],
  [{ 'log.retention.ms': '-1' }],
  [{ 'log.retention.hours': '-5' }],
  [{ 'log.cleaner.min.compaction.lag.ms': '5', 'log.cleaner.max.compaction.lag.ms': '3' }],
  [{ 'authorizer.class.name': '' }],
  [{ 'max.connections.per.ip': '0', 'max.connections.per.ip.overrides': 'h:1' }],
])('%j is fine, as it is for Kafka', (changes) => {
  expect(complaints(changes)).toEqual([])
})

const form = 'Each entry should be in the form `{id}@{host}:{port}`.'

test.each<[Changes, string]>([
  [
    { 'process.roles': undefined },
    'CONFIG_MISSING Missing required configuration "process.roles" which has no default value.',
  ],
  [
    { 'node.id': undefined },
    'CONFIG_MISSING Missing required configuration "node.id" which has no default value.',
  ],
  [
    { 'controller.listener.names': undefined },
    'CONFIG_MISSING Missing required configuration "controller.listener.names" which has no default value.',
  ],
  [
    { listeners: undefined },
    `CONFIG_CONFLICT controller.listener.names must contain at least one value appearing in the 'listeners' configuration when running the KRaft controller role`,
  ],
  [
    { 'controller.quorum.voters': undefined },
    'CONFIG_CONFLICT If using process.roles, either controller.quorum.bootstrap.servers must contain the set of bootstrap controllers or controller.quorum.voters must contain a parseable set of controllers.',
  ],
  [
    { 'process.roles': 'broker,x' },
    'CONFIG_INVALID Invalid value x for configuration process.roles: String must be one of: broker, controller (server.properties)',
  ],
  [
    { 'process.roles': '' },
    `CONFIG_INVALID Configuration 'process.roles' must not be empty. Valid values include: [broker, controller] (server.properties)`,
  ],
  [
    { 'broker.id': '2' },
    'CONFIG_CONFLICT You must set `node.id` (1) to the same value as `broker.id` (2).',
  ],
  [
    { listeners: 'PLAINTEXT://:9092' },
    `CONFIG_CONFLICT controller.listener.names must contain at least one value appearing in the 'listeners' configuration when running the KRaft controller role`,
  ],
  [
    { listeners: 'PLAINTEXT://:9092,CONTROLLER://:9092' },
    'CONFIG_CONFLICT Each listener must have a different port, unless one has an IPv4 and the other an IPv6 address, listeners: PLAINTEXT://:9092,CONTROLLER://:9092, port: 9092',
  ],
  [
    { listeners: 'PLAINTEXT://127.0.0.1:9092,CONTROLLER://127.0.0.2:9092' },
    'CONFIG_CONFLICT Each listener must have a different port, unless one has an IPv4 and the other an IPv6 address, listeners: PLAINTEXT://127.0.0.1:9092,CONTROLLER://127.0.0.2:9092, port: 9092',
  ],
  [
    { listeners: 'PLAINTEXT:9092,CONTROLLER://:9093' },
    'CONFIG_INVALID Error in listeners: Unable to parse PLAINTEXT:9092 to a broker endpoint; it must look like NAME://host:port.',
  ],
  [
    { listeners: '://:9092,CONTROLLER://:9093' },
    'CONFIG_INVALID Error in listeners: Unable to parse ://:9092 to a broker endpoint; it must look like NAME://host:port.',
  ],
  [
    { listeners: 'PLAINTEXT://h:99999,CONTROLLER://:9093' },
    'CONFIG_INVALID Error in listeners: The port of PLAINTEXT://h:99999 must be between 0 and 65535.',
  ],
  [
    { listeners: 'PLAINTEXT://h:-1,CONTROLLER://:9093' },
    'CONFIG_INVALID Error in listeners: The port of PLAINTEXT://h:-1 must be between 0 and 65535.',
  ],
  [
    { listeners: 'PLAINTEXT://:9092,PLAINTEXT://:9094,CONTROLLER://:9093' },
    'CONFIG_CONFLICT Each listener must have a different name, listeners: PLAINTEXT://:9092,PLAINTEXT://:9094,CONTROLLER://:9093',
  ],
  [
    { listeners: 'FOO://:9092,CONTROLLER://:9093' },
    'CONFIG_INVALID Error in listeners: No security protocol defined for listener FOO; add FOO:PLAINTEXT to listener.security.protocol.map.',
  ],
  [
    { listeners: 'PLAINTEXT://:9092,CONTROLLER://:9093,' },
    `CONFIG_INVALID Configuration 'listeners' values must not be empty. (server.properties)`,
  ],
  [
    { listeners: 'SSL://:9092,CONTROLLER://:9093' },
    'CONFIG_UNSUPPORTED Listener SSL of listeners uses SSL, and only PLAINTEXT is built so far: map it to PLAINTEXT in listener.security.protocol.map, or remove it.',
  ],
  [
    { 'listener.security.protocol.map': 'PLAINTEXT:SASL_SSL,CONTROLLER:PLAINTEXT' },
    'CONFIG_UNSUPPORTED Listener PLAINTEXT of listeners uses SASL_SSL, and only PLAINTEXT is built so far: map it to PLAINTEXT in listener.security.protocol.map, or remove it.',
  ],
  [
    { 'listener.security.protocol.map': 'PLAINTEXT:FOO,CONTROLLER:PLAINTEXT' },
    'CONFIG_INVALID Invalid security protocol `FOO` defined in listener.security.protocol.map: it must be one of PLAINTEXT, SSL, SASL_PLAINTEXT, SASL_SSL',
  ],
  [
    { 'listener.security.protocol.map': 'PLAINTEXT' },
    `CONFIG_INVALID Error parsing configuration property 'listener.security.protocol.map': PLAINTEXT is not NAME:PROTOCOL`,
  ],
  [
    { 'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT' },
    'CONFIG_INVALID Error in listeners: No security protocol defined for listener CONTROLLER; add CONTROLLER:PLAINTEXT to listener.security.protocol.map.',
  ],
  [
    { 'advertised.listeners': 'PLAINTEXT://0.0.0.0:9092' },
    'CONFIG_INVALID advertised.listeners cannot use the nonroutable meta-address 0.0.0.0. Use a routable IP address.',
  ],
  [
    { 'advertised.listeners': 'FOO://x:1' },
    'CONFIG_INVALID Error in advertised.listeners: No security protocol defined for listener FOO; add FOO:PLAINTEXT to listener.security.protocol.map.',
  ],
  [
    { 'advertised.listeners': 'CONTROLLER://y:2' },
    'CONFIG_CONFLICT There must be at least one broker advertised listener. Perhaps all listeners appear in controller.listener.names?',
  ],
  [
    { 'advertised.listeners': '' },
    `CONFIG_INVALID Configuration 'advertised.listeners' must not be empty. Valid values include: any non-empty value (server.properties)`,
  ],
  [
    { 'advertised.listeners': 'PLAINTEXT://a:1,SSL://b:2' },
    'CONFIG_CONFLICT advertised.listeners listener names must be equal to or a subset of the ones defined in listeners. Found PLAINTEXT,SSL. The valid options based on the current configuration are PLAINTEXT,CONTROLLER',
  ],
  [
    { 'inter.broker.listener.name': 'FOO' },
    'CONFIG_CONFLICT Listener with name FOO defined in inter.broker.listener.name not found in listener.security.protocol.map.',
  ],
  [
    { 'inter.broker.listener.name': 'CONTROLLER' },
    'CONFIG_CONFLICT inter.broker.listener.name must be a listener name defined in advertised.listeners, and CONTROLLER is not. The valid options based on currently configured listeners are PLAINTEXT',
  ],
  [
    { 'inter.broker.listener.name': 'PLAINTEXT', 'security.inter.broker.protocol': 'PLAINTEXT' },
    'CONFIG_CONFLICT Only one of inter.broker.listener.name and security.inter.broker.protocol should be set.',
  ],
  [
    { 'security.inter.broker.protocol': 'SSL' },
    'CONFIG_CONFLICT inter.broker.listener.name must be a listener name defined in advertised.listeners, and SSL is not. The valid options based on currently configured listeners are PLAINTEXT',
  ],
  [
    { 'controller.listener.names': 'CONTROLLER,PLAINTEXT' },
    'CONFIG_CONFLICT There must be at least one broker advertised listener. Perhaps all listeners appear in controller.listener.names?',
  ],
  [
    { 'controller.listener.names': 'CONTROLLER,FOO' },
    `CONFIG_CONFLICT controller.listener.names must only contain values appearing in the 'listeners' configuration when running the KRaft controller role; FOO does not`,
  ],
  [
    { 'controller.quorum.voters': '2@x:1' },
    `CONFIG_CONFLICT If process.roles contains the 'controller' role, the node id 1 must be included in the set of voters controller.quorum.voters=2`,
  ],
  [
    { 'controller.quorum.voters': '1@x' },
    `CONFIG_INVALID Failed to parse host name from entry 1@x for the configuration controller.quorum.voters. ${form} (server.properties)`,
  ],
  [
    { ...brokerOnly, 'controller.quorum.voters': '1@x:1' },
    `CONFIG_CONFLICT If process.roles contains just the 'broker' role, the node id 1 must not be included in the set of voters controller.quorum.voters=1`,
  ],
  [
    { ...brokerOnly, listeners: 'PLAINTEXT://:9092,CONTROLLER://:9093' },
    `CONFIG_CONFLICT controller.listener.names must not contain a value appearing in the 'listeners' configuration when running KRaft with just the broker role`,
  ],
  [
    {
      ...brokerOnly,
      'controller.listener.names': 'C',
      'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT',
    },
    'CONFIG_CONFLICT Controller listener with name C defined in controller.listener.names not found in listener.security.protocol.map (a security mapping for each controller listener is required if listener.security.protocol.map is set, or if there are security protocols other than PLAINTEXT in use)',
  ],
  [
    { ...controllerOnly, listeners: 'PLAINTEXT://:9092,CONTROLLER://:9093' },
    'CONFIG_CONFLICT The listeners config must only contain KRaft controller listeners from controller.listener.names when process.roles=controller',
  ],
  [
    { 'log.dirs': '' },
    `CONFIG_INVALID Configuration 'log.dirs' must not be empty. Valid values include: any non-empty value (server.properties)`,
  ],
  [
    { 'log.dirs': '/a,,/b' },
    `CONFIG_INVALID Configuration 'log.dirs' values must not be empty. (server.properties)`,
  ],
  [
    { 'cordoned.log.dirs': '/q' },
    'CONFIG_CONFLICT All entries in cordoned.log.dirs must be present in log.dirs or log.dir. Missing entries : /q',
  ],
  [
    { 'log.retention.ms': '0' },
    'CONFIG_CONFLICT log.retention.ms must be unlimited (-1) or, greater than or equal to 1',
  ],
  [
    { 'log.retention.hours': '0' },
    'CONFIG_CONFLICT log.retention.ms must be unlimited (-1) or, greater than or equal to 1',
  ],
  [{ 'log.roll.ms': '0' }, 'CONFIG_CONFLICT log.roll.ms must be greater than or equal to 1'],
  [
    { 'log.roll.jitter.ms': '-1' },
    'CONFIG_CONFLICT log.roll.jitter.ms must be greater than or equal to 0',
  ],
  [
    { 'log.cleaner.threads': '200' },
    'CONFIG_CONFLICT log.cleaner.dedupe.buffer.size must be at least 1MB per cleaner thread.',
  ],
  [
    { 'queued.max.request.bytes': '100' },
    'CONFIG_CONFLICT queued.max.request.bytes must be larger or equal to socket.request.max.bytes',
  ],
  [
    { 'max.connections.per.ip': '0' },
    'CONFIG_CONFLICT max.connections.per.ip can be set to zero only if max.connections.per.ip.overrides property is set.',
  ],
  [
    { 'offsets.topic.compression.codec': '9' },
    'CONFIG_CONFLICT offsets.topic.compression.codec must be 0 (none), 1 (gzip), 2 (snappy), 3 (lz4) or 4 (zstd)',
  ],
  [
    { 'num.partitions': '0' },
    'CONFIG_INVALID Invalid value 0 for configuration num.partitions: Value must be at least 1 (server.properties)',
  ],
  [
    { 'share.coordinator.state.topic.min.isr': '99999' },
    'CONFIG_INVALID Invalid value 99999 for configuration share.coordinator.state.topic.min.isr: Not a number of type SHORT (server.properties)',
  ],
  [
    { 'authorizer.class.name': 'org.example.Acls' },
    'CONFIG_UNSUPPORTED authorizer.class.name=org.example.Acls: access control is not built yet, and without it everybody may do everything: remove the key to start all the same.',
  ],
  [
    { 'samsa.request.memory.bytes.max': '8000000' },
    'CONFIG_CONFLICT samsa.request.memory.bytes.max (8000000) must be at least twice socket.request.max.bytes (104857600), or such a request never finds room.',
  ],
])('%j does not start: %s', (changes, complaint) => {
  expect(complaints(changes)).toEqual([complaint])
})

test.each<[Changes, string]>([
  [
    { 'replica.fetch.wait.max.ms': '40000' },
    'CONFIG_CONFLICT replica.socket.timeout.ms should always be at least replica.fetch.wait.max.ms to prevent unnecessary socket timeouts',
  ],
  [
    { 'replica.lag.time.max.ms': '100' },
    'CONFIG_CONFLICT replica.fetch.wait.max.ms should always be less than or equal to replica.lag.time.max.ms to prevent frequent changes in ISR',
  ],
])('%j does not start, among others since: %s', (changes, complaint) => {
  expect(complaints(changes)).toContain(complaint)
})

test('everything that is wrong is told at once, with its key', () => {
  const loaded = loadStaticConfig({
    propertiesText: propertiesWith({ 'num.partitions': 'x', 'node.id': undefined }),
    environment: { KAFKA_NUM_IO_THREADS: '0' },
    overrides: ['log.segment.bytes=1', 'nonsense'],
  })
  expect(loaded.ok).toBe(false)
  if (loaded.ok) return
  expect(loaded.failure.every((error) => error instanceof ConfigError)).toBe(true)
  expect(loaded.failure.map(({ code, key, message }) => [code, key, message])).toEqual([
    ['CONFIG_SYNTAX', '', '-o nonsense: expected key=value, for example -o num.partitions=3.'],
    [
      'CONFIG_MISSING',
      'node.id',
      'Missing required configuration "node.id" which has no default value.',
    ],
    [
      'CONFIG_INVALID',
      'num.partitions',
      'Invalid value x for configuration num.partitions: Not a number of type INT (server.properties)',
    ],
    [
      'CONFIG_INVALID',
      'num.io.threads',
      'Invalid value 0 for configuration num.io.threads: Value must be at least 1 (environment variable KAFKA_NUM_IO_THREADS)',
    ],
    [
      'CONFIG_INVALID',
      'log.segment.bytes',
      'Invalid value 1 for configuration log.segment.bytes: Value must be at least 1048576 (-o)',
    ],
  ])
})

test('a file that cannot be read as properties is told with its line', () => {
  const loaded = loadStaticConfig({ propertiesText: `${propertiesWith()}\nfoo=\\u12` })
  const [error] = loaded.ok ? [] : loaded.failure
  expect(error?.message).toMatch(
    /^server\.properties, line \d+: \\u must be followed by four hexadecimal digits\.$/,
  )
})

test('an override wins over the environment, which wins over the file', () => {
  const read = (environment: Record<string, string>, overrides: string[]): string | undefined => {
    const propertiesText = propertiesWith({ 'num.partitions': '2' })
    const loaded = loadStaticConfig({ propertiesText, environment, overrides })
    return loaded.ok ? loaded.value.given.get('num.partitions') : undefined
  }
  expect(read({}, [])).toBe('2')
  expect(read({ KAFKA_NUM_PARTITIONS: '3' }, [])).toBe('3')
  expect(read({ KAFKA_NUM_PARTITIONS: '3' }, ['num.partitions=4', 'num.partitions = 5'])).toBe(' 5')
})

test('the value of an override may hold any character', () => {
  const loaded = loadStaticConfig({
    propertiesText: propertiesWith(),
    overrides: ['broker.rack=a=b, c'],
  })
  expect(loaded.ok && loaded.value.rack).toBe('a=b, c')
})

test('unknown keys are warned of, known ones without use here are listed, and neither hinders', () => {
  const { warnings, unusedKeys, given } = startupWith({
    'foo.bar': 'x',
    'samsa.no.such.key': 'y',
    'num.io.threads': '9',
    'listener.name.plaintext.max.connections': '7',
    'socket.request.max.bytes': '1000000',
  })
  expect(warnings).toEqual([
    {
      key: 'foo.bar',
      source: 'server.properties',
      message: 'Unknown key foo.bar (server.properties) is ignored.',
    },
    {
      key: 'samsa.no.such.key',
      source: 'server.properties',
      message: 'Unknown key samsa.no.such.key (server.properties) is ignored.',
    },
  ])
  expect(unusedKeys).toEqual(['listener.name.plaintext.max.connections', 'num.io.threads'])
  expect(given.get('foo.bar')).toBe('x')
})

test('roles, listeners, quorum and folders are read', () => {
  const config = startupWith({
    listeners: 'a://h:1,B://[::1]:0,CONTROLLER://:9093',
    'listener.security.protocol.map': 'A:PLAINTEXT,b:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'inter.broker.listener.name': 'b',
    'advertised.listeners': 'A://kafka.example:7,B://x:8',
    'controller.quorum.voters': '1@h:9,2@[::1]:10',
    'controller.quorum.bootstrap.servers': 'h:9, i:10',
    'log.dirs': ' /a , /b,/a ',
    'broker.rack': 'r1',
  })
  expect(config).toMatchObject({
    nodeId: 1,
    isBroker: true,
    isController: true,
    listeners: [
      { name: 'A', host: 'h', port: 1, securityProtocol: 'PLAINTEXT', isController: false },
      { name: 'B', host: '::1', port: 0, securityProtocol: 'PLAINTEXT', isController: false },
      {
        name: 'CONTROLLER',
        host: '',
        port: 9093,
        securityProtocol: 'PLAINTEXT',
        isController: true,
      },
    ],
    advertisedListeners: [
      { name: 'A', host: 'kafka.example', port: 7 },
      { name: 'B', host: 'x', port: 8 },
    ],
    interBrokerListenerName: 'B',
    controllerListenerNames: ['CONTROLLER'],
    quorumVoters: [
      { id: nodeId(1), host: 'h', port: 9 },
      { id: nodeId(2), host: '::1', port: 10 },
    ],
    bootstrapServers: [
      { host: 'h', port: 9 },
      { host: 'i', port: 10 },
    ],
    logDirs: ['/a', '/b'],
    metadataLogDir: '/a',
    rack: 'r1',
  })
})

test('log.dir counts where log.dirs is not set, and a metadata folder may be its own', () => {
  expect(startupWith({ 'log.dirs': undefined, 'log.dir': '/q' })).toMatchObject({
    logDirs: ['/q'],
    metadataLogDir: '/q',
  })
  expect(startupWith({ 'metadata.log.dir': '/m' }).metadataLogDir).toBe('/m')
  expect(startupWith({ 'log.dirs': undefined }).logDirs).toEqual(['/tmp/kafka-logs'])
  expect(startupWith().rack).toBeNull()
})

test('without advertised listeners a client is told the address that it dialled, or the bound one', () => {
  const local = { host: '10.0.0.7', port: 40_000 }
  const bound = startupWith({ listeners: 'PLAINTEXT://broker.example:9092,CONTROLLER://:0' })
  expect(advertisedAddress(bound, 'PLAINTEXT', local)).toEqual({
    host: 'broker.example',
    port: 9092,
  })
  expect(advertisedAddress(bound, 'CONTROLLER', local)).toEqual(local)
  const all = startupWith({ listeners: 'PLAINTEXT://0.0.0.0:0,CONTROLLER://:9093' })
  expect(advertisedAddress(all, 'PLAINTEXT', local)).toEqual(local)
  expect(advertisedAddress(all, 'GONE', local)).toEqual(local)
})

test('an advertised address wins, and its empty host or port 0 leave those dialled', () => {
  const local = { host: '10.0.0.7', port: 40_000 }
  const of = (advertised: string): unknown =>
    advertisedAddress(startupWith({ 'advertised.listeners': advertised }), 'PLAINTEXT', local)
  expect(of('PLAINTEXT://kafka.example:1234')).toEqual({ host: 'kafka.example', port: 1234 })
  expect(of('PLAINTEXT://:1234')).toEqual({ host: '10.0.0.7', port: 1234 })
  expect(of('PLAINTEXT://kafka.example:0')).toEqual({ host: 'kafka.example', port: 40_000 })
})
