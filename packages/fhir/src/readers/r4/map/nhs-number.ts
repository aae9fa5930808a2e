import type { NhsNumberRecord } from '@ehch/clinical';
import { plainText } from '@ehch/clinical/display';
import { checkNhsNumber } from '@ehch/clinical/rules';
import { EXTENSION, NHS_NUMBER } from '../../../codes/systems.ts';
import { conceptCodes, extensionsOf } from '../../../extensions.ts';
import type { JsonObject } from '../../../entry.ts';
import { hasEnded, startsLater } from '../../../names.ts';
import { joined } from '../../../text.ts';
import type { Cautions } from '../cautions.ts';
import type { Identifier } from '../datatypes.ts';
import { elementText } from '../elements/words.ts';
import type { Held } from '../record.ts';

/**
 * CodeSystem UKCore-NHSNumberVerificationStatusEngland `01`, and the same status in the UK-wide code system.
 */
const VERIFIED = new Set(['01', 'number-present-and-verified']);
const VERIFICATION_SYSTEM =
  /^https:\/\/fhir\.hl7\.org\.uk\/CodeSystem\/UKCore-NHSNumberVerificationStatus(England)?$/;

/** CodeSystem UKCore-NHSNumberUnavailableReason in words, for senders that leave the words out. */
const UNAVAILABLE: ReadonlyMap<string, string> = new Map([
  ['nhs-number-not-known', 'NHS number not known'],
  ['overseas-patient', 'Overseas patient'],
  ['devolved-nation', 'Devolved nation'],
]);

/**
 * The NHS number of the resident, and how certain it is. It is verified only if every status in the record
 * says so.
 */
export function nhsNumberOf(patient: Held<'Patient'>, today: string, cautions: Cautions): NhsNumberRecord {
  const current = numbersInUse(patient, today).filter(({ system }) => system === NHS_NUMBER);
  const values = [...new Set(current.map(({ value }) => digits(value ?? '')))].filter(
    (value) => value !== '',
  );
  const [first] = values;
  const unavailable = whyUnavailable(patient, current);
  if (first === undefined) return { state: 'none', why: unavailable };
  // The record has a number and also a reason for having none. Both are shown.
  if (unavailable !== null) cautions.leave('NHS number unavailable', unavailable);
  if (values.length > 1) return { state: 'several', values };
  const check = checkNhsNumber(first);
  if (!check.valid) return { state: 'invalid', value: first };
  const statuses = current.flatMap((identifier) =>
    extensionsOf(identifier.extension, EXTENSION.nhsNumberVerification),
  );
  const isVerified = (status: JsonObject) =>
    conceptCodes(status).some(({ system, code }) => VERIFICATION_SYSTEM.test(system) && VERIFIED.has(code));
  // Statuses that differ verify nothing.
  if (statuses.length > 0 && statuses.every(isVerified)) return { state: 'verified', value: check.value };
  return {
    state: 'unverified',
    value: check.value,
    why: joined(statuses.map(elementText), ', ') ?? 'verification not stated',
  };
}

/** Identifiers that are in use: neither old nor ended, and not of a later day. */
export function numbersInUse(patient: Held<'Patient'>, today: string): readonly Identifier[] {
  return (patient.value.identifier ?? []).filter(
    (identifier) =>
      identifier.use !== 'old' && !hasEnded(identifier, today) && !startsLater(identifier, today),
  );
}

function whyUnavailable(patient: Held<'Patient'>, identifiers: readonly Identifier[]): string | null {
  const lists = [patient.value.extension, ...identifiers.map(({ extension }) => extension)];
  const reasons = lists.flatMap((list) => extensionsOf(list, EXTENSION.nhsNumberUnavailable));
  const said = reasons.map((reason) => {
    const text = elementText(reason) ?? '';
    return UNAVAILABLE.get(text) ?? text;
  });
  return joined([...new Set(said)], ', ');
}

function digits(value: string): string {
  return plainText(value).replaceAll(/[\s-]/g, '');
}
