import type { HomeLinking, Linkable, LinkableItem, LinkableResident, LinkCandidate } from '@ehch/clinical';
import { MABEL } from '../local-home/local-home.fixtures.ts';
import type { LinkingPress } from './linking-press.ts';

/** A named state of the component, as data: for tests, docs and screenshots. */
export interface LinkingState {
  readonly linkable?: Linkable;
  /** How the port answers. `silent`: not at all. */
  readonly manner?: 'refusing' | 'failing' | 'silent' | 'wrong';
  readonly press?: readonly ({ readonly kind: LinkingPress['kind'] } & Readonly<Record<string, unknown>>)[];
}

const item = (n: number, more: Partial<LinkableItem> = {}): LinkableItem => ({
  intent: `intent-${n}`,
  title: 'NEWS2',
  pressedAt: `2026-11-0${n}T09:40:00Z`,
  author: 'Grace Mensah',
  stands: 'signed',
  state: 'not-linked',
  ...more,
});

const ITEMS = [
  item(1, { state: 'linked' }),
  item(2, { title: 'Comprehensive geriatric assessment' }),
  item(3, { stands: 'entered-in-error' }),
  item(4, { stands: 'taken-back' }),
];

const CANDIDATE: LinkCandidate = {
  resident: 'server-mabel',
  name: { family: 'Jessop', given: ['Mabel', 'Rose'], title: 'Mrs', text: null },
  born: '1935-02-11',
  nhsNumber: { state: 'verified', value: '9990000018' },
  hasOtherName: false,
  differs: null,
};

const MABEL_HERE: LinkableResident = {
  ...MABEL,
  items: ITEMS,
  drafts: 1,
  candidates: [CANDIDATE],
  linkedTo: null,
};

const openWith = (...residents: readonly LinkableResident[]): Linkable => ({
  state: 'open',
  residents,
  isIncomplete: false,
});

const DOUBTS: readonly LinkCandidate[] = [
  { ...CANDIDATE, resident: 'other-day', born: '1935-11-02', differs: 'born' },
  {
    ...CANDIDATE,
    resident: 'other-number',
    nhsNumber: { state: 'verified', value: '9990000026' },
    differs: 'nhs-number',
  },
  { ...CANDIDATE, resident: 'twice', differs: 'two-people' },
];

const OPEN = { kind: 'open', resident: 'mabel' } as const;
const SAME = { kind: 'same-person', candidate: 'server-mabel' } as const;

export const states: Record<string, LinkingState> = {
  asking: { manner: 'silent' },
  failed: { manner: 'failing' },
  closed: { linkable: { state: 'closed' } },
  'wrong-passphrase': { linkable: { state: 'closed' }, manner: 'wrong', press: [{ kind: 'unlock' }] },
  nobody: { linkable: openWith() },
  residents: { linkable: openWith(MABEL_HERE, { ...MABEL_HERE, resident: 'two', items: [], drafts: 0 }) },
  incomplete: { linkable: { state: 'open', residents: [MABEL_HERE], isIncomplete: true } },
  candidate: { linkable: openWith(MABEL_HERE), press: [OPEN] },
  'another-name': {
    linkable: openWith({
      ...MABEL_HERE,
      candidates: [
        {
          ...CANDIDATE,
          name: { family: 'Thornbury', given: ['Mabel'], title: null, text: null },
          hasOtherName: true,
        },
      ],
    }),
    press: [OPEN],
  },
  doubts: { linkable: openWith({ ...MABEL_HERE, candidates: DOUBTS }), press: [OPEN] },
  'nobody-fits': { linkable: openWith({ ...MABEL_HERE, candidates: [] }), press: [OPEN] },
  'linked-to-another': {
    linkable: openWith({ ...MABEL_HERE, linkedTo: 'somebody-else' }),
    press: [OPEN],
  },
  items: { linkable: openWith(MABEL_HERE), press: [OPEN, SAME] },
  ticked: { linkable: openWith(MABEL_HERE), press: [OPEN, SAME, { kind: 'tick-all' }] },
  handed: {
    linkable: openWith(MABEL_HERE),
    press: [OPEN, SAME, { kind: 'tick-all' }, { kind: 'link' }],
  },
  refused: {
    linkable: openWith(MABEL_HERE),
    manner: 'refusing',
    press: [OPEN, SAME, { kind: 'tick-all' }, { kind: 'link' }],
  },
};

/** What can be linked, without an engine. `asked`: what was handed over, in order. */
export function linkingOf({ linkable, manner }: LinkingState): HomeLinking & { readonly asked: string[] } {
  const asked: string[] = [];
  const failed = (code: string) =>
    Promise.reject(Object.assign(new Error('Not done.'), { name: 'EhchError', code }));
  return {
    asked,
    async linkable() {
      if (manner === 'silent') return new Promise(() => {});
      return manner === 'failing' || linkable === undefined ? failed('unreachable') : linkable;
    },
    openLocal: async () => (manner === 'wrong' ? 'wrong' : 'unlocked'),
    async link({ from, to, intents }) {
      asked.push(`${from} to ${to}: ${intents.join(' ')}`);
      return manner === 'refusing' ? failed('unreachable') : intents.length;
    },
  };
}
