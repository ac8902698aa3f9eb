/**
 * The keys of a run: one session token, and one-time codes that are traded for it. Both are made anew at every start and are
 * never written down. Compared in constant time, over hashes, so that neither content nor length shows in the time.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

export interface Keys {
  readonly token: string
  /** True for the session token of this run. */
  isToken(given: string | string[] | undefined): boolean
  /** Makes a new one-time code; the one before it, if unused, is worth nothing from now on. */
  newCode(): string
  isCode(given: string | null): boolean
  /** Trades a code for the token, once; null for anything but the code. */
  trade(given: string): string | null
}

export function createKeys(): Keys {
  const token = random()
  let code: string | null = null
  const isCode = (given: string | null): boolean => code !== null && given !== null && same(given, code)
  return {
    token,
    isToken: (given) => typeof given === 'string' && same(given, token),
    newCode: () => (code = random()),
    isCode,
    trade(given) {
      if (!isCode(given)) return null
      code = null
      return token
    },
  }
}

/** 256 random bits in 43 characters that need no escaping in an address. */
const random = (): string => randomBytes(32).toString('base64url')

const hash = (text: string): Buffer => createHash('sha256').update(text).digest()
const same = (given: string, right: string): boolean => timingSafeEqual(hash(given), hash(right))
