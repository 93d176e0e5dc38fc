import { expect } from 'chai';
import { parseText, toTexts } from '../../../src/cache/message.ts';

const tagsOf = (count: number, length = 40): ReadonlySet<string> =>
  new Set(Array.from({ length: count }, (_, number) => `task:${String(number).padStart(length, 'é')}`));

describe('messages between caches', () => {
  for (const count of [1, 2, 100, 1999, 2000]) {
    it(`tell ${count} tags in texts that PostgreSQL takes`, () => {
      const tags = tagsOf(count);
      const texts = toTexts('sender', tags);
      for (const text of texts) expect(Buffer.byteLength(text)).to.be.at.most(7500);
      const messages = texts.map(parseText);
      expect(messages.every(({ from }) => from === 'sender')).to.equal(true);
      expect(messages.flatMap((message) => message.tags)).to.deep.equal([...tags]);
    });
  }

  it('tell in one text that everything is stale, instead of more tags or of a tag that is too long', () => {
    const all = [JSON.stringify({ from: 'sender', tags: 'all' })];
    expect(toTexts('sender', tagsOf(2001))).to.deep.equal(all);
    expect(toTexts('sender', tagsOf(1, 7500))).to.deep.equal(all);
    expect(toTexts('sender', 'all')).to.deep.equal(all);
    expect(parseText(all[0]!)).to.deep.equal({ from: 'sender', tags: 'all' });
  });

  for (const text of ['', '{', 'null', '[]', '{"tags":[1]}', '{"tags":{}}', '{"from":7}', '"all"', '{"tags":"all"}']) {
    it(`make everything stale that cannot be read otherwise: ${text}`, () => {
      expect(parseText(text).tags).to.equal('all');
      expect(parseText(text).from).to.equal(undefined);
    });
  }
});
