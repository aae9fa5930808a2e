// The states of sign-in and lock, for tests and pictures.
import type { Emergency } from '../../extension/src/messages/accounts.ts';
import type { NamedStates } from './plain-path-states.ts';

const emergency: Emergency = {
  homes: [
    {
      name: 'Rowan Court',
      address: '1 Rowan Lane, Holmdale, XX1 1XX',
      access: 'Ring at the side door after 20:00.',
      phone: '01632 960100',
    },
  ],
  ring: [{ name: 'Out of hours', phone: '01632 960111', isOpen: true }],
  worries: 0,
  worryTo: null,
};
const oneWorry = { ...emergency, worries: 1, worryTo: { name: 'Out of hours', phone: '01632 960111' } };
const ALWAYS = [
  /ring 999/,
  /ring 111/,
  /1 Rowan Lane, Holmdale, XX1 1XX/,
  /Ring at the side door/,
  /01632 960111/,
];

/** Each state, and what a person must find on the screen. */
export const accountsStates: NamedStates = {
  'signed out': {
    state: { kind: 'signed-out', why: 'not-yet', failed: null, emergency },
    says: [/Nobody is signed in/, /PIN for short breaks/, ...ALWAYS],
  },
  'signed out, erased by order': {
    state: { kind: 'signed-out', why: 'wiped', failed: null, emergency },
    says: [/ordered everything erased/, ...ALWAYS],
  },
  'signed out, the window was closed': {
    state: { kind: 'signed-out', why: 'asked', failed: 'closed', emergency },
    says: [/The window was closed before you had signed in/, ...ALWAYS],
  },
  'signing in': { state: { kind: 'signing-in', emergency }, says: [/Go on in the window/, ...ALWAYS] },
  'soft lock': {
    state: {
      kind: 'soft-lock',
      display: 'Grace Baptiste',
      tries: 5,
      wasWrong: false,
      failed: null,
      emergency,
    },
    says: [/Locked/, /Signed in: .?Grace Baptiste/, /Somebody else, or PIN forgotten/, ...ALWAYS],
  },
  'soft lock, a wrong PIN, and a worry that was not sent': {
    state: {
      kind: 'soft-lock',
      display: 'Grace Baptiste',
      tries: 1,
      wasWrong: true,
      failed: null,
      emergency: oneWorry,
    },
    says: [
      /That PIN was wrong/,
      /1 try is left/,
      /1 worry from this PC has NOT been sent\. Ring .?Out of hours.? 01632 960111/,
      ...ALWAYS,
    ],
  },
  'soft lock without a PIN': {
    state: {
      kind: 'soft-lock',
      display: 'Grace Baptiste',
      tries: null,
      wasWrong: false,
      failed: null,
      emergency,
    },
    says: [/Sign in again/, ...ALWAYS],
  },
  'hard lock': {
    state: { kind: 'hard-lock', why: 'computer', failed: null, emergency: oneWorry },
    says: [/Sign in to go on/, /This computer was locked/, /NOT been sent/, ...ALWAYS],
  },
  'not sent yet': {
    state: {
      kind: 'unsent',
      total: 4,
      escalations: 1,
      ofOthers: 1,
      waitingForPerson: 0,
      drafts: 2,
      emergency,
    },
    says: [
      /You cannot sign out yet/,
      /Worries that were NOT sent: 1/,
      /Other entries that were not sent: 2/,
      /Of colleagues, who have to sign in to send them: 1/,
      /Drafts that were not signed: 2/,
      ...ALWAYS,
    ],
  },
};
