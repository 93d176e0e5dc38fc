interface Entry {
  readonly path: string;
  readonly name: string;
  /** The text of the entry's card on the landing page. */
  readonly summary: string;
}

export const startPath = '/api';

/** The pages that every page links to in its bar, in this order. The landing page shows a card for each. */
export const navigation: readonly Entry[] = [
  { path: '/api/docs', name: 'Try it out', summary: 'A form for every operation, with a session or an API key.' },
  { path: '/api/redoc', name: 'Reference', summary: 'The whole contract, with a search.' },
  { path: '/api/guides', name: 'Guides', summary: 'Every part of the API, in commands to paste.' },
  { path: '/api/workflows', name: 'Workflows', summary: 'Whole tasks, step by step, for tools that run them.' },
  { path: '/api/problems', name: 'Problems', summary: 'What each error code means, and what to do about it.' },
  { path: '/api/upgrade-guide', name: 'From v1 to v2', summary: 'The successor of each deprecated operation.' },
  { path: '/api/changelog', name: 'Changelog', summary: 'What each release of the contract changed.' },
  { path: '/api/status', name: 'Status', summary: 'Whether the service works now.' },
];
