import { CODEC_NONE, CODEC_ZSTD } from '@samsa/protocol'

/** What one load sends or asks for, again and again. */
export interface Shape {
  readonly name: string
  readonly kind: 'produce' | 'consume'
  readonly recordBytes: number
  readonly partitions: number
  readonly codec: number
  /** Records of each batch; a request carries one batch for each partition. */
  readonly recordsPerBatch: number
}

/**
 * As Java producers with the default `batch.size` of 16 KiB send them: full batches, one for each
 * partition in a request.
 */
export const SHAPES: readonly Shape[] = [
  shape('produce 1KiB p12', 'produce', 1024, 12, CODEC_NONE, 15),
  shape('produce 1KiB p1', 'produce', 1024, 1, CODEC_NONE, 15),
  shape('produce 100B p12', 'produce', 100, 12, CODEC_NONE, 150),
  shape('produce 1KiB zstd p12', 'produce', 1024, 12, CODEC_ZSTD, 48),
  shape('consume 1KiB p12', 'consume', 1024, 12, CODEC_NONE, 15),
]

function shape(
  name: string,
  kind: Shape['kind'],
  recordBytes: number,
  partitions: number,
  codec: number,
  recordsPerBatch: number,
): Shape {
  return { name, kind, recordBytes, partitions, codec, recordsPerBatch }
}
