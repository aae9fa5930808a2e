// The control: the least that a summary of this record can cost. It is no product: it reads one field of each resource, has
// no state, and renders plain lists.
import { html, nothing, render } from 'lit';
import { textOf } from './text.ts';

const root = document.querySelector('#root');

window.summaryPage = {
  mount(bundle) {
    const resources = bundle.entry.map(({ resource }) => resource);
    const of = (type) => resources.filter(({ resourceType }) => resourceType === type);
    const [patient] = of('Patient');
    const list = (title, items) =>
      html`<section>
        <h2>${title}</h2>
        <ul>
          ${items.map((item) => html`<li>${item}</li>`)}
        </ul>
      </section>`;
    render(
      html`<h1>${patient.name[0].family}, ${patient.name[0].given[0]}</h1>
        <p>Born ${patient.birthDate}</p>
        ${list(
          'Allergies',
          of('AllergyIntolerance').map(({ code }) => code.text),
        )}
        ${list(
          'Problems',
          of('Condition').map(({ code, onsetDateTime }) => `${code.text} ${onsetDateTime}`),
        )}
        ${list(
          'Medicines',
          of('MedicationRequest').map((one) => one.medicationCodeableConcept.text),
        )}
        ${list(
          'Observations',
          of('Observation').map(({ code, valueQuantity }) => `${code.text} ${valueQuantity?.value}`),
        )}`,
      root,
    );
  },
  unmount() {
    render(nothing, root);
  },
  text: () => textOf(root),
};
