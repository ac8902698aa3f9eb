/** Messages at the edge of the window. Errors stay until closed; others leave by themselves. */
import { create } from 'zustand'

export interface ToastMessage {
  id: number
  tone: 'info' | 'success' | 'error'
  text: string
  action?: { label: string; run: () => void }
}

interface Toasts {
  messages: ToastMessage[]
  add(message: Omit<ToastMessage, 'id'>): number
  close(id: number): void
}

let lastId = 0

export const useToasts = create<Toasts>()((set) => ({
  messages: [],
  add(message) {
    lastId += 1
    const id = lastId
    // The same error twice is shown once: the newer one takes its place.
    set((state) => ({ messages: [...state.messages.filter((other) => other.text !== message.text || other.tone !== message.tone), { ...message, id }].slice(-4) }))
    return id
  },
  close: (id) => set((state) => ({ messages: state.messages.filter((message) => message.id !== id) })),
}))
