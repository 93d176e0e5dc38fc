import { expect } from 'chai';
import type { Import } from '../../generated/v2/types.ts';
import { ended, exportOf } from '../support/archive.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { readLines } from '../support/contract/records.ts';
import { createProject } from '../support/factories.ts';
import { useScene } from '../support/scene.ts';

const text = 'title\ncafé €\n';
const latin = Buffer.from('title\ncaf\xe9 \x80\n', 'latin1');
const big = Buffer.from(text, 'utf16le').swap16();
const mark = Buffer.from('\uFEFF', 'utf16le');

/** Bytes that say the same, and the Content-Type that tells how. */
const taken: readonly (readonly [type: string, bytes: Buffer])[] = [
  ['text/csv', Buffer.from(text)],
  ['text/csv', Buffer.from(`\uFEFF${text}`)],
  ['text/csv; charset=utf-8', Buffer.from(text)],
  ['text/csv; charset=UTF8', Buffer.from(text)],
  ['text/csv; charset="utf-8"; header=present', Buffer.from(text)],
  ['text/csv; charset=windows-1252', latin],
  ['text/csv; charset=CP1252', latin],
  ['text/csv; charset=latin1', latin],
  ['text/csv; charset=iso-8859-1', latin],
  ['text/csv; charset=iso-8859-15', Buffer.from('title\ncaf\xe9 \xa4\n', 'latin1')],
  ['text/csv; charset=utf-16', Buffer.from(text, 'utf16le')],
  ['text/csv; charset=utf-16le', Buffer.from(text, 'utf16le')],
  ['text/csv; charset=utf-16be', big],
  ['text/csv; charset=utf-16', Buffer.concat([Buffer.from(mark).swap16(), big])],
  ['text/csv', Buffer.concat([mark, Buffer.from(text, 'utf16le')])],
  ['text/csv', Buffer.concat([Buffer.from(mark).swap16(), big])],
];

const refused: readonly (readonly [title: string, type: string, bytes: Buffer, status: number, word: string])[] = [
  ['no UTF-8, and no word of what else', 'text/csv', latin, 400, 'name its charset'],
  ['no UTF-8, though it is declared', 'text/csv; charset=utf-8', latin, 400, 'name its charset'],
  ['half of a character of UTF-16', 'text/csv; charset=utf-16le', Buffer.from([0x74]), 400, 'that is declared'],
  [
    'half of a surrogate pair',
    'text/csv; charset=utf-16le',
    Buffer.from('a\ud800b', 'utf16le'),
    400,
    'that is declared',
  ],
  ['an encoding that nobody knows', 'text/csv; charset=klingon', latin, 415, 'with an encoding of the WHATWG'],
  ['an encoding that is not safe', 'text/csv; charset=utf-7', latin, 415, 'with an encoding of the WHATWG'],
  ['JSON in another encoding', 'application/json; charset=utf-16', big, 415, 'application/json in UTF-8'],
  ['JSON with an empty charset', 'application/json; charset=""', big, 415, 'application/json in UTF-8'],
  ['JSON in another encoding, undeclared', 'application/json', Buffer.concat([mark, big]), 400, 'must be UTF-8'],
];

describe('texts in other encodings', () => {
  const scene = useScene();

  async function send(type: string, body: Buffer) {
    const project = await createProject(scene.owner);
    const source = type.startsWith('text/csv') ? 'csv' : 'github_archive';
    const response = await checkedFetch(`${scene.app.url}/api/v2/projects/${project.id}/imports?source=${source}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${scene.owner.token}`, 'content-type': type },
      body: new Uint8Array(body),
    });
    return { project, status: response.status, text: await response.text() };
  }

  for (const [type, bytes] of taken) {
    it(`are read as ${type}, beginning with ${bytes.subarray(0, 4).toString('hex')}`, async () => {
      const response = await send(type, bytes);
      expect(response.status, response.text).to.equal(202);
      await ended(scene.owner, JSON.parse(response.text) as Import);
      const records = readLines(await exportOf(scene.owner, response.project)) as { title: string }[];
      expect(records.map(({ title }) => title)).to.deep.equal(['café €']);
    });
  }

  for (const [title, type, bytes, status, word] of refused) {
    it(`are refused: ${title}`, async () => {
      const response = await send(type, bytes);
      expect(response.status, response.text).to.equal(status);
      expect(response.text).to.include(word);
    });
  }
});
