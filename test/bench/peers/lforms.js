// LHC-Forms. Its package has no module to import: the README's script files stand before this one on the page.
const root = document.querySelector('#root');
/** Its ids end in how often the item and its group are there: `g0q1/1/1`. */
const field = (linkId) => root.querySelector(`input[id^="${linkId}/"]`);

window.bench = {
  mount(questionnaire) {
    return window.LForms.Util.addFormToPage(questionnaire, 'root', { fhirVersion: 'R4' });
  },
  unmount() {
    root.replaceChildren();
  },
  radios: () => root.querySelectorAll('label[id*="|urn:bench|"] input').length,
  radio: (linkId, option) =>
    root.querySelectorAll(`label[id^="${linkId}/"][id*="|urn:bench|"] input`)[option] ?? null,
  total: (linkId) => field(linkId)?.value ?? null,
  decimal: field,
};
