import { expect } from 'chai';
import { exampleIds } from '../support/example-ids.ts';
import { findHeaderFaults } from '../support/contract/response-check.ts';
import { documentedOperations } from '../support/contract/document.ts';
import { forEach } from '../support/every-operation.ts';
import { sampleRequest } from '../support/sample-request.ts';
import { successes } from './corpus.ts';
import { successOf } from './exchange.ts';
import { ownHeaders } from './known-differences.ts';
import { usePrism } from './prism.ts';
import { idsAbout, keyOf } from './success-request.ts';

describe('every header of a success of the mock fits the document', () => {
  const prism = usePrism();

  forEach(documentedOperations, async (operation) => {
    const { status } = successOf(operation);
    const { about = {} } = successes[keyOf(operation)]!;
    const { method, target, headers, body } = sampleRequest(operation, idsAbout(exampleIds, about));
    const credentials = operation.written.security?.length === 0 ? {} : { authorization: 'Bearer token' };
    const response = await fetch(`${prism[operation.version].url}${target}`, {
      method,
      headers: { ...headers, ...credentials, prefer: `code=${status}` },
      ...(body === undefined ? {} : { body: Buffer.from(body) }),
    });
    await response.arrayBuffer();
    expect(response.status).to.equal(status);
    const declared = Object.keys(operation.responses[String(status)]!.headers);
    expect(declared.filter((name) => !response.headers.has(name))).to.deep.equal([]);
    const own = ownHeaders.filter(({ name }) => declared.includes(name));
    expect(findHeaderFaults(operation, response).map(({ name, value }) => ({ name, value }))).to.deep.equal(
      own.map(({ name, value }) => ({ name, value })),
    );
  });
});
