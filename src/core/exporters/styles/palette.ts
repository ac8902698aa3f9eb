/**
 * The light palette of the app, copied: a report carries its own colours. A test holds the copy to the tokens
 * (src/renderer/styles/tags.css), where the contrasts are computed.
 */
import type { Hue } from '../../../shared/domain/codebook.ts'

export interface HueColours {
  /** Behind text in chips. */
  readonly bg: string
  /** Behind running text. */
  readonly wash: string
  /** Lines and dots. */
  readonly strong: string
  /** Words in the hue. */
  readonly ink: string
}

export const HUES: Readonly<Record<Hue, HueColours>> = {
  amber: { bg: '#ffe4b4', wash: '#ffce6f', strong: '#b28200', ink: '#614501' },
  vermilion: { bg: '#fedacf', wash: '#ffc0ad', strong: '#c73a00', ink: '#822708' },
  blue: { bg: '#d2e0ff', wash: '#b8cdfe', strong: '#2a4baf', ink: '#25408b' },
  green: { bg: '#c7f0c2', wash: '#a3e59c', strong: '#31792a', ink: '#075501' },
  teal: { bg: '#baefe8', wash: '#8ae4d9', strong: '#388980', ink: '#00524c' },
  magenta: { bg: '#fed5f0', wash: '#fdb8e6', strong: '#85046c', ink: '#752761' },
  brown: { bg: '#f7d4c4', wash: '#f3bda3', strong: '#58280e', ink: '#67361c' },
  sky: { bg: '#ccebff', wash: '#a5ddfe', strong: '#1e93c9', ink: '#024f70' },
  grey: { bg: '#e2dfdb', wash: '#d1cdc7', strong: '#5e5b58', ink: '#474541' },
  violet: { bg: '#dedbfe', wash: '#cbc6fe', strong: '#452099', ink: '#483788' },
  olive: { bg: '#eceab0', wash: '#deda78', strong: '#4e4a00', ink: '#4f4b01' },
  rose: { bg: '#ffd7df', wash: '#febcca', strong: '#d7527a', ink: '#802241' },
}

/** Colours of a hue by name; grey for a name that is none. */
export const colours = (hue: string): HueColours => (Object.hasOwn(HUES, hue) ? HUES[hue as Hue] : HUES.grey)
