import { mapMembers } from '../../reader/json.ts';
import { operationsOf, type Document, type OperationObject } from '../document.ts';
import { curlSample } from './curl.ts';
import { goSample } from './go.ts';
import { pythonSample } from './python.ts';
import { sampleCall } from './sample-call.ts';
import { typescriptSample } from './typescript.ts';

/** In the order of the reference's tabs. `lang` is for the colours, `label` for people. */
const languages = [
  { lang: 'Shell', label: 'curl', write: curlSample },
  { lang: 'TypeScript', label: 'TypeScript', write: typescriptSample },
  { lang: 'Python', label: 'Python', write: pythonSample },
  { lang: 'Go', label: 'Go', write: goSample },
] as const;

/** Returns the document with `x-codeSamples` in every operation, made from the operation's own examples. */
export function withCodeSamples(document: Document): Document {
  const samples = new Map(
    operationsOf(document).map((place) => {
      const call = sampleCall(document, place);
      return [place.operation, languages.map(({ lang, label, write }) => ({ lang, label, source: write(call) }))];
    }),
  );
  const paths = mapMembers(document.paths, (item) =>
    mapMembers(item as Readonly<Record<string, unknown>>, (member) => {
      const own = samples.get(member as OperationObject);
      return own === undefined ? member : { ...(member as OperationObject), 'x-codeSamples': own };
    }),
  );
  return { ...document, paths };
}
