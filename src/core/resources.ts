/**
 * Where the files of resources/ are: two folders above the sources when run as they are and above out/main when built;
 * beside the archive in a packaged app.
 */
import { existsSync } from 'node:fs'

/** URL of a file in resources/. The name is the app's own, never input. */
export function resourceUrl(name: string): URL {
  const near = new URL(`../../resources/${name}`, import.meta.url)
  const packaged = (process as { resourcesPath?: string }).resourcesPath
  return existsSync(near) || packaged === undefined ? near : new URL(`file://${packaged}/${name}`)
}
