import type { ListenerKind } from '../api.ts'
import { parseVersions } from './versions.ts'
import type { ApiSchema, Fields, MessageSchema, RecordOrigin, StoredSchema } from './types.ts'

export interface ApiDefinition {
  readonly key: number
  readonly name: string
  readonly versions: string
  /** First version with compact types and tagged fields, as '4+'; left out when none has them. */
  readonly flexible?: string
  /** The newest version is served only when the operator asks for unstable versions. */
  readonly newestIsUnstable?: true
  /** The response's header stays the old one in flexible versions. */
  readonly responseHeaderPlain?: true
  readonly listeners: readonly ListenerKind[]
  readonly request: Fields
  readonly response: Fields
}

/** Defines the two bodies of an API. */
export function defineApi(api: ApiDefinition): ApiSchema {
  const versions = parseVersions(api.versions)
  const flexible = api.flexible === undefined ? null : parseVersions(api.flexible)
  return {
    key: api.key,
    name: api.name,
    versions,
    versionMaxStable: api.newestIsUnstable === true ? versions.max - 1 : versions.max,
    flexible,
    listeners: api.listeners,
    responseHeaderPlain: api.responseHeaderPlain ?? false,
    request: { name: `${api.name}Request`, versions, flexible, fields: api.request },
    response: { name: `${api.name}Response`, versions, flexible, fields: api.response },
  }
}

export interface MessageDefinition {
  readonly name: string
  readonly versions: string
  readonly flexible?: string
  readonly fields: Fields
}

/** Defines a message that belongs to no API: a header. */
export function defineMessage(message: MessageDefinition): MessageSchema {
  return {
    name: message.name,
    versions: parseVersions(message.versions),
    flexible: message.flexible === undefined ? null : parseVersions(message.flexible),
    fields: message.fields,
  }
}

export interface StoredDefinition extends MessageDefinition {
  readonly origin: RecordOrigin
  /** Number of the type in its log. */
  readonly type?: number
}

/** Defines something that is kept in a log or a file. */
export function defineRecord(stored: StoredDefinition): StoredSchema {
  return { origin: stored.origin, type: stored.type ?? null, message: defineMessage(stored) }
}
