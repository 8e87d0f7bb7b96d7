import type { RecordOrigin, StoredSchema } from '@samsa/protocol/schema'
import { camelCase, pascalCase } from './names.ts'

export interface ListedApi {
  readonly name: string
  readonly path: string
  readonly key: number
}

export interface ListedRecord {
  /** Name of the generated schema constant. */
  readonly name: string
  /** Below `src/generated`. */
  readonly path: string
  readonly schema: StoredSchema
}

/** All APIs in a list and in a table by key, whose holes are the APIs that are gone. */
export function apisTable(apis: readonly ListedApi[]): string {
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

/** The tables of one origin: by type and as a union where its types are numbered. */
export function originFile(origin: RecordOrigin, stored: readonly ListedRecord[]): string {
  const name = pascalCase(
    origin.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
  )
  const imports = stored
    .map(({ name: constant, path, schema }) => {
      const from = path.replace('records/', './')
      const type =
        schema.type === null ? '' : `import type { ${schema.message.name} } from '${from}'\n`
      return `import { ${constant} } from '${from}'\n${type}`
    })
    .join('')
  return (
    `import type { AnyRecordSchema } from '../../api.ts'\n${imports}\n` +
    tablesOf(name, stored).join('\n')
  )
}

function tablesOf(name: string, stored: readonly ListedRecord[]): readonly string[] {
  const all = `export const ${camelCase(name)}Schemas: readonly AnyRecordSchema[] = [${stored.map((record) => record.name).join(', ')}]\n`
  const keys = stored.filter(({ schema }) => isKey(schema))
  const values = stored.filter(({ schema }) => schema.type !== null && !isKey(schema))
  if (values.length === 0) return [all]
  if (keys.length === 0) {
    return [all, typesOf(`${name}RecordType`, values), byType(`${name}Record`, values)]
  }
  return [
    all,
    typesOf(`${name}RecordType`, values),
    byType(`${name}Key`, keys),
    byType(`${name}Value`, values),
  ]
}

function isKey({ message, type }: StoredSchema): boolean {
  return type !== null && message.name.endsWith('Key')
}

/** `export const MetadataRecordType = { TopicRecord: 2, … } as const`. */
function typesOf(name: string, stored: readonly ListedRecord[]): string {
  const members = ordered(stored).map(
    ({ schema }) => `${schema.message.name.replace(/Value$/, '')}: ${schema.type}`,
  )
  return `export const ${name} = { ${members.join(', ')} } as const\n`
}

/** The union of what may be stored, the map from type to message, and the schemas by type. */
function byType(name: string, stored: readonly ListedRecord[]): string {
  const records = ordered(stored)
  const last = Math.max(...records.map(({ schema }) => schema.type ?? 0))
  const slots = Array.from(
    { length: last + 1 },
    (_, type) => records.find(({ schema }) => schema.type === type)?.name ?? 'undefined',
  )
  const messages = records.map(({ schema }) => `${schema.type}: ${schema.message.name}`)
  return (
    `export interface ${name}Messages {\n${messages.join('\n')}\n}\n\n` +
    `export type ${name} = { [Type in keyof ${name}Messages]: { readonly type: Type\nreadonly version: number\nreadonly message: ${name}Messages[Type] } }[keyof ${name}Messages]\n\n` +
    `export const ${camelCase(name)}Schemas: readonly (AnyRecordSchema | undefined)[] = [${slots.join(', ')}]\n`
  )
}

function ordered(stored: readonly ListedRecord[]): readonly ListedRecord[] {
  return stored.toSorted((one, other) => (one.schema.type ?? 0) - (other.schema.type ?? 0))
}
