/**
 * What a page of Parley may do, and the headers that say so: the same words in the Electron host (app://parley/) and in the
 * browser host. Nothing is loaded from anywhere but the host itself; no inline script, no eval, no frame around us.
 */

/** Content-Security-Policy of every page and file of the app. Sandboxed `srcdoc` previews inherit it. */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Policy of bytes that came from outside or were made for a file: whoever opens them as a page gets an inert one. */
export const inertPolicy = "sandbox; default-src 'none'; frame-ancestors 'none'"

const refused = [
  'accelerometer', 'autoplay', 'browsing-topics', 'camera', 'clipboard-read', 'display-capture', 'encrypted-media', 'gamepad', 'geolocation',
  'gyroscope', 'hid', 'idle-detection', 'local-fonts', 'magnetometer', 'microphone', 'midi', 'payment', 'picture-in-picture', 'publickey-credentials-get',
  'screen-wake-lock', 'serial', 'storage-access', 'usb', 'window-management', 'xr-spatial-tracking',
] // prettier-ignore

/** Permissions-Policy: everything that the app does not use, denied to the page and to whatever it would frame. */
export const permissionsPolicy = refused.map((name) => `${name}=()`).join(', ')

/** Headers of every response, in both hosts; lower-case names. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': permissionsPolicy,
  'cache-control': 'no-store',
}
