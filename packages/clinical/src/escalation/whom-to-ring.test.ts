import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ServiceContact } from '../place/place.ts';
import type { RingTarget } from './ladder.ts';
import { whomToRing, type RingLine } from './whom-to-ring.ts';

// Ofcom reserves 01632 960000 to 960999 for drama.
const contacts: readonly ServiceContact[] = [
  {
    id: 'practice',
    name: 'Ridgeway Surgery',
    phone: '01632 960200',
    hours: [{ days: 'working-days', from: '08:00', to: '18:30' }],
  },
  {
    id: 'urgent-response',
    name: 'Urgent community response',
    phone: '01632 960500',
    hours: [{ days: 'every-day', from: '08:00', to: '20:00' }],
  },
];
const PLACE = { contacts, bankHolidays: ['2026-12-25', '2026-12-28', '2027-01-01'] };
const LADDER: readonly RingTarget[] = [
  { kind: 'contact', id: 'urgent-response' },
  { kind: 'contact', id: 'practice' },
  { kind: '111' },
];

const nameOf = (line: RingLine) => (line.kind === 'contact' ? line.contact.id : line.kind);

test('R9: the first service that answers now is the one to ring, and the others follow', () => {
  const ringing = whomToRing(LADDER, PLACE, '2026-11-20T14:20:00Z');
  assert.equal(nameOf(ringing.now), 'urgent-response');
  assert.ok(ringing.now.kind === 'contact' && ringing.now.until === '2026-11-20T20:00:00.000Z');
  assert.deepEqual(ringing.then.map(nameOf), ['practice', '111']);
});

test('R9: at 02:00 on Boxing Day it is 111, and never the practice', () => {
  const ringing = whomToRing(LADDER, PLACE, '2026-12-26T02:00:00Z');
  assert.equal(nameOf(ringing.now), '111');
  assert.deepEqual(ringing.then, []);
  assert.deepEqual(ringing.closed.map(nameOf), ['urgent-response', 'practice']);
  const [, practice] = ringing.closed;
  assert.ok(practice?.kind === 'contact' && practice.next === '2026-12-29T08:00:00.000Z');
});

test('R9: where the ladder names neither 111 nor 999, 111 comes last', () => {
  const ringing = whomToRing(
    [{ kind: 'in-house', who: 'the senior on duty' }],
    PLACE,
    '2026-11-20T14:20:00Z',
  );
  assert.equal(nameOf(ringing.now), 'in-house');
  assert.deepEqual(ringing.then.map(nameOf), ['111']);
});

test('R9: a service that the place does not have is said, and nothing is rung instead of it but 111', () => {
  const ringing = whomToRing([{ kind: 'contact', id: 'hospice' }], PLACE, '2026-11-20T14:20:00Z');
  assert.deepEqual(ringing.unknown, ['hospice']);
  assert.equal(nameOf(ringing.now), '111');
});

test('R9: beyond the known bank holidays the line says that the hours may be wrong', () => {
  const [known, unknown] = ['2027-12-31T10:00:00Z', '2028-01-04T10:00:00Z'].map(
    (now) => whomToRing(LADDER, PLACE, now).now,
  );
  assert.ok(known?.kind === 'contact' && !known.isUnsure);
  assert.ok(unknown?.kind === 'contact' && unknown.isUnsure);
});

test('R9: a service is rung while it takes new referrals, which may end before it closes', () => {
  const [practice, urgent] = contacts;
  assert.ok(practice && urgent);
  const place = {
    ...PLACE,
    contacts: [practice, { ...urgent, referrals: [{ days: 'every-day', from: '08:00', to: '18:00' }] }],
  } as const;
  const at = (now: string) => whomToRing(LADDER, place, now);
  assert.equal(nameOf(at('2026-11-20T17:59:59Z').now), 'urgent-response');
  const late = at('2026-11-20T18:00:00Z');
  assert.equal(nameOf(late.now), 'practice');
  const [closed] = late.closed;
  assert.ok(closed?.kind === 'contact' && closed.next === '2026-11-21T08:00:00.000Z');
  const { now } = at('2026-11-20T17:00:00Z');
  assert.ok(now.kind === 'contact' && now.until === '2026-11-20T18:00:00.000Z', 'until it takes no more');
});

test('R9: a service without a number is named, and is never the one to ring', () => {
  const place = { ...PLACE, contacts: contacts.map((one) => ({ ...one, phone: ' ' })) };
  const ringing = whomToRing(LADDER, place, '2026-11-20T14:20:00Z');
  assert.equal(nameOf(ringing.now), '111');
  assert.deepEqual(ringing.closed.map(nameOf), ['urgent-response', 'practice']);
});

const RIDGEWAY = 'Ridgeway Surgery';

test('R9: a resident of another practice is not sent to the practice of the home', () => {
  const practice: readonly RingTarget[] = [{ kind: 'contact', id: 'practice' }, { kind: '111' }];
  const at = '2026-11-20T14:20:00Z';
  const own = (name: string | null, place = PLACE) =>
    whomToRing(practice, place, at, { ofHome: RIDGEWAY, ofResident: name });
  assert.equal(nameOf(own(RIDGEWAY).now), 'practice');
  assert.equal(nameOf(own(null).now), 'practice', 'where nobody says, it is the home’s own');
  const other = own('Millbrook Surgery');
  assert.equal(nameOf(other.now), '111');
  assert.deepEqual(other.closed, [{ kind: 'own-practice', name: 'Millbrook Surgery' }]);
  const millbrook = { ...(contacts[0] as ServiceContact), id: 'millbrook', name: 'Millbrook Surgery' };
  const listed = { ...PLACE, contacts: [...contacts, millbrook] };
  assert.equal(nameOf(own('Millbrook Surgery', listed).now), 'millbrook');
});
