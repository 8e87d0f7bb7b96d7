import { posix } from 'node:path'
import type { Problem, TidyRule, Tree } from './tree.ts'

interface Link {
  readonly line: number
  readonly target: string
}

/** Markdown links and images, outside of code. */
function linksOf(text: string): Link[] {
  const links: Link[] = []
  let isInFence = false
  for (const [index, content] of text.split('\n').entries()) {
    if (/^\s*(```|~~~)/.test(content)) isInFence = !isInFence
    if (isInFence) continue
    const prose = content.replaceAll(/`[^`]*`/g, '')
    for (const [, target] of prose.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g)) {
      if (target !== undefined) links.push({ line: index + 1, target })
    }
  }
  return links
}

/** Ids that a forge gives to headings. */
function anchorsOf(text: string): ReadonlySet<string> {
  const anchors = new Set<string>()
  for (const [, heading] of text.matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)) {
    const words = (heading ?? '').toLowerCase().replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    anchors.add(words.replaceAll(/[^\p{Letter}\p{Number} _-]/gu, '').replaceAll(' ', '-'))
  }
  return anchors
}

function complaint(tree: Tree, from: string, target: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return undefined
  const [place = '', anchor] = target.split('#')
  const path = place === '' ? from : posix.join(posix.dirname(from), decodeURIComponent(place))
  const found = path.replace(/\/$/, '')
  if (found !== '.' && !tree.paths.has(found)) return `${target} leads nowhere`
  if (anchor === undefined) return undefined
  const text = tree.files.find((file) => file.path === found)?.text ?? ''
  return anchorsOf(text).has(anchor) ? undefined : `${found} has no heading #${anchor}`
}

export const linkRule: TidyRule = {
  name: 'links',
  check(tree) {
    const problems: Problem[] = []
    for (const { path, text } of tree.files) {
      if (!path.endsWith('.md')) continue
      for (const { line, target } of linksOf(text)) {
        const message = complaint(tree, path, target)
        if (message !== undefined) problems.push({ path, line, message })
      }
    }
    return problems
  },
}
