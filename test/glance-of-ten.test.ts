/**
 * The glance of ten sample residents, line by line, as a GP reads it who last looked a week ago: who is asked, what changed, how
 * they are now, what is late and what is coming. Whoever changes a rule reads here what it does to people.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeLines, tellGlance, type GlanceLine } from '../packages/clinical/src/glance/index.ts';
import { DEMO_NOW, sampleHome } from '../packages/dev-server/src/index.ts';
import { completeView, readRecord } from '../packages/fhir/src/index.ts';

const LAST_WEEK = '2026-11-14';
const { resources, patientIds, placeConfiguration: place } = sampleHome();
const shared = resources.filter((one) => !JSON.stringify(one).includes('"Patient/'));

function glanceOf(key: string): readonly string[] {
  const id = patientIds[key] ?? '';
  const own = resources.filter(
    (one) => one.id === id || JSON.stringify(one).includes(`"reference":"Patient/${id}"`),
  );
  const { view } = readRecord({
    resident: id,
    patient: id,
    resources: [...shared, ...own],
    outcomes: {},
    now: DEMO_NOW,
    sourceLabel: 'Shared record',
    place,
  });
  const told = tellGlance({ view: completeView(view), since: LAST_WEEK, now: DEMO_NOW, place });
  assert.ok(told, key);
  const { lines, more } = placeLines(told, []);
  return [...lines, ...more].map(inWords);
}

/** `urgency shape: the words “the question” who asks | day`. */
function inWords({ urgency, shape, lead, rest, quote, on }: GlanceLine): string {
  const words = `${lead}${/^[,.;:]|^$/.test(rest) ? '' : ' '}${rest}`;
  const asked = quote === null ? '' : ` “${quote.text}” ${quote.by}`;
  return `${urgency} ${shape}: ${words}${asked} | ${on ?? 'no day'}`;
}

