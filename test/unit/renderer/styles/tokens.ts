/**
 * Reads the style sheets as text and answers what a custom property is in one theme: follows var(), picks its half of light-dark().
 * Understands just what tokens.css, tags.css and contrast.css use; anything else throws, so a test cannot pass on a colour it did not see.
 */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

export type Theme = 'light' | 'dark'

const STYLES = resolve(import.meta.dirname, '../../../../src/renderer/styles')

/** The declarations of custom properties in the first rule whose selector is exactly `selector`. */
export function declarations(file: string, selector = ':root'): Map<string, string> {
  const css = readFileSync(resolve(STYLES, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
  const start = css.indexOf(`${selector} {`)
  if (start < 0) throw new Error(`${file} has no rule ${selector}`)
  const body = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start))
  const found = new Map<string, string>()
  for (const part of body.split(';')) {
    const colon = part.indexOf(':')
    const name = part.slice(0, colon).trim()
    if (name.startsWith('--')) found.set(name, part.slice(colon + 1).trim())
  }
  return found
}

/** The colour `name` has in `theme` as #rrggbb. Throws if it is not declared or not a plain colour. */
export function colour(tokens: Map<string, string>, name: string, theme: Theme): string {
  const value = tokens.get(name)
  if (value === undefined) throw new Error(`no token ${name}`)
  const reference = /^var\((--[\w-]+)\)$/.exec(value)
  if (reference?.[1]) return colour(tokens, reference[1], theme)
  const pair = /^light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)$/.exec(value)
  const picked = pair ? pair[theme === 'light' ? 1 : 2] : value
  if (!picked || !/^#[0-9a-f]{6}$/.test(picked)) throw new Error(`${name} is not a colour: ${value}`)
  return picked
}
