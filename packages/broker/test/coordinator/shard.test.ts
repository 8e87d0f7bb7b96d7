import { Completion } from '@samsa/base'
import { ErrorCode } from '@samsa/protocol'
import { expect, test } from 'vitest'
import { ScriptedLog, textRecord } from './support/scripted-log.ts'
import { ask, COMMIT_TIMEOUT_MS, textShard, writing } from './support/text-shard.ts'

test('an answer leaves when its records are committed, not when they are decided', () => {
  const { shard, log } = textShard()
  const answer = ask(shard, writing('a', [textRecord('k', '1')]))
  expect(shard.state.latest()).toEqual({ k: '1' })
  expect(shard.state.committed()).toEqual({})
  expect(answer.value).toBeUndefined()
  log.end(0)
  expect(answer.value).toBe('a done')
  expect(shard.state.committed()).toEqual({ k: '1' })
})

test('what is decided while a write is in flight goes into the next batch together', () => {
  const { shard, log } = textShard()
  for (const name of ['a', 'b', 'c']) ask(shard, writing(name, [textRecord(name, name)]))
  expect(log.inFlight?.map(({ key }) => key)).toEqual(['a'])
  log.end(0)
  expect(log.inFlight?.map(({ key }) => key)).toEqual(['b', 'c'])
})

test('the records of one operation are never torn over two batches', () => {
  const { shard, log } = textShard(new ScriptedLog(61 + 4 * 24))
  const records = (count: number) =>
    Array.from({ length: count }, (_, index) => textRecord(`k${index}`, '12345678'))
  ask(shard, writing('a', records(1)))
  ask(shard, writing('b', records(3)))
  ask(shard, writing('c', records(2)))
  for (let left = 3; left > 0; left--) log.end(0)
  expect(log.batches.map((batch) => batch.length)).toEqual([1, 3, 2])
})

test('an operation that need not stay together takes as many batches as it needs', () => {
  const { shard, log } = textShard(new ScriptedLog(61 + 4 * 24))
  log.isImmediate = true
  const records = Array.from({ length: 10 }, (_, index) => textRecord(`k${index}`, '12345678'))
  const answer = ask(shard, writing('many', records, { isAtomic: false }))
  expect(log.batches.map((batch) => batch.length)).toEqual([4, 4, 2])
  expect(answer.value).toBe('many done')
})

test('records that fit into no batch are refused and change nothing, and others go on', () => {
  const { shard, log } = textShard(new ScriptedLog(200))
  log.isImmediate = true
  const big = ask(shard, writing('big', [textRecord('k', 'x'.repeat(200))]))
  const small = ask(shard, writing('small', [textRecord('k', '1')]))
  expect(big.value).toBe(`big refused ${ErrorCode.MESSAGE_TOO_LARGE}`)
  expect(small.value).toBe('small done')
  expect(log.committed).toEqual([{ key: 'k', value: '1' }])
})

test('a parked operation whose records fit into no batch is told so and answers itself', () => {
  const { shard } = textShard(new ScriptedLog(200))
  const response = new Completion<string>()
  const told: string[] = []
  const answer = shard.write<string>({
    name: 'parked',
    decide: () => ({
      records: [textRecord('k', 'x'.repeat(200))],
      response,
      onDecided: () => told.push('decided'),
      onFailed: (errorCode) => told.push(`failed ${errorCode}`),
    }),
    refused: () => 'refused',
  })
  expect(answer).toBe(response)
  expect(response.isSettled).toBe(false)
  expect(told).toEqual(['decided', `failed ${ErrorCode.MESSAGE_TOO_LARGE}`])
})

test('a failed write takes along everything that was decided on top of it, in order', () => {
  const { shard, log } = textShard()
  log.isImmediate = true
  ask(shard, writing('before', [textRecord('k', '0')]))
  log.isImmediate = false
  const answers = ['a', 'b'].map((name) => ask(shard, writing(name, [textRecord('k', name)])))
  const reading = ask(shard, writing('reading', []))
  log.end(ErrorCode.KAFKA_STORAGE_ERROR)
  expect(answers.map(({ value }) => value)).toEqual(['a refused 56', 'b refused 56'])
  expect(reading.value).toBe('reading refused 56')
  expect(shard.state.latest()).toEqual({ k: '0' })
  expect(log.inFlight).toBeUndefined()
  const after = ask(shard, writing('after', [textRecord('k', '1')]))
  log.end(0)
  expect(after.value).toBe('after done')
})

