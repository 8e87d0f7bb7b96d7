import { expect, test } from 'vitest'

import { createMetrics } from '../src/index.ts'

test('the same name and labels give the same instrument, in whatever order labels stand', () => {
  const metrics = createMetrics()
  const counter = metrics.counter('requests', { api: 'Produce', listener: 'PLAIN' })
  expect(metrics.counter('requests', { listener: 'PLAIN', api: 'Produce' })).toBe(counter)
  expect(metrics.counter('requests', { api: 'Fetch', listener: 'PLAIN' })).not.toBe(counter)
  expect(metrics.histogram('latency')).toBe(metrics.histogram('latency'))
})

test('labels that only look alike when written together are told apart', () => {
  const metrics = createMetrics()
  const one = metrics.counter('bytes', { a: '1,b=2' })
  expect(metrics.counter('bytes', { a: '1', b: '2' })).not.toBe(one)
  expect(metrics.counter('bytes', { a: '1",b="2' })).not.toBe(one)
})

test('a counter only grows', () => {
  const counter = createMetrics().counter('appends')
  counter.add(2)
  counter.add(0)
  counter.add(3)
  expect(counter.value).toBe(5)
  expect(() => counter.add(-1)).toThrow('does not go back')
})

test('a gauge is set, or read from where its value lives', () => {
  const metrics = createMetrics()
  const gauge = metrics.gauge('connections')
  gauge.set(4)
  gauge.set(3)
  expect(gauge.value).toBe(3)
  let size = 7
  metrics.gaugeOf('cache', () => size)
  size = 9
  const seen = new Map<string, number>()
  metrics.visit((name, _labels, instrument) => {
    if ('value' in instrument) seen.set(name, instrument.value)
  })
  expect(seen).toEqual(
    new Map([
      ['connections', 3],
      ['cache', 9],
    ]),
  )
})

test('a gauge that is read can be registered again and then reads anew', () => {
  const metrics = createMetrics()
  metrics.gaugeOf('size', () => 1, { partition: 'a-0' })
  metrics.gaugeOf('size', () => 2, { partition: 'a-0' })
  const seen: number[] = []
  metrics.visit((_name, _labels, instrument) => {
    if ('value' in instrument) seen.push(instrument.value)
  })
  expect(seen).toEqual([2])
})

test('a name is used for one kind of instrument', () => {
  const metrics = createMetrics()
  metrics.counter('bytes')
  expect(() => metrics.histogram('bytes')).toThrow('is a counter, not a histogram')
})

test('instruments are visited in the order of registration, with name and labels', () => {
  const metrics = createMetrics()
  metrics.counter('b', { x: '1' })
  metrics.histogram('a').record(3)
  const seen: string[] = []
  metrics.visit((name, labels, instrument) => {
    seen.push(`${name} ${JSON.stringify(labels)} ${'count' in instrument ? instrument.count : ''}`)
  })
  expect(seen).toEqual(['b {"x":"1"} ', 'a {} 1'])
})
