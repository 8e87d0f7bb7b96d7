/**
 * Runs `work` for every item, at most `concurrencyMax` at a time. The first failure stops the others
 * from beginning; rejects with it once all that were under way have ended.
 */
export async function sideBySide<Item>(
  items: readonly Item[],
  concurrencyMax: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  let next = 0
  const failures: unknown[] = []
  const worker = async (): Promise<void> => {
    while (next < items.length && failures.length === 0) {
      const item = items[next]!
      next += 1
      try {
        await work(item)
      } catch (error) {
        failures.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(concurrencyMax, items.length) }, worker))
  if (failures.length > 0) throw failures[0]
}
