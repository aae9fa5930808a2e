// LHC-Forms. Its package has no module to import, so the page loads the script files of its README before this one.
const root = document.querySelector('#root');
/** Its ids end in the counts of the item and its group: `g0q1/1/1`. */
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
