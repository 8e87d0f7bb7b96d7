import type { Lease, MemoryPool } from '@samsa/base'
import { BudgetedFrameMemory, type FrameBudgetLimits } from '../../src/net/frame-memory.ts'

/** Exact, unpooled memory that knows how much of it is out. */
class ExactPool implements MemoryPool {
  leasedBytes = 0

  lease(sizeBytes: number): Lease {
    const bytes = new Uint8Array(sizeBytes)
    let owners = 1
    this.leasedBytes += sizeBytes
    return {
      bytes,
      retain: () => void owners++,
      release: () => {
        if (--owners > 0) return
        bytes.fill(0xdb)
        this.leasedBytes -= sizeBytes
      },
    }
  }
}

export function memoryOf(limits: Partial<FrameBudgetLimits> = {}): BudgetedFrameMemory {
  return new BudgetedFrameMemory(new ExactPool(), {
    largeFramesBytesMax: 64 * 1024 * 1024,
    smallFramesBytesMax: 4 * 1024 * 1024,
    ...limits,
  })
}
