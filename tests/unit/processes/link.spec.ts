import { expect } from 'chai';
import { createLink } from '../../../src/processes/link.ts';
import { ForeseenError } from '../../../src/problems/foreseen-error.ts';
import { linkEndpoints } from '../../support/linked-endpoints.ts';
import { thrownBy } from '../../support/thrown-by.ts';

interface Calculator {
  add(values: readonly number[]): number;
  divide(values: readonly [number, number]): Promise<number>;
  refuse(isForeseen: boolean): never;
  wait(nothing: undefined): Promise<never>;
  note(text: string): void;
}

function connect() {
  const noted: string[] = [];
  const sent: unknown[] = [];
  const ends = linkEndpoints();
  const calculator: Calculator = {
    add: (values) => values.reduce((sum, value) => sum + value, 0),
    divide: async ([dividend, divisor]) => dividend / divisor,
    refuse: (isForeseen) => {
      throw isForeseen ? new ForeseenError('the port is in use: set PORT') : new TypeError('no such sum');
    },
    wait: () => new Promise<never>(() => undefined),
    note: (text) => void noted.push(text),
  };
  createLink<Record<never, never>, Calculator>(ends.child, calculator);
  const send = (message: unknown): void => {
    sent.push(message);
    ends.supervisor.send(message);
  };
  const link = createLink<Calculator, Record<never, never>>({ ...ends.supervisor, send }, {});
  return { link, noted, sent, close: () => ends.close() };
}

describe('a link between two processes', () => {
  it('returns what the function of the other side returns', async () => {
    const { link } = connect();
    expect(await link.call('add', [1, 2, 3])).to.equal(6);
    expect(await link.call('divide', [6, 3])).to.equal(2);
  });

  it('sends the calls of one turn together', async () => {
    const { link, sent } = connect();
    const results = await Promise.all([link.call('add', [1]), link.call('add', [2]), link.call('divide', [9, 3])]);
    expect(results).to.deep.equal([1, 2, 3]);
    expect(sent).to.have.lengthOf(1);
  });

  it('throws what the function throws, and keeps whether it was foreseen', async () => {
    const { link } = connect();
    const foreseen = await thrownBy(link.call('refuse', true));
    expect(foreseen).to.be.instanceOf(ForeseenError);
    expect((foreseen as Error).message).to.equal('the port is in use: set PORT');
    const other = await thrownBy(link.call('refuse', false));
    expect(other).not.to.be.instanceOf(ForeseenError);
    expect((other as Error).stack).to.include('TypeError: no such sum');
  });

  it('gives up after the limit', async () => {
    const { link } = connect();
    const error = await thrownBy(link.call('wait', undefined, 20));
    expect((error as Error).message).to.equal('the other process did not return wait within 20 ms');
    expect(await link.call('add', [1, 1], 5000)).to.equal(2);
  });

  it('calls without waiting, in order', async () => {
    const { link, noted } = connect();
    link.tell('note', 'first');
    link.tell('note', 'second');
    await link.call('add', []);
    expect(noted).to.deep.equal(['first', 'second']);
  });

  it('fails the calls under way, and later ones, when the other process ends', async () => {
    const { link, close } = connect();
    const waiting = thrownBy(link.call('wait', undefined));
    close();
    expect(await waiting).to.have.property('message', 'the other process has ended');
    const later = await thrownBy(link.call('add', [1]));
    expect(later).to.have.property('message', 'the other process has ended');
  });
});
