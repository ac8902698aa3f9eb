/** What a browser can do with files by itself: let the person choose some, and keep bytes as a download. */
import { meantFiles, type MeantFiles } from '../../../shared/util/folder-files.ts'

export interface ChooseOptions {
  folder?: boolean
  /** Files of a folder that stay away: too many or too deep, and those that are not meant. */
  onLeftOut?: (out: Pick<MeantFiles<File>, 'left' | 'passed'>) => void
}

/**
 * The browser's file dialog, or its dialog for a folder with all that is in it; empty where the person cancelled. Must be called from a
 * click or a key press.
 */
export async function chooseFiles({ folder = false, onLeftOut }: ChooseOptions = {}): Promise<File[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.webkitdirectory = folder
  const chosen = await new Promise<File[]>((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]))
    input.addEventListener('cancel', () => resolve([]))
    input.click()
  })
  if (!folder) return chosen
  const { files, ...out } = meantFiles(chosen, (file) => file.webkitRelativePath)
  if (out.left + out.passed > 0) onLeftOut?.(out)
  return [...files]
}

/** Hands bytes to the browser to be kept under `name` where its downloads go. */
export function keepDownload(name: string, bytes: Blob): void {
  // Always octet-stream: a browser that would rather show the file than keep it must not run it as a page of ours.
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser takes the bytes when it starts the download, a moment after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
