/** Where each view was left, so that going back to it goes on there. The addresses hold ids, so another library starts afresh. */

const lefts = new Map<string, string>()

const viewOf = (address: string): string => /^\/\w*/.exec(address)?.[0] ?? ''

/** Keeps an address as the place where its view was left. */
export function leavePlace(address: string): void {
  lefts.set(viewOf(address), address)
}

/** The address at which a view (`/read`) was left, or the view itself. */
export const lastPlace = (view: string): string => lefts.get(view) ?? view

export function forgetPlaces(): void {
  lefts.clear()
}
