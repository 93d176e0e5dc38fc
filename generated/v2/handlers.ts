// Written by `make generate`; do not edit.

import type { AnonymousHandler, Handler } from '../../src/contract/handler.ts';
import type { operations } from './types.ts';

export interface HealthHandlers {
  getHealth: AnonymousHandler<operations['getHealth']>;
  getLiveness: AnonymousHandler<operations['getLiveness']>;
  getReadiness: AnonymousHandler<operations['getReadiness']>;
  getDetailedHealth: Handler<operations['getDetailedHealth']>;
}

export interface AuthHandlers {
  registerUser: AnonymousHandler<operations['registerUser']>;
  verifyEmail: AnonymousHandler<operations['verifyEmail']>;
  logIn: AnonymousHandler<operations['logIn']>;
  logOut: Handler<operations['logOut']>;
  getCsrfToken: Handler<operations['getCsrfToken']>;
}

export interface MeHandlers {
  getMe: Handler<operations['getMe']>;
  listMySessions: Handler<operations['listMySessions'], 'limit' | 'include_total' | 'sort'>;
  revokeMySession: Handler<operations['revokeMySession']>;
}

export interface ApiKeysHandlers {
  listApiKeys: Handler<operations['listApiKeys'], 'limit' | 'include_total' | 'sort'>;
  createApiKey: Handler<operations['createApiKey']>;
  getApiKey: Handler<operations['getApiKey']>;
  deleteApiKey: Handler<operations['deleteApiKey']>;
}

export interface OrganizationsHandlers {
  listOrganizations: Handler<operations['listOrganizations'], 'limit' | 'include_total' | 'sort'>;
  createOrganization: Handler<operations['createOrganization']>;
  getOrganization: Handler<operations['getOrganization']>;
  listMembers: Handler<operations['listMembers'], 'limit' | 'include_total' | 'sort'>;
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
export interface Handlers extends HealthHandlers, AuthHandlers, MeHandlers, ApiKeysHandlers, OrganizationsHandlers, ProjectsHandlers, ImportsHandlers {}
