import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordFacts } from './assessment/strata/record-facts.ts';
import { PLAN_TODAY, PLAN_VIEWS } from './care-plan/care-plan.fixtures.ts';
import { carePlanOf } from './care-plan/care-plan-of.ts';
import { editableLines } from './care-plan/editable-lines.ts';
import { planCopy } from './care-plan/plan-copy.ts';
import { cprNow } from './escalation/cpr-now.ts';
import { lastDaysNow } from './escalation/last-days-now.ts';
import { planRows } from './escalation/plan-rows.ts';
import { backgroundLines } from './escalation/sbard/background-lines.ts';
import { wholeList } from './form/suggest/recorded-fact.ts';
import { fact, known, medicine, NOW, recordedAs, viewWith } from './form/suggest/view.fixtures.ts';
import { tellGlance } from './glance/tell-glance.ts';
import { NO_LIMITS } from './resident/limits.fixtures.ts';
import type { CprDecision } from './resident/limits.ts';
import { SECTION_ORDER } from './resident/sections.ts';
import type { ResidentView } from './resident/view.ts';
import { changesSince } from './rules/changes-since.ts';
import type { Gap } from './section.ts';

const TODAY = '2026-11-21';
const NOT_OFFERED: Gap = { why: 'not-offered', what: 'lists' };

const DNACPR: CprDecision = {
  ...fact('2026-06-02'),
  decision: 'do-not-attempt',
  originalAt: 'Front of the folder',
  reviewBy: null,
};
const LAST_DAYS = { ...fact('2026-11-18'), text: 'Comfort comes first.' };
const RECORD = viewWith({
  limits: recordedAs({ ...NO_LIMITS, cpr: [DNACPR], lastDays: LAST_DAYS }),
  medicines: recordedAs({ medicines: [medicine('regular')], reviewed: null }),
});
const EMPTY = viewWith({});

/** The same view from a server of which each section lacks something. */
function lacking(view: ResidentView, gap: Gap): ResidentView {
  const sections = SECTION_ORDER.map((name) => {
    const section = view.sections[name];
    return [name, section.state === 'known' ? { ...section, gaps: [gap] } : section];
  });
  return { ...view, sections: Object.fromEntries(sections) as ResidentView['sections'] };
}

/** All that asks whether a section was read as a whole, by what it is. */
const READERS: Readonly<Record<string, (view: ResidentView) => unknown>> = {
  'the decision about CPR': ({ sections }) => cprNow(sections.limits),
  'the last days': ({ sections }) => lastDaysNow(sections.limits),
  'rows of the plan': ({ sections }) => planRows(sections.plan, TODAY),
  'the SBARD': backgroundLines,
  'changes since': (view) => changesSince(view, '2026-11-12'),
  'the glance': (view) => tellGlance({ view, since: '2026-11-12', now: NOW }),
  'what a form offers': (view) => [wholeList(view, 'medicines'), wholeList(view, 'events')],
  'what stands beside a stratum': (view) => recordFacts(view, TODAY),
  'lines to change': editableLines,
  'what is missing in the plan': (view) => carePlanOf(view, PLAN_TODAY).missing,
  'the copy of the plan': (view) =>
    planCopy(carePlanOf(view, PLAN_TODAY), PLAN_TODAY, { mayGiveToFamily: true }),
};

for (const [what, read] of Object.entries(READERS))
  test(`what the server does not keep leaves no doubt, and what failed does: ${what}`, () => {
    const views = [RECORD, EMPTY, PLAN_VIEWS.full];
    for (const view of views) assert.deepEqual(read(lacking(view, NOT_OFFERED)), read(view));
    const failed = { why: 'failed', what: 'entries' } as const;
    assert.ok(
      views.some((view) => JSON.stringify(read(lacking(view, failed))) !== JSON.stringify(read(view))),
    );
  });

test('of a gap that failed and one that the server does not keep, only the first is said aloud', () => {
  const failed: Gap = { why: 'failed', what: 'care plans' };
  const limits = known({ kind: 'recorded', value: NO_LIMITS }, { gaps: [NOT_OFFERED, failed] });
  const said = backgroundLines(viewWith({ limits })).join(' ');
  assert.match(said, /Not all of it could be read: care plans\./);
});
