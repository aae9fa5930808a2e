import type { Medicine } from '../../resident/medicine.ts';
import { changeLine, listed } from '../change-line.ts';
import type { GlanceLine } from '../glance-line.ts';
import { undisputedIn } from '../../resident/undisputed.ts';
import type { GlanceQuestion } from '../glance-question.ts';

const DID: readonly (readonly [string, string])[] = [
  ['medicine-stopped', 'stopped'],
  ['medicine-started', 'started'],
  ['medicine-held', 'on hold'],
];

/** Medicines that were started, stopped or put on hold, by name. Stopped comes first: it is what surprises. */
export function medicinesSince({ view, changes }: GlanceQuestion): readonly GlanceLine[] {
  const list = undisputedIn(view, 'medicines')?.medicines ?? [];
  const own = changes.filter(({ section, kind }) => section === 'medicines' && kind !== 'none-stated');
  const parts = DID.flatMap(([kind, did]) => {
    const names = own.flatMap((change) =>
      change.kind === kind ? [nameOf(list.find(({ id }) => id === change.fact))] : [],
    );
    return names.length === 0 ? [] : [`${listed(names)} ${did}`];
  });
  const [first = '', ...others] = parts;
  return changeLine('medicines-since', 'medicines', own, {
    urgency: 'changed',
    lead: first,
    rest: others.map((part) => `, ${part}`).join(''),
  });
}

function nameOf(medicine: Medicine | undefined): string {
  return (medicine?.generic ?? medicine?.brand ?? 'a medicine').toLowerCase();
}
