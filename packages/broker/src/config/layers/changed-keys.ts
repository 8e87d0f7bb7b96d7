import { synonymsOf } from '../keys/key-tables.ts'
import type { ConfigLayers } from './config-layers.ts'

function differing(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => before.get(name) !== after.get(name),
  )
}

/** Keys whose dynamic values differ, and all whose value hangs on theirs. */
export function changedKeys(before: ConfigLayers, after: ConfigLayers): ReadonlySet<string> {
  const names = [
    ...differing(before.perBroker, after.perBroker),
    ...differing(before.clusterDefault, after.clusterDefault),
  ]
  return new Set(names.flatMap((name) => [name, ...synonymsOf(name).map((kin) => kin.name)]))
}
