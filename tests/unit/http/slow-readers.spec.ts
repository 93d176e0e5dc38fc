import type { ServerResponse } from 'node:http';
import { expect } from 'chai';
import { slowReaderCut } from '../../../src/http/slow-readers.ts';

describe('http: slow readers', () => {
  /** A response whose client has not read `writableLength` bytes; `destroyed` notes that its connection was cut. */
  function respond(name: string, destroyed: string[], writableEnded: boolean, writableLength = 1): ServerResponse {
    const socket = { destroy: () => destroyed.push(name) };
    return { writableEnded, writableLength, req: { socket } } as unknown as ServerResponse;
  }

  it('are cut when they are seen again after their time; what is still being written is not', () => {
    const destroyed: string[] = [];
    const cut = slowReaderCut();
    const responses = [respond('written', destroyed, true), respond('streamed', destroyed, false)];
    const limits = { responseTimeoutMs: -1, unreadBytesMax: 100 };
    cut(responses, limits);
    expect(destroyed).to.deep.equal([]);
    cut(responses, limits);
    expect(destroyed).to.deep.equal(['written']);
  });

  it('are cut beyond the size limit until the others fit, and those that wait longest first', () => {
    const destroyed: string[] = [];
    const cut = slowReaderCut();
    const responses = ['first', 'second', 'third', 'last'].map((name) => respond(name, destroyed, true, 30));
    const limits = { responseTimeoutMs: 60_000, unreadBytesMax: 60 };
    cut(responses, limits);
    cut(responses, limits);
    expect(destroyed).to.deep.equal(['first', 'second']);
  });
});
