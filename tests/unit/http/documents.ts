import type { OpenApiDocument } from '../../../src/http/options.ts';

// Two small documents in the shape of the bundles, so that these tests say all they depend on.

const notFound = {
  description: 'There is no such resource.',
  content: {
    'application/problem+json': {
      schema: { $ref: '#/components/schemas/Problem' },
      examples: {
        not_found: { summary: 'Absent', value: { code: 'not_found', status: 404, request_id: 'r-1' } },
      },
    },
  },
};

const notFoundV1 = {
  description: 'There is no such resource.',
  content: {
    'application/json': {
      examples: { not_found: { value: { code: 'not_found', message: 'Absent.', details: [] } } },
    },
  },
};

const v2: OpenApiDocument = {
  openapi: '3.1.0',
  info: { title: 'Architect', version: '2.0.0', summary: "The backend of a team's work" },
  servers: [{ url: '/' }],
  tags: [{ name: 'health' }, { name: 'projects' }],
  paths: {
    '/health': {
      get: {
        operationId: 'getHealth',
        summary: 'Whether the service is well',
        tags: ['health'],
        security: [],
        responses: {
          '200': {
            description: 'The response.',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Health' } } },
          },
        },
      },
    },
    '/api/v2/projects': {
      post: {
        operationId: 'createProject',
        tags: ['projects'],
        'x-problems': ['project_key_taken'],
        responses: { '404': { $ref: '#/components/responses/NotFound' } },
      },
    },
    '/api/v2/projects/{project_id}': {
      parameters: [{ name: 'project_id', in: 'path', required: true, schema: { type: 'string' } }],
      get: {
        operationId: 'getProject',
        tags: ['projects'],
        responses: {
          '200': {
            description: 'The project.',
            content: { 'application/json': { examples: { core: { value: { code: 'CORE', title: 'Core' } } } } },
          },
          '404': { $ref: '#/components/responses/NotFound' },
        },
      },
    },
  },
  components: {
    responses: { NotFound: notFound },
    schemas: {
      Health: { type: 'object', required: ['status'], properties: { status: { type: 'string', enum: ['healthy'] } } },
      Problem: { type: 'object', properties: { code: { type: 'string' } } },
    },
  },
};

const v1: OpenApiDocument = {
  openapi: '3.1.0',
  info: { title: 'Architect', version: '1.9.0' },
  paths: {
    '/api/v1/projects/{id}': {
      get: { operationId: 'getProject', tags: ['projects'], responses: { '404': notFoundV1 } },
    },
  },
};

export const documents = { v1, v2 } as const;
