import { expect } from '@open-wc/testing';
import type { Medicine } from '@ehch/clinical';
import { draw, textOf } from '../../../test/draw-summary.ts';
import { states } from '../resident-summary.fixtures.ts';
import { MEDICINE_GROUPS } from './medicine-groups.ts';

const medicine = (parts: Partial<Medicine>): Medicine => ({
  id: parts.generic ?? 'm',
  on: '2026-11-01',
  source: { label: 'GP record' },
  by: null,
  cautions: [],
  generic: 'Senna',
  brand: null,
  form: null,
  dose: null,
  route: null,
  instructions: null,
  use: 'regular',
  status: 'in-use',
  started: null,
  stopped: null,
  indication: null,
  statusReason: null,
  highRisk: [],
  ...parts,
});

async function section(...medicines: readonly Medicine[]) {
  const { sections } = states.typical.view;
  if (sections.medicines.state !== 'known') throw new Error('fixture');
  const content = { kind: 'recorded', value: { medicines, reviewed: null } } as const;
  const view = {
    ...states.typical.view,
    sections: { ...sections, medicines: { ...sections.medicines, content } },
  };
  const summary = await draw(document.body, { view });
  return {
    root: summary.renderRoot,
    text: textOf(summary, '[data-section=medicines]').replaceAll(/\s+/g, ' '),
  };
}

