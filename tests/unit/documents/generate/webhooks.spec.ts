import { expect } from 'chai';
import { eventNames, validateEvent } from '../../../../generated/events.ts';
import type { Document } from '../../../../src/documents/generate/document.ts';
import { withWebhooks } from '../../../../src/documents/generate/webhooks.ts';
import { documents } from '../../../support/contract/document.ts';

const payload = { $ref: '#/components/schemas/NoteEvent' };
const data = { text: 'Milk', updated_at: '2026-11-03T08:00:00.000Z' };
const written = { summary: 'A note was written', 'x-payload': payload, 'x-example': { value: data } };

function withEvent(event: object): Document {
  return {
    openapi: '3.1.0',
    info: { title: 'Notes', version: '2.0.0' },
    paths: {},
    webhooks: { 'note.was_written': event },
    components: { schemas: { NoteEvent: { type: 'object' } } },
  };
}

/** Returns the example of the event. */
function exampleOf(event: object): object | undefined {
  const { post } = withWebhooks(withEvent(event)).webhooks!['note.was_written']!;
  const { content } = post!.requestBody as {
    content: Record<string, { schema: object; examples: Record<string, { value: object }> }>;
  };
  expect(content['application/json']?.schema).to.deep.equal(payload);
  return content['application/json']?.examples['note.was_written']?.value;
}

describe('complete webhooks', () => {
  it('have an operationId, a tag of their own, the payload, and an example of the body', () => {
    const { post } = withWebhooks(withEvent(written)).webhooks!['note.was_written']!;
    expect(post).to.include({ operationId: 'onNoteWasWritten', summary: 'A note was written' });
    expect(post).to.deep.include({ tags: ['webhooks'], security: [] });
    expect(exampleOf(written)).to.deep.include({ type: 'note.was_written', timestamp: data.updated_at, data });
  });

  it('take from x-envelope what the data of the example does not tell', () => {
    const stated = { timestamp: '2026-11-04T08:00:00.000Z', organization_id: null };
    expect(exampleOf({ ...written, 'x-envelope': stated })).to.deep.include({ ...stated, data });
    expect(JSON.stringify(withWebhooks(withEvent({ ...written, 'x-envelope': stated })))).not.to.include('x-envelope');
  });

  it('keep the description and the extensions of their author', () => {
    const event = { ...written, description: 'Sent at noon.', 'x-audit': 'note.noon' };
    const text = JSON.stringify(withWebhooks(withEvent(event)).webhooks);
    expect(text).to.include('Sent at noon.').and.include('"x-audit":"note.noon"');
  });

  it('are refused without a payload, or without an example of it', () => {
    const { 'x-payload': _payload, ...withoutPayload } = written;
    expect(() => withWebhooks(withEvent(withoutPayload))).to.throw('note.was_written: x-payload');
    const { 'x-example': _example, ...withoutExample } = written;
    expect(() => withWebhooks(withEvent(withoutExample))).to.throw('note.was_written: x-example');
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
