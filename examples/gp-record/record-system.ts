import { listPatients, type Patient } from './patients.ts';

/** The part of the demo server's description that the record system needs. */
export interface Server {
  readonly fhirBaseUrl: string;
}

export function find(selector: string): HTMLElement;
export function find<E extends HTMLElement>(selector: string, kind: new () => E): E;
export function find(selector: string, kind: new () => HTMLElement = HTMLElement): HTMLElement {
  const element = document.querySelector(selector);
  if (!(element instanceof kind)) throw new Error(`The page has no ${selector}`);
  return element;
}

/** The record system itself: a list, a banner, the day's notes. It calls `opened` when it shows another patient. */
export async function startRecordSystem(server: Server, opened: (patient: Patient) => void): Promise<void> {
  const list = find('#patients');
  const count = find('#count');
  const words = find('#find', HTMLInputElement);
  count.textContent = 'Loading …';
  let patients: readonly Patient[];
  try {
    const register = (await (await fetch('/gp-record/register.json')).json()) as readonly Patient[];
    patients = await listPatients(server.fhirBaseUrl, register);
  } catch {
    // The page tells the person. The browser's network panel shows why it failed.
    count.textContent = 'The list could not be loaded. Is the demo server running?';
    return;
  }
  const show = () => {
    const shown = patients.filter(({ name }) =>
      name.toLowerCase().includes(words.value.trim().toLowerCase()),
    );
    count.textContent = `${shown.length} of ${patients.length} patients`;
    list.replaceChildren(...shown.map(row));
  };
  words.addEventListener('input', show);
  show();

  function row(patient: Patient): HTMLElement {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    if (patient.id !== null) button.dataset['id'] = patient.id;
    button.textContent = `${patient.name} · ${patient.born}`;
    button.addEventListener('click', () => {
      open(patient);
      for (const other of list.querySelectorAll('button'))
        other.setAttribute('aria-current', String(other === button));
    });
    item.append(button);
    return item;
  }

  function open(patient: Patient): void {
    opened(patient);
    find('#banner-name').textContent = patient.name;
    find('#banner-born').textContent = patient.born;
    find('#banner-nhs').textContent = patient.nhsNumber;
    for (const id of ['#banner', '#notes']) find(id).hidden = false;
    find('#choose').hidden = true;
  }
}
