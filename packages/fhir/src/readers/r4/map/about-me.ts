import type { AboutMe, AboutMeEntry, Content } from '@ehch/clinical';
import { comparePartialDates, isSurelyOlder } from '@ehch/clinical/time';
import { ABOUT_ME_HEADINGS, ABOUT_ME_TITLES } from '../../../codes/about-me.ts';
import { EXTENSION } from '../../../codes/systems.ts';
import { conceptWords } from '../../../coding.ts';
import { readDate } from '../../../dates.ts';
import type { JsonObject } from '../../../entry.ts';
import { extensionsOf, part } from '../../../extensions.ts';
import type { RecordedAboutMe } from '../../../recorded-view.ts';
import { joined, words } from '../../../text.ts';
import { elementText } from '../elements/words.ts';
import { cautionsFor } from '../cautions.ts';
import { concept } from '../datatypes.ts';
import { fact, isAhead } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';
import { isFirm } from './not-in-force.ts';
import { answeredItems, type AnsweredItem } from './responses.ts';
import { aboutMeLines, formsOf } from './plan-lines.ts';

/** What the resident says in About Me, and the resident's languages. */
export function aboutMe(record: PatientRecord): Content<RecordedAboutMe> {
  const entries = [...linesOfPlan(record), ...newestOfEachHeading(record)];
  const { patient } = record;
  const languages = patient === null ? [] : languagesOf(patient);
  const interpreter = patient === null ? null : interpreterFor(patient);
  if (entries.length === 0 && languages.length === 0 && interpreter === null) return { kind: 'not-recorded' };
  if (patient !== null && (languages.length > 0 || interpreter !== null)) record.show(patient, 'aboutMe');
  return { kind: 'recorded', value: { entries, languages, interpreter } };
}

/**
 * Statements that were made one by one in the plan. [P] Each holds until it is changed itself, whatever a form says that was
 * filled in since: both are shown, with their days.
 */
function linesOfPlan(record: PatientRecord): RecordedAboutMe['entries'] {
  return aboutMeLines(record)
    .toSorted((a, b) => comparePartialDates(a.line.on, b.line.on))
    .map(({ held, line: { kind: _kind, fields, state: _state, history: _history, ...told } }) => {
      record.show(held, 'aboutMe');
      const { heading, text, saidBy } = fields;
      return { ...told, heading, text: text ?? '', line: { saidBy } };
    });
}

/** Whether a form answers any part of PRSB About Me. */
export function isAboutMe(held: Held<'QuestionnaireResponse'>): boolean {
  return answeredItems(held).some((item) => headingOf(item) !== null);
}

/**
 * Whether the form also asks things that are no part of About Me. An assessment of this product always does.
 */
export function asksMore(held: Held<'QuestionnaireResponse'>): boolean {
  const isOurs = extensionsOf(held.raw['extension'], EXTENSION.draft).length > 0;
  return isOurs || answeredItems(held).some((item) => headingOf(item) === null);
}

/**
 * The part of About Me that an answer belongs to: its own, or that of the item above it. In PRSB About Me,
 * the SNOMED CT code of the part ends the linkId or the definition of the item. A form without codes has the
 * title of the part.
 */
function headingOf({ linkId, definition, title, above }: AnsweredItem): AboutMeEntry['heading'] | null {
  const own = partOf({ linkId, definition, text: title });
  return above.reduceRight((found, item) => found ?? partOf(item), own);
}

type Named = { readonly [K in 'linkId' | 'definition' | 'text']?: string | null | undefined };

