import { answerOf } from '@ehch/clinical/form';
import type { Answer, AnswerValue, FormItem } from '@ehch/clinical/form';
import { expect } from '@open-wc/testing';
import { shownText } from '../../test/shown-text.ts';
import { renderExample } from '../../test/form-under-test.ts';
import type { FormUnderTest } from '../../test/form-under-test.ts';
import { holdTimers } from '../../test/held-timers.ts';
import { bringInFront } from '../../test/in-front.ts';
import { given, stateOf, states } from './form.fixtures.ts';
import { goToItem } from './go-to-item.ts';

function answer(form: FormUnderTest, key: string): Answer | null {
  if (form.state === null) throw new Error('There is no form.');
  return answerOf(form.state, key);
}

function values(form: FormUnderTest, key: string): readonly AnswerValue[] {
  const given = answer(form, key);
  return given?.state === 'given' ? given.values : [];
}

function words(form: FormUnderTest, key: string): string {
  return shownText(form.item(key));
}

/** What stands in the focus, by its item and its press. */
function focused(form: FormUnderTest): string {
  const element = form.shadowRoot?.activeElement;
  if (!(element instanceof HTMLElement)) return 'nothing';
  const item = element.closest<HTMLElement>('[data-key]');
  return `${item?.dataset['key']} ${element.closest<HTMLElement>('[data-press]')?.dataset['press'] ?? ''}`;
}

const empty = () => renderExample(document.body, states.empty);

