import { failure, nodeId, success, type Address, type NodeId, type Result } from '@samsa/base'
import { javaInteger } from './java-text.ts'

/** A member of a fixed metadata quorum. */
export interface QuorumVoter extends Address {
  readonly id: NodeId
}

const HOST_PORT = /^(?:[^[\]]*:\/\/)?\[?([0-9a-zA-Z\-._%:]*)\]?:(\d+)$/
const PORT_MAX = 65_535

/** `host:port` or `[host]:port`; undefined when it is neither or the port does not exist. */
export function parseHostPort(text: string): Address | undefined {
  const match = HOST_PORT.exec(text)
  const host = match?.[1] ?? ''
  const port = Number(match?.[2])
  return host === '' || !(port <= PORT_MAX) ? undefined : { host, port }
}

/** An entry of `controller.quorum.bootstrap.servers`. */
export function parseBootstrapServer(entry: string): Result<Address, string> {
  const address = parseHostPort(entry)
  if (address !== undefined) return success(address)
  const key = 'controller.quorum.bootstrap.servers'
  return failure(
    `Failed to parse host name from ${entry} for the configuration ${key}. ` +
      `Each entry should be in the form "{host}:{port}"`,
  )
}

/** An entry of `controller.quorum.voters`. */
export function parseQuorumVoter(entry: string): Result<QuorumVoter, string> {
  const form = 'Each entry should be in the form `{id}@{host}:{port}`.'
  const [idText = '', hostPort, ...more] = entry.split('@')
  if (hostPort === undefined || more.length > 0) {
    return failure(`Invalid configuration value for controller.quorum.voters. ${form}`)
  }
  const id = javaInteger(idText, 32)
  if (id === undefined) return failure(`Failed to parse voter ID as an integer from ${idText}`)
  const address = parseHostPort(hostPort)
  if (address === undefined) {
    const what = `Failed to parse host name from entry ${entry} for the configuration`
    return failure(`${what} controller.quorum.voters. ${form}`)
  }
  if (address.host === '0.0.0.0') return failure(`Host string (${address.host}) is not routeable`)
  return success({ id: nodeId(Number(id)), ...address })
}
