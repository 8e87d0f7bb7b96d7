import { constants, crc32, deflateRawSync, gzipSync } from 'node:zlib'
import { xxh32 } from '../../src/checksum/index.ts'
import {
  CODEC_GZIP,
  CODEC_LZ4,
  CODEC_SNAPPY,
  CODEC_ZSTD,
  createCompression,
} from '../../src/compression/index.ts'

/** Compressed zeroes behind a few bytes: the head of a record with a value of a gigabyte. */
export interface Bomb {
  readonly name: string
  readonly codec: number
  /** With so many MiB of zeroes, a multiple of 4. */
  make(mib: number): Buffer
}

const MIB = 1_048_576
/** Record of 1,000,000,020 bytes: length, attributes, two deltas, no key, length of the value. */
const recordHead = Buffer.from('a8a8d6b907' + '00000001' + '80a8d6b907', 'hex')

const repeated = (piece: Buffer, count: number): Buffer[] =>
  Array.from({ length: count }, () => piece)

function little32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value >>> 0)
  return bytes
}

/** A deflate piece that ends on a byte boundary may be repeated. */
function gzipMember(mib: number): Buffer {
  const piece = deflateRawSync(Buffer.alloc(MIB), { finishFlush: constants.Z_FULL_FLUSH })
  const header = Buffer.from('1f8b08000000000000ff', 'hex')
  const zeroes = Buffer.alloc(MIB)
  let crc = 0
  // Nobody gets as far as the trailer of a large one.
  for (let at = 0; at < Math.min(mib, 4); at++) crc = crc32(zeroes, crc)
  const end = Buffer.from([0x03, 0x00])
  return Buffer.concat([header, ...repeated(piece, mib), end, little32(crc), little32(mib * MIB)])
}

function gzipMembers(members: number, mibEach: number): Buffer {
  return Buffer.concat([gzipSync(recordHead), ...repeated(gzipMember(mibEach), members)])
}

/** RLE blocks of 128 KiB. `head`: descriptor and what follows it, in hex. */
function zstdFrame(mib: number, head: string): Buffer {
  const block = Buffer.from([2, 0, 0x10, 0])
  const last = Buffer.from([3, 0, 0x10, 0])
  const magic = Buffer.from([0x28, 0xb5, 0x2f, 0xfd])
  return Buffer.concat([magic, Buffer.from(head, 'hex'), ...repeated(block, 8 * mib - 1), last])
}

function zstdFrames(frames: number, mibEach: number, head: string): Buffer {
  const { length } = recordHead
  const first = Buffer.concat([
    Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58, (length << 3) | 1, 0, 0]),
    recordHead,
  ])
  return Buffer.concat([first, ...repeated(zstdFrame(mibEach, head), frames)])
}

/** Blocks of 4 MiB; the first one is the record's head. */
function lz4Frame(mib: number, flags: number): Buffer {
  // One literal, a match one byte back for the rest of 4 MiB, and the five literals that must end it.
  const matched = 4 * MIB - 6 - 19
  const lengths = Buffer.concat([
    Buffer.alloc(Math.floor(matched / 255), 255),
    Buffer.from([matched % 255]),
  ])
  const block = Buffer.concat([
    Buffer.from([0x1f, 0, 1, 0]),
    lengths,
    Buffer.from([0x50, 0, 0, 0, 0, 0]),
  ])
  const descriptor = Buffer.from([flags, 0x70])
  return Buffer.concat([
    Buffer.from([0x04, 0x22, 0x4d, 0x18]),
    descriptor,
    Buffer.from([(xxh32(descriptor) >> 8) & 0xff]),
    little32(recordHead.length | 0x80000000),
    recordHead,
    ...repeated(Buffer.concat([little32(block.length), block]), mib / 4),
    little32(0),
  ])
}

function snappyFramed(mib: number): Buffer {
  const compression = createCompression()
  const head = Buffer.from(compression.compress(CODEC_SNAPPY, recordHead))
  const zeroes = Buffer.from(compression.compress(CODEC_SNAPPY, new Uint8Array(MIB)))
  return Buffer.concat([head, ...repeated(zeroes.subarray(16), mib)])
}

/** One block: a literal that ends in zero, then copies of 64 bytes. */
function snappyRaw(mib: number): Buffer {
  const body = Buffer.alloc(((mib * MIB) / 64) * 3, Buffer.from([0xfe, 1, 0]))
  const literal = Buffer.concat([recordHead, Buffer.alloc(1)])
  const length: number[] = []
  let left = mib * MIB + literal.length
  for (; left > 0x7f; left = Math.floor(left / 128)) length.push((left % 128) | 0x80)
  length.push(left, (literal.length - 1) << 2)
  return Buffer.concat([Buffer.from(length), literal, body])
}

const WINDOW_2_MIB = '0058'
const WINDOW_128_MIB = '0088'
const SAYS_1_GIB = '805800000040'

export const bombs: readonly Bomb[] = [
  { name: 'gzip in one member', codec: CODEC_GZIP, make: (mib) => gzipMembers(1, mib) },
  { name: 'gzip in many members', codec: CODEC_GZIP, make: (mib) => gzipMembers(mib, 1) },
  {
    name: 'zstd in one frame',
    codec: CODEC_ZSTD,
    make: (mib) => zstdFrames(1, mib, WINDOW_2_MIB),
  },
  {
    name: 'zstd in many frames',
    codec: CODEC_ZSTD,
    make: (mib) => zstdFrames(mib, 1, WINDOW_2_MIB),
  },
  {
    name: 'zstd that says how much it is',
    codec: CODEC_ZSTD,
    make: (mib) => zstdFrames(1, mib, SAYS_1_GIB),
  },
  {
    name: 'zstd with the largest window',
    codec: CODEC_ZSTD,
    make: (mib) => zstdFrames(1, mib, WINDOW_128_MIB),
  },
  { name: 'lz4 in independent blocks', codec: CODEC_LZ4, make: (mib) => lz4Frame(mib, 0x60) },
  { name: 'lz4 in linked blocks', codec: CODEC_LZ4, make: (mib) => lz4Frame(mib, 0x40) },
  { name: 'snappy in frames', codec: CODEC_SNAPPY, make: snappyFramed },
  { name: 'snappy in one block', codec: CODEC_SNAPPY, make: snappyRaw },
]
