import type { Content, FunctionScore } from '@ehch/clinical';
import { byCode } from '../../../by-code.ts';
import { LOCAL } from '../../../codes/systems.ts';
import { codesIn, conceptWords } from '../../../coding.ts';
import type { RecordedFunction } from '../../../recorded-view.ts';
import { byNewest } from '../fact.ts';
import type { PatientRecord } from '../record.ts';
import { whyNoNumber } from './absent-reason.ts';
import { functionStatements } from './function-statements.ts';
import { byStanding } from './leading.ts';
import { notMeasured, notRead, sinceLatest, type Absent } from './not-measured.ts';
import { cautionsForObservation, observed, observationsOf, type Observation } from './observation-kind.ts';
import { withRivals } from './of-one-time.ts';
import { pointsOfAnswer, pointsSaid, saysOnlyPoints } from './points.ts';
import { swallowing } from './swallowing.ts';

/** The Barthel index, statements about function, and advice on swallowing. */
export function functionStory(record: PatientRecord): Content<RecordedFunction> {
  const absent: Absent[] = [];
  const totals = observationsOf(record, 'barthel')
    .flatMap((held): readonly FunctionScore[] => {
      const why = whyNoNumber(held.value);
      const total = pointsOfAnswer(held.value, BARTHEL_POINTS);
      if (why === null && total !== null) return [barthel(record, held, total)];
      const told = why === null ? notRead(record, held, BARTHEL) : notMeasured(record, held, BARTHEL, why);
      if (told === null) return record.refuse(held, 'missing', 'value[x]');
      absent.push({ held, told });
      return [];
    })
    .toSorted(byStanding);
  const scores = withRivals(totals, ({ total }) => String(total));
  const statements = functionStatements(record);
  const advice = swallowing(record);
  const missing = [
    ...sinceLatest(record, 'function', absent, scores[0]),
    ...statements.notMeasured,
    ...advice.notMeasured,
  ].toSorted(byNewest);
  const found = [...scores, ...statements.statements, ...advice.swallowing, ...missing];
  if (found.length === 0) return { kind: 'not-recorded' };
  return {
    kind: 'recorded',
    value: {
      scores,
      statements: statements.statements,
      swallowing: advice.swallowing,
      notMeasured: missing,
    },
  };
}

const BARTHEL = 'Barthel index';

/** The highest total of each version of the Barthel index (Collin 1988; Mahoney 1965). */
const MOST = { '0-20': 20, '0-100': 100 } as const;
const BARTHEL_POINTS = { most: Object.values(MOST) };

function barthel(record: PatientRecord, held: Observation, total: number): FunctionScore {
  const { value } = held;
  const cautions = cautionsForObservation(held);
  record.show(held, 'function');
  const versions = new Set([
    ...versionsIn(conceptWords(value.code, new Set())),
    ...versionsIn(conceptWords(value.method, new Set())),
    ...(pointsSaid(value)?.of === 20 ? (['0-20'] as const) : []),
    ...(pointsSaid(value)?.of === 100 ? (['0-100'] as const) : []),
    ...codesIn(value.code, LOCAL).flatMap((code) => OWN_RANGE[code] ?? []),
  ]);
  const [version = null] = versions.size > 1 ? [] : versions;
  // "Barthel, 0 to 100" with 12/20 names two versions, and nobody knows which is right.
  if (versions.size > 1) cautions.add('contradicts-itself');
  // Barthel 12 means nothing without its range. A total outside the range that it claims is implausible.
  // (Collin 1988; Mahoney 1965)
  if (total < 0 || total > (version === null ? 100 : MOST[version]) || !Number.isInteger(total))
    cautions.add('implausible');
  return {
    ...observed(record, held, cautions, { value: saysOnlyPoints(value) }),
    instrument: 'barthel',
    version,
    total,
  };
}

/** The version that each of this product's codes stands for. */
const OWN_RANGE = byCode<Version>({ 'barthel-20': '0-20', 'barthel-100': '0-100' });

type Version = NonNullable<FunctionScore['version']>;

function versionsIn(title: string | null): readonly Version[] {
  if (/\b0\s*(?:-|–|to)\s*100\b/.test(title ?? '')) return ['0-100'];
  return /\b0\s*(?:-|–|to)\s*20\b/.test(title ?? '') ? ['0-20'] : [];
}
