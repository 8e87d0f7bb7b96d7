const MASK = 0xffff_ffff_ffff_ffffn
const PRIME32_1 = 0x9e3779b1n
const PRIME32_2 = 0x85ebca77n
const PRIME32_3 = 0xc2b2ae3dn
const PRIME64_1 = 0x9e3779b185ebca87n
const PRIME64_2 = 0xc2b2ae3d27d4eb4fn
const PRIME64_3 = 0x165667b19e3779f9n
const PRIME64_4 = 0x85ebca77c2b2ae63n
const PRIME64_5 = 0x27d4eb2f165667c5n
const PRIME_MX1 = 0x165667919e3779f9n
const PRIME_MX2 = 0x9fb21c651e98df25n

/** Default secret of XXH3: 192 bytes. */
const SECRET: Uint8Array = Uint8Array.from(
  (
    'b8fe6c3923a44bbe7c01812cf721ad1cded46de9839097db7240a4a4b7b3671fcb79e64eccc0e578825ad07dccff7221' +
    'b8084674f743248ee03590e6813a264c3c2852bb91c300cb88d0658b1b532ea371644897a20df94e3819ef46a9deacd8' +
    'a8fa763fe39c343ff9dcbbc7c70b4f1d8a51e04bcdb45931c89f7ec9d9787364eac5ac8334d3ebc3c581a0fffa1363eb' +
    '170ddd51b7f0da49d316552629d4689e2b16be587d47a1fc8ff8b8d17ad031ce45cb3a8f95160428afd7fbcabb4b407e'
  )
    .match(/../g)!
    .map((pair) => Number.parseInt(pair, 16)),
)

const STRIPE_BYTES = 64
const SECRET_CONSUME_RATE = 8

function read32(bytes: Uint8Array, at: number): bigint {
  const word = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)
  return BigInt(word >>> 0)
}

const read64 = (bytes: Uint8Array, at: number): bigint =>
  read32(bytes, at) | (read32(bytes, at + 4) << 32n)

const multiply = (left: bigint, right: bigint): bigint => (left * right) & MASK

/** Full product of two 64-bit numbers, its halves folded together. */
function fold(left: bigint, right: bigint): bigint {
  const product = left * right
  return (product & MASK) ^ (product >> 64n)
}

function swap64(value: bigint): bigint {
  let swapped = 0n
  for (let byte = 0n; byte < 64n; byte += 8n) {
    swapped |= ((value >> byte) & 0xffn) << (56n - byte)
  }
  return swapped
}

const rotate64 = (value: bigint, bits: bigint): bigint =>
  ((value << bits) | (value >> (64n - bits))) & MASK

function avalanche(value: bigint): bigint {
  const mixed = multiply(value ^ (value >> 37n), PRIME_MX1)
  return mixed ^ (mixed >> 32n)
}

function avalancheOfXxh64(value: bigint): bigint {
  let mixed = multiply(value ^ (value >> 33n), PRIME64_2)
  mixed = multiply(mixed ^ (mixed >> 29n), PRIME64_3)
  return mixed ^ (mixed >> 32n)
}

/** XXH3, 64 bits, seed 0, default secret, unsigned (xxHash specification 0.2.0). */
export function xxh3(bytes: Uint8Array): bigint {
  const length = bytes.length
  if (length <= 16) return hashUpTo16(bytes, length)
  if (length <= 128) return hashUpTo128(bytes, length)
  if (length <= 240) return hashUpTo240(bytes, length)
  return hashLong(bytes, length)
}

function hashUpTo16(bytes: Uint8Array, length: number): bigint {
  const size = BigInt(length)
  if (length > 8) {
    const low = read64(SECRET, 24) ^ read64(SECRET, 32) ^ read64(bytes, 0)
    const high = read64(SECRET, 40) ^ read64(SECRET, 48) ^ read64(bytes, length - 8)
    return avalanche((size + swap64(low) + high + fold(low, high)) & MASK)
  }
  if (length >= 4) {
    const both = read32(bytes, length - 4) | (read32(bytes, 0) << 32n)
    let hash = both ^ (read64(SECRET, 8) ^ read64(SECRET, 16))
    hash ^= rotate64(hash, 49n) ^ rotate64(hash, 24n)
    hash = multiply(hash, PRIME_MX2)
    hash ^= ((hash >> 35n) + size) & MASK
    hash = multiply(hash, PRIME_MX2)
    return hash ^ (hash >> 28n)
  }
  if (length > 0) {
    const combined =
      (bytes[0]! << 16) | (bytes[length >> 1]! << 24) | bytes[length - 1]! | (length << 8)
    return avalancheOfXxh64(BigInt(combined >>> 0) ^ (read32(SECRET, 0) ^ read32(SECRET, 4)))
  }
  return avalancheOfXxh64(read64(SECRET, 56) ^ read64(SECRET, 64))
}

