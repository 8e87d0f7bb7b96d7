import type { MetadataImage } from './image.ts'
import type { MetadataDelta } from './delta.ts'

/** Told of every committed change, in order, on the node's event loop; must not block. */
export interface MetadataPublisher {
  readonly name: string
  publish(delta: MetadataDelta, image: MetadataImage): void
}

/** Latest committed metadata as this node has replayed it. */
export interface MetadataReader {
  image(): MetadataImage
  /** The publisher first gets everything there is, as one delta from the empty image. */
  subscribe(publisher: MetadataPublisher): void
}
