import { apiSchemas, headerSchemas, storedSchemas } from '@samsa/protocol/schema'
import { apiFile, headersFile, storedFile } from './files.ts'
import { apisTable, originFile } from './tables.ts'
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
    files.set(`records/${origin}.ts`, originFile(origin, ofOrigin))
  }
  const modules = [...files.keys()]
  files.set('index.ts', modules.map((path) => `export * from './${path}'\n`).join(''))
  return files
}
