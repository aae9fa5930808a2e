import { comparePartialDates, type AboutMe, type AboutMeEntry, type Content } from '@ehch/clinical';
import { ABOUT_ME_HEADINGS } from '../../../codes/about-me.ts';
import { EXTENSION } from '../../../codes/systems.ts';
import { conceptWords } from '../../../coding.ts';
import { readDate } from '../../../dates.ts';
import type { JsonObject } from '../../../entry.ts';
import { extensionsOf, part } from '../../../extensions.ts';
import type { RecordedAboutMe } from '../../../recorded-view.ts';
import { careFor } from '../care.ts';
import { fact } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';
import { answeredItems, type AnsweredItem } from './responses.ts';

/** What she says of herself, and her languages. */
export function aboutMe(record: PatientRecord): Content<RecordedAboutMe> {
  const entries = newestOfEachHeading(record);
  const { patient } = record;
  const languages = patient === null ? [] : languagesOf(patient);
  const interpreter = patient === null ? null : interpreterFor(patient);
  if (entries.length === 0 && languages.length === 0 && interpreter === null) return { kind: 'not-recorded' };
  if (patient !== null && (languages.length > 0 || interpreter !== null)) record.show(patient, 'aboutMe');
  return { kind: 'recorded', value: { entries, languages, interpreter } };
}

export function isAboutMe(held: Held<'QuestionnaireResponse'>): boolean {
  return answeredItems(held).some((item) => headingOf(item) !== null);
}

/** PRSB About Me: the part's SNOMED CT code is the linkId, or ends the item's definition. */
function headingOf({ linkId, definition }: AnsweredItem): AboutMeEntry['heading'] | null {
  const code = definition?.split(/[#/|]/).at(-1) ?? '';
  return ABOUT_ME_HEADINGS.get(linkId ?? '') ?? ABOUT_ME_HEADINGS.get(code) ?? null;
}

function newestOfEachHeading(record: PatientRecord): RecordedAboutMe['entries'] {
  const rows = record
    .all('QuestionnaireResponse')
    .filter(isAboutMe)
    .flatMap((held) => {
      const { authored, author, source, status } = held.value;
      if (status === 'stopped') return [];
      return answeredItems(held).flatMap((item) => {
        const heading = headingOf(item);
        if (heading === null) return [];
        const care = careFor(held);
        if (status === 'in-progress') care.add('unconfirmed');
        const on = readDate(authored, care);
        const entry = {
          ...fact(record, held, care, { on, by: [source, author], part: item.id }),
          heading,
          text: item.answer,
        };
        return [{ held, entry }];
      });
    });
  const sorted = rows.toSorted((a, b) => comparePartialDates(a.entry.on, b.entry.on));
  return sorted
    .filter(({ held, entry }, place) => {
      const newer = sorted.slice(0, place).find((row) => row.entry.heading === entry.heading);
      // Two answers under one heading in the same response belong together.
      if (newer !== undefined && newer.held !== held) {
        record.setAside(held, 'not-in-force');
        return false;
      }
      record.show(held, 'aboutMe');
      return true;
    })
    .map(({ entry }) => entry);
}

function languagesOf({ value }: Held<'Patient'>): AboutMe['languages'] {
  const spoken = (value.communication ?? []).flatMap(({ language, preferred }) => {
    const name = conceptWords(language, new Set());
    return name === null ? [] : [{ name, preferred: preferred === true }];
  });
  return spoken.toSorted((a, b) => Number(b.preferred) - Number(a.preferred));
}

/** Whether an interpreter is needed, by the FHIR extension or UK Core's NHS communication; `null` when nobody said. */
function interpreterFor({ value }: Held<'Patient'>): boolean | null {
  const lists = [value.extension, ...(value.communication ?? []).map(({ extension }) => extension)];
  const said = lists.flatMap((list): readonly (JsonObject | undefined)[] => [
    ...extensionsOf(list, EXTENSION.interpreterRequired),
    ...extensionsOf(list, EXTENSION.nhsCommunication).map((extension) =>
      part(extension, 'interpreterRequired'),
    ),
  ]);
  const values = said
    .map((extension) => extension?.['valueBoolean'])
    .filter((answer) => typeof answer === 'boolean');
  return values.length === 0 ? null : values.includes(true);
}
