import type { AgreedLimits } from '../resident/limits.ts';
import { undisputedIn } from '../resident/undisputed.ts';
import type { ResidentView } from '../resident/view.ts';
import type { PlanLine, PlanLineKind, PlanText } from './line.ts';
import { limitsStrip } from './limits-strip.ts';
import { valueIn } from './map-section.ts';
import { unreadIn } from '../unread-in.ts';

/** A line that can be changed here: its name in the view, its kind and its fields. */
export interface EditableLine {
  readonly id: string;
  readonly kind: PlanLineKind;
  readonly fields: PlanText;
  /** For a proposal: the decision in whose place it would stand. */
  readonly replaces?: string;
  /** Decisions of the same kind that contradict this one. A new decision stands in the place of all. */
  readonly rivals?: readonly string[];
}

/**
 * The lines of a view that can be changed or replaced. Parts that could not be read are not among them, and nobody may take
 * them for lines that are gone: `readAll` says whether everything was read.
 */
export function editableLines(view: ResidentView): {
  readonly lines: readonly EditableLine[];
  /** What is proposed, for somebody who may decide. */
  readonly proposals: readonly EditableLine[];
  readonly readAll: boolean;
} {
  const { limits, aboutMe, plan } = view.sections;
  const all = valueIn(plan)?.lines ?? [];
  const spoken = all.filter(({ state }) => state === 'in-force').map(editable);
  const proposals = all.filter(({ state }) => state === 'proposed').map(editable);
  const words = (valueIn(aboutMe)?.entries ?? []).flatMap(
    ({ id, heading, text, line }): readonly EditableLine[] =>
      line === undefined ? [] : [{ id, kind: 'about-me', fields: { heading, text, saidBy: line.saidBy } }],
  );
  const atoms = atomsIn(view);
  const readAll = [limits, aboutMe, plan].every(
    (section) =>
      section.state === 'known' && unreadIn(section).length === 0 && section.content.kind !== 'disagree',
  );
  return { lines: [...spoken, ...words, ...atoms], proposals, readAll };
}

/** The decisions among the limits. Those that contradict each other can be ended, so that one stands (SPEC L10). */
function atomsIn(view: ResidentView): readonly EditableLine[] {
  const { limits } = view.sections;
  const agreed = undisputedIn(view, 'limits');
  const undisputed = agreed === null ? [] : atomsOf(agreed);
  if (limits.state !== 'known' || limits.content.kind !== 'disagree') return undisputed;
  const { sides } = limits.content;
  const disputed = sides.flatMap((side) => (side.none === undefined ? atomsOf(side.value) : []));
  return [
    ...undisputed,
    ...disputed.map((one) => ({
      ...one,
      rivals: disputed.filter(({ id, kind }) => kind === one.kind && id !== one.id).map(({ id }) => id),
    })),
  ];
}

function atomsOf(agreed: AgreedLimits): readonly EditableLine[] {
  // The day decides only whether a row is past, and not what can be changed of it.
  return limitsStrip(agreed, '').rows.flatMap(({ fact, atom }) =>
    atom === null ? [] : [{ id: fact.id, kind: atom.kind, fields: atom.fields }],
  );
}

function editable({ id, kind, fields, replaces }: PlanLine): EditableLine {
  return { id, kind, fields: { ...fields }, ...(replaces !== undefined && { replaces }) };
}
