import type { LinkableItem, ResidentId } from '@ehch/clinical';
import type { TakenIntent } from '@ehch/clinical/session';
import type { Acknowledgement, Operation } from '@ehch/store';
import { takenIntentIn } from '../actions/intents-in.ts';
import { linkNoteOf, type LinkNote } from './link-note.ts';

/** One signature with what was done to it since: they are linked together, because one without the other would be false. */
interface LinkableWork {
  readonly resident: ResidentId;
  readonly item: LinkableItem;
  /** In the order of the presses. */
  readonly operations: readonly Operation[];
}

/** What lies in a local database, as far as linking goes. */
export interface LocalWork {
  readonly work: readonly LinkableWork[];
  readonly notes: readonly LinkNote[];
  /** The homes on whose lists somebody was put. */
  readonly homes: readonly string[];
}

/** Gathers what was signed in a local database, in the order of the presses. */
export function localWorkOf(acknowledgements: readonly Acknowledgement[]): LocalWork {
  const notes = acknowledgements.flatMap(({ about }) => linkNoteOf(about) ?? []);
  const linked = new Set(notes.flatMap(({ items }) => items));
  const done = acknowledgements
    .flatMap(({ operation }) => {
      const intent = operation === undefined ? null : takenIntentIn(operation.about);
      return operation === undefined || intent === null ? [] : [{ operation, intent }];
    })
    .toSorted((a, b) => Date.parse(a.intent.pressedAt) - Date.parse(b.intent.pressedAt));
  const work = done.flatMap(({ operation, intent }): LinkableWork[] => {
    const { what, id, resident, pressedAt } = intent;
    if (what.kind !== 'finish-assessment' || resident === null) return [];
    const since = done.filter(({ intent: later }) => isAbout(later, id));
    const item: LinkableItem = {
      intent: id,
      title: operation.title ?? what.assessment.draft.form.id,
      pressedAt,
      author: what.assessment.by?.name ?? operation.author.display,
      stands: standsOf(since.map(({ intent: later }) => later.what.kind)),
      state: linked.has(id) ? 'linked' : 'not-linked',
    };
    return [{ resident, item, operations: [operation, ...since.map((each) => each.operation)] }];
  });
  const homes = done.flatMap(({ intent: { what } }) => (what.kind === 'add-resident' ? [what.home.id] : []));
  return { work, notes, homes: [...new Set(homes)] };
}

const isAbout = ({ what }: TakenIntent, finished: string): boolean =>
  'finished' in what && what.finished === finished;

function standsOf(later: readonly TakenIntent['what']['kind'][]): LinkableItem['stands'] {
  if (later.includes('enter-in-error')) return 'entered-in-error';
  return later.includes('withdraw-assessment') ? 'taken-back' : 'signed';
}
