/**
 * Configs of the resources that are neither broker nor topic, in Kafka 4.3.1: groups, client metrics
 * subscriptions, quotas of users and clients, quotas of addresses.
 * A line: name | type | default | valid values | importance | broker key it falls back to.
 */
export const groupKeyRows: string = `
consumer.assignment.interval.ms | int | 1000 | [0,...] | medium | group.consumer.assignment.interval.ms
consumer.heartbeat.interval.ms | int | 5000 | [1,...] | medium | group.consumer.heartbeat.interval.ms
consumer.session.timeout.ms | int | 45000 | [1,...] | medium | group.consumer.session.timeout.ms
share.assignment.interval.ms | int | 1000 | [0,...] | medium | group.share.assignment.interval.ms
share.auto.offset.reset | string | latest | offset reset | medium | -
share.delivery.count.limit | int | 5 | [2,...] | medium | group.share.delivery.count.limit
share.heartbeat.interval.ms | int | 5000 | [1,...] | medium | group.share.heartbeat.interval.ms
share.isolation.level | string | read_uncommitted | [read_committed, read_uncommitted] | medium | -
share.partition.max.record.locks | int | 2000 | [100,...] | medium | group.share.partition.max.record.locks
share.record.lock.duration.ms | int | 30000 | [1000,...] | medium | group.share.record.lock.duration.ms
share.renew.acknowledge.enable | boolean | true | any | medium | -
share.session.timeout.ms | int | 45000 | [1,...] | medium | group.share.session.timeout.ms
streams.assignment.interval.ms | int | 1000 | [0,...] | medium | group.streams.assignment.interval.ms
streams.heartbeat.interval.ms | int | 5000 | [1,...] | medium | group.streams.heartbeat.interval.ms
streams.initial.rebalance.delay.ms | int | 3000 | [0,...] | medium | group.streams.initial.rebalance.delay.ms
streams.num.standby.replicas | int | 0 | [0,...] | medium | group.streams.num.standby.replicas
streams.session.timeout.ms | int | 45000 | [1,...] | medium | group.streams.session.timeout.ms
`

export const clientMetricsKeyRows: string = `
interval.ms | int | 300000 | any | medium | -
match | list | '' | any | medium | -
metrics | list | '' | any | medium | -
`

export const quotaKeyRows: string = `
consumer_byte_rate | long | 9223372036854775807 | any | medium | -
controller_mutation_rate | double | 2.147483647E9 | any | medium | -
producer_byte_rate | long | 9223372036854775807 | any | medium | -
request_percentage | double | 2.147483647E9 | any | medium | -
connection_creation_rate | int | 2147483647 | [0,...] | medium | -
`
