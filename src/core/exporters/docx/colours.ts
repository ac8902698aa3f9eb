/** Colours of a report in Word: those of its print, where one accent is enough. The hues of tags come from the palette. */
export const INK = '#1c1b19'
export const MUTED = '#55524b'
export const HAIR = '#d9d4c8'
export const LINE = '#8a867c'
export const ACCENT = '#1f4a86'
export const SUNKEN = '#f4f2ec'
export const WARN = '#7a5200'
export const FRESH = '#e9f0fb'
