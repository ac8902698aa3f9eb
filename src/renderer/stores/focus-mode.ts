/**
 * Focus mode: panes and bars are away, only the text is there. Nothing of them is lost, they come back as they were. Whoever asks for
 * a field of the inspector leaves it, because that field must be seen.
 */
import { create } from 'zustand'
import { useCoding } from './coding.ts'

interface FocusMode {
  isOn: boolean
  set(isOn: boolean): void
}

export const useFocusMode = create<FocusMode>()((set) => ({
  isOn: false,
  set: (isOn) => set({ isOn }),
}))

useCoding.subscribe(({ focus }) => {
  if (focus && focus.where !== 'text' && useFocusMode.getState().isOn) useFocusMode.setState({ isOn: false })
})
