import { withDoubt } from '../../display/doubt.ts';
import { medicineShortName } from '../../display/medicine-name.ts';
import type { Medicine, MedicineStatus } from '../../resident/medicine.ts';
import { listed } from '../../display/listed.ts';
import type { ChangeKind } from '../../rules/dated-facts.ts';
import { changeLine } from '../change-line.ts';
import type { GlanceLine } from '../glance-line.ts';
import { undisputedIn } from '../../resident/undisputed.ts';
import type { GlanceQuestion } from '../glance-question.ts';

/** The kinds of change in the order in which the line names them, each with its words. */
const DID: readonly (readonly [kind: ChangeKind, did: string, status?: MedicineStatus])[] = [
  ['medicine-not-to-be-given', 'not to be given'],
  ['medicine-stopped', 'stopped', 'stopped'],
  // The end date has passed, and nobody recorded that the medicine was stopped.
  ['medicine-stopped', 'past its end date', 'past-its-end'],
  // One that began and is no longer in use must not sound like one that is.
  ['medicine-started', 'started and stopped', 'stopped'],
  ['medicine-started', 'started and past its end date', 'past-its-end'],
  ['medicine-started', 'started and put on hold', 'on-hold'],
  ['medicine-started', 'started and completed', 'completed'],
  ['medicine-started', 'started, not stated whether in use', 'not-stated'],
  ['medicine-started', 'started', 'in-use'],
  ['medicine-held', 'on hold'],
];

/** If two lists disagree, a medicine has no status here. The line says only what changed. */
const STATUS_UNSAID: Partial<Record<ChangeKind, MedicineStatus>> = {
  'medicine-stopped': 'stopped',
  'medicine-started': 'in-use',
};

/**
 * Names the medicines that were started, stopped or put on hold. Stopped comes before started, because it surprises.
 */
export function medicinesSince({ view, changes }: GlanceQuestion): readonly GlanceLine[] {
  const list = undisputedIn(view, 'medicines')?.medicines ?? [];
  const own = changes.filter(({ section, kind }) => section === 'medicines' && kind !== 'none-stated');
  const named = list.filter(({ id }) => own.some(({ fact }) => fact === id));
  // "Ramipril stopped, ramipril started" would sound like a new beginning. One part tells both.
  const began = named.filter(({ id }) =>
    own.some(({ kind, fact }) => kind === 'medicine-started' && fact === id),
  );
  const told = own.filter(
    ({ kind, fact }) => kind !== 'medicine-stopped' || !began.some(({ id }) => id === fact),
  );
  const nameOf = naming(named);
  const parts = DID.flatMap(([kind, did, status]) => {
    const names = told.flatMap((change) => {
      const medicine = list.find(({ id }) => id === change.fact);
      const isOne =
        change.kind === kind &&
        (status === undefined || (medicine?.status ?? STATUS_UNSAID[change.kind]) === status);
      if (!isOne) return [];
      return [medicine === undefined ? nameOf(medicine) : withDoubt(nameOf(medicine), medicine)];
    });
    return names.length === 0 ? [] : [`${listed(names)} ${did}`];
  });
  const [first = '', ...others] = parts;
  return changeLine('medicines-since', 'medicines', own, {
    urgency: 'changed',
    lead: first,
    rest: others.map((part) => `, ${part}`).join(''),
  });
}

/** Uses short names, unless two are the same: a change of strength would then read "x stopped, x started". */
function naming(changed: readonly Medicine[]): (medicine: Medicine | undefined) => string {
  const short = changed.map(medicineShortName);
  const isClear = new Set(short).size === short.length;
  return (medicine) => {
    if (medicine === undefined) return 'a medicine';
    return isClear ? medicineShortName(medicine) : (medicine.generic ?? medicine.brand ?? '').toLowerCase();
  };
}
