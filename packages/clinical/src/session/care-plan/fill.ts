import type { EditableLine } from '../../care-plan/editable-lines.ts';
import { planKind } from '../../care-plan/kinds.ts';
import type { PlanLineKind, PlanText } from '../../care-plan/line.ts';
import { stands } from '../handing.ts';
import type { Stamp } from '../step.ts';
import type { PlanPress } from './action.ts';
import { comparedFields, disputed, sameFields } from './compare.ts';
import { WHOLE, type OpenLine, type PlanSession } from './session.ts';

type Filling = Extract<
  PlanPress,
  { kind: 'open-line' | 'add-line' | 'take-proposal' | 'write' | 'choose' | 'keep-as-new' | 'close' }
>;

/** What a person opens, types, chooses and puts away. Nothing of it leaves the session. */
export function fillPlan(session: PlanSession, press: Filling & Stamp): PlanSession {
  switch (press.kind) {
    case 'open-line':
      return openLine(session, press);
    case 'add-line': {
      const fields = press.fields ?? {};
      return withOpen(session, newLine(press.id, { kind: press.of, line: null, base: {}, mine: fields }));
    }
    case 'take-proposal':
      return takeProposal(session, press);
    case 'write':
      return changed(session, press.key, (open) =>
        Object.hasOwn(planKind(open.kind).fields, press.field)
          ? { ...open, mine: { ...open.mine, [press.field]: press.text } }
          : open,
      );
    case 'choose':
      return changed(session, press.key, (open) => choose(open, press.field, press.side));
    case 'keep-as-new':
      return changed(session, press.key, (open) =>
        open.isGone ? { ...open, line: null, base: {}, theirs: null, isGone: false, choices: {} } : open,
      );
    case 'close':
      return { ...session, open: session.open.filter(({ key }) => key !== press.key) };
  }
}

function openLine(session: PlanSession, { id, line: name }: Extract<Filling, { kind: 'open-line' }> & Stamp) {
  const line = session.lines.find((one) => one.id === name);
  // A line that is open already stays as it is typed.
  if (line === undefined || session.open.some((one) => one.line === name)) return session;
  const base = standing(session, name) ?? line.fields;
  return withOpen(
    session,
    newLine(id, { kind: line.kind, line: name, base, mine: saidAnew(line.kind, base) }),
  );
}

/**
 * Guard: the old signature never stays on new words. Whoever opens a decision says anew who decided it, and when (SPEC L5). Who has seen
 * the original has seen that of the decision before.
 */
function saidAnew(kind: PlanLineKind, base: PlanText): PlanText {
  const { decided } = planKind(kind);
  if (decided === null) return base;
  const anew = [decided.by, decided.on, ...SIGHTING].filter((name) => Object.hasOwn(base, name));
  return { ...base, ...Object.fromEntries(anew.map((name) => [name, null])) };
}

const SIGHTING = ['sightedBy', 'sightedOn'];

/** Whether an open line says anything else than at its opening. */
export function isTyped({ kind, base, mine }: OpenLine): boolean {
  return !sameFields(kind, mine, saidAnew(kind, base));
}

/** A proposal as the decision that it would be: in the place of the one that it names, if that still stands. */
function takeProposal(
  session: PlanSession,
  { id, proposal: name }: Extract<Filling, { kind: 'take-proposal' }> & Stamp,
): PlanSession {
  const proposal = session.proposals.find((one) => one.id === name);
  if (proposal === undefined || session.open.some((one) => one.proposal === name)) return session;
  // A fact may be a part of a record, whose name then begins with that of the record.
  const isOld = ({ id: line, kind }: EditableLine) =>
    proposal.replaces !== undefined &&
    kind === proposal.kind &&
    (line === proposal.replaces || line.startsWith(`${proposal.replaces}#`));
  const old = session.lines.find(isOld);
  return withOpen(session, {
    ...newLine(id, {
      kind: proposal.kind,
      line: old?.id ?? null,
      base: old?.fields ?? {},
      mine: proposal.fields,
    }),
    proposal: name,
  });
}

/** What this session has saved of a line last, which the record may not say yet. A proposal changes nothing. */
function standing({ handed }: PlanSession, line: string): PlanText | null {
  const last = handed.findLast((one) => one.what.line === line && one.what.act === 'change' && stands(one));
  return last?.what.after ?? null;
}

function newLine(key: string, part: Pick<OpenLine, 'kind' | 'line' | 'base' | 'mine'>): OpenLine {
  return { key, ...part, theirs: null, isGone: false, choices: {} };
}

function withOpen(session: PlanSession, line: OpenLine): PlanSession {
  return session.open.some(({ key }) => key === line.key)
    ? session
    : { ...session, open: [...session.open, line] };
}

function changed(session: PlanSession, key: string, change: (open: OpenLine) => OpenLine): PlanSession {
  return { ...session, open: session.open.map((one) => (one.key === key ? change(one) : one)) };
}

/** A choice counts only where there are two sides. */
function choose(open: OpenLine, field: string, side: 'mine' | 'theirs'): OpenLine {
  const isDecision = planKind(open.kind).decided !== null;
  const canBe = isDecision
    ? field === WHOLE && (disputed(open).includes(WHOLE) || open.choices[WHOLE] !== undefined)
    : comparedFields(open).some(({ name, changed: how }) => name === field && how === 'both');
  return canBe ? { ...open, choices: { ...open.choices, [field]: side } } : open;
}
