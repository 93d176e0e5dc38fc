import { isServed } from '../reader/operations.ts';
import { asJson, asList, mapMembers, type Json } from '../reader/json.ts';
import { operationsOf, type Document, type PathItem } from './document.ts';

// Readers such as ReDoc do not show extensions. What callers need of them is repeated in descriptions.

/**
 * Returns the document with a last paragraph in the description of each operation, with its specific problems (`x-problems`),
 * its events (`x-emits`) and its class of rate limits, and of each event, with the operations that cause it.
 */
export function withOperationNotes(document: Document): Document {
  const { paths, webhooks } = document;
  const causes = causesOf(document);
  return {
    ...document,
    paths: mapMembers(paths, (item) => withNotes(item, operationNote)),
    ...(webhooks && {
      webhooks: mapMembers(webhooks, (item, event) => withNotes(item, () => causes.get(event) ?? '')),
    }),
  };
}

function withNotes(item: PathItem, noteOf: (operation: Json) => string): PathItem {
  return mapMembers(asJson(item), (member, name) => {
    if (!isServed(name)) return member;
    const operation = asJson(member);
    const { description } = operation;
    const paragraphs = [typeof description === 'string' ? description.trim() : '', noteOf(operation)];
    return { ...operation, description: paragraphs.filter((text) => text !== '').join('\n\n') };
  });
}

function operationNote(operation: Json): string {
  const problems = asList(operation['x-problems']).map(
    (code) => `[\`${String(code)}\`](/api/problems/${String(code)})`,
  );
  const events = asList(operation['x-emits']).map((event) => `\`${String(event)}\``);
  const rateClass = operation['x-rate-limit'];
  return [
    ...(problems.length > 0 ? [`Specific problems: ${problems.join(', ')}.`] : []),
    ...(events.length > 0 ? [`Events: ${events.join(', ')}.`] : []),
    ...(typeof rateClass === 'string' ? [`Rate limit: class \`${rateClass}\`.`] : []),
  ].join(' ');
}

/** Event -> the sentence with the operations that list it in `x-emits`. */
function causesOf(document: Document): ReadonlyMap<string, string> {
  const ids = new Map<string, string[]>();
  for (const { operation } of operationsOf(document)) {
    for (const event of asList(operation['x-emits']).map(String))
      ids.set(event, [...(ids.get(event) ?? []), `\`${operation.operationId}\``]);
  }
  return new Map([...ids].map(([event, causing]) => [event, `Caused by ${causing.join(', ')}.`]));
}
