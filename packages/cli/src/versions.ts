export const SAMSA_VERSION = '0.1.0'

/** The Apache Kafka release whose protocol, files and behaviour are followed. */
export const KAFKA_VERSION = '4.3.1'
