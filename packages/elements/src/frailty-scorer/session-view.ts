import type { Author, PlaceConfiguration, ResidentView } from '@ehch/clinical';
import type { AssessmentTemplate } from '@ehch/clinical/assessment';
import type { FormState } from '@ehch/clinical/form';
import type { FormSession, Screen } from '@ehch/clinical/session';
import type { Instant } from '@ehch/clinical/time';
import { asTemplate, authorOf, lockedBy } from '@ehch/clinical/session';
import type { Assessments } from './own-assessments.ts';

/** What is rendered of an open session. It is read from the session, and rendering writes nothing. */
export interface SessionView {
  readonly session: FormSession;
  readonly state: FormState;
  readonly screen: Screen;
  /** With rules and deficits; `null` for instruments and imported forms. */
  readonly template: AssessmentTemplate | null;
  /** The kit's own assessments; `null`: this form does without. */
  readonly own: Assessments | null;
  /** What the record says of whom the form is about. */
  readonly record: ResidentView | null;
  readonly place: PlaceConfiguration | null;
  readonly now: Instant;
  readonly author: Author | null;
  /** The page does not say who is answering. */
  readonly asksWho: boolean;
  /** Of the headings. */
  readonly level: number;
  /** Why nothing can be changed, in words; `null`: it can. */
  readonly locked: string | null;
}

const LOCKED = {
  died: 'This person has died. The form can be read and copied, not changed.',
  'read-only': 'Shown to be read, not to be changed.',
  finishing: 'Being finished.',
  finished: 'Finished. Nothing of it changes any more.',
  withdrawing: 'The signature is being taken back.',
} as const;

/** `null`: the session's form has not been opened yet. */
export function sessionView(
  session: FormSession,
  { own, now, level }: Pick<SessionView, 'own' | 'now' | 'level'>,
): SessionView | null {
  const { state, screen, around, form, phase } = session;
  if (state === null) return null;
  return {
    session,
    state,
    screen,
    template: asTemplate(form),
    own,
    record: around.view,
    place: around.place,
    now,
    author: authorOf(session),
    asksWho: !around.author?.name,
    level,
    locked: lockedWords(phase.state in LOCKED ? (phase.state as keyof typeof LOCKED) : lockedBy(around)),
  };
}

function lockedWords(why: keyof typeof LOCKED | null): string | null {
  return why === null ? null : LOCKED[why];
}
