import { Writable } from 'node:stream';
import { expect } from 'chai';
import { progressBar } from '../../../src/commands/progress-bar.ts';

function screen(isTTY: boolean): { readonly out: NodeJS.WriteStream; readonly text: () => string } {
  const written: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written.push(chunk.toString());
      done();
    },
  });
  return { out: Object.assign(stream, { isTTY }) as unknown as NodeJS.WriteStream, text: () => written.join('') };
}

describe('progressBar', () => {
  it('redraws in place on a terminal, and ends its line', () => {
    const { out, text } = screen(true);
    const bar = progressBar(out);
    bar.show(0, null);
    bar.show(1, 4);
    bar.show(1, 4);
    bar.show(4, 4);
    bar.end();
    expect(text().split('\r').slice(1)).to.deep.equal([
      `[${'-'.repeat(40)}] 0 % (0/?)`,
      `[${'#'.repeat(10)}${'-'.repeat(30)}] 25 % (1/4)`,
      `[${'#'.repeat(40)}] 100 % (4/4)\n`,
    ]);
  });

  it('writes a line for every 20 % elsewhere', () => {
    const { out, text } = screen(false);
    const bar = progressBar(out);
    for (let done = 0; done <= 100; done++) bar.show(done, 100);
    bar.end();
    const percents = [...text().matchAll(/(\d+) %/g)].map((match) => Number(match[1]));
    expect(percents).to.deep.equal([0, 20, 40, 60, 80, 100]);
  });

  it('is full immediately if there is nothing to do', () => {
    const { out, text } = screen(false);
    progressBar(out).show(0, 0);
    expect(text()).to.contain('100 % (0/0)');
  });
});
