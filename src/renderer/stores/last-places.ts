/** Where each view was left, so that going back to it goes on there. The addresses hold ids, so another library starts afresh. */

const lefts = new Map<string, string>()
/** The same of views themselves, without the pages beneath them. */
const lists = new Map<string, string>()

const viewOf = (address: string): string => /^\/\w*/.exec(address)?.[0] ?? ''
const pathOf = (address: string): string => /^[^?#]*/.exec(address)?.[0] ?? ''

/** Keeps an address as the place where its view was left. */
export function leavePlace(address: string): void {
  const view = viewOf(address)
  lefts.set(view, address)
  if (pathOf(address) === view) lists.set(view, address)
}

/** Whether an address is a page beneath a view (`/ledger/7` of `/ledger`). */
export const isBeneath = (address: string, view: string): boolean => viewOf(address) === view && pathOf(address) !== view

/** The address at which the view itself was left, whatever page beneath it one was at since. */
export const lastList = (view: string): string => lists.get(view) ?? view

/** The address at which a view (`/read`) was left, or the view itself. */
export const lastPlace = (view: string): string => lefts.get(view) ?? view

export function forgetPlaces(): void {
  lefts.clear()
  lists.clear()
}
