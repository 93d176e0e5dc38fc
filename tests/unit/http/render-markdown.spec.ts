import { expect } from 'chai';
import { renderMarkdown } from '../../../src/http/site/guides/render-markdown.ts';

describe('renderMarkdown', () => {
  const render = (source: string) =>
    renderMarkdown(source, {
      linkOf: (href) => (href === 'hidden' ? undefined : `to:${href}`),
      codeOf: (text) => text.toUpperCase(),
    });
  const html = (source: string): string => render(source).html.text;

  it('returns the first heading as title, and the others with an anchor each', () => {
    const { title, headings, html: body } = render('# All of it\n\n## One `x` & two\n\n### More: it’s été\n\n## One');
    expect(title).to.equal('All of it');
    expect(headings).to.deep.equal([
      { depth: 2, id: 'one-x--two', text: 'One x & two' },
      { depth: 3, id: 'more-its-été', text: 'More: it’s été' },
      { depth: 2, id: 'one', text: 'One' },
    ]);
    expect(body.text).to.contain(
      '<h2 id="one-x--two">One <code>x</code> &amp; two <a class="anchor" href="#one-x--two"',
    );
    expect(body.text).not.to.contain('All of it');
  });

  it('gives headings of the same words different anchors', () => {
    expect(render('## Run it\n\n## Run it\n\n## Run it').headings.map(({ id }) => id)).to.deep.equal([
      'run-it',
      'run-it-1',
      'run-it-2',
    ]);
  });

  it('shows HTML as text', () => {
    expect(html('a <b onclick="x()">b</b>\n\n<script>alert(1)</script>')).not.to.match(/<(?:b|script)\b/);
    expect(html('```sh\n<script> "$X" & \'\n```')).to.contain('&#60;SCRIPT&#62; &#34;$X&#34; &#38; &#39;');
  });

  it('leaves out comments, and links to what is not served', () => {
    expect(html('a\n\n<!-- made by a program -->\n\nb <!-- c -->')).to.equal('<p>a</p>\n<p>b </p>\n');
    expect(html('see [the *script*](hidden)')).to.equal('<p>see the <em>script</em></p>\n');
  });

  it('converts links, and escapes their targets', () => {
    expect(html('[a *b*](c.md#d "t")')).to.contain('<a href="to:c.md#d">a <em>b</em></a>');
    expect(html('<http://localhost/x?a=1&b=2>')).to.contain('href="to:http://localhost/x?a=1&#38;b=2"');
  });

  it('says what kind a code block is, and gives a table only the headings that it has', () => {
    expect(html('```http\nok\n```')).to.contain('<pre class="block" data-kind="http"><code>OK</code></pre>');
    expect(html('|a|b|\n|-|-|\n|1|*2*|')).to.match(
      /<div class="scroll" tabindex="0"><table>\n<thead><tr><th>a<\/th><th>b<\/th><\/tr><\/thead>\n<tbody>\n<tr><td>1<\/td><td><em>2/,
    );
    expect(html('| | |\n|-|-|\n|1|2|')).not.to.contain('thead');
  });
});
