import type { ScoreResult } from '../score.ts';
import type { Instant } from '../time/types.ts';
import type { Answers } from './answer.ts';
import type { Draft } from './draft.ts';
import { formOfInstrument, type AskedInstrument } from './form-of-instrument.ts';
import { openForm, type ScoringInstrument } from './open.ts';
import { startDraft } from './start.ts';
import type { ScoringContext } from './state.ts';

/** What of a draft a score looks at besides answers. */
export interface ScoredDraft {
  /** Rows of repeating groups, by item id without the instrument. */
  readonly rows?: Draft['rows'];
  readonly assessedAt?: Instant;
}

/** Scores answers that are in no form, by the ids of the instrument's own items: `sbp`, in rows `sbp[2]`. */
export function scoreAnswers(
  instrument: AskedInstrument & ScoringInstrument,
  answers: Answers,
  scoring: ScoringContext = { facts: {}, settings: {} },
  { rows = {}, assessedAt = '' }: ScoredDraft = {},
): ScoreResult {
  const form = formOfInstrument(instrument);
  const { id } = instrument;
  const within = <T>(of: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(of).map(([key, value]) => [`${id}/${key}`, value]));
  const start = startDraft({ id, resident: '', form, at: assessedAt });
  const draft = { ...start, answers: within(answers), rows: within(rows) };
  const { scores } = openForm(form, draft, { instruments: [instrument], scoring });
  return scores.get(id) ?? instrument.score({});
}
