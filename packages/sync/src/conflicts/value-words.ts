import { isObject, listAt, textAt, type JsonObject } from '@ehch/fhir';
import { formatDateTime, formatName } from '@ehch/clinical/display';
import type { Json } from '@ehch/store';

/** A value as it is shown. `isWhole`: nothing of it is left in its recorded form. */
export interface Said {
  readonly words: string;
  readonly isWhole: boolean;
}

/** The name of a person or organisation by a reference such as `Practitioner/7`. `null`: not known here. */
export type NameOf = (reference: string) => string | null;

/**
 * A recorded value in the words of our screens. What has no words follows as it is recorded, so that nothing is left out.
 *
 * @param field the field of the resource that it stands in
 */
export function valueWords(value: Json, field: string, type: string, nameOf: NameOf): Said {
  if (Array.isArray(value)) {
    const items = value.map((item: Json) => valueWords(item, field, type, nameOf));
    return {
      words: items.map(({ words }) => words).join('\n'),
      isWhole: items.every(({ isWhole }) => isWhole),
    };
  }
  if (isObject(value)) return objectWords(value, nameOf);
  if (typeof value === 'string') return whole(textWords(value, field, type));
  return whole(typeof value === 'boolean' ? (value ? 'Yes' : 'No') : JSON.stringify(value));
}

/** A value without any words of ours. */
export const asRecorded = (value: Json): Said => ({ words: JSON.stringify(value), isWhole: false });

const whole = (words: string): Said => ({ words, isWhole: true });

const DATE = /^\d{4}(-\d{2}(-\d{2}(T[\d:.]+(Z|[-+]\d{2}:\d{2})?)?)?)?$/;
const CODED: ReadonlySet<string> = new Set(['status', 'intent', 'priority', 'gender']);

function textWords(text: string, field: string, type: string): string {
  const date = DATE.test(text) ? formatDateTime(text) : 'Unknown';
  if (date !== 'Unknown') return date;
  if (!CODED.has(field)) return text;
  // A finished form is one that somebody signed, in the words of the scorer.
  if (type === 'QuestionnaireResponse' && text === 'completed') return 'Signed';
  if (type === 'QuestionnaireResponse' && text === 'amended') return 'Signed, and changed since';
  return sentence(text.replaceAll('-', ' '));
}

const sentence = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** How a kind of value is said, and which of its fields that says. */
interface Kind {
  readonly says: readonly string[];
  words(value: JsonObject, nameOf: NameOf): string | null;
}

/** In this order: the first that finds its words has them. */
const KINDS: readonly Kind[] = [
  // One answer of a form
  { says: ['linkId', 'text', 'definition', 'answer'], words: answerWords },
  // Annotation
  {
    says: ['text', 'time', 'authorString', 'authorReference'],
    words: (value, nameOf) => {
      const by = textAt(value, 'authorString') ?? named(value['authorReference'], nameOf);
      const text = textAt(value, 'text');
      // A note by something that has no name here, such as a device, is shown as it is recorded.
      const isNote = by !== null || (dateAt(value, 'time') !== null && !('authorReference' in value));
      return text === null || !isNote ? null : `${text} (${line([by, dateAt(value, 'time')], ', ')})`;
    },
  },
  // ContactPoint
  {
    says: ['system', 'value', 'use', 'period'],
    words: contactWords,
  },
  // Quantity
  {
    says: ['value', 'unit', 'system', 'code', 'comparator'],
    words: (value) =>
      typeof value['value'] === 'number'
        ? line([textAt(value, 'comparator'), String(value['value']), textAt(value, 'unit')], ' ')
        : null,
  },
  // Address
  {
    says: ['use', 'type', 'line', 'city', 'district', 'state', 'postalCode', 'country', 'period'],
    words: (value) =>
      ['line', 'city', 'postalCode', 'district'].some((key) => key in value)
        ? line(
            [
              ...listAt(value, 'line').map(String),
              ...['city', 'district', 'state', 'postalCode', 'country'].map((key) => textAt(value, key)),
              textAt(value, 'use'),
              periodWords(value['period']),
            ],
            ', ',
          )
        : null,
  },
  // HumanName
  { says: ['use', 'family', 'given', 'prefix'], words: personWords },
  // CodeableConcept
  { says: ['text', 'coding'], words: conceptWords },
  // Coding
  {
    says: ['system', 'code', 'display', 'version', 'userSelected'],
    words: (value) => ('code' in value ? textAt(value, 'display') : null),
  },
  // Reference
  { says: ['reference', 'display', 'type'], words: named },
  // Period
  { says: ['start', 'end'], words: periodWords },
  // The activity of a care plan
  {
    says: ['reference'],
    words: (value, nameOf) => (isObject(value['reference']) ? named(value['reference'], nameOf) : null),
  },
  { says: ['detail'], words: (value) => detailWords(value['detail']) },
  // Somebody to contact
  {
    says: ['relationship', 'name', 'telecom'],
    words: (value) =>
      'relationship' in value || 'telecom' in value
        ? allOf([
            ...listAt(value, 'name').map(personWords),
            ...listAt(value, 'relationship').map(conceptWords),
            ...listAt(value, 'telecom').map(contactWords),
          ])
        : null,
  },
  // A target of a goal in words
  {
    says: ['measure', 'detailString', 'dueDate'],
    words: (value) =>
      'measure' in value || 'dueDate' in value
        ? line(
            [conceptWords(value['measure']), textAt(value, 'detailString'), dateAt(value, 'dueDate')],
            ': ',
          )
        : null,
  },
  // By when a task is to be done
  { says: ['period'], words: (value) => ('code' in value ? null : periodWords(value['period'])) },
  // The words of a message
  { says: ['contentString'], words: (value) => textAt(value, 'contentString') },
];

