import { settled } from '../../form/engine/settle.ts';
import { openForm } from '../../form/open.ts';
import type { Instant } from '../../time/types.ts';
import { evaluated } from './evaluate.ts';
import type { FormGuards } from './guards.ts';
import type { FormSession, Surroundings } from './session.ts';
import { andThen, changed } from './stepped.ts';
import type { FormStepped } from './stepped.ts';
import { aroundOf, openOptions } from './surroundings.ts';

/** The page or the record says something new. No answer changes (E1). */
export function takeSurroundings(
  session: FormSession,
  around: Surroundings,
  at: Instant,
  guards: FormGuards,
): FormStepped {
  return refresh(session, { ...session, around: aroundOf(around, session.resident, guards) }, at);
}

/** Works out anew what follows from the surroundings: scores that look at the record, and what the record offers. */
export function refresh(before: FormSession, session: FormSession, at: Instant): FormStepped {
  return andThen(reopened(session), (next) => changed(offering(before, next, at), {}));
}

function reopened(session: FormSession): FormStepped {
  const { state, phase, form, around } = session;
  // What is signed stays on screen as it was signed.
  if (state === null || phase.state !== 'open') return changed(session, {});
  const told = openOptions(around, state.draft.assessedAt);
  // What it was opened with: what came while it was being finished was held back until now.
  const known = settled(state).options;
  const isSame =
    told.evaluator === known.evaluator &&
    told.instruments === known.instruments &&
    JSON.stringify(told.scoring) === JSON.stringify(known.scoring);
  return isSame ? changed(session, {}) : evaluated({ ...session, state: openForm(form, state.draft, told) });
}

/** The same object while the record and the last assessment say the same, so that nothing is drawn again. */
function offering(before: FormSession, session: FormSession, at: Instant): FormSession {
  const { form, around, previous, offered } = session;
  const all = around.rules?.offers(form, around.view, previous, at) ?? [];
  const now = offered.all;
  if (JSON.stringify(all) === JSON.stringify(now)) return session;
  const places = Map.groupBy(all, (offer) => (offer.kind === 'row' ? offer.list : offer.item));
  const fromRecord = (some: typeof all) => JSON.stringify(some.filter(({ from }) => from === 'record'));
  // It has something else to say than when this form was begun, and nobody looked for it.
  const record =
    session.touched &&
    before.around.view !== null &&
    before.around.view !== around.view &&
    before.around.rules === around.rules &&
    fromRecord(all) !== fromRecord(now);
  const elsewhere = record ? { ...session.elsewhere, record } : session.elsewhere;
  return { ...session, offered: { all, at: places }, elsewhere };
}
