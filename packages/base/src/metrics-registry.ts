import { assert } from './errors.ts'
import { LogLinearHistogram } from './histogram.ts'
import type { Counter, Gauge, Histogram, MetricLabels, Metrics } from './metrics.ts'

/** A registry without instruments, for one node. */
export function createMetrics(): Metrics {
  return new MetricsRegistry()
}

type Instrument = Counter | Gauge | Histogram
type Kind = 'counter' | 'gauge' | 'read gauge' | 'histogram'

interface Registration {
  readonly name: string
  readonly labels: MetricLabels
  readonly kind: Kind
  readonly instrument: Instrument
}

class MetricsRegistry implements Metrics {
  readonly #registrations: Map<string, Registration>

  constructor() {
    this.#registrations = new Map()
  }

  counter(name: string, labels: MetricLabels = {}): Counter {
    return this.#get(name, labels, 'counter', () => new CountingCounter())
  }

  gauge(name: string, labels: MetricLabels = {}): Gauge {
    return this.#get(name, labels, 'gauge', () => new SettableGauge())
  }

  /** Registered again it reads through the new function: the object behind it was made anew. */
  gaugeOf(name: string, read: () => number, labels: MetricLabels = {}): void {
    this.#get(name, labels, 'read gauge', () => new ReadGauge()).read = read
  }

  histogram(name: string, labels: MetricLabels = {}): Histogram {
    return this.#get(name, labels, 'histogram', () => new LogLinearHistogram())
  }

  visit(each: (name: string, labels: MetricLabels, instrument: Instrument) => void): void {
    for (const { name, labels, instrument } of this.#registrations.values()) {
      each(name, labels, instrument)
    }
  }

  #get<Made extends Instrument>(
    name: string,
    labels: MetricLabels,
    kind: Kind,
    make: () => Made,
  ): Made {
    const key = keyOf(name, labels)
    const known = this.#registrations.get(key)
    if (known !== undefined) {
      assert(known.kind === kind, `metric ${key} is a ${known.kind}, not a ${kind}`)
      return known.instrument as Made
    }
    const instrument = make()
    this.#registrations.set(key, { name, labels, kind, instrument })
    return instrument
  }
}

class CountingCounter implements Counter {
  #value: number

  constructor() {
    this.#value = 0
  }

  get value(): number {
    return this.#value
  }

  add(amount: number): void {
    assert(amount >= 0, `a counter does not go back by ${amount}`)
    this.#value += amount
  }
}

class SettableGauge implements Gauge {
  #value: number

  constructor() {
    this.#value = 0
  }

  get value(): number {
    return this.#value
  }

  set(value: number): void {
    this.#value = value
  }
}

class ReadGauge implements Gauge {
  read: () => number

  constructor() {
    this.read = () => 0
  }

  get value(): number {
    return this.read()
  }

  set(): void {
    assert(false, 'a gauge that is read from elsewhere cannot be set')
  }
}

/** The order in which labels are written does not matter. */
function keyOf(name: string, labels: MetricLabels): string {
  const parts = Object.keys(labels)
    .sort()
    .map((label) => `${label}=${JSON.stringify(labels[label])}`)
  return `${name}{${parts.join(',')}}`
}
