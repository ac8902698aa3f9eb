/**
 * Words that announce metadata, in the languages of the sources: "Author: …", "来源：…", "رپورٹ: …". A label stands at the
 * beginning of a line, or of a part of it, and is followed by a colon (some languages leave it out after "by").
 */
import { capture, plainLetters, SHORT_LINE, type Found, type Line } from './lines.ts'

export type LabelledField = 'title' | 'author' | 'outlet' | 'published' | 'original' | 'link'

/** Words given as lists in strings, one string for each group of languages. */
const words = (...lists: readonly string[]): readonly string[] => lists.flatMap((list) => list.split(', '))

const WORDS: Readonly<Record<LabelledField, readonly string[]>> = {
  title: words('title, headline, 标题, 標題, عنوان, العنوان, سرلیک, заголовок, titre, titel, título, başlık, כותרת'),
  author: words(
    'author, authors, writer, written by, reporter, reported by, correspondent, byline, story by',
    '作者, 记者, 記者, 撰文, 文, 撰稿, 通讯员, 執筆',
    'رپورٹ, رپورٹر, تحریر, مصنف, نامہ نگار, نمائندہ, از قلم',
    'نویسنده, گزارشگر, خبرنگار, گزارش از, به قلم, لیکوال, راپور, خبریال',
    'بقلم, الكاتب, كتب, كتبت, إعداد, تقرير, مراسل',
    'автор, авторы, корреспондент, auteur, autor, autora, yazan, yazar, haber, מאת, כתב',
  ),
  outlet: words(
    'source, outlet, publication, publisher, agency, newspaper, via',
    '来源, 來源, 稿件来源, 文章来源, 出处, 出典, 媒体',
    'ماخذ, ذریعہ, بشکریہ, منبع, خبرگزاری, رسانه, سرچینه, المصدر, مصدر, الوكالة',
    'источник, source de, quelle, fuente, kaynak, מקור',
  ),
  published: words(
    'published, published on, published at, first published, publication date, posted, posted on, date, dated, issued',
    '发布时间, 發布時間, 发表时间, 发布日期, 发布于, 时间, 日期, 公開日, 掲載日, 配信日',
    'تاریخ, تاریخ اشاعت, شائع, شائع ہوا, تاریخ انتشار, انتشار, زمان انتشار, نېټه, د خپرېدو نېټه, تاريخ النشر, نشر في, نُشر في, التاريخ',
    'опубликовано, дата, дата публикации, publié le, date de publication, veröffentlicht am, veröffentlicht, datum',
    'publicado el, publicado, fecha, yayınlanma tarihi, yayın tarihi, tarih, פורסם, תאריך',
  ),
  original: words(
    'original, original article, original link, original url, original source, read the original, read more at',
    '原文, 原文链接, 原文連結, 原文地址, 阅读原文, اصل خبر, اصل مضمون, اصل مطلب, لینک خبر, المقال الأصلي, النص الأصلي, оригинал',
  ),
  link: words(
    'link, url, web, website, permalink, available at, retrieved from, doi',
    '链接, 連結, 网址, 網址, 地址, لنک, لینک, پیوند, رابط, الرابط, ссылка, lien, enlace, bağlantı, קישור',
  ),
}

const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

// The longest first, so that "published on" is not read as "published" with a value that begins with "on".
const alternatives = (words: readonly string[]): string =>
  words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => escape(plainLetters(word)))
    .join('|')

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** At the beginning of a line or behind a strong separator; Chinese and Japanese ones also behind a single space. */
const patternFor = (words: readonly string[]): RegExp => {
  const spaced = words.filter((word) => CJK.test(word))
  const before = String.raw`(?:^|[|｜•·(（【\[\t\u3000]\s*|\s{2,})(?:${alternatives(words)})`
  const inside = spaced.length > 0 ? String.raw`|(?<=\s)(?:${alternatives(spaced)})` : ''
  return new RegExp(String.raw`(?:${before}${inside})\s*[:：︰]\s*([^|｜•·\t\u3000]+)`, 'giud')
}

let made: Readonly<Record<LabelledField | 'any', RegExp>> | undefined

/** Made at first use: they need the folding table, which a start without an import does not. */
function patterns(): Readonly<Record<LabelledField | 'any', RegExp>> {
  made ??= {
    title: new RegExp(String.raw`^(?:${alternatives(WORDS.title)})\s*[:：]\s*(.+)$`, 'giud'),
    author: patternFor(WORDS.author),
    outlet: patternFor(WORDS.outlet),
    published: patternFor(WORDS.published),
    original: patternFor(WORDS.original),
    link: patternFor(WORDS.link),
    any: new RegExp(String.raw`\s+(?:${alternatives(Object.values(WORDS).flat())})\s*[:：︰]`, 'iu'),
  }
  return made
}

/** What stands before the first announcement inside a text; all of it where there is none. */
export const beforeLabel = (text: string): string => text.slice(0, patterns().any.exec(plainLetters(text))?.index)

const CLOSING = /[)）】\]。.,，;；\s]+$/u

/** Values of a field announced in a short line, with their places. A next label on the same line ends the value. */
export function labelled(line: Line, field: LabelledField): Found[] {
  if (line.text.length > SHORT_LINE * 2) return []
  return Array.from(plainLetters(line.text).matchAll(patterns()[field])).flatMap((match) => {
    const found = capture(line, match, 1)
    if (!found) return []
    const value = beforeLabel(found.value).replace(CLOSING, '')
    return value === '' ? [] : [{ value, span: { start: found.span.start, end: found.span.start + value.length } }]
  })
}

const ANNOUNCING: readonly LabelledField[] = ['title', 'outlet', 'published', 'original', 'link']

/**
 * The line announces something, so it is neither a headline nor the article's text. Announced authors are not asked
 * for here: words like "report:" may also begin a headline.
 */
export function isLabelLine(line: Line): boolean {
  return line.text.length <= SHORT_LINE && ANNOUNCING.some((field) => plainLetters(line.text).search(patterns()[field]) === 0)
}