test('an append that breaks instead of answering fails like any other', () => {
  const { shard, log } = textShard()
  const answer = ask(shard, writing('a', [textRecord('k', '1')]))
  log.breakDown(new Error('no'))
  expect(answer.value).toBe(`a refused ${ErrorCode.UNKNOWN_SERVER_ERROR}`)
  expect(shard.state.latest()).toEqual({})
})

test('whoever waits too long is told so, its records stay and may be committed yet', async () => {
  const { shard, log, clock, wheel } = textShard()
  const answer = ask(shard, writing('a', [textRecord('k', '1')]))
  await clock.advance(COMMIT_TIMEOUT_MS - 1000)
  const later = ask(shard, writing('b', [textRecord('l', '1')]))
  await clock.advance(1000)
  expect(answer.value).toBe(`a refused ${ErrorCode.REQUEST_TIMED_OUT}`)
  expect(later.value).toBeUndefined()
  expect(shard.state.latest()).toEqual({ k: '1', l: '1' })
  log.end(0)
  log.end(0)
  expect(later.value).toBe('b done')
  expect(shard.state.committed()).toEqual({ k: '1', l: '1' })
  await clock.advance(2 * COMMIT_TIMEOUT_MS)
  expect(wheel.count).toBe(0)
})

test('an operation that is submitted while another one is decided comes after it', () => {
  const { shard, log } = textShard()
  log.isImmediate = true
  const order: string[] = []
  ask(shard, {
    name: 'outer',
    decide: (state) => ({
      records: [textRecord('k', 'outer')],
      response: 'outer',
      onDecided: () => {
        order.push(`latest ${state.texts.get('k')}`)
        state.context.submit({
          name: 'inner',
          decide: () => {
            order.push('inner')
            return { records: [textRecord('k', 'inner')], response: undefined }
          },
          refused: () => undefined,
        })
      },
      onCommitted: () => order.push('outer committed'),
    }),
    refused: () => '',
  })
  expect(order).toEqual(['latest outer', 'inner', 'outer committed'])
  expect(log.committed.map(({ value }) => value)).toEqual(['outer', 'inner'])
})

test('an operation that is submitted when another one is committed is written next', () => {
  const { shard, log } = textShard()
  log.isImmediate = true
  ask(shard, {
    name: 'first',
    decide: (state) => ({
      records: [textRecord('a', '1')],
      response: '',
      onCommitted: () => state.context.submit(writing('second', [textRecord('b', '2')])),
    }),
    refused: () => '',
  })
  expect(log.batches.map((batch) => batch.map(({ key }) => key))).toEqual([['a'], ['b']])
})

test('nothing runs before a shard is loaded, and nothing after it is closed', () => {
  const { shard, log } = textShard(new ScriptedLog(), false)
  expect(ask(shard, writing('a', [])).value).toBe(
    `a refused ${ErrorCode.COORDINATOR_LOAD_IN_PROGRESS}`,
  )
  shard.replayLoaded(textRecord('k', '1'), { offset: 0, producerId: -1 })
  const steps = shard.start()
  expect(steps.next().done).toBe(false)
  expect(ask(shard, writing('early', [])).value).toBe(
    `early refused ${ErrorCode.COORDINATOR_LOAD_IN_PROGRESS}`,
  )
  expect(steps.next().done).toBe(true)
  expect(shard.state.isActive).toBe(true)
  expect(shard.state.committed()).toEqual({ k: '1' })
  const waiting = ask(shard, writing('b', [textRecord('k', '2')]))
  shard.close()
  expect(waiting.value).toBe(`b refused ${ErrorCode.NOT_COORDINATOR}`)
  expect(shard.state.isActive).toBe(false)
  expect(ask(shard, writing('c', [])).value).toBe(`c refused ${ErrorCode.NOT_COORDINATOR}`)
  log.end(0)
  expect(shard.state.latest()).toEqual({ k: '1' })
})

test('a shard that is closed while it starts never runs', () => {
  const { shard } = textShard(new ScriptedLog(), false)
  const steps = shard.start()
  steps.next()
  shard.close()
  expect(shard.state.isActive).toBe(false)
  steps.next()
  expect(ask(shard, writing('a', [])).value).toBe(`a refused ${ErrorCode.NOT_COORDINATOR}`)
})