const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'doris-ashworth': [
    'asked asked: Worry, not answered for 1hr 18min “Not herself since last night. Hot, not eating, more muddled. I am worried.” Mr Piotr Nowak | 2026-11-21T08:12:00+00:00',
    'unwell up: NEWS2 5, usual 0 | 2026-11-21T08:05:00+00:00',
    'coming coming: Coming: Ask the physiotherapist about a lower bed, Mrs Grace Baptiste; 4 more | 2026-11-24',
    'quiet changed: Also new: weight 54.2 kg, was 54.8 kg | 2026-11-19',
  ],
  'ronald-birkett': [
    'important changed: Now in Holmdale General Hospital, Ward 12 | 2026-11-18T03:20:00+00:00',
    'important up: NEWS2 14, usual 0, 3 in one part, 3 days old | 2026-11-18T01:40:00+00:00',
    'changed changed: Problem: Lower respiratory tract infection | 2026-11-18',
    'coming coming: Coming: home round 14:00; 1 more | 2026-11-24',
    'quiet changed: Also new: telephone contact: 999 called at 01:50: breathing fast, new confusion, Ridgeway Surgery, Rowan Court | 2026-11-18T11:00:00+00:00',
  ],
  'joan-whitfield': [
    'late asked: Message, not answered for 1hr 10min “Back at 22:10 with a paper discharge list that differs from ours in four medicines. Please can the pharmacist look today.” Mrs Grace Baptiste | 2026-11-21T08:20:00+00:00',
    'late late: Overdue 10 days: review of personalised care and support plan | 2026-11-11',
    'important changed: Back from Holmdale General Hospital, Ward 12 | 2026-11-20T22:10:00+00:00',
    'important up: NEWS2 2, usual 0 | 2026-11-21T07:50:00+00:00',
    'important changed: New in the agreed limits: ReSPECT form and the CPR decision | 2026-11-15T15:00:00+00:00',
    'important changed: Allergy recorded: Codeine | 2026-11-14',
    'important down: Barthel 7 of 20, was 13 | 2026-11-20',
    'changed changed: alendronic acid, calcium carbonate, apixaban and 3 more started | 2026-11-19',
    'coming coming: Coming: home round 14:00; 2 more | 2026-11-24',
    'quiet changed: New: 1 function assessment | 2026-11-20',
  ],
  'edith-marlowe': [
    'unwell changed: Last days of life: comfort and wishes first. No scores are shown. | 2026-11-16',
    'changed changed: bisoprolol and furosemide stopped | 2026-11-17',
    'coming coming: Coming: GP or community nurse looks in each day, Dr Helen Marsh; 2 more | 2026-11-21',
    'quiet changed: New: 2 plan entries | 2026-11-16',
    'quiet changed: Also new: visit to the care home: Daily visit: comfortable, family with her, Ridgeway Surgery, Rowan Court | 2026-11-20T11:00:00+00:00',
  ],
  'frank-holloway': [
    'late late: Overdue 38 days: the personalised plan | 2026-10-14',
    'coming coming: Coming: Talk with Frank and Denise about the two CPR records, Dr Helen Marsh; 2 more | 2026-11-23',
    'quiet up: NEWS2 1, usual 0, 6 days old | 2026-11-15T10:15:00+00:00',
    'quiet changed: Also new: weight 76.3 kg, was 76.5 kg | 2026-11-19',
    'quiet unknown: Not known: limits (records disagree) | no day',
  ],
  'harold-castle': [
    'late late: Overdue 3 days: Review the quetiapine, Dr Helen Marsh | 2026-11-18',
    'coming coming: Coming: home round 14:00 | 2026-11-24',
    'quiet up: NEWS2 1, usual 0, 6 days old | 2026-11-15T10:15:00+00:00',
    'quiet changed: New: 1 request | 2026-11-20T16:05:00+00:00',
    'quiet changed: Also new: weight 70.1 kg, was 70.6 kg; 1 event | 2026-11-20T16:58:00+00:00',
  ],
  'samina-yusuf': [
    'asked asked: Worry, seen, not answered for 6 days “Coughing at every meal this week.” Mr Piotr Nowak | 2026-11-15T12:40:00+00:00',
    'important up: NEWS2 2, usual 0, 6 days old | 2026-11-15T10:15:00+00:00',
    'important down: Weight down 8.6 % in 3 months, 44.7 kg | 2026-11-19',
    'coming coming: Coming: home round 14:00; 2 more | 2026-11-24',
    'quiet changed: Also new: Weight: declined | 2026-11-20',
  ],
  'ivy-rawsthorne': [
    'unwell same: NEWS2 5 on scale 2, usual 5 | 2026-11-21T07:15:00+00:00',
    'late late: Overdue 47 days: the personalised plan | 2026-10-05',
    'coming coming: Coming: home round 14:00; 2 more | 2026-11-24',
    'quiet changed: Also new: weight 46.2 kg, was 46.4 kg | 2026-11-19',
  ],
  'kathleen-orourke': [
    'important down: Weight down 11 % in 3 months, 45.4 kg | 2026-11-19',
    'coming coming: Coming: Photograph and measure the heel each week, Mrs Grace Baptiste; 3 more | 2026-11-22',
    'quiet same: NEWS2 1, usual 1, 6 days old | 2026-11-15T10:15:00+00:00',
  ],
  'mabel-jessop': [
    'important up: NEWS2 5, usual 0, 3 in one part; a later one has no total, 3 days old | 2026-11-18T09:30:00+00:00',
    'important changed: New: 1 request and 1 alert | 2026-11-19',
    'changed changed: nitrofurantoin started | 2026-11-18',
    'changed changed: Problem: Urinary tract infection | 2026-11-18',
    'coming coming: Coming: Fluids chart until the infection is over, Mr Piotr Nowak; 1 more | 2026-11-23',
    'quiet changed: Also new: weight 58.8 kg, was 59.2 kg; 1 event | 2026-11-19',
  ],
};

for (const [key, lines] of Object.entries(EXPECTED))
  test(`the glance of ${key} says these lines in this order, and no other`, () =>
    assert.deepEqual(glanceOf(key), lines));

test('the table has ten residents', () => {
  assert.equal(Object.keys(EXPECTED).length, 10);
});