describe('the medicines of the summary', () => {
  it('puts each medicine in exactly one group, whatever its status, use, class and date', () => {
    const statuses: readonly Medicine['status'][] = [
      'in-use',
      'not-to-be-given',
      'past-its-end',
      'on-hold',
      'stopped',
      'completed',
      'intended',
      'not-stated',
    ];
    for (const status of statuses)
      for (const use of ['regular', 'as-required', 'not-stated'] as const)
        for (const highRisk of [[], ['opioid']] as const)
          for (const cautions of [[], ['future-dated']] as const) {
            const one = medicine({ status, use, highRisk, cautions });
            const holding = MEDICINE_GROUPS.filter(({ holds }) => holds(one));
            expect(holding.length, JSON.stringify([status, use, highRisk, cautions])).to.equal(1);
          }
  });

  it('says once on the line of a high-risk medicine that it is as required, and its name once', async () => {
    const risk = { generic: 'Midazolam', use: 'as-required', highRisk: ['midazolam'] } as const;
    for (const instructions of [null, 'as required for agitation']) {
      const { text } = await section(medicine({ ...risk, instructions }));
      expect(text).to.contain('high risk');
      expect(text.match(/midazolam/gi)?.length, text).to.equal(1);
      // Once in the count of the section, and once on the line.
      expect(text.match(/as required/g)?.length, text).to.equal(2);
    }
  });

  it('says of each kind of medicine what the record says, under a title of its own', async () => {
    const { text } = await section(
      medicine({ generic: 'Warfarin', status: 'not-to-be-given', prohibits: true }),
      medicine({ generic: 'Azithromycin', status: 'past-its-end', stopped: '2015-01-19' }),
      medicine({ generic: 'Codeine', status: 'completed' }),
      medicine({ generic: 'Donepezil', status: 'intended', started: '2026-12-05' }),
      medicine({ generic: 'Digoxin', status: 'stopped', statusReason: 'acute kidney injury' }),
      medicine({ generic: 'Ramipril', cautions: ['future-dated'] }),
    );
    expect(text).to.contain('Not to be given (1)');
    expect(text).to.contain('NOT TO BE GIVEN');
    expect(text).to.contain('Past its end date, not recorded as stopped (1)');
    expect(text).to.contain('was to end 19-Jan-2015');
    expect(text).to.contain('Prescription completed: not said whether still taken (1)');
    expect(text).to.contain('to start 05-Dec-2026');
    expect(text).to.contain('stop date not recorded');
    expect(text).to.contain('acute kidney injury');
    expect(text).to.contain('Dated in the future: check (1)');
  });

  it('says how a medicine is repeated, and that its review is overdue', async () => {
    const repeat = { issued: 4, allowed: 1, reviewBy: '2026-01-05' };
    const { text } = await section(medicine({ repeat, remarks: ['short course'], stopped: '2027-01-01' }));
    expect(text).to.contain('issued 4 times');
    expect(text).to.contain('1 repeat allowed');
    expect(text).to.match(/repeat to be reviewed by 05-Jan-2026.*overdue/);
    expect(text).to.contain('short course');
    expect(text).to.contain('until 01-Jan-2027');
    const later = await section(
      medicine({ repeat: { issued: null, allowed: null, reviewBy: '2027-01-05' } }),
    );
    expect(later.text).not.to.contain('overdue');
  });

  it('opens the records that a line stands for, each with its own date and dose', async () => {
    const joined = [
      medicine({ id: 'a', on: '2026-10-01', instructions: 'one daily' }),
      medicine({ id: 'b', on: '2026-09-01', status: 'completed', instructions: 'one daily' }),
    ];
    const { root, text } = await section(medicine({ joined }));
    expect(text).to.contain('2 more records of this medicine');
    const records = root.querySelectorAll('details.joined li');
    expect(records.length).to.equal(2);
    expect(records[0]?.textContent).to.contain('01-Oct-2026');
    expect(records[1]?.textContent).to.contain('01-Sep-2026');
  });

  it('keeps the lines of an instruction', async () => {
    const { root } = await section(medicine({ instructions: '6 daily for 5 days\n4 daily for 5 days' }));
    const instruction = root.querySelector<HTMLElement>('bdi.m-instructions');
    expect(instruction?.innerText).to.equal('6 daily for 5 days\n4 daily for 5 days');
  });

  it('says one start of a whole group above it, and each start where they differ', async () => {
    const named = ['A', 'B', 'C'].map((generic) => medicine({ generic, started: '2025-10-17' }));
    const { text } = await section(...named);
    expect(text).to.contain('Regular (3), all started 17-Oct-2025');
    expect(text.match(/started/g)?.length).to.equal(1);
    const [first, ...others] = named;
    const apart = await section({ ...first, started: '2026-11-01' } as Medicine, ...others);
    expect(apart.text).not.to.contain('all started');
    expect(apart.text.match(/started/g)?.length).to.equal(3);
  });

  it('says once the day on which a medicine was recorded and started', async () => {
    const one = medicine({ generic: 'Donepezil', on: '2026-03-12', started: '2026-03-12' });
    const other = medicine({ generic: 'Senna', on: '2026-05-01', started: '2025-10-17' });
    const planned = medicine({
      generic: 'Iron',
      on: '2026-12-05',
      started: '2026-12-05',
      status: 'intended',
    });
    const { root } = await section(one, other, planned);
    const words = [...root.querySelectorAll('.medicine')].map(({ textContent }) =>
      textContent.replaceAll(/\s+/g, ' ').trim(),
    );
    expect(words[0]?.match(/12-Mar-2026/g)?.length).to.equal(1);
    expect(words[0]).to.contain('started 12-Mar-2026');
    expect(words[1]).to.contain('started 17-Oct-2025').and.to.contain('01-May-2026');
    expect(words[2]).to.contain('to start 05-Dec-2026').and.not.to.contain('started');
  });

  it('says of nobody who has died that a medicine is in use', async () => {
    for (const [state, words] of [
      [states.typical, 'in use'],
      [states.deceased, 'on the list'],
    ] as const) {
      const row = textOf(await draw(document.body, state, { compact: true }), '#medicines .row-says');
      expect(row).to.match(new RegExp(`^9 ${words} `));
    }
  });

  it('says where the list ends, and that it is no whole list where a part could not be read', async () => {
    expect((await section(medicine({}))).text).to.contain('End of the list: 1 medicine.');
    const { view } = states.typical;
    const { medicines } = view.sections;
    if (medicines.state !== 'known') throw new Error('fixture');
    const gaps = [{ why: 'unreadable', what: '1 medicine' }] as const;
    const sections = { ...view.sections, medicines: { ...medicines, gaps } };
    const text = textOf(
      await draw(document.body, { view: { ...view, sections } }),
      '[data-section=medicines]',
    );
    expect(text).to.match(
      /Not complete: 1 medicine could not be read\..*End of what could be read: \d+ medicines\./,
    );
    expect(text).not.to.contain('End of the list');
  });
});
