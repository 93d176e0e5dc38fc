import { expect } from 'chai';
import { eventNames, validateEvent } from '../../../../generated/events.ts';
import type { Document } from '../../../../src/documents/generate/document.ts';
import { withWebhooks } from '../../../../src/documents/generate/webhooks.ts';
import { documents } from '../../../support/contract/document.ts';

const payload = { $ref: '#/components/schemas/NoteEvent' };
const note = { $ref: '#/components/schemas/Note' };
const returned = {
  200: {
    description: 'd',
    content: { 'application/json': { schema: note, examples: { a: { value: { text: 'Milk' } } } } },
  },
};

function withEvent(event: object, responses: object = returned): Document {
  return {
    openapi: '3.1.0',
    info: { title: 'Notes', version: '2.0.0' },
    paths: { '/notes/{id}': { get: { operationId: 'getNote', tags: ['notes'], responses } } },
    webhooks: { 'note.was_written': event },
    components: { schemas: { NoteEvent: { properties: { data: note } }, Note: { type: 'object' } } },
  } as unknown as Document;
}

describe('complete webhooks', () => {
  it('have an operationId, a tag of their own, the payload, and an example from a response', () => {
    const { post } = withWebhooks(withEvent({ summary: 'A note was written', 'x-payload': payload })).webhooks![
      'note.was_written'
    ]!;
    expect(post).to.include({ operationId: 'onNoteWasWritten', summary: 'A note was written' });
    expect(post).to.deep.include({ tags: ['webhooks'], security: [] });
    const media = (
      post?.requestBody as { content: Record<string, { schema: object; examples: Record<string, { value: object }> }> }
    ).content['application/json'];
    expect(media?.schema).to.deep.equal(payload);
    expect(media?.examples['note.was_written']?.value).to.deep.include({
      type: 'note.was_written',
      data: { text: 'Milk' },
    });
  });

  it('keep the description and the example of their author', () => {
    const event = {
      summary: 's',
      description: 'Sent at noon.',
      'x-audit': 'note.noon',
      'x-payload': payload,
      'x-example': { value: { text: 'Tea' } },
    };
    const text = JSON.stringify(withWebhooks(withEvent(event)).webhooks);
    expect(text)
      .to.include('Sent at noon.')
      .and.include('"x-audit":"note.noon"')
      .and.include('"text":"Tea"')
      .and.not.include('Milk');
  });

  it('are refused without a payload, or without an example of it', () => {
    expect(() => withWebhooks(withEvent({ summary: 's' }))).to.throw('note.was_written: x-payload');
    const event = { summary: 's', 'x-payload': payload };
    expect(() => withWebhooks(withEvent(event, { 204: { description: 'd' } }))).to.throw('add an x-example');
  });

  it('have examples that the server could send', () => {
    const webhooks = documents.v2.webhooks as unknown as Record<
      string,
      {
        post: {
          tags: string[];
          requestBody: { content: Record<string, { examples: Record<string, { value: unknown }> }> };
        };
      }
    >;
    expect(Object.keys(webhooks)).to.have.members([...eventNames]);
    for (const name of eventNames) {
      const { tags, requestBody } = webhooks[name]!.post;
      expect(tags).to.deep.equal(['webhooks']);
      const example = requestBody.content['application/json']?.examples[name]?.value;
      expect(validateEvent(name, example), name).to.deep.equal([]);
    }
  });
});
