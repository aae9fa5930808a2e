import type { Content, FunctionScore } from '@ehch/clinical';
import { conceptWords } from '../../../coding.ts';
import type { RecordedFunction } from '../../../recorded-view.ts';
import { marksIn } from '../../../score-marks.ts';
import { joined, words } from '../../../text.ts';
import { byNewest } from '../fact.ts';
import type { PatientRecord } from '../record.ts';
import {
  careForObservation,
  observed,
  kindOf,
  observationsOf,
  type Observation,
  isMade,
} from './observation-kind.ts';
import { plainNumber, quantityText } from './quantity.ts';
import { SCORE_UNIT } from './sent-news2.ts';

export function functionStory(record: PatientRecord): Content<RecordedFunction> {
  const scores = observationsOf(record, 'barthel').flatMap((held) => barthel(record, held));
  const statements = record.all('Observation').flatMap((held) => statement(record, held));
  if (scores.length === 0 && statements.length === 0) return { kind: 'not-recorded' };
  return {
    kind: 'recorded',
    value: {
      scores: scores.toSorted(byNewest),
      statements: statements.toSorted(byNewest),
    },
  };
}

const MOST = { '0-20': 20, '0-100': 100 } as const;

function barthel(record: PatientRecord, held: Observation): readonly FunctionScore[] {
  const { value } = held;
  const care = careForObservation(held);
  const total = value.valueInteger ?? plainNumber(value.valueQuantity, SCORE_UNIT);
  if (total === null) return record.refuse(held, 'missing', 'value[x]');
  record.show(held, 'function');
  const said = joined([conceptWords(value.code, new Set()), conceptWords(value.method, new Set())]) ?? '';
  const version = versionIn(said);
  // Barthel 12 means nothing without its range; a total outside the range it claims has none. (Collin 1988; Mahoney 1965)
  if (total < 0 || total > (version === null ? 100 : MOST[version]) || !Number.isInteger(total))
    care.add('implausible');
  return [{ ...observed(record, held, care), instrument: 'barthel', version, total }];
}

function versionIn(text: string): FunctionScore['version'] {
  if (/\b0\s*(?:-|–|to)\s*100\b/.test(text)) return '0-100';
  return /\b0\s*(?:-|–|to)\s*20\b/.test(text) ? '0-20' : null;
}

/** [P] Titles of statements about what somebody does herself, where no code says what they are. */
const TITLES =
  /\b(mobility|moving|help to move|transfers?|walking|hoist|continence|washing|dressing|eating|toilet)/i;

function statement(record: PatientRecord, held: Observation): RecordedFunction['statements'] {
  const { value } = held;
  const care = careForObservation(held);
  const title = conceptWords(value.code, care);
  if (
    !isMade(held) ||
    title === null ||
    marksIn(held.raw) !== null ||
    kindOf(value.code) !== null ||
    !TITLES.test(title)
  )
    return [];
  const said =
    words(value.valueString) ??
    conceptWords(value.valueCodeableConcept, care) ??
    quantityText(value.valueQuantity);
  if (said === null) return [];
  record.show(held, 'function');
  return [
    { ...observed(record, held, care), text: [`${title}: `, ...(typeof said === 'string' ? [said] : said)] },
  ];
}
