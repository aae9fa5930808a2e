import type { Stamp } from '../step.ts';
import type { FormAction } from './action.ts';
import type { Focus } from './effect.ts';
import { withEntry } from './entry.ts';
import { goTo, goToNext, openGroup, withGroupToAsk } from './groups.ts';
import type { FormSession, Screen } from './session.ts';
import { changed } from './stepped.ts';
import type { FormStepped } from './stepped.ts';

/** What is open on screen beside the answers; `null`: the action changes nothing of it. */
export function show(session: FormSession, action: FormAction & Stamp): FormStepped | null {
  const { screen } = session;
  switch (action.kind) {
    case 'search-options':
      return changed(withEntry(session, action.key, { search: action.text }), {});
    case 'open-not-assessed':
      return changed(withEntry(session, action.key, { isNotAssessedOpen: action.open }), {});
    case 'explain':
      return open(session, { why: screen.why === action.key ? null : action.key });
    case 'show-section':
      return open(
        withGroupToAsk(session, action.key),
        { section: action.key, last: action.key },
        action.focus ? { on: 'section' } : null,
      );
    case 'open-group':
      return openGroup(session, action.key, action.open);
    case 'open-not-assessed-group':
      return changed(session, { screen: { ...screen, whyNotGroup: action.group } });
    case 'go-to':
      return goTo(session, action.key);
    case 'go-to-next':
      return goToNext(session, action.from);
    case 'move-focus':
      return open(session, {}, action.to);
    case 'show-only-changed':
      return open(session, { onlyChanged: !screen.onlyChanged });
    case 'word-problem':
      return word(session, action);
    case 'cancel-wording':
      return open(session, { deciding: null }, { on: 'problem', rule: action.rule });
    case 'type-marked-by':
      return open(session, { markedBy: action.name }, null);
    case 'type-reason':
      return typeReason(session, action.reason);
    case 'copied':
      return open(session, { copied: { text: action.text, how: action.how } });
    case 'copy':
      return changed(session, {}, { kind: 'copy', length: action.length });
    case 'print':
      return changed(session, {}, { kind: 'print' });
    default:
      return null;
  }
}

function open(session: FormSession, part: Partial<Screen>, focus: Focus | null = null): FormStepped {
  return changed(
    session,
    { screen: { ...session.screen, ...part } },
    ...(focus === null ? [] : [{ kind: 'focus', focus } as const]),
    { kind: 'announce' },
  );
}

/** The focus goes to the field when it opens, and stays there while it is typed into. */
function word(
  session: FormSession,
  { rule, how, words }: Extract<FormAction, { readonly kind: 'word-problem' }>,
): FormStepped {
  const opens = session.screen.deciding?.rule !== rule || session.screen.deciding.how !== how;
  return open(session, { deciding: { rule, how, words } }, opens ? { on: 'wording' } : null);
}

function typeReason(session: FormSession, reason: string | null): FormStepped {
  const opens = session.screen.inErrorReason === null;
  return open(
    session,
    { inErrorReason: reason },
    reason === null ? { on: 'finish' } : opens ? { on: 'reason' } : null,
  );
}
