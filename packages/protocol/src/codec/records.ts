/**
 * Bytes that pass through unread: record batches of Produce, Fetch, ShareFetch and FetchSnapshot, and
 * the request inside an Envelope. Decoding gives one piece that aliases the frame: it is valid as long
 * as the frame is. Encoding appends the pieces without copying (small ones excepted).
 */
export interface Records {
  readonly pieces: readonly Uint8Array[]
  /** Sum of the pieces' lengths. */
  readonly sizeBytes: number
}

/** What an absent field of this kind holds. */
export const EMPTY_RECORDS: Records = Object.freeze({ pieces: Object.freeze([]), sizeBytes: 0 })

/** What an absent `bytes` field holds. Has no bytes, so it can be shared. */
export const EMPTY_BYTES: Uint8Array = new Uint8Array(0)

/** Records of one piece. */
export function recordsOf(piece: Uint8Array): Records {
  return { pieces: [piece], sizeBytes: piece.byteLength }
}

/** Records of several pieces, in order. */
export function recordsOfPieces(pieces: readonly Uint8Array[]): Records {
  let sizeBytes = 0
  for (const piece of pieces) sizeBytes += piece.byteLength
  return { pieces, sizeBytes }
}
