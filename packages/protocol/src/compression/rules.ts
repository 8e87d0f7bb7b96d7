/** Where readers of Kafka's batches part from the formats' own specifications. */
export interface DecodingRules {
  /** Clients of message format 0 wrote a wrong checksum into lz4 headers (KAFKA-3160). */
  readonly checksLz4Header: boolean
  /**
   * Apache Kafka steps over size and checksum of an lz4 frame's content; the CRC of the batch covers
   * the data as well.
   */
  readonly checksLz4Content: boolean
  /** Apache Kafka refuses lz4 frames whose blocks build on each other. */
  readonly acceptsLz4LinkedBlocks: boolean
  /** To Java a zstd frame that is cut short, behind one that is not, is the end of the data. */
  readonly endsAtCutZstdFrame: boolean
}

/** The formats to the letter. */
export const FORMAT_RULES: DecodingRules = Object.freeze({
  checksLz4Header: true,
  checksLz4Content: true,
  acceptsLz4LinkedBlocks: true,
  endsAtCutZstdFrame: false,
})

/** What Apache Kafka takes from producers, and what its consumers can read. */
export const KAFKA_RULES: DecodingRules = Object.freeze({
  checksLz4Header: true,
  checksLz4Content: false,
  acceptsLz4LinkedBlocks: false,
  endsAtCutZstdFrame: true,
})

/** Batches that are stored: all that Apache Kafka reads, and linked blocks. */
export const STORED_RULES: DecodingRules = Object.freeze({
  ...KAFKA_RULES,
  acceptsLz4LinkedBlocks: true,
})

/** Message sets of magic 0. */
export const MAGIC_0_RULES: DecodingRules = Object.freeze({
  ...STORED_RULES,
  checksLz4Header: false,
})
