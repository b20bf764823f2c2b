import * as fc from 'fast-check';
import { cleanHtml } from '#sandbox/graph/body/cleanHtml.ts';
import { htmlToText, textToHtml } from '#sandbox/graph/body/convertBody.ts';
import { wrapLinks } from '#sandbox/graph/body/safeLinks.ts';

describe('cleaning HTML', () => {
  it('keeps what is safe and frames it as Graph does', () => {
    expect(cleanHtml('<p class="x" style="color:red">a &amp; b<br/>c</p>', false)).toBe(
      '<html><head>\r\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body><p style="color:red">a &amp; b<br>c</p></body></html>',
    );
  });

  it('drops scripts, handlers, styles of the page and odd addresses, however they are written', () => {
    for (const html of [
      '<script>evil()</script>',
      '<SCRIPT SRC=//x></SCRIPT>',
      '<img src=x onerror=evil()>',
      '<a href=" java\tscript:evil()">x</a>',
      '<a href="data:text/html,evil">x</a>',
      '<style>body{background:url(evil)}</style>',
      '<p style="background:url(evil)">x</p>',
      '<svg><a href="javascript:evil()">x</a></svg>',
      '<!-- evil() -->',
      '<iframe src="https://evil.example"></iframe>',
      '<a href="&#106;avascript:evil()">x</a>',
    ])
      expect(cleanHtml(html, true)).not.toMatch(/evil|script|onerror/i);
  });

  it('is the same when done twice, and never fails', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('<', '>', '/', 'a', ' ', '=', '"', "'", '&', ';', 'p', '!', '-', 'b'),
        }),
        (html) => {
          const once = cleanHtml(html, false);
          const inner = once.slice(once.indexOf('<body>') + 6, once.lastIndexOf('</body>'));
          expect(cleanHtml(inner, false)).toBe(once);
          htmlToText(html);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('does not take long over hostile text', () => {
    const began = performance.now();
    for (const piece of ['<a ', '<a ="', '<script>', '<!--', '&#x', '<'])
      cleanHtml(piece.repeat(200_000), false);
    expect(performance.now() - began).toBeLessThan(5000);
  });
});

describe('converting', () => {
  it('prints links in text as their words and their address', () => {
    expect(htmlToText('<p>Notes: <a href="https://a.example/x">open</a></p><p>https://b.example</p>')).toBe(
      'Notes: open<https://a.example/x>\r\nhttps://b.example',
    );
    expect(htmlToText('<a href="https://a.example">https://a.example</a>')).toBe('https://a.example');
  });

  it('makes links of addresses in text', () => {
    const html = textToHtml('See https://a.example/x?y=1&z=2, or <b>');
    expect(html).toContain('<a href="https://a.example/x?y=1&amp;z=2">');
    expect(html).toContain('&lt;b&gt;');
    expect(htmlToText(html)).toBe('See https://a.example/x?y=1&z=2, or <b>');
  });

  it('wraps every address once as Safe Links does, in HTML and in text', () => {
    const html = { contentType: 'html', content: '<a href="https://a.example/x?y=1&amp;z=2">x</a>' } as const;
    const wrapped = wrapLinks(html, 'ben@contoso.example');
    expect(wrapped).toContain(
      'safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2Fx%3Fy%3D1%26z%3D2&amp;data=',
    );
    expect(
      wrapLinks({ contentType: 'html', content: wrapped }, 'ben@contoso.example').match(/\?url=/g),
    ).toHaveLength(1);
    expect(wrapLinks({ contentType: 'text', content: 'https://a.example' }, 'x@y.z')).toMatch(
      /^https:\/\/eur01\.safelinks/,
    );
  });
});
