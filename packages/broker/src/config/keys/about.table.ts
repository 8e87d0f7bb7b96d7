/** What the configs of a topic mean; texts of our own. */
export const topicAbout: Readonly<Record<string, string>> = {
  'cleanup.policy':
    'What happens to old records: "delete" drops whole segments by age and size, "compact" keeps the latest record of each key, both together do both, and an empty list keeps everything.',
  'compression.gzip.level':
    'Effort of gzip when this node compresses anew (compression.type gzip): 1 is fastest, 9 smallest, -1 leaves it to the codec.',
  'compression.lz4.level':
    'Effort of lz4 when this node compresses anew (compression.type lz4): 1 is fastest, 17 smallest.',
  'compression.type':
    'Codec in which batches are stored: "producer" keeps what the producer sent, "uncompressed" or a codec name makes the node convert what comes in any other form.',
  'compression.zstd.level':
    'Effort of zstd when this node compresses anew (compression.type zstd): lower is faster, higher smaller.',
  'delete.retention.ms':
    'How long a compacted topic keeps tombstones, so that a reader that began at the start can still learn of the deletion.',
  'file.delete.delay.ms':
    'Time between the rename of a file that is no longer needed and its removal; reads that began before may finish.',
  'flush.messages':
    'Records after which the log is synced to disk. The default leaves syncing to the operating system and durability to replicas.',
  'flush.ms': 'Longest time that written records stay unsynced. The default sets no bound.',
  'follower.replication.throttled.replicas':
    'Replicas whose fetching as a follower is throttled: partition:broker pairs, or * for all.',
  'index.interval.bytes':
    'Bytes of log between two entries of the offset index: less finds records faster, and makes indexes larger.',
  'internal.segment.bytes':
    'Size of a segment without the floor that segment.bytes has; for tests, and it wins over segment.bytes.',
  'leader.replication.throttled.replicas':
    'Replicas whose serving as a leader is throttled: partition:broker pairs, or * for all.',
  'local.retention.bytes':
    'Bytes of a tiered partition that stay on the broker; -2 means as many as retention.bytes allows.',
  'local.retention.ms':
    'Age up to which a tiered partition keeps segments on the broker; -2 means that of retention.ms.',
  'max.compaction.lag.ms':
    'Age at which a record must have become eligible for compaction, however clean its log is.',
  'max.message.bytes':
    'Largest batch that is accepted, as it arrives (compressed, with its header).',
  'message.timestamp.after.max.ms':
    'How far a record timestamp may lie ahead of the clock of the node before the batch is refused. Without meaning where timestamps are set on append.',
  'message.timestamp.before.max.ms':
    'How far a record timestamp may lie behind the clock of the node before the batch is refused. Without meaning where timestamps are set on append.',
  'message.timestamp.type':
    'Which time records carry: CreateTime keeps that of the producer, LogAppendTime sets that of the append.',
  'min.cleanable.dirty.ratio':
    'Share of a compacted log that must be uncleaned before cleaning it is worth the work.',
  'min.compaction.lag.ms': 'Age below which a record is never compacted away.',
  'min.insync.replicas': 'Replicas that must be in sync for a write with acks=all to be accepted.',
  preallocate: 'Whether a new segment takes all its disk space at once.',
  'remote.log.copy.disable':
    'Whether a tiered topic stops copying to remote storage; what is there stays readable.',
  'remote.log.delete.on.disable':
    'Whether switching tiering off deletes what is in remote storage.',
  'remote.storage.enable':
    'Whether closed segments are copied to remote storage. Tiered storage must be enabled on the node.',
  'retention.bytes':
    'Size that a partition may have before its oldest segments are deleted; -1 sets no bound.',
  'retention.ms':
    'Age after which segments are deleted, counted from their newest timestamp; -1 keeps them for ever.',
  'segment.bytes': 'Size at which a segment is closed and the next one begins.',
  'segment.index.bytes': 'Room of one index file; when it is full a new segment begins.',
  'segment.jitter.ms':
    'Random time taken off segment.ms, so that many partitions do not roll at one moment.',
  'segment.ms': 'Age at which a segment is closed even if it is not full.',
  'unclean.leader.election.enable':
    'Whether a replica that is not in sync may become leader when no other is left, at the price of lost records.',
}

/** Configs of a topic that are kept and described, and do nothing yet. */
export const topicKeysWithoutEffect: readonly string[] = [
  'delete.retention.ms',
  'follower.replication.throttled.replicas',
  'leader.replication.throttled.replicas',
  'local.retention.bytes',
  'local.retention.ms',
  'max.compaction.lag.ms',
  'min.cleanable.dirty.ratio',
  'min.compaction.lag.ms',
  'preallocate',
  'remote.log.copy.disable',
  'remote.log.delete.on.disable',
  'remote.storage.enable',
  'segment.jitter.ms',
  'unclean.leader.election.enable',
]

/**
 * What the keys of a node mean that this node uses, texts of our own. A key of Kafka's that is neither
 * here nor behind a topic config is known and unused.
 */
