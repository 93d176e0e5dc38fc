// Written by `make generate`; do not edit.

import type { AnonymousHandler, Handler } from '../../src/contract/handler.ts';
import type { operations } from './types.ts';

export interface HealthHandlers {
  getHealth: AnonymousHandler<operations['getHealth']>;
  getLiveness: AnonymousHandler<operations['getLiveness']>;
  getReadiness: AnonymousHandler<operations['getReadiness']>;
  getDetailedHealth: Handler<operations['getDetailedHealth']>;
}

export interface ProjectsHandlers {
  listProjects: Handler<operations['listProjects'], 'limit' | 'include_total' | 'sort'>;
  createProject: Handler<operations['createProject']>;
  getProject: Handler<operations['getProject']>;
  updateProject: Handler<operations['updateProject']>;
  deleteProject: Handler<operations['deleteProject']>;
}

export interface ImportsHandlers {
  listImports: Handler<operations['listImports'], 'limit' | 'include_total' | 'sort'>;
  createImport: Handler<operations['createImport'], 'source'>;
  getImport: Handler<operations['getImport']>;
}

/** Every operation of the document. */
export interface Handlers extends HealthHandlers, ProjectsHandlers, ImportsHandlers {}
