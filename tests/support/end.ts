// Functions that stop what lasts as long as the test process (a server, a lease of PostgreSQL). hooks.ts calls them.

type End = () => Promise<void>;

const ends: End[] = [];

/** Runs when every test of the process is over, in reverse order of registration. */
export function atEnd(end: End): void {
  ends.push(end);
}

export async function endAll(): Promise<void> {
  for (const end of ends.splice(0).reverse()) await end();
}
