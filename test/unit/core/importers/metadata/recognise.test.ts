import { expect, it } from 'vitest'
import { recogniseMetadata } from '../../../../../src/core/importers/metadata/recognise.ts'

const BODY = '\nDelegations returned to the table on Wednesday. The talks go on, officials said.\nNobody expects a text before Friday.'

async function fields(text: string) {
  const { fields: found } = await recogniseMetadata(text)
  return {
    title: found.title?.value ?? null,
    outlet: found.outlet?.value ?? null,
    author: found.author?.value ?? null,
    url: found.url?.value ?? null,
    published: found.published?.value ?? null,
  }
}

it.each([
  ['Talks resume\nBy Ayesha Rahman', 'Ayesha Rahman', null],
  ['Talks resume\nBy Ayesha Rahman, Frontier Observer', 'Ayesha Rahman', 'Frontier Observer'],
  ['Talks resume\nBy Frontier Observer, Ayesha Rahman', 'Ayesha Rahman', 'Frontier Observer'],
  ['Talks resume\nBy Ayesha Rahman, Frontier', 'Ayesha Rahman', 'Frontier'],
  ['Talks resume\nBy Ayesha Rahman, Omar Khan', 'Ayesha Rahman, Omar Khan', null],
  ['Talks resume\nBY AYESHA RAHMAN AND OMAR KHAN', 'AYESHA RAHMAN AND OMAR KHAN', null],
  ['Talks resume\nBy Ayesha Rahman in Islamabad for The Frontier', 'Ayesha Rahman', 'The Frontier'],
  ['Talks resume\nBy Reuters', null, 'Reuters'],
  ['Talks resume\nAyesha Rahman | Frontier Times', 'Ayesha Rahman', 'Frontier Times'],
  ['Talks resume\nBy Ayesha Rahman | Frontier Times | October 29, 2025', 'Ayesha Rahman', 'Frontier Times'],
  ['Talks resume\nAuthor: Ayesha Rahman\nSource: Frontier Times', 'Ayesha Rahman', 'Frontier Times'],
  ['Talks resume | Frontier Times', null, null],
  ['[By Ayesha Rahman, Frontier Times] Talks resumed.', 'Ayesha Rahman', 'Frontier Times'],
  ['【环球时报记者 李明】会谈重启。', '李明', '环球时报'],
  ['【环球时报驻巴基斯坦特约记者 李明 王华】会谈重启。', '李明 王华', '环球时报'],
  ['【环球时报综合报道】会谈重启。', null, '环球时报'],
  ['（记者 王小明）会谈重启。', '王小明', null],
  ['【文/观察者网 陈思佳】会谈重启。', '陈思佳', '观察者网'],
  ['新华社伊斯坦布尔10月29日电（记者 王小明 李华）会谈重启。', '王小明 李华', '新华社'],
  ['会谈重启\n会谈周三重启。\n（来源：远望新闻网）', null, '远望新闻网'],
  ['بات چیت\nرپورٹ: علی خان، فرنٹیئر نیوز', 'علی خان', 'فرنٹیئر نیوز'],
  ['بات چیت\nتحریر: علی خان', 'علی خان', null],
  ['گفتگوها\nنویسنده: احمد رحیمی', 'احمد رحیمی', null],
  ['محادثات\nبقلم: أحمد منصور', 'أحمد منصور', null],
  ['Переговоры\nАвтор: Иван Петров, ТАСС', 'Иван Петров', 'ТАСС'],
  ['ISTANBUL, Oct 29 (Reuters) — Talks resumed.', null, 'Reuters'],
  ['Istanbul, Oct. 29 (Xinhua) -- Talks resumed.', null, 'Xinhua'],
  ['اسلام آباد (ڈان نیوز) – مذاکرات شروع۔', null, 'ڈان نیوز'],
])('finds author and outlet in %j', async (text, author, outlet) => {
  expect(await fields(text + BODY)).toMatchObject({ author, outlet })
})

it.each([
  'By Monday, both sides must answer.',
  'By the end of the week both had left',
  'A military source: nobody will leave the valley.',
  'Source: nobody will leave',
  'Report: four killed at the border',
  'تقرير: مقتل أربعة في اشتباكات حدودية',
  '【重磅】会谈重启。',
  'The minister (a former journalist) spoke.',
  'KABUL: Talks resumed.',
])('takes no name from %j', async (text) => {
  expect(await fields(text + BODY)).toMatchObject({ author: null, outlet: null })
})

