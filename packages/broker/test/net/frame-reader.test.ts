import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FrameReader } from '../../src/net/frame-reader.ts'
import { memoryOf } from '../support/frame-memory.ts'

function frameOf(body: Uint8Array): Buffer {
  const frame = Buffer.alloc(4 + body.length)
  frame.writeInt32BE(body.length, 0)
  frame.set(body, 4)
  return frame
}

/** Feeds the chunks and collects the frames. */
function framesOf(reader: FrameReader, chunks: readonly Uint8Array[]): Uint8Array[] {
  const frames: Uint8Array[] = []
  for (const chunk of chunks) {
    let at = 0
    while (at < chunk.length) {
      at = reader.read(chunk, at)
      expect(reader.fault).toBeUndefined()
      if (!reader.isComplete) continue
      const lease = reader.take()
      frames.push(Uint8Array.from(lease.bytes))
      lease.release()
    }
  }
  return frames
}

test('frames come out whole and in order however the stream was cut', () => {
  const bodies = fc.array(fc.uint8Array({ minLength: 1, maxLength: 200 }), { maxLength: 8 })
  const cuts = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(bodies, cuts, (messages, sizes) => {
      const memory = memoryOf()
      const stream = Buffer.concat(messages.map(frameOf))
      const chunks: Uint8Array[] = []
      for (let at = 0, turn = 0; at < stream.length; turn++) {
        const size = sizes[turn % sizes.length] as number
        chunks.push(stream.subarray(at, at + size))
        at += size
      }
      const frames = framesOf(new FrameReader(memory, 1_000), chunks)
      expect(frames).toEqual(messages.map((message) => Uint8Array.from(message)))
      expect(memory.usedBytes).toBe(0)
    }),
  )
})

test('a frame of several MiB grows with its bytes and arrives intact', () => {
  const memory = memoryOf()
  const body = Buffer.alloc(5 * 1024 * 1024 + 17)
  for (let at = 0; at < body.length; at += 997) body[at] = at & 255
  const stream = frameOf(body)
  const chunks: Uint8Array[] = []
  for (let at = 0; at < stream.length; at += 65_536) chunks.push(stream.subarray(at, at + 65_536))
  const [frame] = framesOf(new FrameReader(memory, 100_000_000), chunks)
  expect(Buffer.compare(frame as Uint8Array, body)).toBe(0)
  expect(memory.usedBytes).toBe(0)
})

test('a claimed size of 100 MiB alone reserves nothing', () => {
  const memory = memoryOf()
  const reader = new FrameReader(memory, 104_857_600)
  reader.read(Buffer.from([0x06, 0x40, 0, 0]), 0)
  expect(reader.fault).toBeUndefined()
  expect(memory.usedBytes).toBe(0)
  reader.read(Buffer.from([1]), 0)
  expect(memory.usedBytes).toBeLessThanOrEqual(1024 * 1024)
  reader.discard()
  expect(memory.usedBytes).toBe(0)
})

test.each([
  ['−1', 0xffffffff],
  ['−2^31', 0x80000000],
  ['0', 0],
])('a frame size of %s is a fault', (_name, size) => {
  const reader = new FrameReader(memoryOf(), 1_000)
  const prefix = Buffer.alloc(4)
  prefix.writeUInt32BE(size, 0)
  reader.read(prefix, 0)
  expect(reader.fault?.kind).toBe('size')
})

test.each([
  ['"GET "', Buffer.from('GET / HTTP/1.1\r\n')],
  ['a TLS hello', Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01])],
  ['one byte over the limit', Buffer.from([0x06, 0x40, 0x00, 0x01, 0x00])],
])('%s is a fault before anything is reserved', (_name, bytes) => {
  const memory = memoryOf()
  const reader = new FrameReader(memory, 104_857_600)
  reader.read(bytes, 0)
  expect(reader.fault?.kind).toBe('tooLarge')
  expect(memory.usedBytes).toBe(0)
})

test('when the budget is used up the reader stops and goes on where it stopped', () => {
  const memory = memoryOf({ largeFramesBytesMax: 1024 * 1024 })
  const other = memory.first(1024 * 1024)
  const reader = new FrameReader(memory, 104_857_600)
  const stream = frameOf(Buffer.alloc(100_000, 7))
  const stoppedAt = reader.read(stream, 0)
  expect(stoppedAt).toBe(4)
  expect(reader.isComplete).toBe(false)
  let isAvailable = false
  memory.whenAvailable(() => (isAvailable = true))
  other?.release()
  expect(isAvailable).toBe(true)
  expect(reader.read(stream, stoppedAt)).toBe(stream.length)
  expect(reader.isComplete).toBe(true)
  reader.take().release()
})

test('small frames have a lane of their own when large ones used up theirs', () => {
  const memory = memoryOf({ largeFramesBytesMax: 1024 * 1024 })
  memory.first(1024 * 1024)
  expect(memory.first(1024 * 1024)).toBeUndefined()
  expect(memory.first(200)).toBeDefined()
})
