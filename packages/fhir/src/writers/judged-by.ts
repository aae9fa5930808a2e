import type { Author, ScoreResult } from '@ehch/clinical';
import type { FinishedAssessment } from '@ehch/clinical/assessment';
import type { Answer } from '@ehch/clinical/form';
import { displayOf, type WritingAbout } from './about.ts';

/** FHIR Observation.performer. */
type Performers = readonly { readonly reference?: string; readonly display?: string }[];

/**
 * Who made a finding: the named assessor of the score, else the people who gave the answers behind it.
 * Provenance records who signed or typed for them.
 */
export function judgedBy(
  { draft, by }: FinishedAssessment,
  score: ScoreResult,
  about: WritingAbout,
): Performers {
  const assessor = 'assessor' in score && typeof score.assessor === 'string' ? score.assessor.trim() : '';
  if (assessor !== '') return [{ display: assessor }];
  const parts = Object.entries(draft.answers).flatMap(([key, answer]) =>
    key.startsWith(`${score.instrument}/`) ? [answer] : [],
  );
  return foundBy(parts, by, about);
}

/** The people who gave these answers. The signer, where no answer names anybody. */
export function foundBy(answers: readonly Answer[], signer: Author | null, about: WritingAbout): Performers {
  const entered = answers.filter((answer) => answer.state === 'given' && answer.from.kind === 'entered');
  return saidBy(entered, signer, about);
}

/**
 * The people who answered, or who gave the reason for a missing answer. The signer, where nobody is named.
 */
export function saidBy(said: readonly Answer[], signer: Author | null, about: WritingAbout): Performers {
  // One person may have given many answers. The name and the role together tell people apart.
  const named = new Map(said.map(({ by }) => [JSON.stringify([by?.name, by?.role]), by]));
  const people = [...named.values()].flatMap((by) => performerOf(by, signer, about));
  const signed = about.performer ?? displayOf(signer);
  if (people.length > 0) return people;
  return signed === null ? [] : [signed];
}

/** The signer by the reference that the server knows. Everybody else by name and role. */
function performerOf(by: Author | null, signer: Author | null, { performer }: WritingAbout): Performers {
  if (by === null) return [];
  const isSigner = signer !== null && by.name === signer.name && by.role === signer.role;
  if (isSigner && performer !== null && performer !== undefined) return [performer];
  const shown = displayOf(by);
  return shown === null ? [] : [shown];
}
