import type { Medicine } from '../resident/medicine.ts';
import { plainLines, plainText } from './plain-text.ts';
import { formatQuantity } from './quantity.ts';

export interface MedicinePart {
  readonly kind:
    | 'generic'
    | 'brand'
    | 'prohibition'
    | 'form'
    | 'contents'
    | 'dose'
    | 'route'
    | 'instructions'
    | 'indication';
  /** Instructions may have several lines. */
  readonly text: string;
  /** Stands before the text, and always on the same line: CUI MEDi-007, 008. */
  readonly label?: 'DOSE';
}

/**
 * The parts of a medicine's line in order: generic in lower case, BRAND, form, contents, DOSE, route, instructions,
 * then the indication (CUI MEDi-001..003, 007, 013, 051). A part that is not recorded is left out. A missing name is
 * stated, because nobody may read a dose without a medicine.
 */
export function medicineLine(medicine: Medicine): readonly MedicinePart[] {
  const generic = genericCase(plainText(medicine.generic ?? ''));
  const brand = plainText(medicine.brand ?? '').toUpperCase();
  const parts: MedicinePart[] = [];
  if (generic) parts.push({ kind: 'generic', text: generic });
  if (brand && brand !== generic.toUpperCase()) parts.push({ kind: 'brand', text: brand });
  if (parts.length === 0) parts.push({ kind: 'generic', text: 'name not recorded' });
  add('prohibition', prohibitionText(medicine));
  add('form', medicine.form);
  add('contents', contentsText(medicine));
  if (medicine.dose !== null) {
    parts.push({
      kind: 'dose',
      label: 'DOSE',
      text: formatQuantity(medicine.dose.value, medicine.dose.unit),
    });
  }
  add('route', medicine.route);
  add('instructions', medicine.instructions);
  const indication = plainText(medicine.indication ?? '');
  if (indication) parts.push({ kind: 'indication', text: indication.replace(/^(for )?/i, 'for ') });
  return parts;

  function add(kind: MedicinePart['kind'], text: string | null): void {
    const plain = kind === 'instructions' ? plainLines(text ?? '') : plainText(text ?? '');
    if (plain) parts.push({ kind, text: plain });
  }
}

/** A medicine that the resident must not have says so beside its name, wherever it is shown. */
function prohibitionText({ status, prohibits }: Medicine): string | null {
  if (status === 'not-to-be-given') return 'NOT TO BE GIVEN';
  return prohibits === true ? 'an instruction not to give it' : null;
}

function contentsText({ contents = [] }: Medicine): string | null {
  return contents.length === 0 ? null : `contains ${contents.join(', ')}`;
}

/** A long dash with spaces between the parts, CUI MEDi-018. It stays with the part before it (MEDi-011). */
export const MEDICINE_SEPARATOR = ' — ';

/** The parts as one line: `diltiazem — CALCICARD CR — modified-release tablet — DOSE 120 mg — oral — once a day`. */
export function medicineText(medicine: Medicine): string {
  return medicineLine(medicine)
    .map(({ label, text }) => (label === undefined ? plainText(text) : `${label} ${text}`))
    .join(MEDICINE_SEPARATOR);
}

const UNITS: ReadonlySet<string> = new Set(['mg', 'g', 'ml', 'mcg', 'micrograms', 'units', 'hr']);

/**
 * Writes a generic name in lower case, except where capitals carry meaning: B12, factor VIII, HCl, carbomer 974P
 * (MEDi-002). It writes out the units that have been misread: mcg, U and IU (MEDi-023).
 */
function genericCase(name: string): string {
  const shouted = name.length > 4 && name === name.toUpperCase();
  return name
    .replace(/[\p{L}\p{N}]+/gu, (word) => (keepsCapitals(word, shouted) ? word : word.toLowerCase()))
    .replace(/\bml\b|(?<=\d)ml\b/g, 'mL')
    .replace(/(\d\s*)([µμu]g|mcg)(?![\p{L}\p{N}])/gu, '$1micrograms')
    .replace(/(\d\s*)I?U(?![\p{L}\p{N}])/giu, '$1units');
}

function keepsCapitals(word: string, shouted: boolean): boolean {
  if (/^\p{Lu}{1,2}\d+$|^\d{2,}[A-FH-KM-TV-Z]$/u.test(word)) return true;
  if (shouted || UNITS.has(word.toLowerCase()) || /^\d/.test(word)) return false;
  return /^\p{Lu}{1,4}$|\p{Ll}\p{Lu}|^\p{Lu}{2}\p{Ll}$/u.test(word);
}
