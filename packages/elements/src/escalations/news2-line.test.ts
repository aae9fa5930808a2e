import { expect } from '@open-wc/testing';
import type { News2Entry, Section, News2Story } from '@ehch/clinical';
import { render } from 'lit';
import { shownText } from '../../test/shown-text.ts';
import { SECTIONS, recorded } from '../resident-summary/typical-resident.fixtures.ts';
import { AT } from './escalations.fixtures.ts';
import { news2Line } from './news2-line.ts';

const [SCORED] = SECTIONS.news2.scores;

/** A set of observations with this total. */
function scored(on: string | null, total: number, change: Partial<News2Entry> = {}): News2Entry {
  if (SCORED === undefined) throw new Error('fixture');
  return { ...SCORED, id: `${on}-${total}`, on, score: { ...SCORED.score, total }, cautions: [], ...change };
}

function lineOf(...scores: readonly News2Entry[]): string {
  const section: Section<News2Story> = recorded({ ...SECTIONS.news2, scores });
  const box = document.createElement('div');
  render(news2Line(section, AT), box);
  return shownText(box);
}

describe('NEWS2 in a row of the list', () => {
  it('says of a score that is dated ahead that there is one, and never "none recorded"', () => {
    const ahead = scored('2026-12-20', 9, { cautions: ['future-dated'] });
    expect(lineOf(ahead)).to.equal('Every NEWS2 recorded is dated in the future. Look in the record.');
    expect(lineOf()).to.equal('No NEWS2 recorded.');
    expect(lineOf(ahead, scored('2026-11-21T08:00:00Z', 2))).to.match(/^NEWS2 2/);
  });

  it('says that a later one has no total only of one that is later and has none', () => {
    const moment = scored('2026-11-21T08:00:00Z', 7);
    for (const other of ['2026-11-21', '2026-11', '2026', null])
      expect(lineOf(scored(other, 1), moment), String(other)).not.to.contain('has no total');
    const none = scored('2026-11-21T09:00:00Z', 1);
    const incomplete = {
      ...none,
      score: { ...none.score, total: null, atLeast: 1, missing: ['temp'] },
    } as const;
    expect(lineOf(moment, incomplete)).to.match(/a later one has no total: .*09:00/);
  });
});
