import { expect, test } from 'vitest'
import { ErrorCode, errorMeaning, errorName } from '../../src/index.ts'

test('the codes run from -1 to 133 without a gap, each with a name and a meaning of its own', () => {
  const codes = Object.values(ErrorCode)
  expect(codes).toEqual(Array.from({ length: 135 }, (_, index) => index - 1))
  for (const [name, code] of Object.entries(ErrorCode)) expect(errorName(code)).toBe(name)
  const meanings = codes.map((code) => errorMeaning(code).meaning)
  expect(new Set(meanings).size).toBe(codes.length)
})

test('an unknown code has a name that says so and means UNKNOWN_SERVER_ERROR', () => {
  expect(errorName(4_711)).toBe('UNKNOWN(4711)')
  expect(errorMeaning(4_711)).toBe(errorMeaning(ErrorCode.UNKNOWN_SERVER_ERROR))
})

test('whoever should refresh metadata may try again', () => {
  const codes = Object.values(ErrorCode).map(errorMeaning)
  expect(codes.filter((code) => code.refreshesMetadata && !code.isRetriable)).toEqual([])
  expect(errorMeaning(ErrorCode.NOT_LEADER_OR_FOLLOWER).refreshesMetadata).toBe(true)
  expect(errorMeaning(ErrorCode.REQUEST_TIMED_OUT).isRetriable).toBe(true)
  expect(errorMeaning(ErrorCode.TOPIC_AUTHORIZATION_FAILED).isRetriable).toBe(false)
})
