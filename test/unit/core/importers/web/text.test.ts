import { expect, it } from 'vitest'
import { textOf, textOfTags, type TextOptions } from '../../../../../src/core/importers/web/page-text.ts'
import { parsePage } from '../../../../../src/core/importers/web/tree.ts'

function textIn(html: string, options?: TextOptions): string {
  const page = parsePage(html)
  return textOf(page.body ?? page, options).text
}

it.each([
  ['paragraphs', '<p>One\n  two</p><p>three</p>', 'One two\n\nthree'],
  ['headings', '<h1>Title</h1>words<h2>Next</h2>', 'Title\n\nwords\n\nNext'],
  ['line breaks', 'one<br>two<br><br><br>three<br>', 'one\ntwo\n\nthree'],
  ['words in several elements', '<p>mon<b>itor</b>ing <i>mecha</i><wbr>nism</p>', 'monitoring mechanism'],
  ['lists', '<ul><li>one<li>two<ul><li>inner</ul><li>three</ul>after', 'one\ntwo\ninner\nthree\n\nafter'],
  ['terms and what they mean', '<dl><dt>Term<dd>Meaning</dl>', 'Term\nMeaning'],
  ['tables', '<table><tr><th>a<th>b<th>c<tr><td>1<td><td>3<tr><td><td>x<td></table>', 'a\tb\tc\n1\t\t3\n\tx'],
  ['lines inside cells', '<table><tr><td>one<br>two<td>b<tr><td>c<td>d</table>', 'one two\tb\nc\td'],
  ['tables that lay out a page', '<table><tr><td><p>one</p><p>two</p></td><td><p>three</p></td></tr></table>', 'one\n\ntwo\n\nthree'],
  ['preformatted text', '<pre>  a\n    b\n\nc</pre>', '  a\n    b\n\nc'],
  ['quotations', '<p>He said <q>no</q>.</p>', 'He said “no”.'],
  ['entities', '&lt;script&gt; &amp;amp; &nbsp;&eacute; &#x202E;', '<script> &amp; \u00a0é \u202e'],
  ['lines of Chinese', '<p>停火\n      谈判</p><p>停火 谈判</p><p>talks\n停火</p>', '停火谈判\n\n停火 谈判\n\ntalks 停火'],
  [
    'what is not shown',
    '<p>a<script>b</script><style>c</style><noscript>d</noscript><template>e</template><span hidden>f</span><i style="color:red; DISPLAY : none">g</i><b style="visibility:hidden">h</b>i</p>',
    'ai',
  ],
  ['forms', '<form><label>Name <input value="x"></label><select><option>one</select><textarea>two</textarea></form>', 'Name'],
  ['pictures', '<svg><title>icon</title><text>drawn</text></svg><img alt="alt"><iframe src="x">inside</iframe>after', 'after'],
  ['unclosed elements', '<div><p>one<div>two</p>three', 'one\n\ntwo\n\nthree'],
  ['control characters', 'a&#1;b\u0085c\u2028d', 'ab c d'],
])('turns %s into text', (_, html, text) => {
  expect(textIn(html)).toBe(text)
})

it('takes a <div> for a line where mails are read', () => {
  const mail = '<div>one</div><div>two</div><div><br></div><div>three</div>'
  expect(textIn(mail, { divs: 'lines' })).toBe('one\ntwo\n\nthree')
  expect(textIn(mail)).toBe('one\n\ntwo\n\nthree')
})

it('says where captions are, in the text that it gives', () => {
  const page = parsePage(
    '<p>Before</p><figure><img><figcaption> The <b>bridge</b>\n at dawn </figcaption></figure><p>after</p><figcaption> </figcaption>',
  )
  const { text, notText } = textOf(page)
  expect(notText.map(({ start, end, kind }) => [kind, text.slice(start, end)])).toEqual([['caption', 'The bridge at dawn']])
})

it.each([
  ['<p>One <b>two</b></p><ul><li>three<li>four</ul>', 'One two\n\nthree\nfour'],
  ['a<script>if (x < y) { "</p>" }</script><style>p{}</style>b<svg><svg></svg><text>no</text></svg>c<img>d', 'abcd'],
  ['<noscript><p>no</p></noscript><title>no</title><p>yes</p></div></p>', 'yes'],
])('reads %s by its tags alone as well', (html, text) => {
  expect(textOfTags(html).text).toBe(text)
})