const mix16 = (bytes: Uint8Array, at: number, secretAt: number): bigint =>
  fold(
    read64(bytes, at) ^ read64(SECRET, secretAt),
    read64(bytes, at + 8) ^ read64(SECRET, secretAt + 8),
  )

function hashUpTo128(bytes: Uint8Array, length: number): bigint {
  let sum = multiply(BigInt(length), PRIME64_1)
  for (let pair = (length - 1) >> 5; pair >= 0; pair--) {
    sum += mix16(bytes, 16 * pair, 32 * pair)
    sum += mix16(bytes, length - 16 * (pair + 1), 32 * pair + 16)
  }
  return avalanche(sum & MASK)
}

function hashUpTo240(bytes: Uint8Array, length: number): bigint {
  let sum = multiply(BigInt(length), PRIME64_1)
  for (let lane = 0; lane < 8; lane++) sum += mix16(bytes, 16 * lane, 16 * lane)
  sum = avalanche(sum & MASK)
  for (let lane = 8; lane < length >> 4; lane++) sum += mix16(bytes, 16 * lane, 16 * (lane - 8) + 3)
  sum += mix16(bytes, length - 16, 136 - 17)
  return avalanche(sum & MASK)
}

function accumulate(lanes: bigint[], bytes: Uint8Array, at: number, secretAt: number): void {
  for (let lane = 0; lane < 8; lane++) {
    const value = read64(bytes, at + 8 * lane)
    const keyed = value ^ read64(SECRET, secretAt + 8 * lane)
    lanes[lane ^ 1] = (lanes[lane ^ 1]! + value) & MASK
    lanes[lane] = (lanes[lane]! + (keyed & 0xffff_ffffn) * (keyed >> 32n)) & MASK
  }
}

function scramble(lanes: bigint[]): void {
  const secretAt = SECRET.length - STRIPE_BYTES
  for (let lane = 0; lane < 8; lane++) {
    const value = lanes[lane]!
    const keyed = value ^ (value >> 47n) ^ read64(SECRET, secretAt + 8 * lane)
    lanes[lane] = multiply(keyed, PRIME32_1)
  }
}

function hashLong(bytes: Uint8Array, length: number): bigint {
  const lanes = [
    PRIME32_3,
    PRIME64_1,
    PRIME64_2,
    PRIME64_3,
    PRIME64_4,
    PRIME32_2,
    PRIME64_5,
    PRIME32_1,
  ]
  const stripesPerBlock = (SECRET.length - STRIPE_BYTES) / SECRET_CONSUME_RATE
  const blockBytes = STRIPE_BYTES * stripesPerBlock
  const wholeBlocks = Math.floor((length - 1) / blockBytes)
  for (let block = 0; block < wholeBlocks; block++) {
    for (let stripe = 0; stripe < stripesPerBlock; stripe++) {
      const at = block * blockBytes + stripe * STRIPE_BYTES
      accumulate(lanes, bytes, at, stripe * SECRET_CONSUME_RATE)
    }
    scramble(lanes)
  }
  const start = wholeBlocks * blockBytes
  const stripes = Math.floor((length - 1 - start) / STRIPE_BYTES)
  for (let stripe = 0; stripe < stripes; stripe++) {
    accumulate(lanes, bytes, start + stripe * STRIPE_BYTES, stripe * SECRET_CONSUME_RATE)
  }
  accumulate(lanes, bytes, length - STRIPE_BYTES, SECRET.length - STRIPE_BYTES - 7)

  let sum = multiply(BigInt(length), PRIME64_1)
  for (let pair = 0; pair < 4; pair++) {
    const left = lanes[2 * pair]! ^ read64(SECRET, 11 + 16 * pair)
    const right = lanes[2 * pair + 1]! ^ read64(SECRET, 11 + 16 * pair + 8)
    sum += fold(left, right)
  }
  return avalanche(sum & MASK)
}
