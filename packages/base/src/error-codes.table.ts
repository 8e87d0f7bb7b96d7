/** One code's row of `docs/errors.md`. */
export interface ErrorExplanation {
  readonly meaning: string
  readonly remedy: string
}

/**
 * Every code that an error of ours carries, in all packages. Codes are stable: logs are searched for
 * them. The tidy check keeps this table, the sources and `docs/errors.md` equal.
 */
export const errorCodes: Readonly<Record<string, ErrorExplanation>> = {
  ASSERTION: {
    meaning: 'A promise that the code makes to itself did not hold: a bug in Samsa.',
    remedy: 'Report it with the log. The partition or node it happened in has stopped; restart it.',
  },

  CLIENT_BAD_RESPONSE: {
    meaning: 'What a broker sent is not an answer to what was asked.',
    remedy:
      'Check that the address is a Kafka listener without TLS; else report it with the message.',
  },
  CLIENT_DISCONNECTED: {
    meaning: 'The connection ended before the answer came; the request may have been carried out.',
    remedy: 'Check that the broker runs and listens there, then ask again.',
  },
  CLIENT_REFUSED: {
    meaning: 'The broker answered with an error that will not go away by asking again.',
    remedy: 'The message names the error of Kafka: correct the request.',
  },
  CLIENT_TIMED_OUT: {
    meaning: 'No answer came in the time allowed; the request may have been carried out.',
    remedy: 'Check the load of the broker and the network between, or allow more time.',
  },
  CLIENT_UNSUPPORTED: {
    meaning: 'Broker and client have no version of the API in common.',
    remedy: 'Use a broker of Kafka 2.1 or later that serves the API.',
  },
  CLI_USAGE: {
    meaning: 'The command line cannot be understood.',
    remedy: 'The message names the word; --help lists what there is.',
  },

  COMPRESSION_CODEC_UNKNOWN: {
    meaning: 'Data names a compression codec that does not exist.',
    remedy: 'Use gzip, snappy, lz4 or zstd, or send uncompressed.',
  },
  COMPRESSION_CORRUPT: {
    meaning: 'Compressed data was cut short or changed.',
    remedy: 'Send it again, compressed anew.',
  },
  COMPRESSION_OUTPUT_TOO_LARGE: {
    meaning: 'Data would decompress to more than is allowed, and was stopped before.',
    remedy: 'Send smaller batches.',
  },

  COMPUTE_CLOSED: {
    meaning: 'Work came for a worker thread while the node was stopping.',
    remedy: 'Nothing: the request was not done and the client asks again elsewhere.',
  },
  COMPUTE_QUEUE_FULL: {
    meaning: 'More batches wait for decompression or cleaning than may queue.',
    remedy: 'Give the node more workers or less compressed load.',
  },
  COMPUTE_WORKER_DIED: {
    meaning: 'A worker thread ended in the middle of a task.',
    remedy: 'Look for the cause just before it in the log; a new thread has been started.',
  },

  CONFIG_CONFLICT: {
    meaning: 'Settings that are fine alone do not fit together.',
    remedy: 'The message names the keys and what they allow each other.',
  },
  CONFIG_INVALID: {
    meaning: 'A setting has a value that its key does not allow.',
    remedy: 'The message says what is allowed.',
  },
  CONFIG_MISSING: {
    meaning: 'A setting without which a node cannot start is not there.',
    remedy: 'Set the key in the file, with -o, or by the environment.',
  },
  CONFIG_SYNTAX: {
    meaning: 'A source of settings cannot be read.',
    remedy: 'Correct the line that the message names.',
  },
  CONFIG_UNSUPPORTED: {
    meaning: 'Kafka knows the setting or the value, this release does not do it.',
    remedy: 'Remove it, or choose a value that the message lists.',
  },

  DISK_EXISTS: {
    meaning: 'A file or directory was to be made and is there already.',
    remedy: 'Move it away if it does not belong to Samsa.',
  },
  DISK_FULL: {
    meaning: 'The volume has no room left, or a quota is used up.',
    remedy: 'Make room or lower retention; the partitions of the directory are offline until then.',
  },
  DISK_IO: {
    meaning: 'The operating system could not read or write the file.',
    remedy: 'Check the device and the system log; replace the disk, then restart the node.',
  },
  DISK_LOCKED: {
    meaning: 'Another living process uses the log directory.',
    remedy: 'Stop the other broker, or give this one a directory of its own (log.dirs).',
  },
  DISK_NOT_FOUND: {
    meaning: 'A file or directory is gone.',
    remedy: 'Find out who removed it; restore it, or let the node fetch the partition anew.',
  },
  DISK_PERMISSION: {
    meaning: 'The user that runs the node may not use the file.',
    remedy: 'Give the directory and all in it to that user.',
  },
  DISK_TOO_LARGE: {
    meaning: 'A small file (a checkpoint, meta.properties) is larger than any that is valid.',
    remedy: 'Restore it from a copy, or remove it to start without it.',
  },
  DISK_TOO_MANY_FILES: {
    meaning: 'The process or the system has too many files open.',
    remedy: 'Raise the limit of open files (ulimit -n): a partition needs about ten.',
  },

  FEATURE_LEVEL: {
    meaning: 'The directory was finalized at a feature level that this release has not finished.',
    remedy:
      'Start a release that has it, or set samsa.features.tolerate=true to keep the level without using it.',
  },

  LOG_CORRUPT_BATCH: {
    meaning: 'A batch in a segment does not hold what its header says.',
    remedy: 'Fetch it again from a copy, or let recovery cut the log there.',
  },
  LOG_DIRECTORY_IDENTITY: {
    meaning: 'meta.properties names another cluster or node than the configuration.',
    remedy: 'Point log.dirs at the right directory, or correct node.id or the cluster id.',
  },
  LOG_DIRECTORY_UNFORMATTED: {
    meaning: 'A log directory has no meta.properties.',
    remedy: 'Run samsa storage format; samsa dev does so by itself.',
  },
  LOG_FILE_FORMAT: {
    meaning: 'A small file of a log directory is not what its format says.',
    remedy: 'Restore it from a copy, or remove it to start without it.',
  },
  LOG_OFFLINE: {
    meaning: 'A partition is closed, deleted, or its directory is lost.',
    remedy: 'Mend the disk and restart the node.',
  },
  LOG_OLD_FORMAT: {
    meaning: 'A segment holds messages in a format from before Kafka 0.11.',
    remedy: 'Copy the topic with a Kafka broker first.',
  },
  LOG_TOPIC_ID_MISMATCH: {
    meaning: 'A partition directory belongs to an earlier topic of the same name.',
    remedy: 'Delete the old partition first.',
  },

  METADATA_BATCH: {
    meaning: 'A batch of the metadata log or of a snapshot is not what its format says.',
    remedy: 'Restore the file from a copy, or from another node of the quorum.',
  },
  METADATA_RECORD: {
    meaning: 'A metadata record cannot be read or written by this release.',
    remedy: 'If a newer release wrote it, start that release.',
  },
  METADATA_REPLAY: {
    meaning: 'A committed metadata record contradicts those before it.',
    remedy: 'The metadata log or a snapshot is damaged: restore the directory from a copy.',
  },
  METADATA_VERSION: {
    meaning: 'metadata.version is outside of what this release reads.',
    remedy: 'The message says whether to upgrade the directory or to start a newer release.',
  },

  NET_ADDRESS_IN_USE: {
    meaning: 'Another process listens on the port.',
    remedy: 'Stop it, or choose another port (listeners, --port).',
  },
  NET_ADDRESS_NOT_AVAILABLE: {
    meaning: 'The address to listen on is not one of this machine.',
    remedy: 'Correct listeners; use 0.0.0.0 for all addresses.',
  },
  NET_CLOSED: {
    meaning: 'The connection had ended before the bytes were sent.',
    remedy: 'Nothing, unless it happens often: then look at the peer.',
  },
  NET_IO: {
    meaning: 'The operating system reported a failure that has no code of its own.',
    remedy: 'The message carries the name the system gave it.',
  },
  NET_PERMISSION: {
    meaning: 'The user that runs the node may not use the port.',
    remedy: 'Choose a port above 1023, or give the process the right.',
  },
  NET_REFUSED: {
    meaning: 'Nobody listens at the address.',
    remedy: 'Check that the other node is up and that its advertised address is right.',
  },
  NET_RESET: {
    meaning: 'The peer ended the connection abruptly.',
    remedy: "Nothing, unless it happens often: then look at the peer's log.",
  },
  NET_TIMED_OUT: {
    meaning: 'The peer did not answer in time.',
    remedy: 'Check the network between the two, and firewalls that drop silently.',
  },
  NET_UNREACHABLE: {
    meaning: 'There is no way to the address, or its name is not known.',
    remedy: 'Check names, routes and the advertised address.',
  },

  PROTOCOL_MALFORMED: {
    meaning: 'Bytes are not the message they claim to be.',
    remedy: 'Find the client by the address in the message; the connection was closed.',
  },
  PROTOCOL_NUMBER_TOO_LARGE: {
    meaning: 'A 64-bit number is beyond what the field can hold here (2^53-1).',
    remedy:
      'Find the client by the address in the message; no client sends such a number by right.',
  },
  PROTOCOL_TOO_MANY_ELEMENTS: {
    meaning: 'A message is well formed but has more elements than one message may make.',
    remedy: 'Split the request.',
  },
  PROTOCOL_UNENCODABLE: {
    meaning: 'A message was built that its version cannot express: a bug in the caller.',
    remedy: 'Report it with the log.',
  },
  PROTOCOL_UNSUPPORTED_VERSION: {
    meaning: 'A message came in a version that is not known.',
    remedy: 'Upgrade the side that lags behind.',
  },

  RAFT_BATCH_TOO_LARGE: {
    meaning: 'One request makes more metadata records than a batch holds.',
    remedy: 'Split the request.',
  },
  RAFT_FILE_FORMAT: {
    meaning: 'A file of the quorum (quorum-state, a checkpoint) is not what its format says.',
    remedy: 'Restore it from a copy.',
  },
  RAFT_LOG_FAILED: {
    meaning: 'The metadata log can no longer be written; the node stops.',
    remedy: 'Mend the disk and start the node again.',
  },
  RAFT_VOTERS: {
    meaning: 'The directory belongs to a quorum of several voters.',
    remedy: 'Start it with Apache Kafka, or remove the other voters first.',
  },

  STORAGE_ALREADY_FORMATTED: {
    meaning: 'The log directory belongs to a cluster already.',
    remedy: 'Leave it with --ignore-formatted, or remove the directory first.',
  },
  STORAGE_FORMAT_OPTION: {
    meaning: 'An option of formatting is not possible.',
    remedy: 'The message names the option and what it may be.',
  },

  RECORD_BATCH_CORRUPT: {
    meaning: 'The size or checksum of a batch does not hold: it was changed after it was made.',
    remedy:
      'Fetch it again, from another copy if need be; suspect memory, disk or network when it comes back.',
  },
  RECORD_BATCH_HEADER_INVALID: {
    meaning: 'No record batch begins where one should.',
    remedy: 'Send it again, or let recovery cut the log there.',
  },
  RECORD_INVALID: {
    meaning: 'The records of a batch are not what its header says.',
    remedy: 'Whoever made the batch must be put right: find the client by its id.',
  },
}
