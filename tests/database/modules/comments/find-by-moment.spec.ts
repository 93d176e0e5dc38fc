import { expect } from 'chai';
import type { Comment } from '../../../../generated/v2/types.ts';
import {
  findCommentByMoment,
  insertImportedComment,
} from '../../../../src/modules/comments/comment-import.repository.ts';
import { newId } from '../../../../src/platform/ids.ts';
import { openDatabase, type Database } from '../../../../src/platform/database.ts';
import { createTask } from '../../../support/factories.ts';
import { useScene } from '../../../support/scene.ts';

describe('the comment that a record without an id means', () => {
  const scene = useScene();
  let database: Database;
  before(async () => {
    database = await openDatabase({ url: scene.app.databaseUrl });
  });
  after(() => database.close());

  it('is the n-th of its moment, kind, source and task, and no other', async () => {
    const { db } = database;
    const task = await createTask(scene.owner, scene.project);
    const elsewhere = await createTask(scene.owner, scene.project);
    const moment = '2026-03-02T09:30:00.000Z';
    let number = 0;
    const commentOf = (more: Partial<Comment> = {}, source = 'github_archive'): Comment => ({
      ...{ id: newId(), organization_id: task.organization_id, project_id: task.project_id, task_id: task.id },
      ...{ kind: 'comment', body: 'Seen.', author_id: null, parent_id: null, version: 1 },
      origin: {
        ...{ source, kind: 'comment', external_id: `comment-${++number}`, url: null, author: null, state: null },
        assignees: [],
      },
      created_at: moment,
      updated_at: moment,
      ...more,
    });
    const insert = async (comment: Comment): Promise<string> => {
      expect(await insertImportedComment(db, comment)).to.equal(true);
      return comment.id;
    };
    const ofOtherSource = await insert(commentOf({}, 'architect'));
    await insert(commentOf({ kind: 'review' }));
    await insert(commentOf({ created_at: '2026-03-02T09:30:00.001Z' }));
    await insert(commentOf({ task_id: elsewhere.id }));
    const [first, second] = [await insert(commentOf()), await insert(commentOf())];
    const find = (ordinal: number, source?: string) => findCommentByMoment(db, commentOf({}, source), ordinal);
    expect([await find(1), await find(2), await find(3)]).to.deep.equal([first, second, undefined]);
    expect([await find(1, 'architect'), await find(2, 'architect')]).to.deep.equal([ofOtherSource, undefined]);
  });
});
