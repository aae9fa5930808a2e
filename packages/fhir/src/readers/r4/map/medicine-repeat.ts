import type { MedicineRepeat } from '@ehch/clinical';
import { EXTENSION } from '../../../codes/systems.ts';
import { readDate } from '../../../dates.ts';
import { listAt, textAt, type JsonObject } from '../../../entry.ts';
import { extensionsOf, part } from '../../../extensions.ts';
import { elementName, elementText } from '../elements/words.ts';
import type { Care } from '../care.ts';
import type { Held } from '../record.ts';

/** The parts of the two extensions that are read: UK Core's, and the electronic prescription service's. */
const ISSUED = ['numberOfPrescriptionsIssued', 'numberOfRepeatPrescriptionsIssued', 'numberOfRepeatsIssued'];
const ALLOWED = [
  'numberOfPrescriptionsAllowed',
  'numberOfRepeatPrescriptionsAllowed',
  'numberOfRepeatsAllowed',
];
const REVIEW = ['authorisationExpiryDate'];

/** How often a prescription was and may be issued, and by when it is to be reviewed. `null`: the record does not say. */
export function repeatOf({ value }: Held<'MedicationRequest'>, care: Care): MedicineRepeat | null {
  const found = [
    ...extensionsOf(value.extension, EXTENSION.medicationRepeat),
    ...(value.basedOn ?? []).flatMap(({ extension }) => extensionsOf(extension, EXTENSION.epsRepeat)),
  ];
  for (const extension of found) leaveOthers(extension, care);
  const allowed = value.dispenseRequest?.numberOfRepeatsAllowed ?? null;
  const repeat = {
    issued: numberIn(found, ISSUED),
    allowed: numberIn(found, ALLOWED) ?? allowed,
    reviewBy: readDate(textIn(found, REVIEW), care),
  };
  return Object.values(repeat).every((each) => each === null) ? null : repeat;
}

function partsIn(found: readonly JsonObject[], names: readonly string[]): readonly JsonObject[] {
  return found.flatMap((extension) =>
    names.map((name) => part(extension, name)).filter((each) => each !== undefined),
  );
}

function numberIn(found: readonly JsonObject[], names: readonly string[]): number | null {
  const values = partsIn(found, names).flatMap((each) => [each['valueUnsignedInt'], each['valueInteger']]);
  return values.find((value) => typeof value === 'number') ?? null;
}

function textIn(found: readonly JsonObject[], names: readonly string[]): string | null {
  const values = partsIn(found, names).flatMap((each) => [
    textAt(each, 'valueDateTime'),
    textAt(each, 'valueDate'),
  ]);
  return values.find((value) => value !== null) ?? null;
}

/** A part of the extension that is not known here is said as it stands. */
function leaveOthers(extension: JsonObject, care: Care): void {
  const known = [...ISSUED, ...ALLOWED, ...REVIEW];
  for (const each of listAt(extension, 'extension')) {
    if (!known.includes(textAt(each, 'url') ?? ''))
      care.leave(elementName('repeat', each), elementText(each));
  }
}
