/** A number that only grows. */
export interface Counter {
  readonly value: number
  add(amount: number): void
}

/** A number that goes up and down, or is read when asked for. */
export interface Gauge {
  readonly value: number
  set(value: number): void
}

/** Distribution in fixed buckets; recording allocates nothing. */
export interface Histogram {
  readonly count: number
  readonly sum: number
  record(value: number): void
  /** Upper bound of the bucket that holds the quantile (0 … 1); 0 when empty. */
  quantile(q: number): number
}

export type MetricLabels = Readonly<Record<string, string>>

/** Metrics of one node. The same name and labels give the same instrument. */
export interface Metrics {
  counter(name: string, labels?: MetricLabels): Counter
  gauge(name: string, labels?: MetricLabels): Gauge
  gaugeOf(name: string, read: () => number, labels?: MetricLabels): void
  histogram(name: string, labels?: MetricLabels): Histogram
  /** Every instrument, in order of registration. */
  visit(
    each: (name: string, labels: MetricLabels, instrument: Counter | Gauge | Histogram) => void,
  ): void
}
