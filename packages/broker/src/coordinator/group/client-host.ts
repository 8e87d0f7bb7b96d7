/**
 * An address as Apache Kafka writes it into groups: Java's text of an InetAddress, `/` and the numbers;
 * IPv6 in eight groups without leading zeros, an IPv4 address that came over IPv6 as what it is.
 */
export function clientHostOf(host: string): string {
  const [address = '', zone] = host.split('%')
  if (!address.includes(':')) return `/${host}`
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return `/${mapped}`
  const groups = expanded(address).map((group) => Number.parseInt(group, 16).toString(16))
  return `/${groups.join(':')}${zone === undefined ? '' : `%${zone}`}`
}

function expanded(address: string): string[] {
  const [head = '', tail] = address.split('::')
  const first = partsOf(head)
  if (tail === undefined) return first
  const last = partsOf(tail)
  const zeros = Array.from({ length: Math.max(8 - first.length - last.length, 0) }, () => '0')
  return [...first, ...zeros, ...last]
}

const partsOf = (text: string): string[] => (text === '' ? [] : text.split(':'))
