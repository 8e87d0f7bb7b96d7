/** Entries of a node at most; one more splits it. */
const NODE_ENTRIES_MAX = 32
/** A node with fewer is joined to a neighbour. */
const NODE_ENTRIES_MIN = 8

interface Leaf<Value> {
  readonly isLeaf: true
  readonly keys: readonly string[]
  readonly values: readonly Value[]
}

interface Branch<Value> {
  readonly isLeaf: false
  /** Smallest key below each child; the first may be stale after a deletion, which does no harm. */
  readonly keys: readonly string[]
  readonly children: readonly Node<Value>[]
}

type Node<Value> = Leaf<Value> | Branch<Value>

/**
 * An immutable map in ascending order of its keys (by UTF-16 unit, as Kafka compares names): a B+ tree
 * whose versions share what did not change. A change copies one node per level: four in a map of
 * 100,000 entries. ADR 0010 has the measurements.
 */
export class SortedMap<Value> {
  readonly size: number
  readonly #root: Node<Value>

  private constructor(size: number, root: Node<Value>) {
    this.size = size
    this.#root = root
  }

  static empty<Value>(): SortedMap<Value> {
    return new SortedMap<Value>(0, { isLeaf: true, keys: [], values: [] })
  }

  get(key: string): Value | undefined {
    let node = this.#root
    while (!node.isLeaf) node = node.children[childAt(node.keys, key)]!
    const index = firstNotBelow(node.keys, key)
    return node.keys[index] === key ? node.values[index] : undefined
  }

  has(key: string): boolean {
    return this.get(key) !== undefined
  }

  set(key: string, value: Value): SortedMap<Value> {
    const size = this.has(key) ? this.size : this.size + 1
    const nodes = inserted(this.#root, key, value)
    const root = nodes.length === 1 ? nodes[0]! : branchOf(nodes)
    return new SortedMap(size, root)
  }

  delete(key: string): SortedMap<Value> {
    if (!this.has(key)) return this
    let root = removed(this.#root, key)
    while (!root.isLeaf && root.children.length === 1) root = root.children[0]!
    return new SortedMap(this.size - 1, root)
  }

  /** Every change in order; undefined deletes. */
  with(changes: Iterable<readonly [key: string, value: Value | undefined]>): SortedMap<Value> {
    let map: SortedMap<Value> = this
    for (const [key, value] of changes) {
      map = value === undefined ? map.delete(key) : map.set(key, value)
    }
    return map
  }

  /** Ascending, from the first key ≥ `from`. */
  *entries(from: string = ''): Generator<[key: string, value: Value], void, undefined> {
    yield* entriesOf(this.#root, from)
  }

  *values(from: string = ''): Generator<Value, void, undefined> {
    for (const [, value] of entriesOf(this.#root, from)) yield value
  }
}

/** Index of the first key that is not below `key`. */
function firstNotBelow(keys: readonly string[], key: string): number {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (keys[middle]! < key) low = middle + 1
    else high = middle
  }
  return low
}

/** Index of the child that holds `key`, if any does. */
function childAt(keys: readonly string[], key: string): number {
  const index = firstNotBelow(keys, key)
  if (index < keys.length && keys[index] === key) return index
  return index === 0 ? 0 : index - 1
}

function smallestKey<Value>(node: Node<Value>): string {
  return node.keys[0] ?? ''
}

function branchOf<Value>(children: readonly Node<Value>[]): Branch<Value> {
  return { isLeaf: false, keys: children.map((child) => smallestKey(child)), children }
}

/** One node, or two when it had to be split. */
function inserted<Value>(node: Node<Value>, key: string, value: Value): Node<Value>[] {
  if (node.isLeaf) {
    const index = firstNotBelow(node.keys, key)
    const isThere = node.keys[index] === key
    const values = node.values.toSpliced(index, isThere ? 1 : 0, value)
    const keys = isThere ? node.keys : node.keys.toSpliced(index, 0, key)
    return splitLeaf(keys, values)
  }
  const index = childAt(node.keys, key)
  return splitBranch(
    node.children.toSpliced(index, 1, ...inserted(node.children[index]!, key, value)),
  )
}

function splitLeaf<Value>(keys: readonly string[], values: readonly Value[]): Node<Value>[] {
  if (keys.length <= NODE_ENTRIES_MAX) return [{ isLeaf: true, keys, values }]
  const half = keys.length >>> 1
  return [
    { isLeaf: true, keys: keys.slice(0, half), values: values.slice(0, half) },
    { isLeaf: true, keys: keys.slice(half), values: values.slice(half) },
  ]
}

function splitBranch<Value>(children: readonly Node<Value>[]): Node<Value>[] {
  if (children.length <= NODE_ENTRIES_MAX) return [branchOf(children)]
  const half = children.length >>> 1
  return [branchOf(children.slice(0, half)), branchOf(children.slice(half))]
}

/** The node without `key`, which is there. */
function removed<Value>(node: Node<Value>, key: string): Node<Value> {
  const index = node.isLeaf ? firstNotBelow(node.keys, key) : childAt(node.keys, key)
  if (node.isLeaf) {
    return {
      isLeaf: true,
      keys: node.keys.toSpliced(index, 1),
      values: node.values.toSpliced(index, 1),
    }
  }
  const child = removed(node.children[index]!, key)
  if (child.keys.length >= NODE_ENTRIES_MIN || node.children.length === 1) {
    return branchOf(node.children.toSpliced(index, 1, child))
  }
  const left = index === 0 ? 0 : index - 1
  const pair = index === 0 ? joined(child, node.children[1]!) : joined(node.children[left]!, child)
  return branchOf(node.children.toSpliced(left, 2, ...pair))
}

/** Two neighbours as one node, or as two of about equal size. */
function joined<Value>(left: Node<Value>, right: Node<Value>): Node<Value>[] {
  if (left.isLeaf && right.isLeaf) {
    return splitLeaf([...left.keys, ...right.keys], [...left.values, ...right.values])
  }
  const children = [left, right].flatMap((node) => (node.isLeaf ? [] : node.children))
  return splitBranch(children)
}

function* entriesOf<Value>(
  node: Node<Value>,
  from: string,
): Generator<[key: string, value: Value], void, undefined> {
  if (node.isLeaf) {
    for (let index = firstNotBelow(node.keys, from); index < node.keys.length; index++) {
      yield [node.keys[index]!, node.values[index]!]
    }
    return
  }
  for (let index = childAt(node.keys, from); index < node.children.length; index++) {
    yield* entriesOf(node.children[index]!, from)
  }
}
