import type { MutationCache as Whole } from '@tanstack/react-query';

/*
 * Stands, in a build, for the parts of react-query that it loads without being asked: mutations, since nothing is ever
 * written here, and queries that are read page by page. They are 1.6 KB of a board.
 */

/** A cache of mutations that has none, as far as the query client asks it. */
export class MutationCache implements Pick<Whole, 'findAll' | 'clear' | 'resumePausedMutations'> {
  findAll(): [] {
    return [];
  }
  clear(): void {}
  async resumePausedMutations(): Promise<void> {}
}

function unused(): never {
  throw new Error('queries that are read page by page are not part of this build: see the aliases in vite.config.ts');
}

export function infiniteQueryBehavior(): never {
  return unused();
}
export function hasNextPage(): never {
  return unused();
}
export function hasPreviousPage(): never {
  return unused();
}
