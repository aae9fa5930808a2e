import assert from 'node:assert/strict';
import type { ResidentView, ScoreResult } from '../../packages/clinical/src/index.ts';
import {
  flagWords,
  saidOfScore,
  type FinishedAssessment,
  type ScoreSaid,
} from '../../packages/clinical/src/assessment/index.ts';
import type { FormDefinition } from '../../packages/clinical/src/form/index.ts';
import { instruments } from '../../packages/clinical/src/instruments/index.ts';
import { aboutScore } from '../../packages/fhir/src/writers/about-score.ts';
import { finishedAssessmentResources } from '../../packages/sdk/src/forms/finished-assessment-resources.ts';
import { configuration, connectedEngine } from '../../packages/sync/test/connected-engine.ts';
import { startDevServer } from '../../packages/dev-server/src/index.ts';
import { randomEntry, randomFrom } from './random-entry.ts';

type Json = Readonly<Record<string, unknown>>;

/** Changes the resources on their way, like a faulty writer. */
export type Fault = (bundle: Json) => Json;

export interface Outcome {
  /** How many scores were compared with what came back. */
  readonly compared: number;
  /** Where the summary differs from what was signed. */
  readonly differences: readonly string[];
}

/**
 * Writes entries to the server that `npm start` uses, and reads them with the engine that the summary uses. It compares the
 * words about each finished score at signing with those of the summary, word for word.
 */
export async function thereAndBack(
  form: FormDefinition,
  { entries, seed, fault = (bundle) => bundle }: { entries: number; seed: number; fault?: Fault },
): Promise<Outcome> {
  const residents = Array.from({ length: entries }, (_, at) => `${form.id}-${at}`);
  const server = await startDevServer({
    resources: residents.map((id) => ({ resourceType: 'Patient', id, birthDate: '1938-04-09' })),
  });
  try {
    const { settle, lose } = await connectedEngine(configuration(server.url));
    const differences: string[] = [];
    let compared = 0;
    for (const [at, resident] of residents.entries()) {
      const { finished } = randomEntry(form, resident, randomFrom(seed + at));
      const bundle = finishedAssessmentResources(finished, { form, device: 'EHCH Kit test' });
      await post(server.url, fault(bundle));
      const found = compare(finished, await settle(resident));
      compared += found.compared;
      differences.push(...found.differences.map((words) => `${resident}: ${words}`));
    }
    lose();
    return { compared, differences };
  } finally {
    await server.close();
  }
}

/** How many scores of an assessment leave. */
export function scoresIn(finished: FinishedAssessment): number {
  return leaving(finished).length;
}

/** Where a view differs from what was signed. */
export function compare(finished: FinishedAssessment, view: ResidentView): Outcome {
  const scores = leaving(finished);
  return {
    compared: scores.length,
    differences: scores.flatMap((score) => differencesOf(score, finished, view)),
  };
}

async function post(url: string, bundle: Json): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify(bundle),
  });
  assert.ok(answer.ok, `${answer.status} ${await answer.text()}`);
}

/** Only complete scores leave. */
function leaving({ scores }: FinishedAssessment): readonly ScoreResult[] {
  return scores.filter(({ status }) => status === 'complete');
}

function differencesOf(
  score: ScoreResult,
  finished: FinishedAssessment,
  view: ResidentView,
): readonly string[] {
  const { instrument } = score;
  const signed = saidOfScore(score, aboutScore(instrument));
  const day = score.reachedOn ?? score.assessedAt ?? finished.draft.assessedAt;
  const back = comeBack(instrument, view);
  if (back === null) return [`${instrument} did not come back`];
  const expected = expectedOf(score, signed, { day, by: judgeOf(score, finished) });
  return Object.entries(expected).flatMap(([name, value]) => {
    const found = back[name];
    return JSON.stringify(found) === JSON.stringify(value)
      ? []
      : [`${instrument} ${name}: signed ${JSON.stringify(value)}, came back ${JSON.stringify(found)}`];
  });
}

function notRounded(flag: string): boolean {
  return flag !== 'rounded-source';
}

function judgeOf(score: ScoreResult, { by }: FinishedAssessment): string {
  if ('assessor' in score && typeof score.assessor === 'string') return score.assessor;
  return [by?.name, by?.role].join(', ');
}

interface Around {
  readonly day: string;
  readonly by: string;
}

