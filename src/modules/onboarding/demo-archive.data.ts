import type { GithubArchive } from '../../../generated/v2/types.ts';

/** The issues of the web client before the team moved to Architect. */
export const demoArchive: GithubArchive = {
  repo: 'meridian/web',
  labels: [{ name: 'accessibility', color: '0e8a16', description: 'For everybody' }],
  issues: [
    {
      number: 31,
      title: 'Focus ring is lost in dark mode',
      body: 'Keyboard users cannot see which element has the focus.',
      state: 'OPEN',
      author: 'lena-b',
      labels: ['accessibility', 'bug'],
      createdAt: '2026-05-11T08:20:00Z',
      updatedAt: '2026-05-12T07:05:00Z',
      closedAt: null,
      comments: [{ author: 'grace-o', body: 'The board has the same problem.', createdAt: '2026-05-12T07:05:00Z' }],
    },
    {
      number: 28,
      title: 'Announce the number of results',
      body: 'Screen readers announce nothing when the list has loaded.',
      state: 'CLOSED',
      author: 'ken-w',
      labels: ['accessibility'],
      createdAt: '2026-04-02T10:00:00Z',
      updatedAt: '2026-04-20T16:45:00Z',
      closedAt: '2026-04-20T16:45:00Z',
      comments: [],
    },
  ],
  pulls: [],
};
