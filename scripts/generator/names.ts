/** `ApiVersions` → `apiVersions`. */
export function camelCase(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1)
}

/** `topicId` → `TopicId`. */
export function pascalCase(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1)
}

/** `KRaftVersionRecord` → `k-raft-version-record`. */
export function kebabCase(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()
}

/** Name of one element of a field: `topics` → `topic`, `entries` → `entry`, `batches` → `batch`. */
export function singular(name: string): string {
  if (name.endsWith('ies')) return `${name.slice(0, -3)}y`
  if (/(ch|ss|x)es$/.test(name)) return name.slice(0, -2)
  if (/[^su]s$/.test(name)) return name.slice(0, -1)
  return name
}
