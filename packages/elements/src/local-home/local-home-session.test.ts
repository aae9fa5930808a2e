import { expect } from '@open-wc/testing';
import { MABEL } from './local-home.fixtures.ts';
import { CLOSED, step } from './local-home-session.ts';
import type { Asked, LocalHomeSession } from './local-home-session.ts';
import type { LocalHomePress } from './local-home-press.ts';

const KNOWN = { residents: [MABEL], today: '2026-11-21' } as const;
type Field = Extract<LocalHomePress, { kind: 'type' }>['field'];

function after(...presses: readonly LocalHomePress[]): { session: LocalHomeSession; asked: Asked | null } {
  return presses.reduce<{ session: LocalHomeSession; asked: Asked | null }>(
    ({ session }, press) => step(session, press, KNOWN),
    { session: CLOSED, asked: null },
  );
}
const typing = (fields: Partial<Record<Field, string>>): LocalHomePress[] =>
  Object.entries(fields).map(([field, text]) => ({ kind: 'type', field: field as Field, text }));
const kept = (fields: Partial<Record<Field, string>>) =>
  after({ kind: 'add' }, ...typing(fields), { kind: 'keep' });
const NEW = { family: 'Kovacs', given: 'Istvan', year: '1938' };

describe('somebody who is put on the list by hand', () => {
  it('has what was typed, and nothing where only spaces were', () => {
    const { asked } = kept({ ...NEW, given: ' Istvan   Pal ', month: '4', day: ' 9 ', nhs: '  ', room: ' ' });
    expect(asked).to.deep.include({ kind: 'entry', resident: null, looked: [] });
    expect(asked?.kind === 'entry' && asked.person).to.deep.equal({
      family: 'Kovacs',
      given: ['Istvan', 'Pal'],
      born: '1938-04-09',
      nhsNumber: null,
      room: null,
    });
  });

  it('has a date as far as it is known, and none of which a larger part is missing', () => {
    const born = (date: Partial<Record<Field, string>>) => {
      const { asked } = kept({ ...NEW, ...date });
      return asked?.kind === 'entry' ? asked.person.born : 'refused';
    };
    expect(born({ month: '04' })).to.equal('1938-04');
    expect(born({})).to.equal('1938');
    expect(born({ day: '9' })).to.equal('refused');
    expect(born({ year: '', month: '4' })).to.equal('refused');
    expect(born({ year: '2027' })).to.equal('refused');
  });

  it('is not kept beside somebody alike before a person has looked, and then says at whom', () => {
    const [given = ''] = MABEL.name?.given ?? [];
    const alike = { family: MABEL.name?.family ?? '', given, year: '1935' };
    const first = kept(alike);
    expect(first.asked).to.equal(null);
    const { form } = first.session;
    expect(form?.kind === 'entry' && form.alike.length).to.equal(1);
    const other = step(first.session, { kind: 'other-people' }, KNOWN);
    expect(other.asked).to.deep.include({ kind: 'entry', looked: [MABEL.resident] });
    const changed = step(first.session, { kind: 'type', field: 'given', text: 'Ann' }, KNOWN);
    expect(changed.session.form?.kind === 'entry' && changed.session.form.alike).to.deep.equal([]);
  });

  it('is put away by cancelling, and corrected from what is known', () => {
    expect(after({ kind: 'add' }, ...typing(NEW), { kind: 'cancel' })).to.deep.equal({
      session: CLOSED,
      asked: null,
    });
    const { session } = after({ kind: 'correct', resident: MABEL.resident });
    expect(session.form?.fields).to.deep.include({ family: MABEL.name?.family });
    expect(after({ kind: 'correct', resident: 'nobody' }).session.form).to.equal(null);
    expect(after({ kind: 'keep' })).to.deep.equal({ session: CLOSED, asked: null });
  });
});

describe('somebody who is taken off the list', () => {
  const leaving = (...presses: readonly LocalHomePress[]) =>
    after({ kind: 'take-off', resident: MABEL.resident }, ...presses, { kind: 'keep' });

  it('has a reason, and a day that has come or none', () => {
    expect(leaving().asked).to.equal(null);
    const moved: LocalHomePress = { kind: 'choose-why', why: 'moved' };
    expect(leaving(moved).asked).to.deep.equal({
      kind: 'leaving',
      resident: MABEL.resident,
      why: 'moved',
      on: null,
    });
    const on = (date: Partial<Record<Field, string>>) => leaving(moved, ...typing(date)).asked;
    expect(on({ year: '2026', month: '11', day: '21' })).to.deep.include({ on: '2026-11-21' });
    expect(on({ year: '2026', month: '11', day: '22' })).to.equal(null);
    expect(leaving(...typing({ year: '2026' })).session.form?.faults).to.deep.equal(['why']);
  });

  it('does not close what stands below the list', () => {
    const shown = after({ kind: 'show-left', shown: true });
    expect(shown.session.isLeftShown).to.equal(true);
    expect(step(shown.session, { kind: 'show-left', shown: false }, KNOWN).session.isLeftShown).to.equal(
      false,
    );
    const open = after({ kind: 'add' }, { kind: 'show-resident', resident: MABEL.resident });
    expect(open.session.form?.kind).to.equal('entry');
  });
});
