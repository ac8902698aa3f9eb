/** Moments of a library as XML writes them, in UTC. */

/** Null for none, and for one outside the years that every reader knows. */
export function isoMoment(milliseconds: number | null | undefined): string | null {
  if (milliseconds === null || milliseconds === undefined) return null
  const date = new Date(milliseconds)
  const year = Number.isNaN(date.getTime()) ? 0 : date.getUTCFullYear()
  return year >= 1 && year <= 9999 ? date.toISOString() : null
}