function objectWords(value: JsonObject, nameOf: NameOf): Said {
  for (const { says, words } of KINDS) {
    const said = words(value, nameOf);
    if (said === null) continue;
    const rest = Object.entries(value).filter(([key]) => key !== 'id' && !says.includes(key));
    if (rest.length === 0) return whole(said);
    return { words: `${said}\n${JSON.stringify(Object.fromEntries(rest))}`, isWhole: false };
  }
  return asRecorded(value as Json);
}

function conceptWords(value: unknown): string | null {
  return (
    textAt(value, 'text') ??
    listAt(value, 'coding')
      .map((coding) => textAt(coding, 'display'))
      .find((display) => display !== null) ??
    null
  );
}

function contactWords(value: unknown): string | null {
  if (!isObject(value) || 'code' in value || textAt(value, 'value') === null) return null;
  const [system, use] = [textAt(value, 'system'), textAt(value, 'use')];
  const number = `${system === null || system === 'phone' ? '' : `${system} `}${textAt(value, 'value')}`;
  return line([use === null ? number : `${number} (${use})`, periodWords(value['period'])], ', ');
}

function personWords(value: unknown): string | null {
  const family = textAt(value, 'family');
  if (family === null) return null;
  const [title = null, ...more] = listAt(value, 'prefix').map(String);
  const given = listAt(value, 'given').map(String);
  const use = textAt(value, 'use');
  // A second title has no place in a name on screen.
  if (more.length > 0) return null;
  const name = formatName({ family, given, title, text: null });
  return use === null || use === 'usual' || use === 'official' ? name : `${name}, ${use}`;
}

/** The answers of an item. One that has no words here leaves the whole item as it is recorded. */
function answerWords(value: JsonObject): string | null {
  const answers = 'linkId' in value ? listAt(value, 'answer') : [];
  const said = answers.map(
    (answer) =>
      textAt(answer, 'valueString') ??
      dateAt(answer, 'valueDate') ??
      dateAt(answer, 'valueDateTime') ??
      textAt(isObject(answer) ? answer['valueCoding'] : null, 'display'),
  );
  return answers.length === 0 ? null : allOf(said);
}

/** A reference by name. Without a name it has no words. */
function named(value: unknown, nameOf: NameOf): string | null {
  const reference = textAt(value, 'reference');
  return textAt(value, 'display') ?? (reference === null ? null : nameOf(reference));
}

/** An address of a server says nothing to whoever reads it, and it is no name. */
const PERSON = /(?:^|\/)(?:Practitioner(?:Role)?|RelatedPerson|Patient|Person)\//;

const UNNAMED = [
  'somebody not named here',
  'somebody else, not named here',
  'a third person, not named here',
];

/** Names people without a name, so that two of them never look like one, in whichever fields they stand. */
export function toldApart(nameOf: NameOf): NameOf {
  const people: string[] = [];
  return (reference) => {
    const name = nameOf(reference);
    if (name !== null || !PERSON.test(reference)) return name;
    const at = people.indexOf(reference);
    const place = at < 0 ? people.push(reference) - 1 : at;
    return UNNAMED[place] ?? `person ${place + 1}, not named here`;
  };
}

/** Only where its own few fields say all of it. */
function detailWords(detail: unknown): string | null {
  if (!isObject(detail)) return null;
  const known = ['code', 'description', 'status', 'scheduledString', 'kind'];
  if (Object.keys(detail).some((key) => !known.includes(key))) return null;
  const status = textAt(detail, 'status');
  return line(
    [
      conceptWords(detail['code']),
      textAt(detail, 'description'),
      textAt(detail, 'scheduledString'),
      status === null ? null : status.replaceAll('-', ' '),
    ],
    ', ',
  );
}

function periodWords(value: unknown): string | null {
  if (!isObject(value)) return null;
  const [start, end] = [dateAt(value, 'start'), dateAt(value, 'end')];
  return line([start && `from ${start}`, end && `until ${end}`], ' ');
}

function dateAt(value: unknown, key: string): string | null {
  const date = textAt(value, key);
  return date === null ? null : formatDateTime(date);
}

function line(parts: readonly (string | null)[], between: string): string | null {
  const said = parts.filter((part) => part !== null && part !== '');
  return said.length === 0 ? null : said.join(between);
}

/** All parts in words, or none: half of them would be taken for the whole. */
function allOf(parts: readonly (string | null)[]): string | null {
  return parts.includes(null) ? null : line(parts, ', ');
}
