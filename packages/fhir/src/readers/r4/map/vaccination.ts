import type { CareEvent } from '@ehch/clinical';
import { formatDate, formatQuantity } from '@ehch/clinical/display';
import { EXTENSION } from '../../../codes/systems.ts';
import { conceptWords, firstWords } from '../../../coding.ts';
import { readDate } from '../../../dates.ts';
import { extensionsOf } from '../../../extensions.ts';
import { legible } from '../../../legible.ts';
import { joined, words } from '../../../text.ts';
import { nameOf } from '../author.ts';
import { leaveOthers } from '../author.ts';
import { cautionsFor, type Cautions } from '../cautions.ts';
import { elementText } from '../elements/words.ts';
import { fact } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';
import { codedDetails } from './coded-as.ts';
import { namedRecord } from './named-record.ts';

type Vaccination = Held<'Immunization'>;

/** [P] Names by which a vaccination that is recorded as done was not given. */
const NOT_GIVEN =
  /\b(?:declin\w*|refus\w*|not (?:given|done|required|indicated|wanted)|contra-?indicated|no consent|did not attend|dna|consent withdrawn)\b/i;

/** A vaccination, given or not. Declined is not missing. A dose that does not count says so first. */
export function vaccination(record: PatientRecord, held: Vaccination): readonly CareEvent[] {
  const { value } = held;
  const cautions = cautionsFor(held);
  const name = conceptWords(value.vaccineCode, cautions) ?? procedureOf(held);
  if (name === null) return record.refuse(held, 'missing', 'vaccineCode');
  record.show(held, 'events');
  const isDone = value.status !== 'not-done';
  if (isDone && NOT_GIVEN.test(name)) cautions.add('contradicts-itself');
  const why = conceptWords(value.statusReason, cautions);
  const text = joined(
    [
      named(name, procedureOf(held)),
      subpotentWords(held, cautions),
      ...(value.protocolApplied ?? []).map((protocol) => protocolWords(record, held, protocol, cautions)),
      doseWords(held),
      // An occurrence in words ("in the 1970s") is no date, but must not be lost.
      value.occurrenceString,
      isDone ? why : null,
      prefixed('given because of', reasonsOf(record, held, cautions)),
      ...(value.reaction ?? []).map((reaction) => reactionWords(record, held, reaction, cautions)),
    ],
    ', ',
  );
  const on = readDate(value.occurrenceDateTime, cautions);
  const by = (value.performer ?? []).map(({ actor }) => actor);
  leaveOthers(record, held, by, cautions);
  return [
    {
      ...fact(record, held, cautions, { on, by }),
      ...codedDetails(text ?? name, value.vaccineCode),
      kind: 'vaccination',
      text: text ?? name,
      until: null,
      notDone: isDone ? null : { why },
    },
  ];
}

function prefixed(prefix: string, text: string | null): string | null {
  return text === null ? null : `${prefix} ${text}`;
}

function procedureOf({ value }: Vaccination): string | null {
  return joined(extensionsOf(value.extension, EXTENSION.vaccinationProcedure).map(elementText), ', ');
}

/**
 * The vaccine with its procedure. UK Core states the number of the dose in the procedure: "administration of
 * second dose of …".
 */
function named(name: string, procedure: string | null): string {
  return procedure === null || procedure === name ? name : `${name} (${procedure})`;
}

/** R4 marks `isSubpotent` as a modifier: such a dose does not count towards protection. */
function subpotentWords({ value }: Vaccination, cautions: Cautions): string | null {
  const why = firstWords(value.subpotentReason, cautions);
  if (value.isSubpotent === true) return joined(['this dose does not count (subpotent)', why], ': ');
  return prefixed('subpotent:', joined([value.isSubpotent === false ? 'no' : null, why], ', '));
}

type Protocol = NonNullable<Vaccination['value']['protocolApplied']>[number];

function protocolWords(
  record: PatientRecord,
  held: Vaccination,
  protocol: Protocol,
  cautions: Cautions,
): string | null {
  const number = protocol.doseNumberPositiveInt ?? words(protocol.doseNumberString);
  const of = protocol.seriesDosesPositiveInt ?? words(protocol.seriesDosesString);
  const dose = number === null ? null : `dose ${number}`;
  const diseases = (protocol.targetDisease ?? []).map((disease) => conceptWords(disease, cautions));
  return joined(
    [
      joined([dose, prefixed('of', of === null ? null : String(of))]),
      protocol.series,
      prefixed('against', joined(diseases, ', ')),
      prefixed('programme of', nameOf(record, protocol.authority, held)),
    ],
    ', ',
  );
}

function doseWords({ value: { doseQuantity } }: Vaccination): string | null {
  const { value, comparator, unit, code } = doseQuantity ?? {};
  const said = words(unit) ?? words(code) ?? '';
  return joined([comparator, value === undefined ? said : formatQuantity(legible(value), said).trim()]);
}

function reasonsOf(record: PatientRecord, held: Vaccination, cautions: Cautions): string | null {
  const { reasonCode = [], reasonReference = [] } = held.value;
  return joined(
    [
      ...reasonCode.map((reason) => conceptWords(reason, cautions)),
      ...reasonReference.map((reference) => namedRecord(record, held, reference, 'reason', cautions)),
    ],
    ', ',
  );
}

type Reaction = NonNullable<Vaccination['value']['reaction']>[number];

function reactionWords(
  record: PatientRecord,
  held: Vaccination,
  reaction: Reaction,
  cautions: Cautions,
): string {
  const on = readDate(reaction.date, cautions);
  const what = reaction.detail && namedRecord(record, held, reaction.detail, 'reaction', cautions);
  const told = joined([what, on === null ? null : formatDate(on), reportedBy(reaction)], ', ');
  return joined(['reaction afterwards', told], ': ') ?? '';
}

function reportedBy({ reported }: Reaction): string | null {
  if (reported === undefined) return null;
  return reported ? 'as the resident or their family reported it' : 'as seen by staff';
}
