/** Which of a document's own statements about itself can be believed: programs fill in file names, "untitled" and names of machines. */

const NO_TITLE =
  /^(?:untitled|no title|title|document|dokument|documento|unbenannt|sans titre|sin título|new document|presentation|powerpoint presentation|slide \d+|page \d+|print|scan|template|normal(?:\.dotm?)?|microsoft word|microsoft word document|layout \d+|新建.*|文档\d*|无标题|未命名|بدون عنوان)[\s\d]*$/iu
const FILE_NAME = /^[^.!?]{0,200}\.(?:docx?|docm|dotx?|odt|rtf|pdf|txt|html?|indd|qxd|xps|pages|tex|dvi|ps|pptx?|xlsx?|cdr|ai)$/iu
const PRINTED_FROM = /^(?:microsoft (?:word|powerpoint|excel|publisher|office)|wordpad|writer)\s*[-–]\s*/iu

const NO_PERSON =
  /^(?:admin(?:istrator)?|administrateur|user\d*|usuario|utilisateur|benutzer|owner|author|root|guest|unknown|anonymous|none|default|microsoft(?: office)?(?: user)?|windows user|office user|python-docx|openpyxl|libreoffice|openoffice(?:\.org)?|un-?named|lenovo|dell|hp|asus|acer|toshiba|apple|pc|home|desktop-\w+|laptop-\w+|win-\w+|\d+)$/iu

/** A title that people would call one; null for what a program put in. `fileName` itself is no title. */
export function plausibleTitle(title: string | null, fileName: string): string | null {
  const plain = title?.replace(/\s+/g, ' ').trim().replace(PRINTED_FROM, '') ?? ''
  const base = fileName.replace(/\.\w{1,5}$/, '')
  if (plain.length < 3 || plain.length > 500 || !/\p{L}{2}/u.test(plain) || NO_TITLE.test(plain) || FILE_NAME.test(plain)) return null
  if (!plain.includes(' ') && (plain === base || /[_\d]/.test(plain))) return null
  return plain
}

/** Somebody's name; null for names of accounts, machines and programs. */
export function plausibleAuthor(author: string | null): string | null {
  const plain = author?.replace(/\s+/g, ' ').trim() ?? ''
  return plain.length < 2 || plain.length > 300 || !/\p{L}/u.test(plain) || NO_PERSON.test(plain) ? null : plain
}