export const brokerAbout: Readonly<Record<string, string>> = {
  'advertised.listeners':
    'Addresses that clients are told to dial, one for each listener. Unset, a node that is alone answers with the address that was dialled.',
  'auto.create.topics.enable':
    'Whether asking for the metadata of a topic that does not exist makes it.',
  'broker.id': 'Older name of node.id; where both are set they must agree.',
  'broker.rack': 'Place of the node, for spreading replicas and for reading from near ones.',
  'connections.max.idle.ms':
    'A connection that is silent for longer is closed; negative never closes one.',
  'controller.listener.names': 'Listeners on which the metadata quorum is reached.',
  'controller.quorum.bootstrap.servers':
    'Addresses (host:port) where members of the metadata quorum are found at start.',
  'controller.quorum.voters':
    'Members of the metadata quorum where its set is fixed: id@host:port, by commas.',
  'default.replication.factor': 'Replicas of a topic that is made without saying how many.',
  'delete.topic.enable': 'Whether topics may be deleted.',
  'fetch.max.bytes':
    'Most bytes of records that one fetch response carries, however much is asked for.',
  'group.initial.rebalance.delay.ms':
    'How long a new group waits for more members before its first rebalance ends.',
  'group.max.session.timeout.ms': 'Longest session timeout that a member may ask for.',
  'group.max.size': 'Most members of one group.',
  'group.min.session.timeout.ms': 'Shortest session timeout that a member may ask for.',
  'inter.broker.listener.name': 'Listener on which brokers reach each other.',
  'listener.security.protocol.map': 'Security protocol of each listener name.',
  listeners:
    'Where the node listens: NAME://host:port, by commas. An empty host means all addresses, port 0 any free one.',
  'log.dir': 'Folder of the data where log.dirs is not set.',
  'log.dirs': 'Folders of the data, by commas.',
  'log.flush.offset.checkpoint.interval.ms':
    'How often it is noted how far each log is synced, which is where recovery begins.',
  'log.flush.start.offset.checkpoint.interval.ms': 'How often the start offsets of logs are noted.',
  'log.retention.check.interval.ms': 'How often logs are looked through for segments to delete.',
  'max.incremental.fetch.session.cache.slots': 'Most incremental fetch sessions that are kept.',
  'max.request.partition.size.limit':
    'Most partitions in one answer to DescribeTopicPartitions; the rest comes on asking on.',
  'metadata.log.dir': 'Folder of the metadata log; the first data folder where it is not set.',
  'metadata.log.segment.bytes': 'Size at which a segment of the metadata log is closed.',
  'metadata.log.segment.ms': 'Age at which a segment of the metadata log is closed.',
  'node.id': 'Number of this node, unique in its cluster.',
  'num.partitions': 'Partitions of a topic that is made without saying how many.',
  'offset.metadata.max.bytes': 'Longest metadata text that may go with a committed offset.',
  'offsets.commit.timeout.ms': 'How long a commit waits for the offsets topic before it fails.',
  'offsets.load.buffer.size':
    'Bytes read at once while the state of groups is loaded; one record may be larger.',
  'offsets.retention.check.interval.ms': 'How often expired offsets are looked for.',
  'offsets.retention.minutes':
    'How long the offsets of a group are kept after it has become empty, and those of single consumers after their commit.',
  'offsets.topic.compression.codec':
    'Codec of the offsets topic by number: 0 none, 1 gzip, 2 snappy, 3 lz4, 4 zstd.',
  'offsets.topic.num.partitions': 'Partitions of the offsets topic; fixed once it exists.',
  'offsets.topic.replication.factor':
    'Replicas of the offsets topic; what the cluster can give while it is smaller.',
  'offsets.topic.segment.bytes': 'Size at which a segment of the offsets topic is closed.',
  'process.roles': 'What this process is: broker, controller, or both.',
  'producer.id.expiration.check.interval.ms':
    'How often producers that have gone silent are looked for.',
  'producer.id.expiration.ms':
    'How long the state of an idempotent producer is kept after its last batch.',
  'replica.high.watermark.checkpoint.interval.ms': 'How often high watermarks are noted.',
  'security.inter.broker.protocol':
    'Security protocol between brokers where inter.broker.listener.name is not set.',
  'socket.listen.backlog.size': 'Connections that the system may hold before they are accepted.',
  'socket.request.max.bytes':
    'Largest request; a connection that announces a larger one is closed.',

  'samsa.append.group.bytes.max':
    'Most bytes that are written to a partition in one piece of work.',
  'samsa.append.sync.bytes.max':
    'Writes up to this size are made at once instead of by the thread pool.',
  'samsa.connection.in.flight.max':
    'Requests of one connection that are worked on at a time; beyond it the connection is not read.',
  'samsa.connection.unsent.bytes.max':
    'Response bytes that one connection may owe; beyond it the connection is not read.',
  'samsa.features.tolerate':
    'Whether a data folder with feature levels that this node does not know is opened: they are kept, and not advertised.',
  'samsa.fetch.response.bytes.max':
    'Most bytes of records in one fetch response of ours; the effective bound is the smaller of this and fetch.max.bytes.',
  'samsa.frame.deadline.ms': 'A request that has begun to arrive must be complete after this time.',
  'samsa.index.cache.bytes.max': 'Memory for pages of index files.',
  'samsa.open.files.max': 'Segment and index files that are open at a time.',
  'samsa.partition.append.queue.bytes.max':
    'Bytes that may wait to be appended to one partition before its producers are not read.',
  'samsa.request.memory.bytes.max': 'Memory for requests that are arriving or being worked on.',
  'samsa.small.request.memory.bytes.max':
    'Memory for requests of up to 16 KiB, which large ones cannot take away.',
  'samsa.tail.cache.bytes':
    'Memory for the newest records of partitions that are read at their end; 0 switches it off.',
  'samsa.tail.cache.idle.ms':
    'A partition that nobody has read at its end for so long is not cached.',
}
