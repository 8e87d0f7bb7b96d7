import { expect, test } from 'vitest'
import { EffectGate } from '../../src/net/effect-gate.ts'

const plain = { keepsOwnOrder: false, isOneAtATime: false }
const ownOrder = { keepsOwnOrder: true, isOneAtATime: false }
const oneAtATime = { keepsOwnOrder: false, isOneAtATime: true }

test('a request waits for an earlier effect and starts once it has settled', () => {
  const gate = new EffectGate()
  gate.effectBegins(19, plain)
  expect(gate.mayStart(3, plain)).toBe(false)
  gate.effectSettled()
  expect(gate.mayStart(3, plain)).toBe(true)
})

test('Produce may follow Produce, and nothing else may', () => {
  const gate = new EffectGate()
  gate.effectBegins(0, ownOrder)
  expect(gate.mayStart(0, ownOrder)).toBe(true)
  gate.effectBegins(0, ownOrder)
  expect(gate.mayStart(1, oneAtATime)).toBe(false)
  gate.effectSettled()
  expect(gate.mayStart(1, oneAtATime)).toBe(false)
  gate.effectSettled()
  expect(gate.mayStart(1, oneAtATime)).toBe(true)
})

test('a Produce behind another effect waits', () => {
  const gate = new EffectGate()
  gate.effectBegins(19, plain)
  expect(gate.mayStart(0, ownOrder)).toBe(false)
})

test('a second Fetch waits for the first answer while others pass a parked one', () => {
  const gate = new EffectGate()
  gate.asked(1, oneAtATime)
  expect(gate.mayStart(1, oneAtATime)).toBe(false)
  expect(gate.mayStart(12, plain)).toBe(true)
  gate.answered(1, oneAtATime)
  expect(gate.mayStart(1, oneAtATime)).toBe(true)
})
