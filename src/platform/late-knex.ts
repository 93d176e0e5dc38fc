import type { Knex } from 'knex';

/** Made for every request, so its accessor is in the prototype. */
class LateKnex {
  readonly #make: () => Knex;

  constructor(make: () => Knex) {
    this.#make = make;
  }

  get knex(): Knex {
    return this.#make();
  }
}

/**
 * Returns a database that makes its knex on first use, with the other members of `rest`. Not an object literal with an
 * accessor: V8 gives each of those a hidden class of its own. Hidden classes are in the old generation from the
 * beginning, so the accessor, and with it the whole request, would survive all minor collections.
 */
export function withKnex<Rest extends object>(make: () => Knex, rest: Rest): Rest & { readonly knex: Knex } {
  return Object.assign(new LateKnex(make), rest);
}
