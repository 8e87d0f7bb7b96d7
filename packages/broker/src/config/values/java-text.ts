/** `String.trim` of Java: takes off everything up to U+0020, and no other blanks. */
export function javaTrim(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && text.charCodeAt(start) <= 0x20) start++
  while (end > start && text.charCodeAt(end - 1) <= 0x20) end--
  return start === 0 && end === text.length ? text : text.slice(start, end)
}

/** `String.split(",")` of Java: empty pieces at the end go, but the empty text is one empty piece. */
export function javaSplitCommas(text: string): string[] {
  const pieces = text.split(',')
  if (text === '') return pieces
  while (pieces.length > 0 && pieces.at(-1) === '') pieces.pop()
  return pieces
}

const INTEGER = /^[+-]?\d+$/

/** `Long.parseLong` and its smaller kin: an integer of that many bits, or undefined. */
export function javaInteger(text: string, bits: 16 | 32 | 64): bigint | undefined {
  if (!INTEGER.test(text) || text.length > 4096) return undefined
  const value = BigInt(text.startsWith('+') ? text.slice(1) : text)
  return BigInt.asIntN(bits, value) === value ? value : undefined
}

const DECIMAL = /^[+-]?(?:NaN|Infinity|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[fFdD]?)$/

const HEXADECIMAL = /^([+-]?)0[xX]([0-9a-fA-F]*)\.?([0-9a-fA-F]*)[pP]([+-]?\d+)[fFdD]?$/

/** `0x1.8p3`: hexadecimal digits times a power of two. */
function hexadecimalDouble(text: string): number | undefined {
  const [, sign, whole = '', fraction = '', exponent] = HEXADECIMAL.exec(text) ?? []
  if (whole + fraction === '') return undefined
  const digits = Number.parseInt(whole + fraction, 16)
  const value = digits * 2 ** (Number(exponent) - 4 * fraction.length)
  return sign === '-' ? -value : value
}

/** `Double.parseDouble`; undefined for what it refuses. */
export function javaDouble(text: string): number | undefined {
  if (!DECIMAL.test(text)) return hexadecimalDouble(text)
  if (text.endsWith('NaN')) return Number.NaN
  return Number(text.replace(/[fFdD]$/, ''))
}

/** Digits of a finite positive number and the place of its point: 0.d₁d₂… × 10^exponent. */
function digitsOf(value: number): { digits: string; exponent: number } {
  const [mantissa = '', exponent = '0'] = value.toExponential().split('e')
  return { digits: mantissa.replace('.', ''), exponent: Number(exponent) + 1 }
}

/** `Double.toString` of Java: always with a point, and as `1.0E-5` below 10⁻³ and from 10⁷ on. */
export function javaDoubleText(value: number): string {
  if (Number.isNaN(value)) return 'NaN'
  if (!Number.isFinite(value)) return value < 0 ? '-Infinity' : 'Infinity'
  const sign = value < 0 || Object.is(value, -0) ? '-' : ''
  if (value === 0) return `${sign}0.0`
  const { digits, exponent } = digitsOf(Math.abs(value))
  if (exponent < -2 || exponent > 7) {
    return `${sign}${digits[0]}.${digits.slice(1) || '0'}E${exponent - 1}`
  }
  if (exponent <= 0) return `${sign}0.${'0'.repeat(-exponent)}${digits}`
  const whole = digits.slice(0, exponent).padEnd(exponent, '0')
  return `${sign}${whole}.${digits.slice(exponent) || '0'}`
}
