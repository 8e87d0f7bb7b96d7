/**
 * Keys of our own: read from the same sources as Kafka's, described only when asked for by name.
 * A line: name | type | default | valid values | importance | update mode.
 */
export const samsaKeyRows: string = `
samsa.append.group.bytes.max | int | 1048576 | [65536,...,67108864] | low | read-only
samsa.append.sync.bytes.max | int | 65536 | [0,...,16777216] | low | read-only
samsa.connection.in.flight.max | int | 8 | [1,...,1024] | medium | read-only
samsa.connection.unsent.bytes.max | int | 1048576 | [4096,...] | medium | read-only
samsa.features.tolerate | boolean | false | any | medium | read-only
samsa.fetch.response.bytes.max | int | 8388608 | [65536,...,1073741824] | medium | read-only
samsa.frame.deadline.ms | int | 30000 | [100,...] | medium | read-only
samsa.index.cache.bytes.max | int | 16777216 | [1048576,...] | low | read-only
samsa.open.files.max | int | 8192 | [16,...] | low | read-only
samsa.partition.append.queue.bytes.max | int | 4194304 | [65536,...] | low | read-only
samsa.request.memory.bytes.max | long | 268435456 | [4194304,...] | medium | read-only
samsa.small.request.memory.bytes.max | int | 4194304 | [65536,...] | low | read-only
samsa.tail.cache.bytes | int | 33554432 | [0,...] | medium | read-only
samsa.tail.cache.idle.ms | int | 10000 | [0,...] | low | read-only
`
