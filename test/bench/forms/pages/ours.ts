import '../../../../packages/elements/src/provider/index.ts';
import '../../../../packages/elements/src/frailty-scorer/index.ts';
import { readQuestionnaire } from '../../../../packages/fhir/src/questionnaire/index.ts';
import '../contract.ts';

const root = document.querySelector('#root');
const provider = document.createElement('ehch-provider');
// As in real use, every answer hands its draft over. Like the other contestants, it keeps nothing on disk.
provider.actions = {
  saveDraft: () => Promise.resolve({ where: 'memory' }),
  loadDraft: () => Promise.resolve(null),
  enqueue: () => Promise.resolve({ state: 'held-in-memory' }),
  watchReceipt: () => {},
};
root?.append(provider);
const newScorer = () => document.createElement('ehch-frailty-scorer');
let scorer = newScorer();

const all = (selector: string) => scorer.renderRoot.querySelectorAll<HTMLElement>(selector);
const item = (linkId: string, within: string) => all(`[data-key="${linkId}"] ${within}`);

window.bench = {
  mount(questionnaire) {
    const { form, refused } = readQuestionnaire(questionnaire);
    if (form === null) throw new Error(refused.map(({ words }) => words).join('; '));
    scorer = newScorer();
    scorer.resident = 'bench';
    scorer.layout = 'page';
    scorer.form = form;
    provider.append(scorer);
  },
  unmount() {
    scorer.remove();
    scorer = newScorer();
  },
  // A yes-or-no question also has two radios, and no score.
  radios: () => all('.item:not([data-key$=q8]) input[type=radio]').length,
  radio: (linkId, option) => item(linkId, 'input[type=radio]')[option] ?? null,
  // "so far 8 · 3 answers missing", "no value yet · …". Any other words, such as "cannot score", count as the painted total.
  total: (linkId) => {
    const words = item(linkId, '.score')[0]?.textContent;
    return words === undefined
      ? null
      : words.replace(/^(?:so far )?(-?[\d.]+) · .*$/, '$1').replace(/^no value.*$/, '');
  },
  decimal: (linkId) => item(linkId, 'input')[0] ?? null,
};
