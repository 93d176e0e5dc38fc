// Written by `make generate`; do not edit.

import type { AnonymousHandler, Handler } from '../../src/contract/controller/handler.ts';
import type { operations } from './types.ts';

export interface AuthHandlers {
  registerUser: AnonymousHandler<operations['registerUser']>;
  logIn: AnonymousHandler<operations['logIn']>;
  logOut: Handler<operations['logOut']>;
}

export interface UsersHandlers {
  listUsers: Handler<operations['listUsers'], 'limit' | 'offset'>;
  createUser: Handler<operations['createUser']>;
  getUser: Handler<operations['getUser']>;
  updateUser: Handler<operations['updateUser']>;
  deleteUser: Handler<operations['deleteUser']>;
}

export interface SessionsHandlers {
  listSessions: Handler<operations['listSessions'], 'limit' | 'offset'>;
  getSession: Handler<operations['getSession']>;
  deleteSession: Handler<operations['deleteSession']>;
}

export interface ProjectsHandlers {
  listProjects: Handler<operations['listProjects'], 'limit' | 'offset'>;
  createProject: Handler<operations['createProject']>;
  getProject: Handler<operations['getProject']>;
  updateProject: Handler<operations['updateProject']>;
  deleteProject: Handler<operations['deleteProject']>;
  getProjectStats: Handler<operations['getProjectStats']>;
}

export interface TasksHandlers {
  listTasks: Handler<operations['listTasks'], 'limit' | 'offset'>;
  createTask: Handler<operations['createTask']>;
  getTask: Handler<operations['getTask']>;
  updateTask: Handler<operations['updateTask']>;
  deleteTask: Handler<operations['deleteTask']>;
  completeTask: Handler<operations['completeTask']>;
}

export interface EventsHandlers {
  listEvents: Handler<operations['listEvents'], 'limit' | 'offset'>;
  createEvent: Handler<operations['createEvent']>;
  getEvent: Handler<operations['getEvent']>;
  deleteEvent: Handler<operations['deleteEvent']>;
}

export interface ErrorsHandlers {
  listErrors: Handler<operations['listErrors'], 'limit' | 'offset'>;
  createError: Handler<operations['createError']>;
  getError: Handler<operations['getError']>;
  resolveError: Handler<operations['resolveError']>;
}

/** Every operation of the document. */
export interface Handlers extends AuthHandlers, UsersHandlers, SessionsHandlers, ProjectsHandlers, TasksHandlers, EventsHandlers, ErrorsHandlers {}
