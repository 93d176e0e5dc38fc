import { expect } from 'chai';
import { findJsonExcess } from '../../../../src/contract/request/json-scan.ts';

/** Objects of which no two get their names in the same order. */
function kinds(count: number, namesEach: number): string {
  const objectOf = (number: number): string =>
    `{${Array.from({ length: namesEach }, (_, place) => `"${place === 0 ? `first ${number}` : `n${place}`}":1`).join()}}`;
  return `[${Array.from({ length: count }, (_, number) => objectOf(number)).join()}]`;
}

const spaces = ' '.repeat(64 * 1024);
const excessOf = (text: string) => findJsonExcess(Buffer.from(text + spaces));

describe('findJsonExcess', () => {
  it('finds more kinds of objects than thousands, however few values they are', async () => {
    expect(await excessOf(kinds(1000, 9))).to.equal(undefined);
    expect(await excessOf(kinds(1001, 10))).to.equal('too_many_shapes');
  });

  it('takes objects that have the same names in the same order for one kind, at any depth', async () => {
    const task = '{"title":"A","labels":[{"name":"x","color":"y"}],"author":{"name":"Ada","id":1}}';
    expect(await excessOf(`{"tasks":[${Array(20_000).fill(task).join()}]}`)).to.equal(undefined);
  });

  it('looks at names, not at texts that look like them', async () => {
    const texts = Array.from({ length: 20_000 }, (_, number) => `"\\"${number}\\":{\\\\"`);
    expect(await excessOf(`[${texts.join()}]`)).to.equal(undefined);
    const names = texts.map((text) => `${text}:1`);
    expect(await excessOf(`[{${names.join()}}]`)).to.equal('too_many_shapes');
  });

  it('finds millions of objects and arrays, and none in texts', async () => {
    expect(await excessOf(`[${'{},'.repeat(4_000_000)}{}]`)).to.equal('too_many_values');
    expect(await excessOf(`["${'{[,'.repeat(4_000_001)}"]`)).to.equal(undefined);
  });

  it('bears what is no JSON', async () => {
    for (const text of ['}]}]', ':::', '"', '"\\', '{"a"', '["a":1]', '\u0000{', '[[[['])
      expect(await excessOf(text), text).to.equal(undefined);
  });

  it('copies a long name once, however many colons stand behind it', async () => {
    const text = `{"${'a'.repeat(10_000_000)}"${':'.repeat(1_000_000)}`;
    expect(await excessOf(text)).to.equal('too_many_shapes');
  });

  for (const [what, text] of [
    ['many objects', `[${Array(100_000).fill('{"title":"A task","done":false}').join()}]`],
    ['a text of millions of quotes', `["${'\\"'.repeat(3_000_000)}"]`],
  ] as const) {
    it(`lets others have their turn while it goes through ${what}`, async () => {
      let turns = 0;
      const timer = setInterval(() => turns++, 1);
      await excessOf(text);
      clearInterval(timer);
      expect(turns).to.be.above(3);
    });
  }

  it('leaves small bodies alone', async () => {
    const text = Array.from({ length: 6000 }, (_, number) => `"${number}":1`).join();
    expect(await findJsonExcess(Buffer.from(`{${text}}`))).to.equal(undefined);
  });
});