/** What has to come back, by its place in the summary. */
function expectedOf(score: ScoreResult, signed: ScoreSaid, { day, by }: Around): Json {
  const { instrument, total, band } = score;
  const common = { on: day, by };
  const fields: Json = { ...score };
  switch (instrument) {
    case 'news2':
      return { ...common, total, band, flags: [...score.flags].toSorted(), version: score.version };
    case 'cfs':
      return {
        ...common,
        total,
        band,
        flags: score.flags,
        version: score.version === 'not-stated' ? null : score.version.replace('CFS-', ''),
        baselineOn: fields['baselineOn'] ?? null,
      };
    case 'efi':
    case 'efi2':
      return {
        ...common,
        total,
        band,
        rounded: score.flags.includes('rounded-source'),
        // Cautions come back as notes there. A rounded source has a place of its own.
        beside: [...signed.beside, ...flagWords({ instrument, flags: score.flags.filter(notRounded) })],
      };
    case 'frailty-index':
    case 'cga-frailty-index':
      return { ...common, total, beside: signed.beside };
    case 'barthel-20':
    case 'barthel-100':
      return { ...common, total, version: score.version };
    case 'bmi':
      return { ...common, total, cautions: signed.cautions };
    default:
      return { ...common, title: instruments.find(({ id }) => id === instrument)?.title, said: signed };
  }
}

/** The same from the summary's data. `null`: it is missing. */
function comeBack(instrument: string, { sections }: ResidentView): Json | null {
  const recorded = (section: { state: string; content?: unknown }): unknown => {
    const content = section.content as { kind: string; value: unknown } | undefined;
    return content?.kind === 'recorded' ? content.value : null;
  };
  const around = (fact: { on: string | null; by: { name: string | null } | null }) => ({
    on: fact.on,
    by: fact.by?.name ?? null,
  });
  const notes = (fact: { notes?: readonly { text: string }[] }) =>
    (fact.notes ?? []).flatMap(({ text }) => text.split('; '));
  const frailty = recorded(sections.frailty) as ViewOf<'frailty'> | null;
  switch (instrument) {
    case 'news2': {
      const entry = (recorded(sections.news2) as ViewOf<'news2'> | null)?.scores[0];
      if (entry === undefined) return null;
      const { total, band, flags, version } = entry.score;
      return { ...around(entry), total, band, flags: [...flags].toSorted(), version };
    }
    case 'cfs': {
      const entry = frailty?.cfs[0];
      if (entry === undefined) return null;
      const { level, group, warnings, version, baselineOn = null } = entry;
      return { ...around(entry), total: level, band: group, flags: warnings, version, baselineOn };
    }
    case 'efi':
    case 'efi2':
    case 'frailty-index':
    case 'cga-frailty-index': {
      const entry = frailty?.indices.find(({ name }) => name === NAMES[instrument]);
      if (entry === undefined) return null;
      const { value, band, roundedSource: rounded, deficits } = entry;
      const own = deficits === null ? [] : [`${deficits.present} of ${deficits.considered} deficits`];
      const beside = [...new Set([...own, ...notes(entry)])];
      return { ...around(entry), total: value, band, rounded, beside };
    }
    case 'barthel-20':
    case 'barthel-100': {
      const entry = (recorded(sections.function) as ViewOf<'function'> | null)?.scores[0];
      return entry === undefined ? null : { ...around(entry), total: entry.total, version: entry.version };
    }
    case 'bmi': {
      const entry = (recorded(sections.weight) as ViewOf<'weight'> | null)?.bmi ?? null;
      return entry === null ? null : { ...around(entry), total: entry.value, cautions: notes(entry) };
    }
    default: {
      const entry = (recorded(sections.scores) as ViewOf<'scores'> | null)?.find(
        (each) => each.instrument === instrument,
      );
      return entry === undefined ? null : { ...around(entry), title: entry.title, said: entry.said };
    }
  }
}

type ViewOf<N extends keyof ResidentView['sections']> = Extract<
  Extract<ResidentView['sections'][N], { state: 'known' }>['content'],
  { kind: 'recorded' }
>['value'];

const NAMES: Readonly<Record<string, string>> = {
  efi: 'eFI',
  efi2: 'eFI2',
  'frailty-index': 'frailty index',
  'cga-frailty-index': 'frailty index',
};
