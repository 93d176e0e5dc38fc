import { expect } from 'chai';
import { newId } from '../../src/platform/ids.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { bearer } from '../support/sample-request.ts';
import { useScene } from '../support/scene.ts';
import { recordStatements, statementsOf } from '../support/statements.ts';
import { wideRequests } from '../support/wide-requests.ts';
import { locksIn, placesOf } from './locks.ts';

// What statements.spec.ts sees of the example of each operation, for requests that concern more than the example.

const [projectShare, labelShare, milestoneShare] = ['projects', 'labels', 'milestones'].map(
  (one) => `${one} KEY SHARE`,
);
const numbered = 'projects number';
const task = 'tasks NO KEY UPDATE';
const project = ['projects UPDATE'];

const expected: Readonly<Record<keyof ReturnType<typeof wideRequests>, readonly (string | undefined)[]>> = {
  'createTask without label and milestone': [numbered],
  'createTask with a label': [projectShare, labelShare, numbered],
  'createTask with a milestone': [projectShare, milestoneShare, numbered],
  'createTask with both': [projectShare, labelShare, milestoneShare, numbered],
  'updateTask with a label': [labelShare, task],
  'updateTask with a milestone': [milestoneShare, task],
  'updateTask with both': [labelShare, milestoneShare, task],
  'bulkTasks that creates, changes and labels': [
    ...['projects NO KEY UPDATE', labelShare, milestoneShare, task, numbered],
  ],
  'bulkTasks that deletes what another waits for': [task],
  'deleteTask that another waits for': [task, task],
  'deleteProject that tasks of others wait for': [...project, task],
  'deleteLabel that tasks carry': ['labels UPDATE', task],
  'deleteMilestone that tasks belong to': ['milestones UPDATE', task],
  'updateProject that archives it': project,
  'setProjectMember of somebody new': project,
  'setProjectMember with another role': project,
  removeProjectMember: project,
};

describe('a request that concerns several tables locks them in the order of all transactions', () => {
  const scene = useScene();
  before(recordStatements);

  for (const [title, locks] of Object.entries(expected)) {
    it(title, async () => {
      const { method, path, body } = await wideRequests(scene)[title as keyof typeof expected]();
      const id = newId();
      const response = await checkedFetch(`${scene.app.url}/api/v2${path}`, {
        method,
        headers: { ...bearer(scene.owner), 'content-type': 'application/json', 'x-request-id': id },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      expect(response.ok, await response.text()).to.equal(true);
      const seen = locksIn(statementsOf(id).map(({ text }) => text.replaceAll(/\s+/g, ' ').trim()));
      expect(seen).to.deep.equal(locks);
      expect([...placesOf(seen)].sort((one, other) => one - other)).to.deep.equal(placesOf(seen));
    });
  }
});
