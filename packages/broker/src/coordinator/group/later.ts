import { Completion } from '@samsa/base'
import type { Later } from './group-coordinator.ts'

/** What `change` makes of the value, now or when it comes. */
export function mapLater<From, To>(later: Later<From>, change: (value: From) => To): Later<To> {
  if (!(later instanceof Completion)) return change(later)
  const changed = new Completion<To>()
  later.whenSettled(
    (value) => changed.resolve(change(value)),
    (error) => changed.reject(error),
  )
  return changed
}

/** All values, in the order of `laters`, once the last one has come. */
export function allLater<Value>(laters: readonly Later<Value>[]): Later<Value[]> {
  const values: Value[] = []
  let left = laters.length
  if (left === 0) return values
  const all = new Completion<Value[]>()
  for (const [index, later] of laters.entries()) {
    const arrived = (value: Value): void => {
      values[index] = value
      if (--left === 0) all.resolve(values)
    }
    if (later instanceof Completion) later.whenSettled(arrived, (error) => all.reject(error))
    else arrived(later)
  }
  return all
}
