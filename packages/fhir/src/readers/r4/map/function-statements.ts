import type { NotMeasured } from '@ehch/clinical';
import { conceptWords } from '../../../coding.ts';
import type { RecordedFunction } from '../../../recorded-view.ts';
import { compared } from '../../../said-already.ts';
import { marksIn } from '../../../score-marks.ts';
import { words } from '../../../text.ts';
import { byNewest } from '../fact.ts';
import type { PatientRecord } from '../record.ts';
import { whyNotAssessed } from './absent-reason.ts';
import { notInForceToday } from './not-in-force.ts';
import { notMeasured, sinceLatest, type Absent } from './not-measured.ts';
import { kindOf } from './kind-of-code.ts';
import {
  cautionsForObservation,
  isAboutResident,
  observed,
  type Observation,
  whenOver,
} from './observation-kind.ts';
import { besideOthers } from './of-one-time.ts';
import { aboutFamily } from './family-words.ts';
import { withDetails } from './frailty-statements.ts';
import { isImpossibleTotal } from './possible-points.ts';
import { leadingReading, putBehind } from './leading.ts';
import { isFallEvent } from './fall-event.ts';
import { tellsOfFall } from './fall-words.ts';
import { isAboutSwallowing } from './swallowing.ts';
import { plainTextOf, valueWords } from './value-words.ts';

type Statement = RecordedFunction['statements'][number];

/** [P] Titles of statements about what the resident does alone, for observations without a known code. */
const FUNCTION =
  /\b(mobility|moving|help to move|transfers?|walk(s|ing)?|wheelchair|hoist|stairs|gait|(?<!\b(?:fluid|liquid|water|intake|electrolyte|sodium|nitrogen|energy|acid.?base|hormonal|work.?life) )balance|continence|washing|bathing|grooming|hygiene|dressing|eating|toilet\w*|functional status|falls?(?! in (?:blood|ha?emoglobin|hb|egfr|weight|bp|sodium|potassium|platelets?|function|saturations?)))\b/i;

/** [P] Titles about memory and thinking: BIMS, MoCA, MMSE, CAM, and what HL7 PACIO sends with them. */
const COGNITION =
  /\b(brief interview for mental status|BIMS|montreal cognitive|MoCA|mini.?mental|MMSE|confusion assessment|CAM|delirium|mental status|cogniti(on|ve)|memory|recall)\b/i;

/**
 * Questions of mood scales use words of mobility: PHQ-9 asks about "moving or speaking slowly". They are no
 * statement about function.
 */
const MOOD = /\b(PHQ|speaking|little interest|feeling down|depress\w*|mood)\b/i;

/**
 * [P] An aim, and how far it was reached, is no statement about function: "Mobility goal: walk to the dining
 * room".
 */
const AIM = /\b(goals?|targets?|aims?|objectives?)\b/i;

/** Statements about function and cognition, and those that could not be assessed. */
export interface FunctionStatements {
  readonly statements: readonly Statement[];
  readonly notMeasured: readonly NotMeasured[];
}

/** A statement while the latest of each title is being found. */
interface Row {
  readonly held: Observation;
  /** The title in its compared form: "Mobility" and "mobility:" are one title. */
  readonly title: string;
  readonly statement: Statement;
}

/** What the resident does alone, and findings about memory and thinking: the latest of each title. */
export function functionStatements(record: PatientRecord): FunctionStatements {
  const absent: (Absent & { readonly title: string })[] = [];
  const rows: Row[] = [];
  for (const held of record.all('Observation')) {
    const title = titleOf(held);
    // A score that this product wrote is shown with the other scores.
    if (title === null || marksIn(held.raw) !== null || isFallEvent(held) || !isAboutResident(record, held))
      continue;
    const why = whyNotAssessed(held.value);
    if (why === null) rows.push(...statement(record, held, title));
    else absent.push({ held, title: compared(title), told: notMeasured(record, held, title, why) });
  }
  const sorted = rows.toSorted((a, b) => byNewest(a.statement, b.statement));
  const latest = new Map<string, Row>();
  for (const [title, ofTitle] of Map.groupBy(sorted, (row) => row.title)) {
    const { lead, beside } = leadingReading(ofTitle, (row) => row.statement);
    if (lead === undefined) continue;
    const statement = besideOthers(
      lead.statement,
      beside.map((row) => row.statement),
      ({ text }) => plainTextOf(text),
    );
    latest.set(title, { ...lead, statement });
    for (const row of ofTitle)
      if (row === lead || beside.includes(row)) record.show(row.held, 'function');
      else putBehind(record, row.held, row.statement);
  }
  return {
    statements: [...latest.values()].map((row) => row.statement),
    notMeasured: absent.flatMap((one) =>
      sinceLatest(record, 'function', [one], latest.get(one.title)?.statement),
    ),
  };
}

/** The title of an observation about function or cognition. `null`: it is about something else. */
function titleOf({ value }: Observation): string | null {
  const kind = kindOf(value.code);
  const title = words(conceptWords(value.code, new Set())?.replace(/[\s:]+$/, ''));
  if (title === null || isAboutSwallowing(value)) return null;
  if (kind !== null) return kind === 'cognition' ? title : null;
  if (MOOD.test(title) || AIM.test(title)) return null;
  return FUNCTION.test(title) || COGNITION.test(title) ? title : null;
}

function statement(record: PatientRecord, held: Observation, title: string): readonly Row[] {
  const cautions = cautionsForObservation(held);
  const over = notInForceToday(whenOver(record, held, cautions));
  conceptWords(held.value.code, cautions);
  const said = valueWords(held.value, cautions);
  const family = aboutFamily(held.value.code);
  if (family.length > 0) cautions.add('contradicts-itself');
  if (isImpossibleTotal(held.value)) cautions.add('implausible');
  if (said === null && (held.value.component ?? []).length === 0) {
    // "Falls" may be the finding itself. A panel that only groups other observations says nothing.
    if (!tellsOfFall(title)) return [];
    return [
      { held, title: held.key, statement: { ...observed(record, held, cautions), text: `${title}${over}` } },
    ];
  }
  const recorded = observed(record, held, cautions);
  const parts = said === null ? ['see its parts'] : typeof said === 'string' ? [said] : said;
  return [
    {
      held,
      title: compared(title),
      statement: {
        ...withDetails(recorded, [...(recorded.details ?? []), ...family]),
        text: [`${title}: `, ...parts, ...(over === '' ? [] : [over])],
      },
    },
  ];
}
