/** Values of the codec bits in a batch's attributes; 5 to 7 name no codec. */
export const CODEC_NONE = 0
export const CODEC_GZIP = 1
export const CODEC_SNAPPY = 2
export const CODEC_LZ4 = 3
/** KIP-110. */
export const CODEC_ZSTD = 4

const names = ['none', 'gzip', 'snappy', 'lz4', 'zstd'] as const
export type CodecName = (typeof names)[number]

/** Kafka's name of a codec; undefined for 5 to 7. */
export function codecName(codec: number): CodecName | undefined {
  return names[codec]
}

/** The codec of that name (`uncompressed` of `compression.type` is none); undefined when unknown. */
export function codecOfName(name: string): number | undefined {
  const codec = names.indexOf((name === 'uncompressed' ? 'none' : name) as CodecName)
  return codec === -1 ? undefined : codec
}
