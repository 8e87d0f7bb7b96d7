const DAY_MS = 86_400_000

/** `2026-11-25T09:30:00.123Z` of milliseconds since 1970, without the machine's `Date`. */
export function isoTime(wallMs: number): string {
  const days = Math.floor(wallMs / DAY_MS)
  const ms = wallMs - days * DAY_MS
  const { year, month, day } = civilDate(days)
  const hours = digits(Math.floor(ms / 3_600_000), 2)
  const minutes = digits(Math.floor(ms / 60_000) % 60, 2)
  const seconds = digits(Math.floor(ms / 1000) % 60, 2)
  const fraction = digits(Math.floor(ms % 1000), 3)
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}T${hours}:${minutes}:${seconds}.${fraction}Z`
}

/** Years of the count begin in March, so that the leap day is a year's last; 146,097 days are 400 years. */
function civilDate(daysSince1970: number): { year: number; month: number; day: number } {
  const days = daysSince1970 + 719_468
  const era = Math.floor(days / 146_097)
  const dayOfEra = days - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  }
}

function digits(value: number, count: number): string {
  return String(value).padStart(count, '0')
}
