import { expect } from 'chai';
import { selectOperations, tagsOf } from '../../../src/documents/select-operations.ts';

const response = (schema: string) => ({
  200: { description: 'd', content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } } },
});
const document = {
  openapi: '3.1.0',
  info: { title: 'Notes', version: '1.0.0' },
  tags: [{ name: 'notes' }, { name: 'labels' }],
  'x-tagGroups': [
    { name: 'Writing', tags: ['labels', 'notes'] },
    { name: 'More', tags: ['labels'] },
  ],
  paths: {
    '/notes': {
      parameters: [{ $ref: '#/components/parameters/Page' }],
      get: { operationId: 'listNotes', tags: ['notes'], security: [{ bearer: [] }], responses: response('NotePage') },
      post: {
        operationId: 'createNote',
        tags: ['notes'],
        security: [],
        responses: {
          201: {
            description: 'd',
            links: { list: { operationId: 'listNotes' }, label: { operationId: 'createLabel' } },
            content: { 'application/json': { examples: { a: { value: { links: { b: 1 } } } } } },
          },
        },
      },
    },
    '/labels': {
      post: { operationId: 'createLabel', tags: ['labels'], security: [{ cookie: [] }], responses: response('Label') },
    },
  },
  webhooks: {
    'note.created': { post: { operationId: 'onNote', tags: ['notes'], responses: response('NoteEvent') } },
    'label.created': { post: { operationId: 'onLabel', tags: ['labels'], responses: response('Label') } },
  },
  components: {
    parameters: { Page: { name: 'page', in: 'query' }, Unused: { name: 'u', in: 'query' } },
    schemas: {
      NotePage: { type: 'object', properties: { data: { items: { $ref: '#/components/schemas/Note' } } } },
      Note: { type: 'object', properties: { next: { $ref: '#/components/schemas/Note' } } },
      NoteEvent: { discriminator: { mapping: { a: '#/components/schemas/Tilde~1d' } } },
      'Tilde/d': {},
      Label: {},
    },
    securitySchemes: { bearer: { type: 'http' }, cookie: { type: 'apiKey' } },
  },
};

describe('selectOperations by tag', () => {
  const notes = selectOperations(document, { tags: ['notes'] }) as typeof document;

  it('lists the tags', () => expect(tagsOf(document)).to.deep.equal(['notes', 'labels']));

  it('keeps paths and webhooks with operations of the tag, and the shared members of their paths', () => {
    expect(Object.keys(notes.paths)).to.deep.equal(['/notes']);
    expect(notes.paths['/notes'].parameters).to.deep.equal(document.paths['/notes'].parameters);
    expect(Object.keys(notes.webhooks)).to.deep.equal(['note.created']);
    expect(notes.tags).to.deep.equal([{ name: 'notes' }]);
    expect(notes.info).to.deep.equal(document.info);
  });

  it('keeps the tag in its groups, and no empty group', () => {
    expect(notes['x-tagGroups']).to.deep.equal([{ name: 'Writing', tags: ['notes'] }]);
    const { 'x-tagGroups': _groups, ...ungrouped } = document;
    expect(selectOperations(ungrouped, { tags: ['notes'] })).not.to.have.property('x-tagGroups');
  });

  it('keeps the components that are referred to, also in circles and by mappings, and the schemes in use', () => {
    expect(Object.keys(notes.components.schemas)).to.have.members(['NotePage', 'Note', 'NoteEvent', 'Tilde/d']);
    expect(Object.keys(notes.components.parameters)).to.deep.equal(['Page']);
    expect(Object.keys(notes.components.securitySchemes)).to.deep.equal(['bearer']);
  });

  it('removes links to removed operations, but not in examples', () => {
    const created = notes.paths['/notes'].post.responses[201];
    expect(created.links).to.deep.equal({ list: { operationId: 'listNotes' } });
    expect(created.content).to.deep.equal(document.paths['/notes'].post.responses[201].content);
  });

  it('keeps everything in use if every tag is named, and does not modify the document', () => {
    const before = structuredClone(document);
    const { components, ...rest } = selectOperations(document, { tags: ['labels', 'notes'] });
    const { components: all, ...others } = before;
    expect(rest).to.deep.equal(others);
    expect(components).to.deep.equal({ ...all, parameters: { Page: all.parameters.Page } });
    expect(document).to.deep.equal(before);
  });
});

