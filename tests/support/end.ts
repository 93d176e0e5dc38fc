// Functions that stop resources of the whole test process (a server, the connection to PostgreSQL). hooks.ts calls
// them.

type End = () => Promise<void>;

const ends: End[] = [];

/** Registers a function that runs after all tests of the process, in reverse order of registration. */
export function atEnd(end: End): void {
  ends.push(end);
}

export async function endAll(): Promise<void> {
  for (const end of ends.splice(0).reverse()) await end();
}
