/** The strong colour of every hue as this window shows it now: the tokens of the theme that is on, read from the style sheets. */
import { useEffect, useState } from 'react'
import { useSettings } from '../stores/settings.ts'
import { HUES, type Hue } from '../ui/hues.ts'
import { parseColour, type Rgb } from './colour-vision.ts'

/** Empty until the first look, and where there are no style sheets. */
export function useHueColours(): ReadonlyMap<Hue, Rgb> {
  const { theme } = useSettings((state) => state.settings)
  const [colours, setColours] = useState<ReadonlyMap<Hue, Rgb>>(new Map())
  useEffect(() => {
    // The theme is put on the page in the same round of effects: look when they are through.
    let frame = requestAnimationFrame(look)
    function look(): void {
      setColours(readHues())
    }
    const system = window.matchMedia('(prefers-color-scheme: dark)')
    const again = (): void => {
      frame = requestAnimationFrame(look)
    }
    system.addEventListener('change', again)
    return () => {
      cancelAnimationFrame(frame)
      system.removeEventListener('change', again)
    }
  }, [theme])
  return colours
}

function readHues(): Map<Hue, Rgb> {
  const probe = document.createElement('span')
  probe.hidden = true
  document.body.append(probe)
  const found = new Map<Hue, Rgb>()
  for (const hue of HUES) {
    probe.style.color = `var(--hue-${hue}-strong)`
    const colour = parseColour(getComputedStyle(probe).color)
    if (colour) found.set(hue, colour)
  }
  probe.remove()
  return found
}
