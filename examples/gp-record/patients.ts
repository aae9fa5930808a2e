/** The record system's own list of patients. It is the host's code, so it reads the server in its own way. */
export interface Patient {
  readonly id: string;
  readonly name: string;
  readonly born: string;
  readonly nhsNumber: string;
}

interface FhirPatient {
  readonly id: string;
  readonly name?: readonly {
    readonly family?: string;
    readonly given?: readonly string[];
    readonly prefix?: readonly string[];
    readonly text?: string;
  }[];
  readonly birthDate?: string;
  readonly identifier?: readonly { readonly system?: string; readonly value?: string }[];
}

const PAGE = 500;

export async function listPatients(
  base: string,
  list: HTMLElement,
  count: HTMLElement,
  find: HTMLInputElement,
  open: (patient: Patient) => void,
): Promise<void> {
  count.textContent = 'Loading …';
  const patients: Patient[] = [];
  let next: string | undefined = `${base}/Patient?_count=${PAGE}&_sort=family`;
  try {
    while (next) {
      const bundle = (await (await fetch(next, { headers: { accept: 'application/fhir+json' } })).json()) as {
        entry?: { resource: FhirPatient }[];
        link?: { relation: string; url: string }[];
      };
      patients.push(...(bundle.entry ?? []).map(({ resource }) => row(resource)));
      next = bundle.link?.find(({ relation }) => relation === 'next')?.url;
    }
  } catch {
    count.textContent = 'The list could not be loaded. Is the demo server running?';
    return;
  }
  const show = () => {
    const words = find.value.trim().toLowerCase();
    const shown = patients.filter(({ name }) => name.toLowerCase().includes(words));
    count.textContent = `${shown.length} of ${patients.length} patients`;
    list.replaceChildren(
      ...shown.map((patient) => {
        const item = document.createElement('li');
        const button = document.createElement('button');
        button.type = 'button';
        button.dataset['id'] = patient.id;
        button.textContent = `${patient.name} · ${patient.born}`;
        button.addEventListener('click', () => open(patient));
        item.append(button);
        return item;
      }),
    );
  };
  find.addEventListener('input', show);
  show();
}

function row({ id, name = [], birthDate, identifier = [] }: FhirPatient): Patient {
  const [first] = name;
  const parts = [first?.family?.toUpperCase(), [...(first?.given ?? [])].join(' ')]
    .filter(Boolean)
    .join(', ');
  return {
    id,
    name: parts || first?.text || 'No name',
    born: birthDate ?? 'not recorded',
    nhsNumber:
      identifier.find(({ system }) => system === 'https://fhir.nhs.uk/Id/nhs-number')?.value ?? 'none',
  };
}
