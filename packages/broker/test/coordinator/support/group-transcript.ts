import { readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { Completion } from '@samsa/base'
import { joinGroupResponse, syncGroupResponse } from '@samsa/protocol'
import type { JoinGroupResponse, SyncGroupResponse } from '@samsa/protocol'
import { ClassicGroup } from '../../../src/coordinator/group/classic/classic-group.ts'
import type {
  AfterStore,
  GroupEffect,
  GroupTurn,
  InitialDelay,
} from '../../../src/coordinator/group/classic/effects.ts'
import { commitRefusal, heartbeat } from '../../../src/coordinator/group/classic/heartbeat.ts'
import { joinGroup } from '../../../src/coordinator/group/classic/join.ts'
import { leaveGroup } from '../../../src/coordinator/group/classic/leave.ts'
import {
  joinTimerEnded,
  sessionEnded,
  syncTimerEnded,
} from '../../../src/coordinator/group/classic/rebalance.ts'
import { storeEnded, syncGroup } from '../../../src/coordinator/group/classic/sync.ts'
import { unloadGroup } from '../../../src/coordinator/group/classic/unload.ts'
import type { StoredGroup } from '../../../src/coordinator/group/group-records.ts'

/*
 * A transcript is a text file. A line that begins with `>` is a command: its name, a label where there
 * is an answer to wait for, and JSON. What follows it is written by the run: effects with `!`, answers
 * that come at once with `<`, and how the group stands then with `=`. Lines with `#` and empty lines
 * are the author's. `UPDATE_GOLDEN=1` writes the file anew; a person reads the difference.
 */

interface Fields {
  readonly id?: string
  readonly instance?: string
  readonly protocols?: readonly string[]
  readonly type?: string
  readonly v?: number
  readonly session?: number
  readonly rebalance?: number
  readonly reason?: string
  readonly gen?: number
  readonly assign?: Readonly<Record<string, string>>
  readonly protocol?: string
  readonly members?: readonly (string | { readonly instance: string; readonly id?: string })[]
  readonly ms?: number
  readonly delay?: number
  readonly sizeMax?: number
  readonly error?: number
  readonly topics?: readonly string[]
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

/** Metadata of a protocol as consumers send it: version 0, and topics. */
function subscription(topics: readonly string[]): Uint8Array {
  const parts = topics.flatMap((topic) => [0, topic.length, ...Buffer.from(topic)])
  return Uint8Array.from([0, 0, 0, 0, 0, topics.length, ...parts])
}

/** Runs one group by itself: no shard, no clock, no wheel. */
class Run {
  group: ClassicGroup = new ClassicGroup('g', 0)
  nowMs = 0
  settings = { initialRebalanceDelayMs: 60_000, groupSizeMax: 100 }
  readonly #joins = new Map<object, string>()
  #initial: InitialDelay | null = null
  #stores: { readonly group: StoredGroup; readonly after: AfterStore }[] = []
  #stored: StoredGroup | undefined

  command(name: string, label: string, fields: Fields): string[] {
    const turn: GroupTurn = { nowMs: this.nowMs, settings: this.settings, effects: [] }
    const answers = this.#decide(name, label, fields, turn)
    return [...answers, ...turn.effects.map((effect) => this.#shown(effect)), this.#state()]
  }

  #decide(name: string, label: string, fields: Fields, turn: GroupTurn): string[] {
    const { group } = this
    const { id = '', instance = null, gen = group.generation } = fields
    switch (name) {
      case 'settings':
        this.settings = {
          initialRebalanceDelayMs: fields.delay ?? this.settings.initialRebalanceDelayMs,
          groupSizeMax: fields.sizeMax ?? this.settings.groupSizeMax,
        }
        return []
      case 'wait':
        this.nowMs += fields.ms ?? 0
        return []
      case 'join':
        this.#join(label, fields, turn)
        return []
      case 'sync':
        this.#sync(label, fields, turn)
        return []
      case 'leave': {
        const leaving = (fields.members ?? []).map((member) =>
          typeof member === 'string'
            ? { memberId: member, groupInstanceId: null }
            : { memberId: member.id ?? '', groupInstanceId: member.instance },
        )
        const results = leaveGroup(group, leaving, turn)
        return [`< ${results.map(({ errorCode }) => errorCode).join(' ')}`]
      }
      case 'heartbeat':
        return [`< ${heartbeat(group, id, instance, gen)}`]
      case 'commit':
        return [`< ${commitRefusal(group, id, instance, gen)}`]
      default:
        this.#event(name, label, fields, turn)
        return []
    }
  }

  #event(name: string, label: string, fields: Fields, turn: GroupTurn): void {
    switch (name) {
      case 'joinTimer':
        return joinTimerEnded(this.group, this.#initial, turn)
      case 'syncTimer':
        return syncTimerEnded(this.group, fields.gen ?? this.group.generation, turn)
      case 'session':
        return sessionEnded(this.group, label, turn)
      case 'stored': {
        const store = this.#stores.shift()!
        const error = fields.error ?? 0
        if (error === 0) this.#stored = store.group
        return storeEnded(this.group, store.after, error, turn)
      }
      case 'unload':
        return unloadGroup(this.group, turn)
      case 'restart':
        this.#stores = []
        this.group = ClassicGroup.from('g', this.#stored!)
        return undefined
      default:
        throw new Error(`no command ${name}`)
    }
  }

  #join(label: string, fields: Fields, turn: GroupTurn): void {
    const waiter = new Completion<JoinGroupResponse>()
    this.#joins.set(waiter, label)
    const { v = 9, protocols = ['range'], session = 10_000, topics = ['t'] } = fields
    joinGroup(
      this.group,
      {
        memberId: fields.id ?? '',
        newMemberId: `${label}!`,
        groupInstanceId: fields.instance ?? null,
        clientId: 'c',
        clientHost: '/h',
        sessionTimeoutMs: session,
        rebalanceTimeoutMs: fields.rebalance ?? 60_000,
        protocolType: fields.type ?? 'consumer',
        protocols: protocols.map((name) => ({ name, metadata: subscription(topics) })),
        requiresMemberId: v >= 4,
        canSkipAssignment: v >= 9,
        reason: fields.reason ?? null,
        waiter,
      },
      turn,
    )
  }

  #sync(label: string, fields: Fields, turn: GroupTurn): void {
    const waiter = new Completion<SyncGroupResponse>()
    this.#joins.set(waiter, label)
    const { id = '', instance = null, gen, protocol = null, type = null, assign = {} } = fields
    const assignments = Object.entries(assign).map(
      ([member, value]) => [member, Buffer.from(value)] as const,
    )
    syncGroup(
      this.group,
      {
        memberId: id,
        groupInstanceId: instance,
        generation: gen ?? this.group.generation,
        protocolType: type,
        protocol,
        assignments: new Map(assignments),
        waiter,
      },
      turn,
    )
  }

  #shown(effect: GroupEffect): string {
    switch (effect.kind) {
      case 'answerJoin':
        return `! join ${this.#joins.get(effect.to)}: ${joinText(effect.response)}`
      case 'answerSync':
        return `! sync ${this.#joins.get(effect.to)}: ${syncText(effect.response)}`
      case 'store':
        this.#stores.push(effect)
        return `! store ${effect.after.kind}: ${storedText(effect.group)}`
      case 'joinTimer':
        this.#initial = effect.initial
        return `! joinTimer ${effect.delayMs}${ofWhat(effect.initial)}`
      case 'note':
        return `! note ${effect.text}`
      case 'session':
        return `! session ${effect.memberId} ${effect.timeoutMs}`
      case 'endSession':
        return `! endSession ${effect.memberId}`
      case 'syncTimer':
        return `! syncTimer ${effect.timeoutMs} ${effect.generation}`
      case 'endJoinTimer':
      case 'endSyncTimer':
        return `! ${effect.kind}`
    }
  }

  #state(): string {
    const { state, generation, protocol, leaderId, pendingJoin, pendingSync, topics } = this.group
    const members = [...this.group.members.values()].map((member) => {
      const marks = [
        member.isNew ? 'new' : '',
        member.awaitingJoin === undefined ? '' : 'joining',
        member.awaitingSync === undefined ? '' : 'syncing',
        pendingSync.has(member.memberId) ? 'owes sync' : '',
        member.assignment.length === 0 ? '' : `has ${text(member.assignment)}`,
      ].filter((mark) => mark !== '')
      const name = member.isStatic
        ? `${member.memberId}@${member.groupInstanceId}`
        : member.memberId
      return `${name}${member.memberId === leaderId ? '*' : ''}(${marks.join(', ')})`
    })
    const parts = [
      `= ${state} ${generation} ${protocol ?? '-'}`,
      `[${members.join(' ')}]`,
      pendingJoin.size === 0 ? '' : `handed out: ${[...pendingJoin].join(' ')}`,
      topics === null ? '' : `topics: ${[...topics].join(' ')}`.trimEnd(),
    ]
    return parts.filter((part) => part !== '').join(' ')
  }
}

