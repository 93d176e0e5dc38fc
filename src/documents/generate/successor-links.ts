import { deprecationOf } from '../../contract/response/deprecation.ts';
import { asJson, isJson, mapMembers, memberOf, type Json } from '../reader/json.ts';
import { isRef, resolve } from '../reader/reference.ts';
import { deprecationFacts } from './deprecation-facts.ts';
import { operationsOf, type Document, type PathOperation } from './document.ts';
import { namesInPath, parameterExamples } from './parameter-examples.ts';

/**
 * Returns the document with examples of Link and Link-Template in the responses of deprecated operations, as the server
 * sends them for the operation's own examples. Responses that operations share keep the example of their component.
 * @param successors the current document, which contains the operations that `x-successor` names
 */
export function withSuccessorLinks(document: Document, successors: Document): Document {
  const places = new Map<unknown, PathOperation>(operationsOf(document).map((place) => [place.operation, place]));
  const paths = mapMembers(document.paths, (item) =>
    mapMembers(asJson(item), (member) => {
      const place = places.get(member);
      const examples = place === undefined ? undefined : linkExamples(document, place, successors);
      if (place === undefined || examples === undefined) return member;
      const responses = mapMembers(place.operation.responses, (response) =>
        isRef(response) ? response : withExamples(document, asJson(response), examples),
      );
      return { ...place.operation, responses };
    }),
  );
  return { ...document, paths };
}

/** Header -> its example; undefined if the server does not send it. */
function linkExamples(document: Document, place: PathOperation, successors: Document): Json | undefined {
  const { path, operation } = place;
  const deprecation = deprecationFacts(place, successors);
  const headers = deprecationOf({ id: operation.operationId, path, deprecation });
  if (headers === undefined) return undefined;
  const values = parameterExamples(document, place, 'path');
  const segments = namesInPath(path).map((name) => String(values[name]));
  return { Link: headers.link(segments), 'Link-Template': headers.linkTemplate };
}

function withExamples(document: Document, response: Json, examples: Json): Json {
  if (!isJson(response['headers'])) return response;
  const headers = mapMembers(response['headers'], (header, name) => {
    const example = memberOf(examples, name);
    return example === undefined ? header : { ...resolve(document, asJson(header)), example };
  });
  return { ...response, headers };
}
