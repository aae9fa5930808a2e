import type { SideState } from '../messages/side-state.ts';
import type { PanelState } from './panel-state.ts';

/** A state of the vault, with what it rests on. */
interface Told {
  readonly tab: number | null;
  readonly reports: readonly string[];
  readonly state: SideState;
}

/**
 * Whether the vault's last state still holds, as far as the panel knows by itself. The panel hears of a change from
 * the page and from the browser, so it blanks however busy the vault is. It is a value: {@link stepStanding} makes
 * the next one.
 */
export interface Standing {
  /** The vault's last state, or why there is none. */
  readonly told: Told | Extract<PanelState, { kind: 'starting' | 'lost' | 'not-understood' }>;
  /** The tab in front of the panel's window. `undefined`: the browser has not said yet. */
  readonly front: number | null | undefined;
  /** The reports that pages took back, the newest last. */
  readonly takenBack: readonly string[];
  /** How often the panel asked in vain whether the vault still runs. */
  readonly unanswered: number;
}

export type StandingAction =
  | { readonly kind: 'told'; readonly told: Standing['told'] }
  | { readonly kind: 'front'; readonly tab: number | null }
  | { readonly kind: 'taken-back'; readonly report: string }
  /** The panel asks the vault whether it still runs. */
  | { readonly kind: 'asked' }
  | { readonly kind: 'alive' };

/** Milliseconds between two questions whether the vault still runs. */
export const ASK_EVERY_MS = 75;
/**
 * Questions in vain after which the panel is blank: 300 ms. It counts questions and no time, because a panel that was
 * held up itself has its answers still to read.
 */
const MOST_UNANSWERED = 4;
/** More pages than this do not change at one moment. */
const KEPT_REPORTS = 200;

export const STARTING: Standing = {
  told: { kind: 'starting' },
  front: undefined,
  takenBack: [],
  unanswered: 0,
};

export function stepStanding(standing: Standing, action: StandingAction): Standing {
  switch (action.kind) {
    case 'told':
      return { ...standing, told: action.told, unanswered: 0 };
    case 'front':
      return { ...standing, front: action.tab };
    case 'taken-back':
      return { ...standing, takenBack: [...standing.takenBack, action.report].slice(-KEPT_REPORTS) };
    case 'asked':
      return { ...standing, unanswered: standing.unanswered + 1 };
    case 'alive':
      return standing.unanswered === 0 ? standing : { ...standing, unanswered: 0 };
  }
}

/** The states that say something of a person, or of the page's person against one chosen by hand. */
const ABOUT_SOMEBODY: ReadonlySet<PanelState['kind']> = new Set([
  'shown',
  'confirm',
  'blocked',
  'not-on-roster',
  'by-hand',
  'by-hand-choose',
  'by-hand-differs',
  'teaching',
]);

const CHANGING: PanelState = { kind: 'changing' };
const SILENT: PanelState = { kind: 'silent' };

/** What the panel may show now. Guard: a state that rests on anything which has ended shows nobody. */
export function panelStateOf({ told, front, takenBack, unanswered }: Standing): PanelState {
  if (!('state' in told)) return told;
  const { tab, reports, state } = told;
  if (!isAboutSomebody(state)) return state;
  if (front !== undefined && tab !== front) return CHANGING;
  if (reports.some((report) => takenBack.includes(report))) return CHANGING;
  return unanswered >= MOST_UNANSWERED ? SILENT : state;
}

/** Whether the panel has to keep asking if the vault runs: only what says something of a person can become wrong. */
export function isAboutSomebody({ kind }: PanelState): boolean {
  return ABOUT_SOMEBODY.has(kind);
}
