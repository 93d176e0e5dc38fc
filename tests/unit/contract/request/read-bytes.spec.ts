import { once } from 'node:events';
import { connect } from 'node:net';
import { createServer, request, type ClientRequest, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect } from 'chai';
import type { BodyMemory } from '../../../../src/contract/request/growing-buffer.ts';
import { readBytes } from '../../../../src/contract/request/read-bytes.ts';
import { AppError } from '../../../../src/problems/app-error.ts';
import { eventually } from '../../../support/eventually.ts';

const KB = 1024;
const MB = KB * KB;

describe('the bytes of a body', () => {
  let server: Server;
  let memory: BodyMemory;
  let bytesMax: number;

  /** Returns the length and the last byte of what was read, or the code of the refusal. */
  before(async () => {
    server = createServer((incoming, response) => {
      const result = (words: string): void => void response.end(words);
      readBytes(incoming, bytesMax, memory).then(
        (bytes) => result(`${bytes.length} ${bytes.toString('latin1', bytes.length - 1)}`),
        (error: unknown) => result(error instanceof AppError ? `${error.status} ${error.code}` : String(error)),
      );
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });
  beforeEach(() => {
    memory = { held: 0, bytesMax: 256 * MB };
    bytesMax = MB;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  function open(): { readonly outgoing: ClientRequest; readonly result: Promise<string> } {
    const { port } = server.address() as AddressInfo;
    const outgoing = request({ port, host: '127.0.0.1', method: 'POST', agent: false });
    outgoing.flushHeaders();
    const result = once(outgoing, 'response').then(async ([incoming]) => text(incoming as IncomingMessage));
    return { outgoing, result };
  }

  async function send(...pieces: readonly Buffer[]): Promise<string> {
    const { outgoing, result } = open();
    outgoing.on('error', () => undefined);
    for (const piece of pieces) outgoing.write(piece);
    outgoing.end();
    return result;
  }

  it('are those that were sent, however they are cut', async () => {
    expect(await send()).to.equal('0 ');
    expect(await send(Buffer.from('abc'))).to.equal('3 c');
    expect(await send(Buffer.from('a'), Buffer.from('bc'), Buffer.alloc(100_000, 'd'), Buffer.from('e'))).to.equal(
      '100004 e',
    );
    expect(await send(Buffer.alloc(MB - 1, 'a'), Buffer.from('b'))).to.equal(`${MB} b`);
    expect(memory.held).to.equal(0);
  });

  it('take the memory of their length, not of their pieces', async () => {
    const held: number[] = [];
    memory = {
      bytesMax: 256 * MB,
      get held() {
        return held.at(-1) ?? 0;
      },
      set held(bytes) {
        held.push(bytes);
      },
    };
    expect(await send(...Array.from({ length: 20_000 }, () => Buffer.alloc(20, 'a')))).to.equal('400000 a');
    expect(Math.max(...held)).to.be.within(400_000, 800_000);
  });

  it('are not read to their end where they come in countless tiny pieces', async () => {
    const pieces = (count: number) => Array.from({ length: count }, () => Buffer.from('a'));
    expect(await send(...pieces(4096))).to.equal('4096 a');
    expect(await send(...pieces(4097))).to.equal('400 malformed_request');
    expect(memory.held).to.equal(0);
  });

  it('are 413 once they are too many', async () => {
    expect(await send(Buffer.alloc(MB, 'a'), Buffer.from('b'))).to.equal('413 payload_too_large');
    expect(memory.held).to.equal(0);
  });

  for (const isAnnounced of [true, false]) {
    it(`are read on for a while after the refusal, and no longer: ${isAnnounced ? 'announced' : 'in pieces'}`, async () => {
      const { port } = server.address() as AddressInfo;
      const socket = connect(port, '127.0.0.1').on('error', () => undefined);
      const length = isAnnounced ? `content-length: ${200 * MB}` : 'transfer-encoding: chunked';
      socket.write(`POST / HTTP/1.1\r\nhost: a\r\n${length}\r\n\r\n`);
      // once() of node:events would reject at the reset that ends the connection.
      const emitted = (name: string): Promise<void> => new Promise((resolve) => socket.once(name, () => resolve()));
      const closed = emitted('close');
      const piece = Buffer.alloc(MB, 'a');
      let sent = 0;
      while (!socket.destroyed && sent < 100) {
        if (!isAnnounced) socket.write(`${MB.toString(16)}\r\n`);
        const isTaken = socket.write(piece);
        if (!isAnnounced) socket.write('\r\n');
        sent += 1;
        if (!isTaken) await Promise.race([emitted('drain'), closed]);
      }
      expect(sent).to.be.within(32, 60);
    });
  }

  it('are 503 where large bodies on their way have filled the memory; small ones still come in', async () => {
    bytesMax = 10 * MB;
    memory = { held: 0, bytesMax: 3 * MB };
    const slow = open();
    slow.outgoing.write(Buffer.alloc(MB, 'a'));
    slow.outgoing.write(Buffer.alloc(300 * KB, 'a'));
    await eventually(async () => expect(memory.held).to.be.at.least(MB + 300 * KB));
    expect(await send(Buffer.alloc(3 * MB, 'b'))).to.equal('503 overloaded');
    // Now there is no room left at all.
    Object.assign(memory, { bytesMax: memory.held });
    expect(await send(Buffer.alloc(60 * KB, 'c'))).to.equal(`${60 * KB} c`);
    expect(await send(Buffer.alloc(70 * KB, 'c'))).to.equal('503 overloaded');
    slow.outgoing.end();
    expect(await slow.result).to.equal(`${MB + 300 * KB} a`);
    expect(await send(Buffer.alloc(MB, 'b'))).to.equal(`${MB} b`);
    expect(memory.held).to.equal(0);
  });

  it('give their memory back where the caller goes away', async () => {
    const gone = open();
    gone.outgoing.on('error', () => undefined);
    gone.result.catch(() => undefined);
    gone.outgoing.write(Buffer.alloc(500 * KB, 'a'));
    await eventually(async () => expect(memory.held).to.be.at.least(500 * KB));
    gone.outgoing.destroy();
    await eventually(async () => expect(memory.held).to.equal(0));
  });
});
