/**
 * The browser host's session: the address that the server printed holds a one-time code; it is traded for the session token,
 * which lives in sessionStorage (this tab, until it closes) and travels in a header only. The code leaves the address bar and
 * the tab's history at once. Without a valid token there is nothing to show but the server's own page on how to get a new address.
 */
const key = 'parley.token'
/** The query that carries the code, and to which a tab without a session is sent: the server answers it with the page of the 401. */
const codeName = 'open'

export interface Session {
  /** Resolves with the token; never resolves where there is none, because the tab is on its way to the server's page. */
  readonly token: Promise<string>
  /** The server no longer knows the token: forgets it and leaves for the server's page. */
  end(): void
}

/** Takes the code out of the address (at once, before anything else can read it) and trades it for the token. */
export function openSession(page: Pick<Window, 'location' | 'history' | 'sessionStorage' | 'fetch'>): Session {
  const address = new URL(page.location.href)
  const code = address.searchParams.get(codeName)
  if (code !== null) page.history.replaceState(page.history.state, '', address.pathname + address.hash)

  const end = (): void => {
    page.sessionStorage.removeItem(key)
    page.location.replace(`/?${codeName}=`)
  }
  async function trade(given: string): Promise<string> {
    const answer = await page.fetch('/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: given }),
    })
    if (!answer.ok) return leave()
    const { token } = (await answer.json()) as { token: string } // our own server, same version
    page.sessionStorage.setItem(key, token)
    return token
  }
  function leave(): Promise<string> {
    end()
    return new Promise(() => undefined)
  }
  const kept = page.sessionStorage.getItem(key)
  return { token: code !== null ? trade(code) : kept !== null ? Promise.resolve(kept) : leave(), end }
}
