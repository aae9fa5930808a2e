import type { Identity } from '@ehch/clinical';
import { NHS_NUMBER } from '../../../codes/systems.ts';
import { conceptWords } from '../../../coding.ts';
import { words } from '../../../text.ts';
import type { Held } from '../record.ts';
import { numbersInUse } from './nhs-number.ts';

/** [P] Characters. A longer value without a label is a machine key that no person compares. */
const LONGEST_UNLABELLED = 20;

/**
 * Social security number, driving licence and passport (HL7 v2-0203). Nobody needs them at the bedside, so
 * they are left out.
 */
const NOT_FOR_CARE: ReadonlySet<string> = new Set(['SS', 'DL', 'PPN']);

/** Scotland's Community Health Index, which never passes for an NHS number. */
const CHI = 'CHI number (Scotland)';

/** The numbers in use of other countries and systems, each under its own label. */
export function otherNumbers(patient: Held<'Patient'>, today: string): Identity['otherNumbers'] {
  return numbersInUse(patient, today).flatMap((identifier) => {
    const value = words(identifier.value);
    if (value === null || identifier.system === NHS_NUMBER) return [];
    if (identifier.type?.coding?.some(({ code }) => NOT_FOR_CARE.has(code ?? ''))) return [];
    const said = conceptWords(identifier.type, new Set());
    if (isChi(identifier.system, said)) return [{ label: CHI, value }];
    if (said === null && value.length > LONGEST_UNLABELLED) return [];
    return [{ label: said ?? 'Number of another system', value }];
  });
}

/** The ten digits of the one CHI number of a record. `null`: none, or several that differ. */
export function chiNumberOf(patient: Held<'Patient'>, today: string): string | null {
  const found = new Set(
    otherNumbers(patient, today).flatMap(({ label, value }) =>
      label === CHI ? [value.replace(/[\s-]/gu, '')] : [],
    ),
  );
  const [only = ''] = found;
  return found.size === 1 && /^\d{10}$/.test(only) ? only : null;
}

/** Whether the system or the label names Scotland's Community Health Index. */
function isChi(system: string | undefined, label: string | null): boolean {
  return /\bchi\b/i.test(label ?? '') || /\bchi(-?number)?\b/i.test(system ?? '');
}
