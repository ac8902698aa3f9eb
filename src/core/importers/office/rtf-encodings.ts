/** Code pages of RTF by the numbers it uses for them, as names that a decoder knows. */

const BY_CHARSET: Readonly<Record<number, string>> = {
  77: 'macintosh',
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gbk',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  179: 'windows-1256',
  180: 'windows-1256',
  181: 'windows-1255',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
}
const BY_PAGE: Readonly<Record<number, string>> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  10007: 'x-mac-cyrillic',
  20866: 'koi8-r',
  21866: 'koi8-u',
  28592: 'iso-8859-2',
  28595: 'iso-8859-5',
  28596: 'iso-8859-6',
  54936: 'gb18030',
  65001: 'utf-8',
}

/** The font's letters are pictures: Symbol, Wingdings. */
export const SYMBOLS = 2

/** Null where a font says nothing, so that the document's code page counts. */
export const encodingOfCharset = (charset: number): string | null => BY_CHARSET[charset] ?? null

/** A Windows code page; unknown ones are read as Western. */
export function encodingOfPage(page: number): string {
  if (page >= 1250 && page <= 1258) return `windows-${page}`
  return BY_PAGE[page] ?? 'windows-1252'
}
