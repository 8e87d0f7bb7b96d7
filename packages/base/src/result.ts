/** An expected outcome on the request path is a value, not a thrown object. */
export type Result<Value, Failure> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure }

export const success = <Value>(value: Value): Result<Value, never> => ({ ok: true, value })
export const failure = <Failure>(failed: Failure): Result<never, Failure> => ({
  ok: false,
  failure: failed,
})
