import { apiSchemas, headerSchemas, storedSchemas } from '@samsa/protocol/schema'
import { apiFile, headersFile, storedFile } from './files.ts'
import { camelCase, kebabCase } from './names.ts'

/** Every generated file by its path below `src/generated`, not formatted yet. */
export function generatedFiles(): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  const apis = apiSchemas.map((api) => ({
    name: `${camelCase(api.name)}Api`,
    key: api.key,
    path: `${String(api.key).padStart(3, '0')}-${kebabCase(api.name)}.ts`,
    schema: api,
  }))
  const stored = storedSchemas.map((schema) => ({
    name: `${camelCase(schema.message.name)}Schema`,
    path: `records/${schema.origin}/${kebabCase(schema.message.name)}.ts`,
    schema,
  }))
  for (const { path, schema } of apis) files.set(path, apiFile(schema))
  for (const { path, schema } of stored) files.set(path, storedFile(schema))
  files.set('headers.ts', headersFile(headerSchemas))
  files.set('apis.ts', apisTable(apis))
  for (const origin of new Set(stored.map(({ schema }) => schema.origin))) {
    const ofOrigin = stored.filter(({ schema }) => schema.origin === origin)
    files.set(`records/${origin}.ts`, recordsTable(origin, ofOrigin))
  }
  const modules = [...files.keys()]
  files.set('index.ts', modules.map((path) => `export * from './${path}'\n`).join(''))
  return files
}

interface Listed {
  readonly name: string
  readonly path: string
}

/** A table by key: holes are APIs that are gone. */
function apisTable(apis: readonly (Listed & { readonly key: number })[]): string {
  const imports = apis.map(({ name, path }) => `import { ${name} } from './${path}'\n`).join('')
  const last = Math.max(...apis.map(({ key }) => key))
  const slots = Array.from(
    { length: last + 1 },
    (_, key) => apis.find((api) => api.key === key)?.name ?? 'undefined',
  )
  return (
    `import type { AnyApi } from '../api.ts'\n${imports}\n` +
    `export const apis: readonly AnyApi[] = [${apis.map(({ name }) => name).join(', ')}]\n\n` +
    `export const apisByKey: readonly (AnyApi | undefined)[] = [${slots.join(', ')}]\n`
  )
}

function recordsTable(origin: string, stored: readonly Listed[]): string {
  const imports = stored
    .map(({ name, path }) => `import { ${name} } from './${path.replace('records/', '')}'\n`)
    .join('')
  const table = camelCase(
    origin.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
  )
  return (
    `import type { AnyRecordSchema } from '../../api.ts'\n${imports}\n` +
    `export const ${table}Schemas: readonly AnyRecordSchema[] = [${stored.map(({ name }) => name).join(', ')}]\n`
  )
}
