import { DiskError, type DiskFailure } from '@samsa/base'

export type DiskOperation =
  | 'open'
  | 'close'
  | 'status'
  | 'truncate'
  | 'rename'
  | 'unlink'
  | 'makeDirectory'
  | 'removeDirectory'
  | 'list'
  | 'syncDirectory'
  | 'volume'
  | 'read'
  | 'write'
  | 'datasync'
  | 'lock'

/** An operation that shall fail. */
export interface DiskFault {
  readonly operation: DiskOperation
  readonly code: DiskFailure
  /** Only for paths that hold this text. */
  readonly path?: string
  /** How many matching operations pass before. Default 0. */
  readonly skip?: number
  /** How many fail then. Default 1; `Infinity` until removed. */
  readonly times?: number
}

export interface InjectedFault {
  /** How often it has struck. */
  readonly hits: number
  remove(): void
}

interface Rule extends InjectedFault {
  readonly fault: DiskFault
  skipped: number
  hits: number
}

/** Failures that tests ask for. A failed datasync loses what it was to make durable. */
export class DiskFaults {
  readonly #rules: Set<Rule>

  constructor() {
    this.#rules = new Set()
  }

  inject(fault: DiskFault): InjectedFault {
    const rule: Rule = {
      fault,
      skipped: 0,
      hits: 0,
      remove: () => void this.#rules.delete(rule),
    }
    this.#rules.add(rule)
    return rule
  }

  /** The error that `operation` on `path` has to fail with, if any. */
  strike(operation: DiskOperation, path: string): DiskError | undefined {
    for (const rule of this.#rules) {
      const { fault } = rule
      if (fault.operation !== operation || !path.includes(fault.path ?? '')) continue
      if (rule.skipped < (fault.skip ?? 0)) {
        rule.skipped++
        continue
      }
      rule.hits++
      if (rule.hits >= (fault.times ?? 1)) this.#rules.delete(rule)
      return new DiskError(fault.code, operation, path, 'the simulation was told to fail it')
    }
    return undefined
  }
}
