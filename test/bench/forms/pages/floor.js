// The control: the least that a form with totals can cost. It is no product: it checks nothing, evaluates no expression
// and renders native inputs. When it is slow, the machine is slow.
import { html, nothing, render } from 'lit';

const root = document.querySelector('#root');
/** Milliseconds by which a test delays rendering and each change. */
const delay = Number(new URLSearchParams(location.search).get('delay') ?? 0);
function holdUp() {
  const until = performance.now() + delay;
  while (performance.now() < until);
}
/** Set by a test to paint a wrong total. */
const wrong = new URLSearchParams(location.search).has('wrong');
let groups = [];
let codes = new Map();

const totalOf = (group) => {
  const given = group.item.map((item) => codes.get(item.linkId)).filter((code) => code !== undefined);
  return given.length === 0 ? null : given.reduce((sum, code) => sum + Number(code), 0) + (wrong ? 1 : 0);
};
const shows = (item) =>
  item.enableWhen?.every((one) => codes.get(one.question) === one.answerCoding.code) ?? true;

function change(event) {
  const { name, value, type } = event.target;
  if (type !== 'radio') return;
  holdUp();
  codes.set(name, value);
  draw();
}

function question(item) {
  if (item.type === 'choice') {
    return html`<fieldset>
      <legend>${item.text}</legend>
      ${item.answerOption.map(
        ({ valueCoding: { code, display } }) =>
          html`<label><input type="radio" name=${item.linkId} .value=${code} />${display}</label>`,
      )}
    </fieldset>`;
  }
  if (!shows(item)) return nothing;
  if (item.type === 'boolean') return html`<label><input type="checkbox" />${item.text}</label>`;
  return html`<label>${item.text} <input id=${item.linkId} inputmode="decimal" /></label>`;
}

function draw() {
  const totals = groups.map(totalOf);
  const known = totals.filter((total) => total !== null);
  const grand = known.length === 0 ? '' : known.reduce((sum, total) => sum + total, 0);
  render(
    html`<form @change=${change}>
      ${groups.map(
        (group, index) =>
          html`<section>
            <h2>${group.text}</h2>
            ${group.item.filter((item) => item.type !== 'integer').map(question)}
            <p>Total: <output id="${group.linkId}total">${totals[index] ?? ''}</output></p>
          </section>`,
      )}
      <p>CGA total: <output id="grand">${grand}</output></p>
    </form>`,
    root,
  );
}

window.bench = {
  mount(questionnaire) {
    groups = questionnaire.item.filter((item) => item.type === 'group');
    codes = new Map();
    holdUp();
    draw();
  },
  unmount() {
    render(nothing, root);
  },
  radios: () => root.querySelectorAll('input[type=radio]').length,
  radio: (linkId, option) => root.querySelectorAll(`input[name=${linkId}]`)[option] ?? null,
  total: (linkId) => document.getElementById(linkId)?.textContent.trim() ?? null,
  decimal: (linkId) => document.getElementById(linkId),
};
