import { expect } from '@open-wc/testing';
import type { ResidentView } from '@ehch/clinical';
import { openLog, type LogLine } from '@ehch/clinical/diagnostics';
import { draw, textOf } from '../../test/draw-summary.ts';
import { states } from './resident-summary.fixtures.ts';

const WORDS = 'ASHDOWN, Agnes 999 000 0018';

/** A view in which the medicines break the section that draws them, as a bug of ours would. */
function withBug(value: unknown): ResidentView {
  const { view } = states.typical;
  const { medicines } = view.sections;
  const content = { kind: 'recorded', value } as never;
  return { ...view, sections: { ...view.sections, medicines: { ...medicines, content } as never } };
}

const IN_SECTION = { medicines: null, reviewed: null };
const WHEREVER_READ = {
  get medicines(): never {
    throw new TypeError(WORDS);
  },
};

describe('an error inside a section of the summary', () => {
  const printed: unknown[][] = [];
  const lines: LogLine[] = [];
  const { error } = console;
  let close = () => {};

  beforeEach(() => {
    printed.length = lines.length = 0;
    console.error = (...words: unknown[]) => void printed.push(words);
    close = openLog((line) => lines.push(line));
  });
  afterEach(() => {
    console.error = error;
    close();
  });

  it('is printed in development with its place and its stack, and the section fails alone', async () => {
    const summary = await draw(document.body, { view: withBug(IN_SECTION) });
    expect(textOf(summary, '[data-section=medicines]')).to.contain('could not');
    expect(textOf(summary, '[data-section=allergies]')).to.contain('Known allergies');
    const [, thrown] = printed.find(([place]) => String(place).includes('section (medicines)')) ?? [];
    expect(thrown).to.be.instanceOf(TypeError);
    expect((thrown as Error).stack).to.match(/medicines.*\.ts/);
  });

  it('is in the log by place and kind alone', async () => {
    await draw(document.body, { view: withBug(IN_SECTION) });
    await draw(document.body, { view: withBug(WHEREVER_READ) });
    expect(lines).to.deep.include({
      kind: 'caught',
      place: 'elements/summary/section',
      part: 'medicines',
      code: 'TypeError',
    });
    expect(lines.at(-1)).to.include({ place: 'elements/summary', code: 'TypeError' });
    expect(JSON.stringify(lines)).not.to.match(/ASHDOWN|999/);
  });
});
