import { expect } from 'chai';
import { parse } from 'yaml';
import { useApp } from '../support/app.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { documents } from '../support/contract/document.ts';

/** Every text of a document that is a description. */
function descriptionsOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(descriptionsOf);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, member]) =>
    name === 'description' && typeof member === 'string' ? [member] : descriptionsOf(member),
  );
}

describe('the chapters of the documents', () => {
  const app = useApp();

  async function descriptionOf(path: string): Promise<string> {
    const text = await (await checkedFetch(`${app.url}${path}`)).text();
    const document = path.includes('.yaml') ? (parse(text) as unknown) : (JSON.parse(text) as unknown);
    return (document as { readonly info: { readonly description: string } }).info.description;
  }

  it('and all descriptions link to pages that exist', async () => {
    const texts = Object.values(documents).flatMap(descriptionsOf);
    const links = new Set(texts.flatMap((text) => [...text.matchAll(/\]\((?<url>[^)]+)\)/g)].map(([, url]) => url!)));
    expect(links.size).to.be.above(50);
    const broken: string[] = [];
    for (const link of links) {
      const { status } = await checkedFetch(new URL(link, app.url).href, { headers: { accept: 'text/html' } });
      if (status !== 200) broken.push(`${link}: ${status}`);
    }
    expect(broken).to.deep.equal([]);
  });

  for (const version of ['v1', 'v2']) {
    it(`${version} has the same ones in both versions of OpenAPI, in YAML, and for the public`, async () => {
      const whole = await descriptionOf(`/api/${version}/openapi.json`);
      expect(whole.match(/^# .+$/gm)).to.have.length.above(1);
      for (const form of ['json?chapters=true', 'json?openapi=3.0', 'yaml', 'json?audience=public'])
        expect(await descriptionOf(`/api/${version}/openapi.${form}`), form).to.equal(whole);
    }).timeout(60_000);

    it(`${version} has the introduction only, if it is asked for or reduced to some tags`, async () => {
      const [introduction] = (await descriptionOf(`/api/${version}/openapi.json`)).split('\n\n# ');
      for (const query of ['chapters=false', 'tags=tasks', 'tags=tasks&chapters=true&openapi=3.0'])
        expect(await descriptionOf(`/api/${version}/openapi.json?${query}`), query).to.equal(introduction);
    });
  }
});
