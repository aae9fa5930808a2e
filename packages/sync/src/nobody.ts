import type { OperationAuthor } from '@ehch/store';
import type { SignedIn } from './engine-configuration.ts';

/**
 * Nobody is signed in. What is done is kept all the same, under a subject that no sign-in has, and is sent in the name of
 * nobody.
 */
export const NOBODY: SignedIn = {
  sub: '',
  display: 'Not signed in',
  reference: null,
  role: null,
  organisation: null,
};

/** Whether nobody was signed in at the press. */
export function isByNobody({ sub }: Pick<OperationAuthor, 'sub'>): boolean {
  return sub === NOBODY.sub;
}
