import type { ResidentSource, ResidentView } from '@ehch/clinical';
import type { FormDefinition } from '@ehch/clinical/form';
import { expect } from '@open-wc/testing';
import { settled } from '../../test/draw-scorer.ts';
import { drawProvider } from '../../test/draw-summary.ts';
import { port, press } from '../../test/scorer-with-port.ts';
import { nameOf, viewNamed } from '../../test/scorer-race.ts';
import { assessments } from './assessments/index.ts';
import { FrailtyScorer } from './frailty-scorer.ts';
import { NURSE } from './frailty-scorer.fixtures.ts';
import type { Assessments } from './own-assessments.ts';

const FORM: FormDefinition = {
  id: 'words',
  title: 'Words',
  version: '1',
  items: [{ id: 'said', type: 'text', text: 'What was said' }],
};

class WithoutWaiting extends FrailtyScorer {
  protected override mayAsk(): boolean {
    return true;
  }
}
class UnderAnySource extends FrailtyScorer {
  protected override isMoved(): boolean {
    return false;
  }
}

/** The kit's own assessments come when the test says so. */
class Slow extends FrailtyScorer {
  come: () => void = () => undefined;

  protected override loadAssessments(): Promise<Assessments> {
    return new Promise((resolve) => (this.come = () => resolve(assessments)));
  }
}
class OfWhomeverIsInFront extends Slow {
  protected override inFront() {
    return this.controller.front;
  }
}
const CLASSES = {
  'guarded-scorer': class extends FrailtyScorer {},
  'scorer-without-waiting': WithoutWaiting,
  'scorer-under-any-source': UnderAnySource,
  'slow-scorer': Slow,
  'scorer-of-whomever': OfWhomeverIsInFront,
};
for (const [tag, made] of Object.entries(CLASSES)) customElements.define(tag, made);

/** A source that says of every id the same, or says nothing. */
function sourceOf(view: ResidentView | null): ResidentSource {
  return {
    watch: (_, receive) => {
      if (view !== null) receive(view);
    },
    refresh: () => Promise.resolve(),
  };
}

async function draw<T extends FrailtyScorer>(
  scorer: T,
  part: Partial<FrailtyScorer>,
  source?: ResidentSource,
) {
  const provider = drawProvider({ actions: port().actions });
  if (source) provider.source = source;
  Object.assign(scorer, { form: FORM, author: NURSE, ...part });
  provider.append(scorer);
  await settled(scorer);
  return { scorer, provider };
}

const fieldOf = ({ renderRoot }: FrailtyScorer) => renderRoot.querySelector<HTMLTextAreaElement>('textarea');

/** Whether a question can be answered while nobody knows who the form is about. */
async function asksTooEarly(scorer: FrailtyScorer): Promise<boolean> {
  await draw(scorer, { resident: 'a' }, sourceOf(null));
  const isAsked = fieldOf(scorer) !== null;
  scorer.remove();
  return isAsked;
}

/** What stands in the form of whoever has the same id under another source. */
async function saidUnderAnother(scorer: FrailtyScorer): Promise<string> {
  const { provider } = await draw(scorer, { resident: 'a' }, sourceOf(viewNamed('a', 'first')));
  const field = fieldOf(scorer);
  if (field === null) throw new Error('There is no field.');
  field.value = `for ${nameOf('first')}`;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await settled(scorer);
  provider.source = sourceOf(viewNamed('a', 'second'));
  await settled(scorer);
  expect(scorer.renderRoot.querySelector('#who')?.textContent.trim()).to.equal(nameOf('second'));
  const said = fieldOf(scorer)?.value ?? '';
  scorer.remove();
  return said;
}

/** Every text that came to the clipboard after "copy" was pressed for one resident and another came in front. */
async function copiedOfAnother(scorer: Slow): Promise<readonly string[]> {
  const copied: string[] = [];
  const { clipboard } = navigator;
  const taken = { writeText: (text: string) => Promise.resolve(void copied.push(text)) };
  Object.defineProperty(navigator, 'clipboard', { value: taken, configurable: true });
  try {
    await draw(scorer, { resident: 'a', view: viewNamed('a', 'a') });
    await press(scorer, '[data-press=copy]');
    Object.assign(scorer, { resident: 'b', view: viewNamed('b', 'b') });
    await settled(scorer);
    scorer.come();
    await settled(scorer);
  } finally {
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    scorer.remove();
  }
  return copied;
}

const make = <Tag extends keyof typeof CLASSES>(tag: Tag) =>
  document.createElement(tag) as InstanceType<(typeof CLASSES)[Tag]>;

describe('a form asks nothing before it is known who it is about', () => {
  it('shows no question while the record is on its way', async () => {
    expect(await asksTooEarly(make('guarded-scorer'))).to.equal(false);
  });

  it('fails that proof without waiting', async () => {
    expect(await asksTooEarly(make('scorer-without-waiting'))).to.equal(true);
  });
});

describe('the same id under another source', () => {
  it('is somebody else, and the answers of the first stay out of the form of the second', async () => {
    expect(await saidUnderAnother(make('guarded-scorer'))).to.equal('');
  });

  it('fails that proof without looking at the source', async () => {
    expect(await saidUnderAnother(make('scorer-under-any-source'))).to.equal(`for ${nameOf('first')}`);
  });
});

describe('a copy that was asked for one resident', () => {
  it('is not taken of another who came in front while it was waited for', async () => {
    expect(await copiedOfAnother(make('slow-scorer'))).to.deep.equal([]);
  });

  it('fails that proof without looking who is in front', async () => {
    const [text] = await copiedOfAnother(make('scorer-of-whomever'));
    expect(text).to.contain(nameOf('b'));
  });
});
