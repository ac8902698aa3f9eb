/**
 * What the head of a column says about what is in it, in the languages of the sources. Exact names only: a column "text_id" holds no text.
 */
import { foldText } from '../../../shared/text/fold.ts'

export const MEANINGS = ['text', 'title', 'outlet', 'author', 'published', 'url', 'language', 'note'] as const
export type Meaning = (typeof MEANINGS)[number]

/** Names by meaning, the ones more sure to mean it first: of two columns the better name counts. */
const NAMES: Readonly<Record<Meaning, string>> = {
  text:
    'full text|fulltext|article text|article body|body text|body|text|article content|content|article|story text|story|transcript|message|' +
    'volltext|artikeltext|inhalt|texte integral|texte|contenu|corps|texto completo|texto|cuerpo|contenido|conteudo|corpo|testo|contenuto|' +
    'tekst|inhoud|tresc|metin|icerik|haber metni|текст|полный текст|содержание|содержимое|النص|نص|المحتوى|متن|محتوا|محتوى|مضمون|مواد|' +
    '正文|全文|内容|內容|文本|本文|본문|내용|पाठ|सामग्री|תוכן|טקסט',
  title:
    'title|headline|article title|heading|hed|titel|uberschrift|schlagzeile|titre|titulo|titular|titulo de la noticia|manchete|titolo|kop|' +
    'tytul|naglowek|baslik|заголовок|название|العنوان|عنوان|سرخی|تیتر|سرليک|标题|標題|题目|題名|タイトル|見出し|제목|शीर्षक|כותרת',
  outlet:
    'outlet|newspaper|publication|publication title|source name|media name|source|publisher|journal|medium|media|site name|website|site|' +
    'domain|media outlet|quelle|zeitung|publikation|journal titre|publication nom|fuente|medio|periodico|diario|fonte|veiculo|jornal|testata|' +
    'krant|bron|zrodlo|gazeta|kaynak|gazete|источник|издание|сми|المصدر|مصدر|الصحيفة|منبع|روزنامه|رسانه|اخبار|ذریعہ|ماخذ|' +
    '来源|來源|媒体|媒體|报纸|報紙|媒体名称|出典|新聞|新聞社|媒体名|언론사|매체|출처|स्रोत|מקור',
  author:
    'author|authors|byline|by|writer|journalist|reporter|creator|autor|autoren|verfasser|auteur|auteurs|autores|autora|autore|autori|' +
    'schrijver|yazar|muhabir|автор|авторы|المؤلف|الكاتب|كاتب|نویسنده|مصنف|صحافی|作者|记者|記者|著者|執筆者|기자|저자|लेखक|כותב|מחבר',
  published:
    'published|publish date|publication date|date published|published at|published on|published date|pub date|pubdate|date|day|datetime|' +
    'date time|issued|posted|posted at|created at|timestamp|time|erscheinungsdatum|veroffentlicht|veroffentlichungsdatum|datum|tag|' +
    'date de publication|date publication|fecha|fecha de publicacion|data de publicacao|data di pubblicazione|data|publicatiedatum|' +
    'data publikacji|tarih|yayin tarihi|дата|дата публикации|تاريخ النشر|التاريخ|تاریخ انتشار|تاریخ اشاعت|تاریخ|نېټه|' +
    '发布时间|发布日期|出版日期|发表时间|日期|时间|時間|發布日期|公開日|掲載日|日付|날짜|게시일|तारीख|दिनांक|תאריך',
  url:
    'url|link|article url|web url|weburl|uri|href|permalink|web address|webadresse|adresse|lien|enlace|vinculo|collegamento|odnosnik|baglanti|' +
    'ссылка|адрес|الرابط|رابط|نشانی|لنک|پیوند|链接|連結|網址|网址|リンク|링크|주소|लिंक|קישור',
  language: 'language|lang|language code|sprache|langue|idioma|lingua|taal|jezyk|dil|язык|اللغة|لغة|زبان|ژبه|语言|語言|言語|언어|भाषा|שפה',
  note: 'note|notes|comment|comments|remark|remarks|notiz|notizen|anmerkung|bemerkung|remarque|nota|notas|osservazioni|opmerking|uwagi|notlar|примечание|заметка|ملاحظات|ملاحظة|یادداشت|نوٹ|备注|備註|備考|비고|टिप्पणी|הערה|הערות',
}

let known: ReadonlyMap<string, { meaning: Meaning; rank: number }> | undefined

function names(): ReadonlyMap<string, { meaning: Meaning; rank: number }> {
  if (known) return known
  const made = new Map<string, { meaning: Meaning; rank: number }>()
  for (const meaning of MEANINGS) {
    NAMES[meaning].split('|').forEach((name, rank) => {
      const key = foldText(name)
      if (!made.has(key)) made.set(key, { meaning, rank })
    })
  }
  known = made
  return made
}

/** The meaning a column's name says, and how sure the name is (0 the surest); null where it says none. */
export function meaningOfName(head: string): { meaning: Meaning; rank: number } | null {
  // publishedAt, source.name, media_name
  const parted = head.slice(0, 100).replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
  const key = foldText(parted)
    .replace(/[\p{P}\p{S}\s]+/gu, ' ')
    .trim()
  return names().get(key) ?? null
}

/** How many different meanings these heads name. */
export function knownMeanings(heads: readonly string[]): ReadonlySet<Meaning> {
  return new Set(heads.flatMap((head) => meaningOfName(head)?.meaning ?? []))
}
