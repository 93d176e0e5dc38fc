import { expect } from 'chai';
import type { Document } from '../../../../src/documents/generate/document.ts';
import { withOperationNotes } from '../../../../src/documents/generate/operation-notes.ts';
import { documentedOperations, documents } from '../../../support/contract/document.ts';

const operation = (operationId: string, facts: object) => ({
  operationId,
  tags: ['notes'],
  description: 'Adds a note.\n',
  responses: {},
  ...facts,
});
const document: Document = {
  openapi: '3.1.0',
  info: { title: 'Notes', version: '2.0.0' },
  paths: {
    '/notes': {
      parameters: [],
      post: operation('createNote', {
        'x-rate-limit': 'write',
        'x-problems': ['note_taken', 'too_many_notes'],
        'x-emits': ['note.created'],
      }),
      get: operation('listNotes', { 'x-rate-limit': 'read' }),
    },
    '/imports': {
      post: operation('importNotes', { 'x-emits': ['note.created', 'import.completed'], 'x-problems': [] }),
      get: operation('listImports', {}),
    },
  },
  webhooks: { 'note.created': { post: operation('onNoteCreated', {}) }, ping: { post: operation('onPing', {}) } },
};

describe('the notes at the end of descriptions', () => {
  const { paths, webhooks } = withOperationNotes(document);

  it('have the specific problems, the events and the class of rate limits', () => {
    expect(paths['/notes']!.post!.description).to.equal(
      'Adds a note.\n\nSpecific problems: [`note_taken`](/api/problems/note_taken), ' +
        '[`too_many_notes`](/api/problems/too_many_notes). Events: `note.created`. Rate limit: class `write`.',
    );
  });

  it('leave out what an operation does not have', () => {
    expect(paths['/notes']!.get!.description).to.equal('Adds a note.\n\nRate limit: class `read`.');
    expect(paths['/imports']!.post!.description).to.equal(
      'Adds a note.\n\nEvents: `note.created`, `import.completed`.',
    );
    expect(paths['/imports']!.get!.description).to.equal('Adds a note.');
    expect(paths['/notes']!.parameters).to.deep.equal([]);
  });

  it('say which operations cause an event', () => {
    expect(webhooks!['note.created']!.post!.description).to.equal(
      'Adds a note.\n\nCaused by `createNote`, `importNotes`.',
    );
    expect(webhooks!['ping']!.post!.description).to.equal('Adds a note.');
  });

  it('stay away from a document without webhooks', () => {
    const { webhooks: _webhooks, ...plain } = document;
    expect(withOperationNotes(plain)).not.to.have.property('webhooks');
  });

  it('are in both documents, and every event of v2 has a cause or comes from a job', () => {
    for (const { id, written } of documentedOperations) {
      const { description, 'x-rate-limit': rateClass } = written as typeof written & { description: string };
      expect(description, id).to.match(new RegExp(`Rate limit: class \`${rateClass}\`\\.$`));
    }
    const events = Object.entries(documents.v2.webhooks ?? {}) as [string, { post: { description: string } }][];
    const causeless = events.filter(([, { post }]) => !/\n\nCaused by `\w+`/.test(post.description));
    expect(causeless.map(([event]) => event)).to.deep.equal(['alert.fired', 'incident.opened', 'incident.closed']);
  });
});
