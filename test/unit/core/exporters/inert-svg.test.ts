/** Which pictures may leave: only those that can do nothing but be looked at (E-cases of active content). */
import { describe, expect, test } from 'vitest'
import { isInertSvg } from '../../../../src/core/exporters/inert-svg.ts'

const svg = (inner: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"${attributes}>${inner}</svg>`

test('a drawing with text, patterns and a clip passes', () => {
  expect(
    isInertSvg(
      svg(
        '<defs><pattern id="p"><path d="M0 0L1 1"/></pattern></defs><rect fill="url(#p)" width="3" height="3"/><text>طالبان &amp; &lt;script&gt;</text>',
      ),
    ),
  ).toBe(true)
})

describe.each([
  ['a script', svg('<script>alert(1)</script>')],
  ['foreign HTML', svg('<foreignObject><p/></foreignObject>')],
  ['a handler', svg('<rect onload="alert(1)"/>')],
  ['a handler on the root', svg('', ' onload="alert(1)"')],
  ['an image', svg('<image href="https://example.invalid/a.png"/>')],
  ['a link', svg('<g xlink:href="javascript:alert(1)" xmlns:xlink="http://www.w3.org/1999/xlink"/>')],
  ['a use', svg('<use href="#a"/>')],
  ['a fill that fetches', svg('<rect fill="url(https://example.invalid/a.svg#p)"/>')],
  ['a style that fetches', svg('<style>rect { fill: url("https://example.invalid/a") }</style>')],
  ['a style that imports', svg('<style>@import "https://example.invalid/a.css"</style>')],
  ['a hidden import', svg('<style>@\\69mport "x"</style>')],
  ['an import behind a blank in the end tag', svg('<style>@import "https://example.invalid/a.css"</style >')],
  ['an import behind a character reference', svg('<style>&#64;import "https://example.invalid/a.css";</style>')],
  ['an import in a style that is not closed by name', svg('<style><![CDATA[@import "https://example.invalid/a.css"]]></style>')],
  ['a style at all', svg('<style>rect { fill: red }</style>')],
  ['a fetch spelled with an escape', svg('<rect style="fill:u\\72l(https://example.invalid/a.svg#p)"/>')],
  ['a fetch spelled with character references', svg('<rect style="fill:&#117;rl(https://example.invalid/a.svg#p)"/>')],
  ['a fill spelled with an escape', svg('<rect fill="u\\72l(https://example.invalid/a.svg#p)"/>')],
  ['a fill spelled with character references', svg('<rect fill="&#117;rl(https://example.invalid/a.svg#p)"/>')],
  ['a cursor of a set of images', svg('', ' cursor="image-set(&quot;https://example.invalid/a.png&quot; 1x), auto"')],
  ['a style attribute', svg('<rect style="fill:red"/>')],
  ['an entity', `<!DOCTYPE svg [<!ENTITY x "y">]>${svg('<text>&x;</text>')}`],
  ['what is not well-formed', svg('<g>')],
  ['what is no SVG', '<html/>'],
  ['nothing', ''],
])('%s', (_name, text) => {
  test('is refused', () => expect(isInertSvg(text)).toBe(false))
})
