import type { VersionRange } from '@samsa/protocol/schema'

/** Code for the versions from `since` on, up to the next group. */
export interface VersionGroup {
  readonly since: number
  readonly code: string
}

/** What `codeOf` gives for each version of `range`, neighbours with the same code joined. */
export function groupVersions(
  range: VersionRange,
  codeOf: (version: number) => string,
): readonly VersionGroup[] {
  const groups: VersionGroup[] = []
  for (let version = range.min; version <= range.max; version++) {
    const code = codeOf(version)
    if (groups.at(-1)?.code !== code) groups.push({ since: version, code })
  }
  return groups
}

/** One expression for all versions: `version >= 12 ? reader.compactString() : reader.string()`. */
export function expressionOf(groups: readonly VersionGroup[]): string {
  return groups.reduce(
    (older, group, index) =>
      index === 0 ? group.code : `version >= ${group.since} ? ${group.code} : (${older})`,
    '',
  )
}

/** One statement for all versions; groups without code do nothing. */
export function statementOf(groups: readonly VersionGroup[]): string {
  let code = ''
  for (const [index, group] of groups.entries()) {
    if (index === 0) code = group.code
    else if (group.code === '')
      code = code === '' ? '' : `if (version < ${group.since}) { ${code} }`
    else if (code === '') code = `if (version >= ${group.since}) { ${group.code} }`
    else code = `if (version >= ${group.since}) { ${group.code} } else { ${code} }`
  }
  return code
}
