import type { NodeId } from '@samsa/base'
import type { ConfigValue } from '../values/config-value.ts'
import { ConfigError } from './config-error.ts'
import type { Endpoint, StaticConfig } from './static-config.ts'

const LISTENERS = 'listeners'
const ADVERTISED = 'advertised.listeners'
const CONTROLLERS = 'controller.listener.names'
const VOTERS = 'controller.quorum.voters'

type Complaint = ConfigError | false

const conflict = (key: string, message: string): ConfigError =>
  new ConfigError('CONFIG_CONFLICT', key, message)

function names(endpoints: readonly Endpoint[]): string {
  return endpoints.map(({ name }) => name).join(',')
}

function voterIds(config: StaticConfig): readonly NodeId[] {
  return config.quorumVoters.map(({ id }) => id)
}

function quorumComplaints(config: StaticConfig): Complaint[] {
  const ids = voterIds(config)
  const told = `${VOTERS}=${ids.join(',')}`
  const isListed = ids.includes(config.nodeId)
  return [
    ids.length === 0 &&
      config.bootstrapServers.length === 0 &&
      conflict(
        VOTERS,
        `If using process.roles, either controller.quorum.bootstrap.servers must contain the set of bootstrap controllers or ${VOTERS} must contain a parseable set of controllers.`,
      ),
    config.isController &&
      ids.length > 0 &&
      !isListed &&
      conflict(
        VOTERS,
        `If process.roles contains the 'controller' role, the node id ${config.nodeId} must be included in the set of voters ${told}`,
      ),
    !config.isController &&
      isListed &&
      conflict(
        VOTERS,
        `If process.roles contains just the 'broker' role, the node id ${config.nodeId} must not be included in the set of voters ${told}`,
      ),
  ]
}

function controllerComplaints(config: StaticConfig): Complaint[] {
  const own = config.listeners.filter(({ isController }) => isController)
  const listed = config.controllerListenerNames
  const strangers = listed.filter((name) => !own.some((endpoint) => endpoint.name === name))
  if (!config.isController) {
    return [
      own.length > 0 &&
        conflict(
          CONTROLLERS,
          `${CONTROLLERS} must not contain a value appearing in the '${LISTENERS}' configuration when running KRaft with just the broker role`,
        ),
    ]
  }
  const role = 'when running the KRaft controller role'
  return [
    !config.isBroker &&
      own.length < config.listeners.length &&
      conflict(
        LISTENERS,
        `The ${LISTENERS} config must only contain KRaft controller listeners from ${CONTROLLERS} when process.roles=controller`,
      ),
    own.length === 0 &&
      conflict(
        CONTROLLERS,
        `${CONTROLLERS} must contain at least one value appearing in the '${LISTENERS}' configuration ${role}`,
      ),
    own.length > 0 &&
      strangers.length > 0 &&
      conflict(
        CONTROLLERS,
        `${CONTROLLERS} must only contain values appearing in the '${LISTENERS}' configuration ${role}; ${strangers.join(',')} does not`,
      ),
  ]
}

function brokerComplaints(config: StaticConfig): Complaint[] {
  if (!config.isBroker) return []
  const advertised = (config.advertisedListeners ?? config.listeners).filter(
    ({ isController }) => !isController,
  )
  const isUnlistened = ({ name }: Endpoint): boolean =>
    !config.listeners.some((listener) => listener.name === name)
  const inter = config.interBrokerListenerName
  return [
    advertised.length === 0 &&
      conflict(
        ADVERTISED,
        `There must be at least one broker advertised listener. Perhaps all listeners appear in ${CONTROLLERS}?`,
      ),
    advertised.length > 0 &&
      !advertised.some(({ name }) => name === inter) &&
      conflict(
        'inter.broker.listener.name',
        `inter.broker.listener.name must be a listener name defined in ${ADVERTISED}, and ${inter} is not. The valid options based on currently configured listeners are ${names(advertised)}`,
      ),
    advertised.some(isUnlistened) &&
      conflict(
        ADVERTISED,
        `${ADVERTISED} listener names must be equal to or a subset of the ones defined in ${LISTENERS}. Found ${names(advertised)}. The valid options based on the current configuration are ${names(config.listeners)}`,
      ),
  ]
}

function unroutableComplaint(config: StaticConfig): Complaint {
  if (config.advertisedListeners?.some(({ host }) => host === '0.0.0.0') !== true) return false
  const message = `${ADVERTISED} cannot use the nonroutable meta-address 0.0.0.0. Use a routable IP address.`
  return new ConfigError('CONFIG_INVALID', ADVERTISED, message)
}

/** What Kafka demands of roles, listeners and quorum together; its sentences, all of them at once. */
export function checkNode(config: StaticConfig): ConfigError[] {
  const complaints = [
    ...quorumComplaints(config),
    ...controllerComplaints(config),
    ...brokerComplaints(config),
    unroutableComplaint(config),
  ]
  return complaints.filter((complaint) => complaint !== false)
}

/** `broker.id` is the older name of `node.id`. */
export function checkIds(parsed: ReadonlyMap<string, ConfigValue>): ConfigError[] {
  const [node, broker] = ['node.id', 'broker.id'].map((key) => parsed.get(key)?.number)
  if (node === broker) return []
  const message = `You must set \`node.id\` (${node}) to the same value as \`broker.id\` (${broker}).`
  return [conflict('broker.id', message)]
}
