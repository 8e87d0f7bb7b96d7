/** ConfigSource codes of a DescribeConfigs response (KIP-226). */
export const configSource: {
  readonly topic: 1
  readonly dynamicBroker: 2
  readonly dynamicDefaultBroker: 3
  readonly staticBroker: 4
  readonly default: 5
} = { topic: 1, dynamicBroker: 2, dynamicDefaultBroker: 3, staticBroker: 4, default: 5 }

/** ConfigResource codes. */
export const resourceType: {
  readonly topic: 2
  readonly broker: 4
  readonly brokerLogger: 8
  readonly clientMetrics: 16
  readonly group: 32
} = { topic: 2, broker: 4, brokerLogger: 8, clientMetrics: 16, group: 32 }

/** Resource name of the values that hold for all brokers. */
export const CLUSTER_DEFAULT = ''
