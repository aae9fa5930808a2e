import { expect } from '@open-wc/testing';
import { draw, textOf } from '../../../test/draw-summary.ts';
import { states } from '../resident-summary.fixtures.ts';
import type { NamedMeasurement, ResidentView } from '@ehch/clinical';

/** A resident whose NEWS2 lacks two parts, with this reading taken at the same moment. */
function withReading(name: string, text: string, part: string): ResidentView {
  const { view } = states['incomplete-news2'];
  const { news2 } = view.sections;
  if (news2.state !== 'known' || news2.content.kind !== 'recorded') throw new Error('fixture');
  const [score] = news2.content.value.scores;
  if (score === undefined) throw new Error('fixture');
  const { id, on, source, by } = score;
  const reading: NamedMeasurement = { id: `${id}-${part}`, on, source, by, cautions: [], name, text, part };
  const content = { kind: 'recorded', value: { ...news2.content.value, observations: [reading] } } as const;
  return { ...view, sections: { ...view.sections, news2: { ...news2, content } } };
}

const drawn = async (...reading: Parameters<typeof withReading>): Promise<string> =>
  textOf(await draw(document.body, { view: withReading(...reading) }), '[data-section=news2]');

describe('NEWS2', () => {
  it('shows the reading that could not be scored beside the part that is called missing', async () => {
    expect(await drawn('Temperature', '98.6 (no unit)', 'temp')).to.include('Temperature 98.6 (no unit)');
  });

  it('says a reading once where the parts of the score say it', async () => {
    expect(await drawn('Pulse', '99 beats per minute', 'pulse')).not.to.include('Pulse 99');
  });
});
