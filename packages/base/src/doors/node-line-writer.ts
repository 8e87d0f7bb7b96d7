import fs from 'node:fs'

const RETRIES_MAX = 200
const RETRY_MS = 5

/**
 * A function that writes text to descriptor 1 or 2 and returns when it is out: the synchronous
 * destination of a logger. A full pipe is waited for up to a second, then the text is dropped rather than
 * the node stopped; so is text for a reader that has gone away.
 */
export function syncTextWriter(file: number): (text: string) => void {
  const pause = new Int32Array(new SharedArrayBuffer(4))
  return (text) => {
    const bytes = Buffer.from(text)
    let written = 0
    let retries = 0
    while (written < bytes.length && retries < RETRIES_MAX) {
      try {
        written += fs.writeSync(file, bytes, written)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return
        retries++
        Atomics.wait(pause, 0, 0, RETRY_MS)
      }
    }
  }
}