describe('selectOperations with names of authors', () => {
  it('keeps properties named links, and resolves references of path items', () => {
    const links = { type: 'object', properties: { links: { type: 'array' }, constructor: {} } };
    const get = { operationId: 'getIt', tags: ['notes'], responses: { 200: { $ref: '#/components/responses/It' } } };
    const whole = {
      openapi: '3.1.0',
      tags: [{ name: 'notes' }, { name: 'labels' }],
      'x-tagGroups': [
        { name: 'Writing', tags: ['labels', 'notes'] },
        { name: 'More', tags: ['labels'] },
      ],
      paths: { '/it': { $ref: '#/components/pathItems/It' } },
      components: {
        pathItems: { It: { get, delete: { ...get, operationId: 'deleteIt', tags: ['labels'] } } },
        responses: {
          It: {
            description: 'd',
            links: { self: { operationId: 'getIt' }, end: { operationId: 'deleteIt' } },
            content: { 'application/json': { schema: { $ref: '#/components/schemas/It' } } },
          },
        },
        schemas: { It: links },
      },
    };
    const selected = selectOperations(whole, { tags: ['notes'] }) as typeof whole;
    expect(selected.paths).to.deep.equal({ '/it': { get } });
    expect(selected.components.schemas.It).to.deep.equal(links);
    expect(selected.components.responses.It.links).to.deep.equal({ self: { operationId: 'getIt' } });
  });
});

describe('selectOperations for an audience', () => {
  const operation = (operationId: string, tag: string, role: string) => ({
    operationId,
    tags: [tag],
    'x-role': role,
    security: [{ [role]: [] }],
    responses: response(operationId),
  });
  const whole = {
    openapi: '3.1.0',
    tags: [{ name: 'notes' }, { name: 'users' }, { name: 'prose' }, { name: 'hooks' }],
    'x-tagGroups': [
      { name: 'Work', tags: ['notes', 'users'] },
      { name: 'Administration', tags: ['users'] },
    ],
    paths: {
      '/notes': {
        get: operation('listNotes', 'notes', 'viewer'),
        delete: operation('purgeNotes', 'notes', 'operator'),
      },
      '/users': { get: operation('listUsers', 'users', 'operator') },
    },
    webhooks: { 'user.created': { post: { operationId: 'onUser', tags: ['hooks'], responses: response('User') } } },
    components: {
      schemas: { listNotes: {}, purgeNotes: {}, listUsers: {}, User: {} },
      securitySchemes: { viewer: {}, operator: {} },
    },
  };
  const selected = selectOperations(whole, { audience: 'public' });

  it('removes the operations of operators, and the paths, components and schemes that only they use', () => {
    expect(selected['paths']).to.deep.equal({ '/notes': { get: whole.paths['/notes'].get } });
    expect(selected['webhooks']).to.deep.equal(whole.webhooks);
    expect(selected['components']).to.deep.equal({
      schemas: { listNotes: {}, User: {} },
      securitySchemes: { viewer: {} },
    });
  });

  it('removes the tags that lose all their operations, also from the groups, and no others', () => {
    expect(tagsOf(selected)).to.deep.equal(['notes', 'prose', 'hooks']);
    expect(selected['x-tagGroups']).to.deep.equal([{ name: 'Work', tags: ['notes'] }]);
  });

  it('is combined with tags', () => {
    const both = selectOperations(whole, { audience: 'public', tags: ['users', 'prose'] });
    expect([both['paths'], tagsOf(both), both['x-tagGroups']]).to.deep.equal([{}, ['prose'], []]);
  });
});
