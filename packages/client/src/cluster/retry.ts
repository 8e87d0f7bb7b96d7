import type { Clock } from '@samsa/base'
import { errorMeaning, errorName } from '@samsa/protocol'
import { ClientError } from '../errors.ts'

export function pause(clock: Clock, milliseconds: number): Promise<void> {
  return new Promise((resolve) => void clock.setTimer(milliseconds, resolve))
}

/** A broker's error code as an error; whether it may be tried again is the code's own business. */
export function refusal(what: string, errorCode: number): ClientError {
  const { meaning } = errorMeaning(errorCode)
  const message = `${what}: the broker answered ${errorName(errorCode)}. ${meaning}`
  return new ClientError('CLIENT_REFUSED', message, errorCode)
}

/** Throws `refusal` for anything but NONE. */
export function ensureAccepted(what: string, errorCode: number): void {
  if (errorCode !== 0) throw refusal(what, errorCode)
}

/** Whether the same request may succeed later, at the same broker or at another. */
export function isRetriable(error: unknown): error is ClientError {
  if (!(error instanceof ClientError)) return false
  switch (error.code) {
    case 'CLIENT_DISCONNECTED':
    case 'CLIENT_TIMED_OUT':
      return true
    case 'CLIENT_REFUSED':
      return errorMeaning(error.errorCode).isRetriable
    case 'CLIENT_BAD_RESPONSE':
    case 'CLIENT_UNSUPPORTED':
      return false
  }
}

export interface RetryRules {
  readonly clock: Clock
  readonly retryBackoffMs: number
  readonly operationMsMax: number
}

/** Tries until it succeeds, fails for good, or the time is over: then CLIENT_TIMED_OUT with the cause. */
export async function withRetries<Value>(
  what: string,
  rules: RetryRules,
  attempt: () => Promise<Value>,
): Promise<Value> {
  const deadline = rules.clock.monotonicMs() + rules.operationMsMax
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (!isRetriable(error)) throw error
      if (rules.clock.monotonicMs() + rules.retryBackoffMs >= deadline) {
        const message = `${what}: not within ${rules.operationMsMax} ms; ${error.message}`
        throw new ClientError('CLIENT_TIMED_OUT', message, error.errorCode, { cause: error })
      }
    }
    await pause(rules.clock, rules.retryBackoffMs)
  }
}
