import { javaHash } from '@samsa/protocol'

/** Buckets of a Java HashMap of up to twelve entries. */
const BUCKETS = 16

/**
 * The choice with most votes; undefined without any. On a tie the one that Apache Kafka takes: it
 * counts in a Java HashMap, whose order is that of the hashes.
 */
export function mostVotes(votes: ReadonlyMap<string, number>): string | undefined {
  let best: string | undefined
  let most = 0
  for (const [name, count] of votes) {
    const isAhead = best === undefined || bucketOf(name) < bucketOf(best)
    if (count > most || (count === most && isAhead)) {
      best = name
      most = count
    }
  }
  return best
}

function bucketOf(text: string): number {
  const hash = javaHash(text)
  return (hash ^ (hash >>> 16)) & (BUCKETS - 1)
}
