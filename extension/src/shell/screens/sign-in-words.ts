import type { SideState } from '../../messages/side-state.ts';

type Failed = NonNullable<Extract<SideState, { kind: 'signed-out' }>['failed']>;

/** Why a sign-in did not happen, and what a person can do. */
export const FAILED: Readonly<Record<Failed, string>> = {
  closed: 'The window was closed before you had signed in. Press “Sign in” again.',
  refused: 'The server did not sign you in. Ask whoever gives out accounts here.',
  'wrong-state':
    'The answer did not belong to this sign-in, so it was not used. Try again. If it happens again, tell whoever looks after this computer.',
  'no-s256':
    'The server offers no safe way to sign in (PKCE with S256). Tell whoever looks after the record system.',
  'other-address':
    'The server named another address than the one that was set up here, so nothing was sent to it. Tell whoever looks after this computer.',
  silent: 'The server did not answer. Check the network, and try again.',
  'bad-answer':
    'The server’s answer could not be trusted, so you are not signed in. Tell whoever looks after the record system.',
  ended: 'The server ended the session. Sign in again.',
};

type Why = Extract<SideState, { kind: 'hard-lock' }>['why'];

/** Why the lock asks for a whole sign-in. */
export const HARD: Readonly<Record<Why, string>> = {
  computer: 'This computer was locked.',
  'nobody-here': 'Nobody was at this computer for a long time.',
  pin: 'A wrong PIN was given five times.',
  refused: 'The server ended the session.',
  offline: 'The server has not answered for too long, so nothing may be shown from this computer.',
  clock: 'The clock of this computer was moved back, so nobody knows how old the records are.',
};
