import { expect } from '@open-wc/testing';
import type { People, TeamMember } from '@ehch/clinical';
import { draw, textOf } from '../../../test/draw-summary.ts';
import { SECTIONS, known, rec, viewOf } from '../typical-resident.fixtures.ts';

const member = (name: string, part: Partial<TeamMember> = {}): TeamMember => ({
  ...rec('2025-03-19'),
  name,
  role: 'nurse',
  organisation: 'Care home team, Rowan Court',
  phones: [],
  until: null,
  ...part,
});

async function told(value: People): Promise<string> {
  const view = viewOf(SECTIONS, { people: known({ kind: 'recorded', value }) });
  return textOf(await draw(document.body, { view }), '[data-section=people]');
}

describe('contacts and care team', () => {
  it('says the name and day of a team once, above its members, and what differs on its line', async () => {
    const team = [
      member('Grace Mensah'),
      member('Ridgeway Surgery', { organisation: null, role: 'GP practice', phones: ['01632 960200'] }),
      member('Dr Marsh', { role: 'GP' }),
      member('Anil Sethi', { on: '2026-10-01', role: 'pharmacist' }),
    ];
    expect(await told({ contacts: [], team })).to.contain(
      'Ridgeway Surgery · GP practice · 01632 960200 GP record 19-Mar-2025 ' +
        'Care home team, Rowan Court unless stated: 19-Mar-2025 · GP record ' +
        'Grace Mensah · nurse Dr Marsh · GP Anil Sethi · pharmacist 01-Oct-2026',
    );
  });

  it('keeps the organisation on the line of one or two', async () => {
    const text = await told({ contacts: [], team: [member('Grace Mensah'), member('Dr Marsh')] });
    expect(text.match(/Care home team, Rowan Court/g)?.length).to.equal(2);
  });

  it('names in its row one contact and one of the team, and counts every other', async () => {
    const contact = (name: string, until: string | null = null) =>
      ({ ...rec(null), name, relation: null, phones: [], roles: [], until }) as const;
    const row = async (value: People) => {
      const view = viewOf(SECTIONS, { people: known({ kind: 'recorded', value }) });
      return textOf(await draw(document.body, { view }, { compact: true }), '#people');
    };
    const team = [member('Grace Mensah'), member('Dr Marsh')];
    expect(await row({ contacts: [contact('Susan'), contact('Peter')], team })).to.match(
      /Susan · Grace Mensah, nurse · 2 more/,
    );
    expect(await row({ contacts: [contact('Susan')], team: [member('Grace Mensah')] })).not.to.contain(
      'more',
    );
    // Where nobody of the team is named, a second contact must not vanish.
    expect(await row({ contacts: [contact('Susan'), contact('Peter')], team: [] })).to.match(
      /Susan · 1 more/,
    );
    const left = [contact('Susan', '2026-11-20'), contact('Peter', '2026-11-21')];
    expect(await row({ contacts: left, team: [] })).to.match(/Peter · 1 more/);
  });

  it('gives no contact the day of a team', async () => {
    const contact = { ...rec(null), name: 'Susan', relation: 'daughter', phones: [], roles: [], until: null };
    const team = ['A', 'B', 'C'].map((name) => member(name));
    expect(await told({ contacts: [contact], team })).to.contain(
      'Susan · daughter GP record date not recorded',
    );
  });
});
