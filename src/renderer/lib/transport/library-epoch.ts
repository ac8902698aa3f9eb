/**
 * Counts the libraries that were open in this window. What was typed while one was open must never be sent to another: ids of the one
 * name other things there.
 */
let epoch = 0

/** A number that stays the same as long as the same library is open. */
export const libraryEpoch = (): number => epoch

/** Another library is open now, or none. */
export function beginLibraryEpoch(): void {
  epoch += 1
}
