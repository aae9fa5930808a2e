import type { ResidentView } from '../resident/view.ts';
import type { PlanLineKind, PlanText } from './line.ts';
import { limitsStrip } from './limits-strip.ts';
import { valueIn } from './map-section.ts';

/** A line that can be changed here: its name in the view, its kind and its fields. */
export interface EditableLine {
  readonly id: string;
  readonly kind: PlanLineKind;
  readonly fields: PlanText;
}

/**
 * The lines of a view that can be changed or replaced. Parts that could not be read are not among them, and nobody may take
 * them for lines that are gone: `readAll` says whether everything was read.
 */
export function editableLines(view: ResidentView): {
  readonly lines: readonly EditableLine[];
  readonly readAll: boolean;
} {
  const { limits, aboutMe, plan } = view.sections;
  const spoken = (valueIn(plan)?.lines ?? [])
    .filter(({ state }) => state === 'in-force')
    .map(({ id, kind, fields }) => ({ id, kind, fields: { ...fields } as PlanText }));
  const words = (valueIn(aboutMe)?.entries ?? []).flatMap(
    ({ id, heading, text, line }): readonly EditableLine[] =>
      line === undefined ? [] : [{ id, kind: 'about-me', fields: { heading, text, saidBy: line.saidBy } }],
  );
  const agreed = valueIn(limits);
  // The day decides only whether a row is past, and not what can be changed of it.
  const atoms = (agreed === null ? [] : limitsStrip(agreed, '').rows).flatMap(({ fact, atom }) =>
    atom === null ? [] : [{ id: fact.id, kind: atom.kind, fields: atom.fields }],
  );
  const readAll = [limits, aboutMe, plan].every(
    (section) =>
      section.state === 'known' && section.gaps.length === 0 && section.content.kind !== 'disagree',
  );
  return { lines: [...spoken, ...words, ...atoms], readAll };
}
