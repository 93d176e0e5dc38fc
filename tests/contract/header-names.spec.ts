import { expect } from 'chai';
import { createAccount } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { documentedOperations } from '../support/contract/document.ts';
import { forEach } from '../support/every-operation.ts';
import { prepare } from '../support/preparations.ts';
import { rawRequest } from '../support/raw-request.ts';
import { bearer, sampleRequest, unique } from '../support/sample-request.ts';
import { createWorld } from '../support/world.ts';

describe('every operation: header names are written in one case', () => {
  const app = useApp();

  // rawRequest looks at the names as they come over the wire.
  forEach(documentedOperations, async (operation) => {
    const owner = await createAccount(app, { is_operator: true });
    const { ids, session } = await createWorld(app, owner);
    const prepared = await prepare(app, operation, owner);
    const sample = unique(sampleRequest(operation, { ...ids, session_id: session.session_id, ...prepared }));
    const credential = operation.written['x-role'] === 'anonymous' ? {} : bearer(session);
    const request = { method: sample.method, url: app.url + sample.target };
    const body = sample.body === undefined ? {} : { body: sample.body };
    for (const headers of [{ accept: 'image/x-none' }, {}]) {
      const response = await rawRequest({
        ...request,
        ...body,
        headers: { ...sample.headers, ...credential, ...headers },
      });
      expect(response.headers.get('x-request-id')).to.be.a('string');
    }
    const refused = await rawRequest({
      ...request,
      ...body,
      headers: { ...sample.headers, authorization: 'Bearer x' },
    });
    expect(refused.headers.get('date')).to.be.a('string');
  });
});
