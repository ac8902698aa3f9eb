/**
 * Permissions. Over the debugging protocol nobody is asked at the moment of a request: so the app's handlers are asked beforehand, for the
 * origin about to be loaded, and their answers are set as Chromium's permissions for it. What has no permission in Chromium but can be
 * forbidden by a header (fullscreen, devices) is forbidden that way.
 */
import type { Session } from './session.ts'
import { connection, note } from './state.ts'
import { fromWeb, toWeb } from './urls.ts'
import type { PageContents } from './page-contents.ts'

/** Electron's name → the names Chromium knows. */
const settable: Record<string, string[]> = {
  'clipboard-read': ['clipboard-read'],
  'clipboard-sanitized-write': ['clipboard-write'],
  'display-capture': ['display-capture'],
  geolocation: ['geolocation'],
  'idle-detection': ['idle-detection'],
  keyboardLock: ['keyboard-lock'],
  media: ['camera', 'microphone'],
  midi: ['midi'],
  notifications: ['notifications'],
  pointerLock: ['pointer-lock'],
  'storage-access': ['storage-access'],
  'window-management': ['window-management'],
}
/** Electron's name → the feature of a Permissions-Policy header. */
const byPolicy: Record<string, string> = { fullscreen: 'fullscreen', hid: 'hid', serial: 'serial', usb: 'usb' }

async function isGranted(session: Session, contents: PageContents, permission: string, url: string, origin: string): Promise<boolean> {
  const details = { isMainFrame: true, requestingUrl: url, securityOrigin: `${origin}/`, mediaTypes: [] }
  if (session.permissionCheck && !session.permissionCheck(contents, permission, origin, details)) return false
  const ask = session.permissionRequest
  return ask === null || (await new Promise<boolean>((resolve) => ask(contents, permission, resolve, details)))
}

/**
 * Asks the session's handlers about every permission for the origin of `url`, and sets the answers.
 * Resolves with the Permissions-Policy header for pages of that origin; null when nothing is forbidden by it.
 */
export async function applyPermissions(session: Session, contents: PageContents, url: string): Promise<string | null> {
  if (!/^https?:/.test(toWeb(url))) return null
  const web = new URL(toWeb(url)).origin
  const origin = fromWeb(web)
  await Promise.all(
    Object.entries(settable).map(async ([permission, names]) => {
      const setting = (await isGranted(session, contents, permission, url, origin)) ? 'granted' : 'denied'
      for (const name of names) {
        const descriptor = name === 'clipboard-write' ? { name, allowWithoutSanitization: false } : { name }
        await connection()
          .send('Browser.setPermission', { permission: descriptor, setting, origin: web })
          .catch((error: Error) => note(error.message))
      }
    }),
  )
  const forbidden = await Promise.all(
    Object.entries(byPolicy).map(async ([permission, feature]) =>
      (await isGranted(session, contents, permission, url, origin)) ? [] : [`${feature}=()`],
    ),
  )
  return forbidden.flat().join(', ') || null
}
