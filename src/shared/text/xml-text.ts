/** A text as it may stand in XML 1.0 and HTML, in an element or a quoted attribute. What XML cannot hold at all is left out. */

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '\r': '&#13;' }
/** Characters outside the production Char of XML 1.0 (2.2), lone surrogates among them. */
const IMPOSSIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu

export const xmlText = (text: string): string => text.replaceAll(IMPOSSIBLE, '').replaceAll(/[&<>"'\r]/g, (sign) => SIGNS[sign] ?? sign)