describe('what a person does in a form', () => {
  before(bringInFront);

  it('answers by one press, and clears it by another with the focus back at the question', async () => {
    const form = await empty();
    await form.choose('transfers', 'one');
    expect(values(form, 'transfers')).to.deep.equal([{ type: 'option', value: 'one' }]);
    await form.push('transfers', 'Remove answer');
    expect(answer(form, 'transfers')).to.equal(null);
    expect(form.renderRoot.querySelectorAll(':checked').length).to.equal(0);
    expect(focused(form)).to.equal('transfers choose');
    expect(form.told).to.deep.equal(['transfers', 'transfers']);
  });

  it('takes back on screen what was not taken', async () => {
    const form = await renderExample(document.body, states.partly);
    form.takes = false;
    await form.choose('transfers', 'two');
    await form.choose('falls', 'true');
    await form.type('pulse', '88');
    expect(form.field('pulse').value).to.equal('72');
    const checked = [...form.renderRoot.querySelectorAll<HTMLInputElement>(':checked')];
    expect(checked.map(({ value }) => value)).to.deep.equal(['one']);
  });

  it('leaves no earlier answer in force behind an impossible one, and says why beside what was typed', async () => {
    const form = await renderExample(document.body, states.partly);
    await form.type('pulse', '350');
    expect(answer(form, 'pulse')).to.equal(null);
    const field = form.field('pulse');
    expect(field.value).to.equal('350');
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    const said = form.shadowRoot?.getElementById(field.getAttribute('aria-describedby') ?? '');
    expect(said?.textContent).to.equal('Not an answer yet: only 0 to 300 is possible.');
    expect(form.refusals.get('pulse')).to.equal('only 0 to 300 is possible.');
    await form.type('pulse', '80');
    expect(values(form, 'pulse')).to.deep.equal([{ type: 'number', value: 80 }]);
    expect(field.hasAttribute('aria-invalid')).to.equal(false);
    expect(form.refusals.size).to.equal(0);
  });

  it('tells of nothing where there was no answer and an entry comes to none', async () => {
    const form = await empty();
    await form.type('pulse', 'seventy');
    await form.type('pulse', '');
    expect(form.told).to.deep.equal([]);
  });

  it('counts an implausible value, asks back, and stops asking when it is confirmed', async () => {
    const form = await empty();
    await form.type('pulse', '18');
    expect(values(form, 'pulse')).to.deep.equal([{ type: 'number', value: 18 }]);
    expect(words(form, 'pulse')).to.contain('Is 18 right? It counts as entered; usual is 25 to 200.');
    await form.push('pulse', 'Yes, it is right');
    const now = answer(form, 'pulse');
    expect(now?.state === 'given' && now.confirmed).to.equal(true);
    expect(words(form, 'pulse')).to.contain('Unusual, and confirmed');
    expect(words(form, 'pulse')).not.to.contain('right?');
    expect(focused(form)).to.equal('pulse enter');
  });

  it('offers what a comma and a missing unit probably meant, and takes it by one press', async () => {
    const temperature = {
      id: 'temp',
      type: 'quantity',
      text: 'Temperature',
      units: [
        { code: 'Cel', text: '°C', factor: 1 },
        { code: '[degF]', text: '°F', factor: 5 / 9, offset: -160 / 9 },
      ],
      limits: { min: 25, max: 45 },
    } as const;
    for (const [typed, offered, taken] of [
      ['38,4', '38.4 °C?', { value: 38.4, unit: 'Cel' }],
      ['100.4', '100.4 °F?', { value: 38, entered: { value: 100.4, unit: '[degF]' } }],
    ] as const) {
      const form = await renderExample(document.body, {
        form: { id: 'temp', title: 'Temperature', version: '1', items: [temperature] },
      });
      await form.type('temp', typed);
      expect(answer(form, 'temp')).to.equal(null);
      expect(words(form, 'temp')).to.contain(offered);
      await form.push('temp', offered);
      expect(values(form, 'temp')[0]).to.deep.include(taken);
      expect(form.refusals.size).to.equal(0);
    }
  });

  it('chooses no unit by itself, and reads the number again when the unit changes', async () => {
    const form = await empty();
    await form.type('weight', '128');
    expect(answer(form, 'weight')).to.equal(null);
    expect(words(form, 'weight')).to.contain('choose the unit');
    await form.choose('weight', '[lb_av]', 'enter');
    const [value] = values(form, 'weight');
    expect(value).to.deep.include({ entered: { value: 128, unit: '[lb_av]' }, unit: 'kg' });
    expect(words(form, 'weight')).to.contain('= 58.059823');
    await form.choose('weight', 'kg', 'enter');
    expect(values(form, 'weight')).to.deep.equal([{ type: 'number', value: 128, unit: 'kg' }]);
  });

  it('leaves text under the fingers alone while something else is drawn, and reads it when it is left', async () => {
    const form = await empty();
    const field = form.field('pulse');
    field.focus();
    field.value = '7';
    const pauses = holdTimers(500);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await form.choose('transfers', 'one');
    expect(field.value).to.equal('7');
    expect(answer(form, 'pulse')).to.equal(null);
    pauses.release();
    await form.type('pulse', '72');
    expect(values(form, 'pulse')).to.deep.equal([{ type: 'number', value: 72 }]);
  });

  it('hands text over at a pause in typing, and leaves it as it is typed', async () => {
    const form = await empty();
    const field = form.field('words');
    field.value = 'Her garden ';
    const pauses = holdTimers(500);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await form.updateComplete;
    expect(form.told).to.deep.equal([]);
    pauses.release();
    await form.updateComplete;
    expect(values(form, 'words')).to.deep.equal([{ type: 'text', value: 'Her garden' }]);
    expect(field.value).to.equal('Her garden ');
  });

  it('takes nothing of a field that is gone before the pause is over for an emptied one', async () => {
    const typeInto = async () => {
      const form = await renderExample(document.body, { ...states.complete, rows: {} });
      const field = form.field('words');
      field.value = 'Her gard';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      return form;
    };
    const pauses = holdTimers(500);
    const removed = await typeInto();
    removed.remove();
    const readOnly = await typeInto();
    readOnly.example = { ...states.complete, readOnly: true };
    const other = await typeInto();
    if (other.state === null) throw new Error('There is no form.');
    other.state = { ...other.state, draft: { ...other.state.draft, id: 'draft-2' } };
    // Nothing may happen in these, and one that stays proves that the pause was over.
    const stays = await typeInto();
    pauses.release();
    await stays.updateComplete;
    expect(stays.told, 'stays').not.to.deep.equal([]);
    expect(removed.told, 'removed').to.deep.equal([]);
    expect(readOnly.told, 'read only').to.deep.equal([]);
    expect(other.told, 'another draft').to.deep.equal([]);
  });

  it('takes a date in part, and finds no fault with it before the person has left it', async () => {
    const form = await empty();
    const [day, month, year] = (['Day', 'Month', 'Year'] as const).map((name) => form.field('since', name));
    if (!day || !month || !year) throw new Error('fixture');
    day.focus();
    day.value = '31';
    day.dispatchEvent(new Event('change', { bubbles: true }));
    month.focus();
    await form.updateComplete;
    expect(words(form, 'since')).not.to.contain('no such date');
    month.value = '2';
    month.dispatchEvent(new Event('change', { bubbles: true }));
    month.blur();
    await form.updateComplete;
    expect(words(form, 'since')).to.contain('no such date');
    await form.type('since', '2024', 'Year');
    expect(answer(form, 'since')).to.equal(null);
    await form.type('since', '', 'Day');
    expect(values(form, 'since')).to.deep.equal([{ type: 'date', value: '2024-02' }]);
    expect(words(form, 'since')).not.to.contain('no such date');
  });

  it('reads a time as it is written by hand, and no other', async () => {
    const form = await empty();
    for (const [text, value] of [
      ['7.05', '07:05'],
      ['23:59', '23:59'],
      ['14:30:15', '14:30:15'],
      ['24:00', null],
      ['730', null],
      ['12:60', null],
    ] as const) {
      await form.type('woke', text);
      expect(values(form, 'woke'), text).to.deep.equal(value === null ? [] : [{ type: 'time', value }]);
    }
  });

  it('takes "not assessed because…" with words, and an answer in its place', async () => {
    const form = await renderExample(document.body, states.partly);
    await form.push('transfers', 'Not assessed');
    expect(form.told).to.deep.equal([]);
    await form.choose('transfers', 'refused', 'not-assessed');
    expect(answer(form, 'transfers')).to.include({ state: 'refused', reason: null });
    await form.type('transfers', 'too tired', 'In words');
    expect(answer(form, 'transfers')).to.include({ state: 'refused', reason: 'too tired' });
    expect(words(form, 'transfers')).to.contain('Not assessed: refused (too tired)');
    expect(form.item('transfers').querySelectorAll('[data-press=choose] :checked').length).to.equal(0);
    await form.choose('transfers', 'hoist');
    expect(values(form, 'transfers')).to.deep.equal([{ type: 'option', value: 'hoist' }]);
    expect(form.item('transfers').querySelectorAll('[data-press=not-assessed]:checked').length).to.equal(0);
  });

  it('never makes a suggestion an answer by itself; "use" takes it over with its date and source', async () => {
    const form = await renderExample(document.body, states.suggestions);
    expect(answer(form, 'weight')).to.equal(null);
    expect(form.field('weight').value).to.equal('');
    expect(words(form, 'weight')).to.contain(
      'In the record: 58.2 kg · 02-Nov-2026, 2 weeks old · Rowan Court shared record',
    );
    await form.type('weight', '5');
    await form.push('weight', 'Use');
    expect(form.field('weight').value).to.equal('58.2');
    expect(words(form, 'weight')).to.contain('From Rowan Court shared record · 02-Nov-2026');
    expect(focused(form)).to.equal('weight enter');
    expect(form.refusals.size).to.equal(0);
  });

  it('lets "none of these" and the others take each other away', async () => {
    const form = await empty();
    await form.choose('aids', 'stick');
    await form.choose('aids', 'none');
    expect(values(form, 'aids')).to.deep.equal([{ type: 'option', value: 'none' }]);
    await form.choose('aids', 'frame');
    expect(values(form, 'aids')).to.deep.equal([{ type: 'option', value: 'frame' }]);
    const ticked = [...form.item('aids').querySelectorAll<HTMLInputElement>(':checked')];
    expect(ticked.map(({ value }) => value)).to.deep.equal(['frame']);
  });

  it('keeps one answer of a choice with other words: the words or an option', async () => {
    const form = await empty();
    await form.choose('shoes', 'own');
    await form.type('shoes', 'boots', 'Other, in words');
    expect(values(form, 'shoes')).to.deep.equal([{ type: 'text', value: 'boots' }]);
    expect(form.item('shoes').querySelectorAll(':checked').length).to.equal(0);
    await form.choose('shoes', 'slippers');
    expect(form.field('shoes', 'Other, in words').value).to.equal('');
  });

  it('offers another field for each answer of a question that takes several', async () => {
    const form = await empty();
    await form.type('noted', '3');
    await form.type('noted', '4', 1);
    await form.type('noted', 'x', 2);
    expect(values(form, 'noted')).to.deep.equal([
      { type: 'number', value: 3 },
      { type: 'number', value: 4 },
    ]);
    expect(form.field('noted', 2).value).to.equal('x');
    await form.type('noted', '', 0);
    await form.type('noted', '5', 2);
    expect(values(form, 'noted').map(({ value }) => value)).to.deep.equal([4, 5]);
  });

  it('keeps the choice under one answer apart from that under another, in whatever order they were ticked', async () => {
    const how: FormItem = {
      id: 'helpers/how',
      type: 'choice',
      text: 'How much',
      options: [
        { value: 'much', text: 'much' },
        { value: 'little', text: 'little' },
      ],
    };
    const helpers: FormItem = {
      id: 'helpers',
      type: 'choice',
      text: 'Who helps',
      repeats: true,
      options: [
        { value: 'family', text: 'family' },
        { value: 'staff', text: 'staff' },
      ],
      items: [how],
    };
    const items = [helpers];
    const form = await renderExample(document.body, { form: { id: 'f', title: 'f', version: '1', items } });
    await form.choose('helpers', 'staff');
    await form.choose('helpers', 'family');
    const keys = [...form.renderRoot.querySelectorAll<HTMLElement>('[data-key^="helpers/how"]')].map(
      (item) => item.dataset['key'] ?? '',
    );
    expect(keys.length).to.equal(2);
    const ticked = () =>
      keys.map((key) =>
        [...form.item(key).querySelectorAll<HTMLInputElement>('[data-press=choose] :checked')].map(
          ({ value }) => value,
        ),
      );
    await form.choose(keys[0] ?? '', 'much');
    await form.choose(keys[1] ?? '', 'little');
    expect(ticked()).to.deep.equal([['much'], ['little']]);
    expect(keys.map((key) => values(form, key).map(({ value }) => value))).to.deep.equal(ticked());
  });

  it('adds and removes rows, each named, with the focus where the work goes on', async () => {
    const form = await renderExample(document.body, states.rows);
    const rowNames = () =>
      [...form.item('readings').querySelectorAll('[role=group].row')].map((row) => row.ariaLabel);
    expect(rowNames()).to.deep.equal(['Standing reading 1', 'Standing reading 2', 'Standing reading 3']);
    await form.push('readings', 'Add another');
    expect(rowNames().length).to.equal(4);
    expect(focused(form)).to.match(/^readings\/at\[\d+\] enter$/);
    await form.push('readings', 'Remove', 1);
    expect(rowNames().length).to.equal(3);
    expect(form.field('readings/at[4]').value).to.equal('5');
    expect(focused(form)).to.equal('readings add-row');
  });

  it('searches a long list, with what is chosen always in it', async () => {
    const form = await renderExample(document.body, states['long list']);
    const search = form.field('country', 'Find in this list');
    search.value = 'country 1';
    search.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await new Promise((done) => setTimeout(done));
    const shown = [...form.item('country').querySelectorAll<HTMLInputElement>('[data-press=choose] input')];
    expect(shown.length).to.equal(12);
    expect(shown.filter(({ checked }) => checked).map(({ value }) => value)).to.deep.equal(['c44']);
    expect(words(form, 'country')).to.contain('12 of 60 shownCountry 45');
    expect(form.told).to.deep.equal([]);
  });

  it('keeps nothing that was typed for one draft when another comes', async () => {
    const form = await renderExample(document.body, states.refused);
    await form.push('words', 'Not assessed');
    const field = form.field('pulse');
    const started = stateOf(states.empty);
    form.state = { ...started, draft: { ...started.draft, id: 'draft-2', resident: 'resident-2' } };
    await form.updateComplete;
    expect(form.field('pulse')).not.to.equal(field);
    const all = [...form.renderRoot.querySelectorAll<HTMLInputElement>('input, textarea')];
    expect(
      all.filter(({ type, value }) => type !== 'radio' && type !== 'checkbox' && value !== ''),
    ).to.deep.equal([]);
    expect(form.renderRoot.querySelectorAll(':checked, [aria-invalid], .refused, .reasons').length).to.equal(
      0,
    );
  });

  it('leaves the keyboard where somebody types when the draft of another window is put in, and moves it for nobody else', async () => {
    const form = await renderExample(document.body, states.empty);
    const started = stateOf(states.empty);
    const focused = () => form.shadowRoot?.activeElement ?? null;
    form.field('pulse').focus();
    form.state = { ...started, draft: { ...started.draft, id: 'draft-2' } };
    await form.updateComplete;
    expect(focused()).to.equal(form.field('pulse'));
    form.state = { ...started, draft: { ...started.draft, id: 'draft-3', resident: 'resident-2' } };
    await form.updateComplete;
    expect(focused()).to.equal(null);
  });

  it('lets typed text give way to an answer that came from elsewhere', async () => {
    const form = await renderExample(document.body, states.refused);
    expect(form.field('pulse').value).to.equal('350');
    form.state = stateOf({ ...states.refused, answers: { pulse: given({ type: 'number', value: 64 }) } });
    await form.updateComplete;
    expect(form.field('pulse').value).to.equal('64');
    expect(words(form, 'pulse')).not.to.contain('Not an answer');
  });

  it('has no number field of the browser, which a wheel changes', async () => {
    const form = await renderExample(document.body, states.complete);
    const types = [...form.renderRoot.querySelectorAll('input')].map(({ type }) => type);
    expect([...new Set(types)].sort()).to.deep.equal(['checkbox', 'radio', 'text']);
  });

  it('has no control and no disabled input in a read-only form, and says of each question what was answered', async () => {
    const form = await renderExample(document.body, states['read only']);
    expect(form.renderRoot.querySelectorAll('input, textarea, select').length).to.equal(0);
    expect(words(form, 'transfers')).to.contain('with one person');
    expect(words(form, 'aids')).to.contain('Not assessed: not asked');
    const bare = await renderExample(document.body, states['read only, empty']);
    expect(words(bare, 'transfers')).to.contain('not answered');
  });

  it('does not look again at a question that nothing happened to', async () => {
    let looks = 0;
    const counted = (n: number): FormItem => ({
      id: `q${n}`,
      type: 'choice',
      options: [{ value: 'a', text: 'a' }],
      get text() {
        looks++;
        return `Question ${n}`;
      },
    });
    const items = Array.from({ length: 50 }, (_, n) => counted(n));
    const form = await renderExample(document.body, { form: { id: 'f', title: 'f', version: '1', items } });
    looks = 0;
    await form.choose('q7', 'a');
    const one = looks;
    expect(values(form, 'q7').length).to.equal(1);
    looks = 0;
    await form.choose('q8', 'a');
    expect(looks).to.equal(one);
    // Words of one question in its label and its buttons, drawn for its press and once for its control.
    expect(one).to.be.at.most(8);
  });

  it('goes to an item by its key, whatever the key is made of', async () => {
    const form = await renderExample(document.body, states['foreign text']);
    expect(goToItem(form.renderRoot, '__proto__')).to.equal(true);
    expect(focused(form)).to.equal('__proto__ choose');
    expect(goToItem(form.renderRoot, 'a b]["\'')).to.equal(true);
    expect(focused(form)).to.equal('a b]["\' ');
    expect(goToItem(form.renderRoot, 'toString')).to.equal(false);
  });
});
