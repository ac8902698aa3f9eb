/** Who may speak to the host (A12): the main frame of our own window, while it shows our own page. Pure over what Electron says of a message. */
import type { PageOrigin } from './origin.ts'

export interface SenderFrame {
  readonly url: string
  readonly processId: number
  readonly routingId: number
}
export interface SenderEvent {
  /** Null where the frame has gone meanwhile. */
  readonly senderFrame: SenderFrame | null
  readonly sender: { readonly id: number; readonly mainFrame: SenderFrame }
}

/** Whether a message comes from the main frame of the window `windowId` on our own origin. */
export function isTrustedSender(event: SenderEvent, windowId: number | null, origin: PageOrigin): boolean {
  const frame = event.senderFrame
  if (frame === null || windowId === null || event.sender.id !== windowId) return false
  const main = event.sender.mainFrame
  return frame.processId === main.processId && frame.routingId === main.routingId && origin.owns(frame.url)
}
