/** Names of files, as a person sees them and as a save dialog may propose them. Pure. */
import { basename, dirname, extname } from 'node:path'

export const LIBRARY_ENDING = '.parley'

/** Name of a library as it is shown: the file without folder and ending. */
export function libraryName(path: string): string {
  const name = basename(path)
  return name.toLowerCase().endsWith(LIBRARY_ENDING) ? name.slice(0, -LIBRARY_ENDING.length) : name
}

/** Name of the folder that holds a file, for telling apart two libraries of one name; never the whole path. */
export const folderName = (path: string): string => basename(dirname(path))

export const isLibraryPath = (path: string): boolean => extname(path).toLowerCase() === LIBRARY_ENDING

/** The path with this ending; some systems' save dialogs do not add it. */
export function withEnding(path: string, ending: string): string {
  return path.toLowerCase().endsWith(ending.toLowerCase()) ? path : path + ending
}

const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i
const LONGEST_BYTES = 120

/**
 * A name that is safe to propose for a file: no folder, no control or direction mark, nothing that a system reads as a device, at
 * most 120 bytes. Keeps the ending.
 */
export function safeFileName(name: string, fallback: string): string {
  const clean = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}/\\:*?"<>|]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.-]+|[\s.]+$/g, '')
  if (clean === '' || RESERVED.test(clean)) return fallback
  const ending = /\.[a-z0-9]{1,10}$/i.exec(clean)?.[0] ?? ''
  return cut(clean.slice(0, clean.length - ending.length), LONGEST_BYTES - ending.length).trimEnd() + ending
}

/** Cuts between characters, so that the text has at most this many bytes. */
function cut(text: string, bytes: number): string {
  let result = ''
  let size = 0
  for (const character of text) {
    size += Buffer.byteLength(character)
    if (size > bytes) break
    result += character
  }
  return result
}
