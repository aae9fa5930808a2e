import type { ThreadAct } from '../thread/entry.ts';
import type { KindName } from '../thread/kind.ts';

export type PressSetName =
  'clinician' | 'coordinator' | 'home-clinician' | 'agency-nurse' | 'senior-carer' | 'carer' | 'own-worry';

/** A press on a thread that is there already. */
export type ThreadVerb = Exclude<ThreadAct['kind'], 'raise'>;

/** What somebody may press. Whom the place names as observers and deciders still counts beside it. */
export interface PressSet {
  readonly raises: readonly KindName[];
  /** On a matter that this person raised. */
  readonly onOwn: readonly ThreadVerb[];
  /** On every matter that this person sees. */
  readonly onAny: readonly ThreadVerb[];
  /** Changes what the plan says in somebody's words. */
  readonly planWords: boolean;
  /** `decide`: where the place names this person as well. */
  readonly decisions: 'none' | 'propose' | 'decide';
  /** Signs an assessment, and takes it back. */
  readonly assesses: boolean;
  /** Sets what a clinician sets for one resident, where the place names this person as well. */
  readonly sets: boolean;
  /** Keeps the list of residents of a home without a server. */
  readonly keepsList: boolean;
}

const EVERY_VERB: readonly ThreadVerb[] = [
  'add',
  'worse',
  'better',
  'call',
  'went-to-hospital',
  'see',
  'take',
  'let-go',
  'ask',
  'reply',
  'answer',
  'happened',
  'told',
  'join',
  'withdraw',
  'link',
];

const CLINICIAN: PressSet = {
  // A worry and a query are the home's to raise.
  raises: ['referral', 'action', 'round-item'],
  onOwn: EVERY_VERB,
  onAny: EVERY_VERB,
  planWords: true,
  decisions: 'decide',
  assesses: true,
  sets: true,
  keepsList: false,
};

const HOME_CLINICIAN: PressSet = {
  ...CLINICIAN,
  raises: ['worry', 'medicine-query', 'referral', 'action', 'round-item'],
  keepsList: true,
};

const CARER: PressSet = { ...HOME_CLINICIAN, decisions: 'propose', sets: false, keepsList: false };

/** Raises a worry and goes on with it: whoever finds somebody on the floor rings 999, and says so. */
const OWN_WORRY: PressSet = {
  raises: ['worry'],
  onOwn: ['add', 'worse', 'better', 'call', 'went-to-hospital', 'withdraw'],
  onAny: [],
  planWords: false,
  decisions: 'none',
  assesses: false,
  sets: false,
  keepsList: false,
};

/** THE REGISTRY of what is pressed by role [P]. */
export const PRESS_SETS: { readonly [Name in PressSetName]: PressSet } = {
  clinician: CLINICIAN,
  // An answer to a worry is a clinician's.
  coordinator: {
    ...CLINICIAN,
    onOwn: EVERY_VERB.filter((verb) => verb !== 'answer'),
    onAny: EVERY_VERB.filter((verb) => verb !== 'answer'),
    decisions: 'propose',
    assesses: false,
    sets: false,
  },
  'home-clinician': HOME_CLINICIAN,
  'agency-nurse': { ...HOME_CLINICIAN, keepsList: false },
  'senior-carer': { ...CARER, keepsList: true },
  carer: CARER,
  'own-worry': OWN_WORRY,
};
