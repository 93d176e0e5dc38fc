import { expect } from 'chai';
import { Publisher } from '../../../src/cache/publisher.ts';

/** A line whose sends the test ends one by one. */
function slowLine() {
  const sends: { readonly tags: readonly string[] | 'all'; readonly end: (isSent: boolean) => void }[] = [];
  const send = (tags: ReadonlySet<string> | 'all'): Promise<boolean> => {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    sends.push({ tags: tags === 'all' ? tags : [...tags], end: resolve });
    return promise;
  };
  return { send, sends, tags: () => sends.map(({ tags }) => tags) };
}

describe('Publisher', () => {
  it('sends at once, and gathers what comes meanwhile into one message', async () => {
    const line = slowLine();
    const publisher = new Publisher(line.send);
    const done: string[] = [];
    const publish = (tag: string): Promise<void> => publisher.publish([tag]).then(() => void done.push(tag));
    const first = publish('a');
    const others = [publish('b'), publish('c'), publish('b')];
    expect(line.tags()).to.deep.equal([['a']]);
    line.sends[0]!.end(true);
    await first;
    expect(done).to.deep.equal(['a']);
    expect(line.tags()).to.deep.equal([['a'], ['b', 'c']]);
    line.sends[1]!.end(true);
    await Promise.all(others);
    expect(line.sends).to.have.length(2);
  });

  it('resolves when nothing is to be sent', async () => {
    const line = slowLine();
    await new Publisher(line.send).publish([]);
    expect(line.sends).to.deep.equal([]);
  });

  it('keeps what could not be sent for the next message, without keeping its callers waiting', async () => {
    const line = slowLine();
    const publisher = new Publisher(line.send);
    const failed = publisher.publish(['a']);
    const meanwhile = publisher.publish(['b']);
    line.sends[0]!.end(false);
    await Promise.all([failed, meanwhile]);
    expect(line.sends).to.have.length(1);
    const next = publisher.publish(['c']);
    expect(line.tags().slice(1)).to.deep.equal([['b', 'a', 'c']]);
    line.sends[1]!.end(true);
    await next;
    publisher.retry();
    expect(line.sends).to.have.length(2);
  });

  it('sends at a retry what could not be sent', async () => {
    const line = slowLine();
    const publisher = new Publisher(line.send);
    const failed = publisher.publish(['a']);
    line.sends[0]!.end(false);
    await failed;
    publisher.retry();
    expect(line.tags()).to.deep.equal([['a'], ['a']]);
  });

  it('tells that everything is stale instead of keeping ever more tags', async () => {
    const line = slowLine();
    const publisher = new Publisher(line.send);
    const tags = Array.from({ length: 2001 }, (_, number) => `task:${number}`);
    const failed = publisher.publish(tags);
    line.sends[0]!.end(false);
    await failed;
    const next = publisher.publish(['b']);
    expect(line.tags().at(-1)).to.equal('all');
    line.sends[1]!.end(true);
    await next;
    void publisher.publish(['c']);
    expect(line.tags().at(-1)).to.deep.equal(['c']);
  });
});