function ofWhat(initial: InitialDelay | null): string {
  return initial === null ? '' : ` of ${initial.delayMs + initial.remainingMs}`
}

/** What differs from a response that says nothing. */
function differing(response: object, plain: object): string {
  const entries = Object.entries(response).filter(
    ([key, value]) =>
      key !== 'members' &&
      JSON.stringify(value) !== JSON.stringify(Object.entries(plain).find(([k]) => k === key)?.[1]),
  )
  return entries.map(([key, value]) => `${key}=${String(value)}`).join(' ')
}

function joinText(response: JoinGroupResponse): string {
  const members = response.members.map(
    ({ memberId, groupInstanceId }) =>
      `${memberId}${groupInstanceId === null ? '' : `@${groupInstanceId}`}`,
  )
  const fields = differing(response, joinGroupResponse({ protocolName: null }))
  return members.length === 0 ? fields : `${fields} members=${members.join(',')}`
}

function syncText({ assignment, ...response }: SyncGroupResponse): string {
  const { assignment: _none, ...plain } = syncGroupResponse()
  return `${differing(response, plain)} assignment=${text(assignment)}`.trimStart()
}

function storedText({ members, ...group }: StoredGroup): string {
  const assigned = members.map(({ memberId, assignment }) => `${memberId}:${text(assignment)}`)
  return `${Object.values(group).map(String).join(' ')} [${assigned.join(' ')}]`
}

/** Runs the commands of a transcript; its text as the run makes it. */
function runTranscript(recorded: string): string {
  let run = new Run()
  const lines: string[] = []
  for (const line of recorded.split('\n')) {
    if (/^[!<=]/.test(line)) continue
    lines.push(line)
    if (line.startsWith('## ')) run = new Run()
    const command = /^> (\w+) ?([^{ ]*) ?(.*)$/.exec(line)
    if (command === null) continue
    const [, name = '', label = '', json = ''] = command
    lines.push(...run.command(name, label, (json === '' ? {} : JSON.parse(json)) as Fields))
  }
  return lines.join('\n')
}

/** The text of a transcript and what a run makes of it, the same when all is as it was. */
export function groupTranscript(name: string): { readonly recorded: string; readonly run: string } {
  const path = fileURLToPath(new URL(`../transcripts/${name}.txt`, import.meta.url))
  const recorded = readFileSync(path, 'utf8')
  const run = runTranscript(recorded)
  if (process.env['UPDATE_GOLDEN'] === '1') {
    writeFileSync(path, run)
    return { recorded: run, run }
  }
  return { recorded, run }
}
