import type { ApiSchema, MessageSchema, StoredSchema, VersionRange } from '@samsa/protocol/schema'
import { decodeFunctions } from './decode.ts'
import { encodeFunctions } from './encode.ts'
import { defaultOfStruct, initFunction, interfaceOf } from './messages.ts'
import { isDefaultFunction, structsCompared, structsWithDefault } from './messages.ts'
import { modelOf } from './model.ts'
import { camelCase } from './names.ts'
import { isHeader } from './types.ts'

/** Names that generated code may import, by module below `src`. */
const importable: readonly (readonly [module: string, types: string[], values: string[]])[] = [
  ['@samsa/base', ['Uuid'], ['ZERO_UUID']],
  ['api.ts', ['Api', 'MessageCodec', 'RecordSchema'], []],
  [
    'codec/arrays.ts',
    [],
    ['Int8s', 'Int16s', 'Int32s', 'Int64s', 'Uuids', 'Strings', 'CompactStrings'].flatMap(
      (suffix) => [`read${suffix}`, `write${suffix}`],
    ),
  ],
  [
    'codec/errors.ts',
    [],
    ['throwFieldAbsent', 'throwFieldNull', 'throwVersionUndecodable', 'throwVersionUnencodable'],
  ],
  ['codec/reader.ts', ['Reader'], []],
  ['codec/records.ts', ['Records'], ['EMPTY_BYTES', 'EMPTY_RECORDS']],
  ['codec/tagged-field.ts', ['UnknownTaggedField'], []],
  ['codec/writer.ts', ['Writer'], []],
]

/** The imports that `code` needs; `root` leads from its file to `src`. */
function importsOf(code: string, root: string): string {
  const used = (name: string): boolean => new RegExp(`\\b${name}\\b`).test(code)
  let imports = ''
  for (const [module, types, values] of importable) {
    const from = module.startsWith('@') ? module : root + module
    const usedValues = values.filter(used)
    const usedTypes = types.filter(used)
    if (usedValues.length > 0) imports += `import { ${usedValues.join(', ')} } from '${from}'\n`
    if (usedTypes.length > 0) imports += `import type { ${usedTypes.join(', ')} } from '${from}'\n`
  }
  return `${imports}\n`
}

/** The file of one API. */
export function apiFile(api: ApiSchema): string {
  const bodies = messageCode(api.request) + messageCode(api.response)
  const name = camelCase(api.name)
  const flexibleSince = api.flexible?.min ?? null
  const members = [
    `key: ${api.key}`,
    `name: '${api.name}'`,
    `versionMin: ${api.versions.min}`,
    `versionMax: ${api.versions.max}`,
    `versionMaxStable: ${api.versionMaxStable}`,
    `flexibleSince: ${flexibleSince}`,
    `listeners: [${api.listeners.map((listener) => `'${listener}'`).join(', ')}]`,
    `request: { ${codecMembers(api.request)} }`,
    `response: { ${codecMembers(api.response)} }`,
    `requestHeaderVersion: ${headerVersion(flexibleSince, api.versions, 1)}`,
    `responseHeaderVersion: ${headerVersion(api.responseHeaderPlain ? null : flexibleSince, api.versions, 0)}`,
  ]
  const code =
    `${bodies}\nexport const ${name}Api: Api<${api.request.name}, ${api.response.name}> = {\n` +
    `${members.join(',\n')},\n}\n`
  return importsOf(code, '../') + code
}

/** The file of one stored type. */
export function storedFile({ type, message }: StoredSchema): string {
  const members = [
    `name: '${message.name}'`,
    `type: ${type}`,
    `versionMin: ${message.versions.min}`,
    `versionMax: ${message.versions.max}`,
    `flexibleSince: ${message.flexible?.min ?? null}`,
    `codec: { ${codecMembers(message)} }`,
  ]
  const code =
    `${messageCode(message)}\nexport const ${camelCase(message.name)}Schema: RecordSchema<${message.name}> = {\n` +
    `${members.join(',\n')},\n}\n`
  return importsOf(code, '../../../') + code
}

/** The file of both headers, whose codecs have their plain names. */
export function headersFile(headers: readonly MessageSchema[]): string {
  const code = headers
    .map((header) => {
      if (!isHeader(header.name)) throw new Error(`${header.name} is not known as a header`)
      const codec = `{ ${codecMembers(header)} }`
      return `${messageCode(header)}\nexport const ${camelCase(header.name)}: MessageCodec<${header.name}> = ${codec}\n`
    })
    .join('\n')
  return importsOf(code, '../') + code
}

function headerVersion(flexibleSince: number | null, versions: VersionRange, base: number): string {
  if (flexibleSince === null) return `() => ${base}`
  if (flexibleSince <= versions.min) return `() => ${base + 1}`
  return `(version) => version >= ${flexibleSince} ? ${base + 1} : ${base}`
}

function codecMembers({ name, versions }: MessageSchema): string {
  const { min, max } = versions
  const isOutside = `!(version >= ${min} && version <= ${max})`
  const range = min === max ? `${min}` : `${min}-${max}`
  return (
    `decode(reader, version) { if (${isOutside}) throwVersionUndecodable('${name}', version, '${range}')\n` +
    `return decode${name}(reader, version) },\n` +
    `encode(writer, message, version) { if (${isOutside}) throwVersionUnencodable('${name}', version, '${range}')\n` +
    `encode${name}(writer, message, version) }`
  )
}

function messageCode(schema: MessageSchema): string {
  const model = modelOf(schema)
  const inArrays = new Set(
    model.structs
      .flatMap(({ fields }) => fields)
      .filter(({ field }) => field.type.kind === 'structs')
      .map(({ struct }) => struct),
  )
  const withDefault = structsWithDefault(model)
  const compared = structsCompared(model)
  const parentsFirst = model.structs.toReversed()
  return [
    ...parentsFirst.map(interfaceOf),
    ...parentsFirst.map(initFunction),
    ...model.structs.filter((struct) => withDefault.has(struct)).map(defaultOfStruct),
    ...model.structs.filter((struct) => compared.has(struct)).map(isDefaultFunction),
    ...parentsFirst.map((struct) => decodeFunctions(struct, inArrays.has(struct))),
    ...parentsFirst.map((struct) => encodeFunctions(struct, inArrays.has(struct))),
  ].join('\n')
}