it.each([
  ['Talks resume\nPublished: 29 October 2025', '2025-10-29'],
  ['Talks resume\nPublished October 29, 2025\nUpdated October 30, 2025', null],
  ['Talks resume\nOctober 29, 2025 14:30 PKT', '2025-10-29T14:30+05:00'],
  ['Talks resume\nWednesday, 29 October 2025', '2025-10-29'],
  ['Talks resume\nBy Ayesha Rahman, Frontier Times, October 29, 2025', '2025-10-29'],
  ['Talks resume\nAyesha Rahman | 29 October 2025', '2025-10-29'],
  ['会谈重启\n2025-10-29 14:30 来源：示例新闻网', '2025-10-29T14:30'],
  ['会谈重启\n发布时间：2025年10月29日', '2025-10-29'],
  ['ISTANBUL, Oct 29, 2025 (Reuters) — Talks resumed.', '2025-10-29'],
  ['ISTANBUL, Oct 29 (Reuters) — Talks resumed.', null],
  ['Talks resume\nUpdated: 30 October 2025', null],
  ['Talks resumed on October 12, 2025 in the city.', null],
  ['The accord of 29 October 2025', null],
  ['Talks resume\nDate: 2025', '2025'],
])('finds the article’s own date in %j: %s', async (text, published) => {
  expect((await fields(text + BODY)).published).toBe(published)
})

it.each([
  ['Source: https://example.org/a/1?b=2.', 'https://example.org/a/1?b=2'],
  ['Original: https://example.org/a_(b)', 'https://example.org/a_(b)'],
  ['(Link: https://example.org/a)', 'https://example.org/a'],
  ['Source: Frontier Times (https://example.org/a)', 'https://example.org/a'],
  ['原文链接：https://example.cn/1。', 'https://example.cn/1'],
  ['لنک: https://example.pk/1', 'https://example.pk/1'],
  ['HTTPS://EXAMPLE.ORG/A', 'HTTPS://EXAMPLE.ORG/A'],
  ['doi:10.1234/abc.5678', 'https://doi.org/10.1234/abc.5678'],
  ['https://doi.org/10.1234/abc', 'https://doi.org/10.1234/abc'],
  ['Link: https://example.org/link\nOriginal: https://example.org/original', 'https://example.org/original'],
  ['See https://example.org/other for the details of it.', null],
  ['Original: javascript:alert(1)', null],
  ['Original: ftp://example.org/a', null],
  ['Link: https://user:secret@example.org/a', null],
  ['Link: http://localhost', null],
])('D6 finds the article’s address in %j: %s', async (line, url) => {
  expect((await fields(`Talks resume${BODY}\n${line}`)).url).toBe(url)
})

it.each([
  ['Talks resume in Istanbul', 'Talks resume in Istanbul'],
  ['Will talks resume?', 'Will talks resume?'],
  ['Talks resume | Frontier Times', 'Talks resume'],
  ['Talks resume – BBC News', 'Talks resume'],
  ['By Ayesha Rahman\n29 October 2025\nTalks resume', 'Talks resume'],
  ['https://example.org/a\nTalks resume', 'Talks resume'],
  ['Title: Talks resume\nBy Ayesha Rahman', 'Talks resume'],
  ['标题：会谈重启\n来源：示例新闻网', '会谈重启'],
  ['Updated: 30 October 2025\nTalks resume', 'Talks resume'],
  ['  # Talks resume', 'Talks resume'],
  ['ISTANBUL, Oct 29 (Reuters) — Talks resumed on Wednesday. More.', 'Talks resumed on Wednesday'],
  ['KABUL: Talks resumed on Wednesday. More.', 'Talks resumed on Wednesday'],
  ['【By Frontier Times, Ayesha Rahman】 Talks resumed on Wednesday. More.', 'Talks resumed on Wednesday'],
  ['Lt. Gen. Rahman spoke to Mr. Khan. More.', 'Lt. Gen. Rahman spoke to Mr. Khan'],
  ['“We go on,” she said. More.', '“We go on,” she said'],
])('names %j: %s', async (text, title) => {
  expect((await fields(text + BODY)).title).toBe(title)
})

it('cuts a long first sentence at a clause, else behind a word that can stand last', async () => {
  const clause =
    'Delegations of both countries met again in the old town hall on Wednesday, but nobody who took part would say a word about what had been agreed there.'
  expect((await fields(clause + BODY)).title).toBe('Delegations of both countries met again in the old town hall on Wednesday')
  const words = `${'The delegations met in the hall of the town and '.repeat(5)}left.`
  expect((await fields(words + BODY)).title).toBe(
    'The delegations met in the hall of the town and The delegations met in the hall of the town',
  )
  const chinese = `${'双方代表团周三重返谈判桌'.repeat(9)}。`
  const { title } = await fields(`${chinese}\n会谈将继续。`)
  expect(title?.length).toBeGreaterThan(40)
  expect(title?.length).toBeLessThanOrEqual(55)
})

it('has a title for one line, and none where there are no words', async () => {
  expect((await fields('Just one line')).title).toBe('Just one line')
  expect((await fields('…')).title).toBeNull()
})
