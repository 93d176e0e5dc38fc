import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { findLostOperations } from '../../sdk/lost-operations.ts';

const document = JSON.stringify({
  paths: {
    '/tasks': { get: { operationId: 'listTasks' }, post: { operationId: 'createTask' } },
    '/tasks/{task_id}': { parameters: [], get: { operationId: 'getTask' } },
  },
});

describe('findLostOperations', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'architect-sdk-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('finds operations as functions, types and files, however they are spelled', () => {
    writeFileSync(join(folder, 'api.go'), 'func (c *Client) ListTasks() {}');
    writeFileSync(join(folder, 'api.rs'), 'pub async fn create_task() {}');
    writeFileSync(join(folder, 'get_task.py'), '');
    expect(findLostOperations(folder, document)).to.deep.equal([]);
  });

  it('returns operations that no identifier is named after', () => {
    writeFileSync(join(folder, 'api.ts'), 'export const getTaskHistory = 1; // listTasksByKey');
    writeFileSync(join(folder, 'README.md'), 'getTask listTasks createTask');
    writeFileSync(join(folder, 'flow.ts'), 'getTask();');
    expect(findLostOperations(folder, document)).to.deep.equal(['listTasks', 'createTask', 'getTask']);
  });
});
