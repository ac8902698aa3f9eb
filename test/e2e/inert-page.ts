/** What a page may not hold however hostile the data is: elements and attributes of theirs, names that turn what stands beside them. */
import type { Page } from '@playwright/test'

export interface Watch {
  /** Everything the page did besides asking its own host: requests, sockets, dialogs, popups, downloads, navigations, refusals of its policy. */
  readonly heard: string[]
  /** What in the page as it stands now came from data as more than text. */
  faults(): Promise<string[]>
}

/** Listens to a page from now on. `origin` is the only place it may ask. */
export function watch(page: Page, origin: string): Watch {
  const heard: string[] = []
  const isOwn = (url: string): boolean => url.startsWith(`${origin}/`) || url.startsWith(`blob:${origin}/`)
  page.on('request', (request) => !isOwn(request.url()) && heard.push(`request ${request.url().slice(0, 200)}`))
  page.on('websocket', (socket) => !isOwn(socket.url().replace(/^ws/, 'http')) && heard.push(`socket ${socket.url()}`))
  page.on('dialog', (dialog) => {
    heard.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('popup', (popup) => heard.push(`popup ${popup.url()}`))
  page.on('download', (download) => heard.push(`download ${download.url()}`))
  page.on('pageerror', (error) => heard.push(`error ${error.message}`))
  page.on('console', (message) => {
    if (/Content.Security.Policy|Refused to/i.test(message.text())) heard.push(`refused ${message.text()}`)
  })
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame()) {
      if (frame.url() !== 'about:srcdoc' && frame.url() !== 'about:blank') heard.push(`frame ${frame.url()}`)
    } else if (!isOwn(frame.url())) heard.push(`gone to ${frame.url()}`)
  })
  return { heard, faults: () => page.evaluate(faultsOf) }
}

/** Runs in the page. */
function faultsOf(): string[] {
  const faults: string[] = []
  const say = (what: string, node: Element): void => void faults.push(`${what}: ${node.outerHTML.slice(0, 200)}`)
  const foreign =
    'base, embed, object, applet, math, video, audio, foreignObject, animate, frame, x-evil, xmp, [srcdoc*="parleyRan="], meta[http-equiv=refresh]'
  // No scripts, forms, windows or ways out. One may share our origin, to be asked how far it was scrolled.
  const inert = 'iframe[sandbox=""], iframe[sandbox="allow-same-origin"]'
  const reaching = ['href', 'src', 'srcset', 'action', 'formaction', 'xlink:href', 'data', 'poster', 'ping', 'background', 'style']
  const seen = (root: Document): void => {
    for (const element of root.querySelectorAll('*')) {
      if (element.matches(foreign) && !element.matches(inert)) say('foreign element', element)
      if (element.matches('script') && (root !== document || element.textContent !== '')) say('script', element)
      if (element.matches('iframe') && !element.matches(inert)) say('frame', element)
      if (element.matches('img') && !/^(data|blob):|^\.?\//.test(element.getAttribute('src') ?? '')) say('picture', element)
      for (const { name, value } of element.attributes) {
        if (/^on/i.test(name)) say('handler', element)
        if (reaching.includes(name.toLowerCase()) && /evil\.example|javascript:|vbscript:|data:text/i.test(value)) say('address', element)
        if (/^(id|name)$/.test(name) && /^(__proto__|polluted|getElementById|documentElement|parentNode|createElement)$/.test(value))
          say('clobbering name', element)
      }
    }
  }
  seen(document)
  for (const frame of document.querySelectorAll('iframe')) seen(new DOMParser().parseFromString(frame.srcdoc, 'text/html'))
  if ('parleyRan' in globalThis) faults.push('a script ran')
  if ('polluted' in {}) faults.push('objects were changed')

  // A name with a mark that turns what follows stands alone in a box of its own, or between isolating marks.
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const text = node.nodeValue ?? ''
    const box = node.parentElement
    if (!text.includes('\u202e') || !box || box.closest('[data-live-announcer], script, style, .rs-text, [data-reading]')) continue
    let open = text
    for (let before = ''; before !== open;) [before, open] = [open, open.replace(/\u2068[^\u2068\u2069]*\u2069/g, '')]
    if (!open.includes('\u202e')) continue
    // Words that are marked lie in elements of their own: what counts is the box around the whole name.
    let whole: Element = box
    const isApart = ({ unicodeBidi, display }: CSSStyleDeclaration): boolean =>
      /isolate|plaintext/.test(unicodeBidi) || display !== 'inline'
    while (whole.parentElement && !isApart(getComputedStyle(whole))) whole = whole.parentElement
    const shown = whole.textContent.trim()
    if (whole.matches('bdi')) continue
    // A quote or a snippet is kept apart as a whole.
    if (!shown.includes('It says') && !/^Annex \u202egnp\.exe( alias|\.txt)?\u200b?$/.test(shown)) say('not kept apart', whole)
  }
  return faults
}
