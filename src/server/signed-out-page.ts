/** The page of the 401: this address was used before, or there is none; how to get a new one. No script, no data. */
import { page, type Reply } from './reply.ts'
import { say } from './words.ts'

export function signedOutPage(): Reply {
  const [title, used, how] = ['server.link.title', 'server.link.used', 'server.link.how'].map((id) => escapeText(say(id)))
  return page(
    401,
    `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>
body { font: 1.125rem/1.6 system-ui, sans-serif; max-inline-size: 34rem; margin: 20vh auto 0; padding: 0 1.5rem }
h1 { font-size: 1.5rem; line-height: 1.25 }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${used}</p>
<p>${how}</p>
</main>
</body>
</html>
`,
  )
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escapeText = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign)
