import type { EhchErrorCode, HeldHere, HomeMoving, MovedContent } from '@ehch/clinical';
import type { MovingField, MovingPress } from './moving-press.ts';

/** A named state of the component, as data: for tests, docs and screenshots. */
export interface MovingState {
  /** How the port answers: with a file, or with an error of this code. `silent`: not at all. */
  readonly manner?: EhchErrorCode | 'silent';
  readonly isWithout?: boolean;
  /** What is typed before the press that erases. */
  readonly word?: string;
  /** How much lies here. */
  readonly held?: HeldHere;
  /** What the erasing alone answers. */
  readonly wipes?: EhchErrorCode;
  readonly types?: Readonly<Partial<Record<MovingField, string>>>;
  /** Whether a file is chosen before the press. */
  readonly hasFile?: boolean;
  readonly then?: readonly { readonly kind: MovingPress['kind'] }[];
}

export const CONTENT: MovedContent = { residents: 3, work: 12, drafts: 1, waiting: 40, rows: 86 };
export const HELD: HeldHere = { isOnlyCopy: true, residents: 3, work: 12, drafts: 1, unsent: 0 };
const PASSPHRASE = 'four quiet words here';
const LEAVING = { leaving: PASSPHRASE, 'leaving-again': PASSPHRASE };
const COMING = {
  coming: PASSPHRASE,
  secret: 'another four quiet words',
  'secret-again': 'another four quiet words',
};
const EXPORT = [{ kind: 'export' }] as const;
const IMPORT = [{ kind: 'import' }] as const;

const COUNT = [{ kind: 'count' }] as const;
const ERASE = [{ kind: 'count' }, { kind: 'erase' }] as const;

const importing = (manner?: MovingState['manner']): MovingState => ({
  types: COMING,
  hasFile: true,
  then: IMPORT,
  ...(manner !== undefined && { manner }),
});

export const states: Record<string, MovingState> = {
  blank: {},
  without: { isWithout: true },
  'too-short': { types: { leaving: 'short', 'leaving-again': 'short' }, then: EXPORT },
  'not-the-same': { types: { ...LEAVING, 'leaving-again': 'four quiet words her' }, then: EXPORT },
  making: { types: LEAVING, then: EXPORT, manner: 'silent' },
  made: { types: LEAVING, then: EXPORT },
  locked: { types: LEAVING, then: EXPORT, manner: 'locked' },
  'nothing-chosen': { then: IMPORT },
  taken: importing(),
  'wrong-passphrase': importing('forbidden'),
  damaged: importing('malformed'),
  'another-place': importing('bad-argument'),
  newer: importing('newer-release'),
  'keeps-no-passphrase': importing('unsupported'),
  'worked-here': importing('busy'),
  'no-room': importing('not-kept'),
  'not-heard': importing('timeout'),
  'to-erase': { then: COUNT },
  'to-erase-with-server': { then: COUNT, held: { ...HELD, isOnlyCopy: false, unsent: 2 } },
  'to-erase-all-sent': { then: COUNT, held: { ...HELD, isOnlyCopy: false, drafts: 0 } },
  'not-typed': { word: 'yes', then: ERASE },
  erased: { word: 'ERASE', then: ERASE },
  'erasing-not-heard': { word: 'ERASE', then: ERASE, wipes: 'timeout' },
  'more-meanwhile': { word: 'ERASE', then: ERASE, wipes: 'busy' },
};

/** What moves, without an engine. `asked`: what it was asked for, in order, without a passphrase. */
export function movingOf({
  manner,
  held = HELD,
  wipes,
}: MovingState): HomeMoving & { readonly asked: string[] } {
  const asked: string[] = [];
  const answer = async <T>(call: string, value: T): Promise<T> => {
    asked.push(call);
    if (manner === 'silent') return new Promise(() => {});
    if (manner === undefined) return value;
    throw Object.assign(new Error('Not done.'), { name: 'EhchError', code: manner });
  };
  return {
    asked,
    exportHome: () => answer('export', { base64: btoa('sealed'), content: CONTENT }),
    importHome: ({ base64 }) => answer(`import ${atob(base64)}`, CONTENT),
    heldHere: () => answer('count', held),
    async wipe() {
      asked.push('erase');
      if (wipes !== undefined)
        throw Object.assign(new Error('Not done.'), { name: 'EhchError', code: wipes });
    },
  };
}
