/**
 * Every key of `server.properties` in Kafka 4.3.1, and the three that exist as dynamic values only.
 * A line: name | type | default | valid values | importance | update mode [| internal].
 *
 * `null` is no default, `''` the empty text. One deviation: `listeners` and
 * `listener.security.protocol.map` are read-only here, since listeners do not change while a node runs.
 */
export const brokerKeyRows: string = `
add.partitions.to.txn.retry.backoff.max.ms | int | 100 | [0,...] | high | read-only
add.partitions.to.txn.retry.backoff.ms | int | 20 | [1,...] | high | read-only
advertised.listeners | list | null | any, not empty | high | read-only
alter.config.policy.class.name | class | null | any | low | read-only
alter.log.dirs.replication.quota.window.num | int | 11 | [1,...] | low | read-only
alter.log.dirs.replication.quota.window.size.seconds | int | 1 | [1,...] | low | read-only
authorizer.class.name | string | '' | non-null string | low | read-only
auto.create.topics.enable | boolean | true | any | high | read-only
auto.leader.rebalance.enable | boolean | true | any | high | read-only
background.threads | int | 10 | [1,...] | high | cluster-wide
broker.heartbeat.interval.ms | int | 2000 | any | medium | read-only
broker.id | int | -1 | any | high | read-only
broker.rack | string | null | any | medium | read-only
broker.session.timeout.ms | int | 9000 | any | medium | read-only
client.quota.callback.class | class | null | any | low | read-only
compression.gzip.level | int | -1 | [1,...,9] or -1 | medium | cluster-wide
compression.lz4.level | int | 9 | [1,...,17] | medium | cluster-wide
compression.type | string | producer | [uncompressed, zstd, lz4, snappy, gzip, producer] | high | cluster-wide
compression.zstd.level | int | 3 | [-131072,...,22] | medium | cluster-wide
config.providers | list | '' | any | low | cluster-wide
connection.failed.authentication.delay.ms | int | 100 | [0,...] | low | read-only
connections.max.idle.ms | long | 600000 | any | medium | read-only
connections.max.reauth.ms | long | 0 | any | medium | read-only
controlled.shutdown.enable | boolean | true | any | medium | read-only
controller.listener.names | list | required | any, not empty | high | read-only
controller.performance.always.log.threshold.ms | long | 2000 | [0,...] | medium | read-only | internal
controller.performance.sample.period.ms | long | 60000 | [100,...] | medium | read-only | internal
controller.quorum.append.linger.ms | int | 25 | [0,...] | medium | read-only
controller.quorum.auto.join.enable | boolean | false | any | low | read-only
controller.quorum.bootstrap.servers | list | '' | bootstrap servers | high | read-only
controller.quorum.election.backoff.max.ms | int | 1000 | [0,...] | high | read-only
controller.quorum.election.timeout.ms | int | 1000 | [0,...] | high | read-only
controller.quorum.fetch.max.bytes | int | 1048576 | [1,...] | low | read-only
controller.quorum.fetch.snapshot.max.bytes | int | 1048576 | [1,...] | low | read-only
controller.quorum.fetch.timeout.ms | int | 2000 | [0,...] | high | read-only
controller.quorum.request.timeout.ms | int | 2000 | [0,...] | medium | read-only
controller.quorum.retry.backoff.ms | int | 20 | [0,...] | low | read-only
controller.quorum.voters | list | '' | quorum voters | high | read-only
controller.quota.window.num | int | 11 | [1,...] | low | read-only
controller.quota.window.size.seconds | int | 1 | [1,...] | low | read-only
controller.socket.timeout.ms | int | 30000 | any | medium | read-only
cordoned.log.dirs | list | '' | any | medium | per-broker
create.topic.policy.class.name | class | null | any | low | read-only
default.replication.factor | int | 1 | any | medium | read-only
delegation.token.expiry.check.interval.ms | long | 3600000 | [1,...] | low | read-only
delegation.token.expiry.time.ms | long | 86400000 | [1,...] | medium | read-only
delegation.token.max.lifetime.ms | long | 604800000 | [1,...] | medium | read-only
delegation.token.secret.key | password | null | any | medium | read-only
delete.records.purgatory.purge.interval.requests | int | 1 | any | medium | read-only
delete.topic.enable | boolean | true | any | high | read-only
early.start.listeners | list | null | any | high | read-only
fetch.max.bytes | int | 57671680 | [1024,...] | medium | read-only
fetch.purgatory.purge.interval.requests | int | 1000 | any | medium | read-only
follower.fetch.last.tiered.offset.enable | boolean | false | any | medium | cluster-wide
group.consumer.assignment.interval.ms | int | 1000 | [0,...] | medium | cluster-wide
group.consumer.assignors | list | uniform,range | any, not empty | medium | read-only
group.consumer.heartbeat.interval.ms | int | 5000 | [1,...] | medium | read-only
group.consumer.max.assignment.interval.ms | int | 15000 | [0,...] | medium | read-only
group.consumer.max.heartbeat.interval.ms | int | 15000 | [1,...] | medium | read-only
group.consumer.max.session.timeout.ms | int | 60000 | [1,...] | medium | read-only
group.consumer.max.size | int | 2147483647 | [1,...] | medium | read-only
group.consumer.migration.policy | string | bidirectional | (case insensitive) [DISABLED, DOWNGRADE, UPGRADE, BIDIRECTIONAL] | medium | read-only
group.consumer.min.assignment.interval.ms | int | 0 | [0,...] | medium | read-only
group.consumer.min.heartbeat.interval.ms | int | 5000 | [1,...] | medium | read-only
group.consumer.min.session.timeout.ms | int | 45000 | [1,...] | medium | read-only
group.consumer.regex.refresh.interval.ms | int | 600000 | [10000,...] | medium | read-only | internal
group.consumer.session.timeout.ms | int | 45000 | [1,...] | medium | read-only
group.coordinator.append.linger.ms | int | -1 | [-1,...] | medium | read-only
group.coordinator.background.threads | int | 2 | [1,...] | high | read-only
group.coordinator.cached.buffer.max.bytes | int | 1048588 | [524288,...] | medium | cluster-wide
group.coordinator.rebalance.protocols | list | classic,consumer,streams | [consumer, classic, share, streams], not empty | medium | read-only
group.coordinator.threads | int | 4 | [1,...] | high | read-only
group.initial.rebalance.delay.ms | int | 3000 | any | medium | read-only
group.max.session.timeout.ms | int | 1800000 | any | medium | read-only
group.max.size | int | 2147483647 | [1,...] | medium | read-only
group.min.session.timeout.ms | int | 6000 | any | medium | read-only
group.share.assignment.interval.ms | int | 1000 | [0,...] | medium | cluster-wide
group.share.assignors | list | simple | any, not empty | medium | read-only
group.share.delivery.count.limit | int | 5 | [2,...,10] | medium | read-only
group.share.heartbeat.interval.ms | int | 5000 | [1,...] | medium | read-only
group.share.initialize.retry.interval.ms | int | 30000 | [1,...] | low | read-only | internal
group.share.max.assignment.interval.ms | int | 15000 | [0,...] | medium | read-only
group.share.max.delivery.count.limit | int | 10 | [5,...,25] | medium | read-only
group.share.max.heartbeat.interval.ms | int | 15000 | [1,...] | medium | read-only
group.share.max.partition.max.record.locks | int | 4000 | [2000,...,10000] | medium | read-only
group.share.max.record.lock.duration.ms | int | 60000 | [30000,...,3600000] | medium | read-only
group.share.max.session.timeout.ms | int | 60000 | [1,...] | medium | read-only
group.share.max.share.sessions | int | 2000 | [1,...] | medium | read-only
group.share.max.size | int | 200 | [1,...,1000] | medium | read-only
group.share.min.assignment.interval.ms | int | 0 | [0,...] | medium | read-only
group.share.min.delivery.count.limit | int | 2 | [2,...,5] | medium | read-only
group.share.min.heartbeat.interval.ms | int | 5000 | [1,...] | medium | read-only
group.share.min.partition.max.record.locks | int | 100 | [100,...,2000] | medium | read-only
group.share.min.record.lock.duration.ms | int | 15000 | [1000,...,30000] | medium | read-only
group.share.min.session.timeout.ms | int | 45000 | [1,...] | medium | read-only
group.share.partition.max.record.locks | int | 2000 | [100,...,10000] | medium | read-only
group.share.persister.class.name | string | org.apache.kafka.server.share.persister.DefaultStatePersister | any | medium | read-only | internal
group.share.record.lock.duration.ms | int | 30000 | [1000,...,3600000] | medium | read-only
group.share.session.timeout.ms | int | 45000 | [1,...] | medium | read-only
group.streams.assignment.interval.ms | int | 1000 | [0,...] | medium | cluster-wide
group.streams.heartbeat.interval.ms | int | 5000 | [1,...] | medium | read-only
group.streams.initial.rebalance.delay.ms | int | 3000 | [0,...] | medium | read-only
group.streams.max.assignment.interval.ms | int | 15000 | [0,...] | medium | read-only
group.streams.max.heartbeat.interval.ms | int | 15000 | [1,...] | medium | read-only
group.streams.max.session.timeout.ms | int | 60000 | [1,...] | medium | read-only
group.streams.max.size | int | 2147483647 | [1,...] | medium | read-only
group.streams.max.standby.replicas | int | 2 | [0,...] | medium | read-only
group.streams.min.assignment.interval.ms | int | 0 | [0,...] | medium | read-only
group.streams.min.heartbeat.interval.ms | int | 5000 | [1,...] | medium | read-only
group.streams.min.session.timeout.ms | int | 45000 | [1,...] | medium | read-only
group.streams.num.standby.replicas | int | 0 | [0,...] | medium | read-only
group.streams.session.timeout.ms | int | 45000 | [1,...] | medium | read-only
initial.broker.registration.timeout.ms | int | 60000 | any | medium | read-only
inter.broker.listener.name | string | null | any | medium | read-only
internal.metadata.delete.delay.millis | long | 60000 | any | low | read-only | internal
internal.metadata.log.segment.bytes | int | null | any | low | read-only | internal
internal.metadata.max.batch.size.in.bytes | int | 8388608 | any | low | read-only | internal
kafka.metrics.polling.interval.secs | int | 10 | [1,...] | low | read-only
kafka.metrics.reporters | list | '' | any | low | read-only
leader.imbalance.check.interval.seconds | long | 300 | [1,...] | high | read-only
listener.security.protocol.map | string | SASL_SSL:SASL_SSL,PLAINTEXT:PLAINTEXT,SSL:SSL,SASL_PLAINTEXT:SASL_PLAINTEXT | any | low | read-only
listeners | list | PLAINTEXT://:9092 | any, not empty | high | read-only
log.cleaner.backoff.ms | long | 15000 | [0,...] | medium | cluster-wide
log.cleaner.dedupe.buffer.size | long | 134217728 | any | medium | cluster-wide
log.cleaner.delete.retention.ms | long | 86400000 | [0,...] | medium | cluster-wide
log.cleaner.enable | boolean | true | any | medium | read-only
log.cleaner.io.buffer.load.factor | double | 0.9 | any | medium | cluster-wide
log.cleaner.io.buffer.size | int | 524288 | [0,...] | medium | cluster-wide
log.cleaner.io.max.bytes.per.second | double | 1.7976931348623157E308 | any | medium | cluster-wide
log.cleaner.max.compaction.lag.ms | long | 9223372036854775807 | [1,...] | medium | cluster-wide
log.cleaner.min.cleanable.ratio | double | 0.5 | [0,...,1] | medium | cluster-wide
log.cleaner.min.compaction.lag.ms | long | 0 | [0,...] | medium | cluster-wide
log.cleaner.threads | int | 1 | [0,...] | medium | cluster-wide
log.cleanup.policy | list | delete | [compact, delete] | medium | cluster-wide
log.dir | list | /tmp/kafka-logs | any, not empty | high | read-only
log.dir.failure.timeout.ms | long | 30000 | [1,...] | low | read-only
log.dirs | list | null | any, not empty | high | read-only
log.flush.interval.messages | long | 9223372036854775807 | [1,...] | high | cluster-wide
log.flush.interval.ms | long | null | any | high | cluster-wide
log.flush.offset.checkpoint.interval.ms | int | 60000 | [0,...] | high | read-only
log.flush.scheduler.interval.ms | long | 9223372036854775807 | any | high | read-only
log.flush.start.offset.checkpoint.interval.ms | int | 60000 | [0,...] | high | read-only
log.index.interval.bytes | int | 4096 | [0,...] | medium | cluster-wide
log.index.size.max.bytes | int | 10485760 | [4,...] | medium | cluster-wide
log.initial.task.delay.ms | long | 30000 | [0,...] | low | read-only | internal
log.local.retention.bytes | long | -2 | [-2,...] | medium | cluster-wide
log.local.retention.ms | long | -2 | [-2,...] | medium | cluster-wide
log.message.timestamp.after.max.ms | long | 3600000 | [0,...] | medium | cluster-wide
log.message.timestamp.before.max.ms | long | 9223372036854775807 | [0,...] | medium | cluster-wide
log.message.timestamp.type | string | CreateTime | [CreateTime, LogAppendTime] | medium | cluster-wide
log.preallocate | boolean | false | any | medium | cluster-wide
log.retention.bytes | long | -1 | any | high | cluster-wide
log.retention.check.interval.ms | long | 300000 | [1,...] | medium | read-only
log.retention.hours | int | 168 | any | high | read-only
log.retention.minutes | int | null | any | high | read-only
log.retention.ms | long | null | any | high | cluster-wide
log.roll.hours | int | 168 | [1,...] | high | read-only
log.roll.jitter.hours | int | 0 | [0,...] | high | read-only
log.roll.jitter.ms | long | null | any | high | cluster-wide
log.roll.ms | long | null | any | high | cluster-wide
log.segment.bytes | int | 1073741824 | [1048576,...] | high | cluster-wide
log.segment.delete.delay.ms | long | 60000 | [0,...] | high | cluster-wide
max.connection.creation.rate | int | 2147483647 | [0,...] | medium | cluster-wide
max.connections | int | 2147483647 | [0,...] | medium | cluster-wide
max.connections.per.ip | int | 2147483647 | [0,...] | medium | cluster-wide
max.connections.per.ip.overrides | string | '' | any | medium | cluster-wide
max.incremental.fetch.session.cache.slots | int | 1000 | [0,...] | medium | read-only
max.request.partition.size.limit | int | 2000 | [1,...] | medium | read-only
message.max.bytes | int | 1048588 | [0,...] | high | cluster-wide
metadata.log.dir | string | null | any | high | read-only
metadata.log.max.record.bytes.between.snapshots | long | 20971520 | [1,...] | high | read-only
metadata.log.max.snapshot.interval.ms | long | 3600000 | [0,...] | high | read-only
metadata.log.segment.bytes | int | 1073741824 | [8388608,...] | high | read-only
metadata.log.segment.ms | long | 604800000 | any | high | read-only
metadata.max.idle.interval.ms | int | 500 | [0,...] | low | read-only
metadata.max.retention.bytes | long | 104857600 | any | high | read-only
metadata.max.retention.ms | long | 604800000 | any | high | read-only
metric.reporters | list | org.apache.kafka.common.metrics.JmxReporter | any | low | cluster-wide
metrics.num.samples | int | 2 | [1,...] | low | read-only
metrics.recording.level | string | INFO | any | low | read-only
metrics.sample.window.ms | long | 30000 | [1,...] | low | read-only
min.insync.replicas | int | 1 | [1,...] | high | cluster-wide
node.id | int | required | [0,...] | high | read-only
num.io.threads | int | 8 | [1,...] | high | cluster-wide
num.network.threads | int | 3 | [1,...] | high | cluster-wide
num.partitions | int | 1 | [1,...] | medium | read-only
num.recovery.threads.per.data.dir | int | 2 | [1,...] | high | cluster-wide
num.replica.alter.log.dirs.threads | int | null | any | high | read-only
num.replica.fetchers | int | 1 | [1,...] | high | cluster-wide
offset.metadata.max.bytes | int | 4096 | any | high | read-only
offsets.commit.timeout.ms | int | 5000 | [1,...] | high | read-only
offsets.load.buffer.size | int | 5242880 | [1,...] | high | read-only
offsets.retention.check.interval.ms | long | 600000 | [1,...] | high | read-only
offsets.retention.minutes | int | 10080 | [1,...] | high | read-only
offsets.topic.compression.codec | int | 0 | any | high | read-only
offsets.topic.num.partitions | int | 50 | [1,...] | high | read-only
offsets.topic.replication.factor | short | 3 | [1,...] | high | read-only
offsets.topic.segment.bytes | int | 104857600 | [1,...] | high | read-only
principal.builder.class | class | org.apache.kafka.common.security.authenticator.DefaultKafkaPrincipalBuilder | any | medium | per-broker
process.roles | list | required | [broker, controller], not empty | high | read-only
producer.id.expiration.check.interval.ms | int | 600000 | [1,...] | low | read-only | internal
producer.id.expiration.ms | int | 86400000 | [1,...] | low | cluster-wide
producer.purgatory.purge.interval.requests | int | 1000 | any | medium | read-only
queued.max.request.bytes | long | -1 | any | medium | read-only
queued.max.requests | int | 500 | [1,...] | high | read-only
quota.window.num | int | 11 | [1,...] | low | read-only
quota.window.size.seconds | int | 1 | [1,...] | low | read-only
remote.fetch.max.wait.ms | int | 500 | [1,...] | medium | cluster-wide
remote.list.offsets.request.timeout.ms | long | 30000 | [1,...] | medium | cluster-wide
remote.log.index.file.cache.total.size.bytes | long | 1073741824 | [1,...] | low | cluster-wide
remote.log.index.file.cache.ttl.ms | long | 900000 | [-1,...] | low | read-only | internal
remote.log.manager.copier.thread.pool.size | int | 10 | [1,...] | medium | cluster-wide
remote.log.manager.copy.max.bytes.per.second | long | 9223372036854775807 | [1,...] | medium | cluster-wide
remote.log.manager.copy.quota.window.num | int | 11 | [1,...] | medium | read-only
remote.log.manager.copy.quota.window.size.seconds | int | 1 | [1,...] | medium | read-only
remote.log.manager.expiration.thread.pool.size | int | 10 | [1,...] | medium | cluster-wide
remote.log.manager.fetch.max.bytes.per.second | long | 9223372036854775807 | [1,...] | medium | cluster-wide
remote.log.manager.fetch.quota.window.num | int | 11 | [1,...] | medium | read-only
remote.log.manager.fetch.quota.window.size.seconds | int | 1 | [1,...] | medium | read-only
remote.log.manager.follower.thread.pool.size | int | 2 | [1,...] | medium | cluster-wide
remote.log.manager.task.interval.ms | long | 30000 | [1,...] | low | read-only
remote.log.manager.task.retry.backoff.max.ms | long | 30000 | [1,...] | low | read-only | internal
remote.log.manager.task.retry.backoff.ms | long | 500 | [1,...] | low | read-only | internal
remote.log.manager.task.retry.jitter | double | 0.2 | [0,...,0.5] | low | read-only | internal
remote.log.manager.thread.pool.size | int | 2 | [1,...] | medium | read-only
remote.log.metadata.custom.metadata.max.bytes | int | 128 | [0,...] | low | read-only
remote.log.metadata.manager.class.name | string | org.apache.kafka.server.log.remote.metadata.storage.TopicBasedRemoteLogMetadataManager | non-empty string | medium | read-only
remote.log.metadata.manager.class.path | string | null | any | medium | read-only
remote.log.metadata.manager.impl.prefix | string | rlmm.config. | non-empty string | medium | read-only
remote.log.metadata.manager.listener.name | string | null | non-empty string | medium | read-only
remote.log.reader.max.pending.tasks | int | 100 | [1,...] | medium | read-only
remote.log.reader.threads | int | 10 | [1,...] | medium | cluster-wide
remote.log.storage.manager.class.name | string | null | non-empty string | medium | read-only
remote.log.storage.manager.class.path | string | null | any | medium | read-only
remote.log.storage.manager.impl.prefix | string | rsm.config. | non-empty string | medium | read-only
remote.log.storage.system.enable | boolean | false | any | medium | read-only
replica.fetch.backoff.ms | int | 1000 | [0,...] | medium | read-only
replica.fetch.max.bytes | int | 1048576 | [0,...] | medium | read-only
replica.fetch.min.bytes | int | 1 | any | high | read-only
replica.fetch.response.max.bytes | int | 10485760 | [0,...] | medium | read-only
replica.fetch.wait.max.ms | int | 500 | any | high | read-only
replica.high.watermark.checkpoint.interval.ms | long | 5000 | any | high | read-only
replica.lag.time.max.ms | long | 30000 | any | high | read-only
replica.selector.class | string | null | any | medium | read-only
replica.socket.receive.buffer.bytes | int | 65536 | any | high | read-only
replica.socket.timeout.ms | int | 30000 | any | high | read-only
replication.quota.window.num | int | 11 | [1,...] | low | read-only
replication.quota.window.size.seconds | int | 1 | [1,...] | low | read-only
request.timeout.ms | int | 30000 | any | high | read-only
sasl.client.callback.handler.class | class | null | any | medium | read-only
sasl.enabled.mechanisms | list | GSSAPI | any | medium | per-broker
sasl.jaas.config | password | null | any | medium | per-broker
sasl.kerberos.kinit.cmd | string | /usr/bin/kinit | any | medium | per-broker
sasl.kerberos.min.time.before.relogin | long | 60000 | any | medium | per-broker
sasl.kerberos.principal.to.local.rules | list | DEFAULT | any | medium | per-broker
sasl.kerberos.service.name | string | null | any | medium | per-broker
sasl.kerberos.ticket.renew.jitter | double | 0.05 | any | medium | per-broker
sasl.kerberos.ticket.renew.window.factor | double | 0.8 | any | medium | per-broker
sasl.login.callback.handler.class | class | null | any | medium | read-only
sasl.login.class | class | null | any | medium | read-only
sasl.login.connect.timeout.ms | int | null | any | low | read-only
sasl.login.read.timeout.ms | int | null | any | low | read-only
sasl.login.refresh.buffer.seconds | short | 300 | any | medium | per-broker
sasl.login.refresh.min.period.seconds | short | 60 | any | medium | per-broker
sasl.login.refresh.window.factor | double | 0.8 | any | medium | per-broker
sasl.login.refresh.window.jitter | double | 0.05 | any | medium | per-broker
sasl.login.retry.backoff.max.ms | long | 10000 | any | low | read-only
sasl.login.retry.backoff.ms | long | 100 | any | low | read-only
sasl.mechanism.controller.protocol | string | GSSAPI | any | high | read-only
sasl.mechanism.inter.broker.protocol | string | GSSAPI | any | medium | per-broker
sasl.oauthbearer.assertion.algorithm | string | RS256 | (case insensitive) [ES256, RS256] | medium | read-only
sasl.oauthbearer.assertion.claim.aud | string | null | any | medium | read-only
sasl.oauthbearer.assertion.claim.exp.seconds | int | 300 | [0,...,86400] | low | read-only
sasl.oauthbearer.assertion.claim.iss | string | null | any | medium | read-only
sasl.oauthbearer.assertion.claim.jti.include | boolean | false | any | medium | read-only
sasl.oauthbearer.assertion.claim.nbf.seconds | int | 60 | [0,...,3600] | low | read-only
sasl.oauthbearer.assertion.claim.sub | string | null | any | medium | read-only
sasl.oauthbearer.assertion.file | string | null | any | medium | read-only
sasl.oauthbearer.assertion.private.key.file | string | null | any | medium | read-only
sasl.oauthbearer.assertion.private.key.passphrase | password | null | any | medium | read-only
sasl.oauthbearer.assertion.template.file | string | null | any | medium | read-only
sasl.oauthbearer.client.credentials.client.id | string | null | any | medium | read-only
sasl.oauthbearer.client.credentials.client.secret | password | null | any | medium | read-only
sasl.oauthbearer.clock.skew.seconds | int | 30 | any | low | read-only
sasl.oauthbearer.expected.audience | list | '' | any | high | read-only
sasl.oauthbearer.expected.issuer | string | null | any | high | read-only
sasl.oauthbearer.jwks.endpoint.refresh.ms | long | 3600000 | any | low | read-only
sasl.oauthbearer.jwks.endpoint.retry.backoff.max.ms | long | 10000 | any | low | read-only
sasl.oauthbearer.jwks.endpoint.retry.backoff.ms | long | 100 | any | low | read-only
sasl.oauthbearer.jwks.endpoint.url | string | null | any | medium | read-only
sasl.oauthbearer.jwt.retriever.class | class | org.apache.kafka.common.security.oauthbearer.DefaultJwtRetriever | any | medium | read-only
sasl.oauthbearer.jwt.validator.class | class | org.apache.kafka.common.security.oauthbearer.DefaultJwtValidator | any | medium | read-only
sasl.oauthbearer.scope | string | null | any | medium | read-only
sasl.oauthbearer.scope.claim.name | string | scope | any | low | read-only
sasl.oauthbearer.sub.claim.name | string | sub | any | low | read-only
sasl.oauthbearer.token.endpoint.url | string | null | any | medium | read-only
sasl.server.callback.handler.class | class | null | any | medium | read-only
sasl.server.max.receive.size | int | 524288 | any | medium | read-only
security.inter.broker.protocol | string | PLAINTEXT | [PLAINTEXT, SSL, SASL_PLAINTEXT, SASL_SSL] | medium | read-only
security.providers | string | null | any | low | read-only
server.max.startup.time.ms | long | 9223372036854775807 | [0,...] | medium | read-only | internal
share.coordinator.append.linger.ms | int | -1 | [-1,...] | medium | read-only
share.coordinator.cached.buffer.max.bytes | int | 1048588 | [524288,...] | medium | cluster-wide
share.coordinator.cold.partition.snapshot.interval.ms | int | 300000 | [1,...] | low | read-only | internal
share.coordinator.load.buffer.size | int | 5242880 | [1,...] | high | read-only
share.coordinator.snapshot.update.records.per.snapshot | int | 500 | [0,...,500] | medium | read-only
share.coordinator.state.topic.compression.codec | int | 0 | any | high | read-only
share.coordinator.state.topic.min.isr | short | 2 | [1,...] | high | read-only
share.coordinator.state.topic.num.partitions | int | 50 | [1,...] | high | read-only
share.coordinator.state.topic.prune.interval.ms | int | 300000 | [1,...] | low | read-only | internal
share.coordinator.state.topic.replication.factor | short | 3 | [1,...] | high | read-only
share.coordinator.state.topic.segment.bytes | int | 104857600 | [1,...] | high | read-only
share.coordinator.threads | int | 1 | [1,...] | medium | read-only
share.coordinator.write.timeout.ms | int | 5000 | [1,...] | high | read-only
share.fetch.purgatory.purge.interval.requests | int | 1000 | any | medium | read-only
socket.connection.setup.timeout.max.ms | long | 30000 | any | medium | read-only
socket.connection.setup.timeout.ms | long | 10000 | any | medium | read-only
socket.listen.backlog.size | int | 50 | [1,...] | medium | read-only
socket.receive.buffer.bytes | int | 102400 | any | high | read-only
socket.request.max.bytes | int | 104857600 | [1,...] | high | read-only
socket.send.buffer.bytes | int | 102400 | any | high | read-only
ssl.allow.dn.changes | boolean | false | any | low | read-only
ssl.allow.san.changes | boolean | false | any | low | read-only
ssl.cipher.suites | list | '' | any | medium | per-broker
ssl.client.auth | string | none | [required, requested, none] | medium | per-broker
ssl.enabled.protocols | list | TLSv1.2,TLSv1.3 | any | medium | per-broker
ssl.endpoint.identification.algorithm | string | https | any | low | per-broker
ssl.engine.factory.class | class | null | any | low | per-broker
ssl.key.password | password | null | any | medium | per-broker
ssl.keymanager.algorithm | string | SunX509 | any | medium | per-broker
ssl.keystore.certificate.chain | password | null | any | medium | per-broker
ssl.keystore.key | password | null | any | medium | per-broker
ssl.keystore.location | string | null | any | medium | per-broker
ssl.keystore.password | password | null | any | medium | per-broker
ssl.keystore.type | string | JKS | any | medium | per-broker
ssl.principal.mapping.rules | string | DEFAULT | any | low | read-only
ssl.protocol | string | TLSv1.3 | any | medium | per-broker
ssl.provider | string | null | any | medium | per-broker
ssl.secure.random.implementation | string | null | any | low | per-broker
ssl.trustmanager.algorithm | string | PKIX | any | medium | per-broker
ssl.truststore.certificates | password | null | any | medium | per-broker
ssl.truststore.location | string | null | any | medium | per-broker
ssl.truststore.password | password | null | any | medium | per-broker
ssl.truststore.type | string | JKS | any | medium | per-broker
telemetry.max.bytes | int | 1048576 | [1,...] | low | read-only
transaction.abort.timed.out.transaction.cleanup.interval.ms | int | 10000 | [1,...] | low | read-only
transaction.max.timeout.ms | int | 900000 | [1,...] | high | read-only
transaction.partition.verification.enable | boolean | true | any | low | cluster-wide
transaction.remove.expired.transaction.cleanup.interval.ms | int | 3600000 | [1,...] | low | read-only
transaction.state.log.load.buffer.size | int | 5242880 | [1,...] | high | read-only
transaction.state.log.min.isr | int | 2 | [1,...] | high | read-only
transaction.state.log.num.partitions | int | 50 | [1,...] | high | read-only
transaction.state.log.replication.factor | short | 3 | [1,...] | high | read-only
transaction.state.log.segment.bytes | int | 104857600 | [1,...] | high | read-only
transaction.two.phase.commit.enable | boolean | false | any | low | read-only
transactional.id.expiration.ms | int | 604800000 | [1,...] | high | read-only
unclean.leader.election.enable | boolean | false | any | high | cluster-wide
unclean.leader.election.interval.ms | long | 300000 | [1,...] | medium | read-only | internal
unstable.api.versions.enable | boolean | false | any | high | read-only | internal
unstable.feature.versions.enable | boolean | false | any | high | read-only | internal
`

/** Not in 'server.properties': set by IncrementalAlterConfigs alone, and described only when set. */
export const dynamicOnlyKeyRows: string = `
follower.replication.throttled.rate | long | 9223372036854775807 | [0,...] | medium | cluster-wide
leader.replication.throttled.rate | long | 9223372036854775807 | [0,...] | medium | cluster-wide
replica.alter.log.dirs.io.max.bytes.per.second | long | 9223372036854775807 | [0,...] | medium | cluster-wide
`