function partOf({ linkId, definition, text }: Named): AboutMeEntry['heading'] | null {
  const codes = [linkId, definition].map((address) => address?.split(/[#/|.]/).at(-1) ?? '');
  const found = codes.flatMap((code) => ABOUT_ME_HEADINGS.get(code) ?? []);
  return found[0] ?? ABOUT_ME_TITLES.get(words(text)?.toLowerCase().replace(/[:?]$/, '') ?? '') ?? null;
}

/**
 * [P] Under each heading, the newest answer from a finished form counts, as with other forms
 * (`newestOfEach`). An answer that is unfinished, in doubt, dated in the future or declined is shown beside it and
 * replaces none. An answer that is not surely older stays too.
 */
function newestOfEachHeading(record: PatientRecord): RecordedAboutMe['entries'] {
  const rows = formsOf(record)
    .filter(isAboutMe)
    .flatMap((held) => entriesOf(record, held))
    // Answers of the same day keep the order of their form.
    .toSorted(
      (a, b) =>
        Number(isAhead(a.entry)) - Number(isAhead(b.entry)) || comparePartialDates(a.entry.on, b.entry.on),
    );
  const inForce = rows.filter(
    ({ held, entry, isAnswered }) =>
      isFinished(held) && isFirm(entry.cautions) && !isAhead(entry) && isAnswered,
  );
  return rows.flatMap(({ held, entry }): RecordedAboutMe['entries'] => {
    const isReplaced = inForce.some(
      (other) => other.entry.heading === entry.heading && isSurelyOlder(entry.on, other.entry.on),
    );
    if (isReplaced) return record.setAside(held, 'not-in-force');
    record.show(held, 'aboutMe');
    return [entry];
  });
}

interface Row {
  readonly held: Held<'QuestionnaireResponse'>;
  readonly entry: RecordedAboutMe['entries'][number];
  /** A declined answer does not replace what the resident said before. */
  readonly isAnswered: boolean;
}

function entriesOf(record: PatientRecord, held: Held<'QuestionnaireResponse'>): readonly Row[] {
  const { authored, author, source } = held.value;
  return answeredItems(held).flatMap((item): readonly Row[] => {
    const heading = headingOf(item);
    if (heading === null) return [];
    // Under a part, the question itself says what the answer is about.
    const isPart = partOf({ ...item, text: item.title }) !== null;
    const asked = isPart || item.title === null ? [] : [`${item.title}: `];
    const cautions = cautionsFor(held);
    if (!isFinished(held)) cautions.add('unconfirmed');
    const on = readDate(authored, cautions);
    const said = fact(record, held, cautions, { on, by: [source, author], part: item.id });
    const entry = { ...said, heading, text: [...asked, ...item.answer] };
    return [{ held, entry, isAnswered: item.answers.length > 0 }];
  });
}

/**
 * Whether a form is complete. Answers in a form that was broken off are still shown, but they replace none.
 */
function isFinished({ value: { status } }: Held<'QuestionnaireResponse'>): boolean {
  return status !== 'in-progress' && status !== 'stopped';
}

function languagesOf({ value }: Held<'Patient'>): AboutMe['languages'] {
  const spoken = (value.communication ?? []).flatMap(({ language, preferred, extension }) => {
    const name = conceptWords(language, new Set());
    const how = extensionsOf(extension, EXTENSION.proficiency).map(proficiencyWords);
    const said = joined([name, joined(how, '; ')]);
    return name === null || said === null ? [] : [{ name: said, preferred: preferred === true }];
  });
  return spoken.toSorted((a, b) => Number(b.preferred) - Number(a.preferred));
}

/** "(proficiency: poor, received spoken)": somebody who speaks poor English may need an interpreter. */
function proficiencyWords(extension: JsonObject): string | null {
  const how = ['level', 'type'].map((name) => {
    const said = part(extension, name);
    const read = concept.safeParse({ coding: [said?.['valueCoding']] });
    return (read.success ? conceptWords(read.data, new Set()) : null) ?? elementText(said);
  });
  const said = joined(how, ', ');
  return said === null ? null : `(proficiency: ${said})`;
}

/** Whether the resident needs an interpreter. `null`: nobody said. */
function interpreterFor(patient: Held<'Patient'>): boolean | null {
  const values = interpreterSaid(patient)
    .map((extension) => extension['valueBoolean'])
    .filter((answer) => typeof answer === 'boolean');
  return values.length === 0 ? null : values.includes(true);
}

/** What the record says about an interpreter, in the FHIR extension or in UK Core's NHS communication. */
export function interpreterSaid({ value }: Held<'Patient'>): readonly JsonObject[] {
  const lists = [value.extension, ...(value.communication ?? []).map(({ extension }) => extension)];
  const said = lists.flatMap((list): readonly (JsonObject | undefined)[] => [
    ...extensionsOf(list, EXTENSION.interpreterRequired),
    ...extensionsOf(list, EXTENSION.nhsCommunication).map((extension) =>
      part(extension, 'interpreterRequired'),
    ),
  ]);
  return said.filter((extension) => extension !== undefined);
}
