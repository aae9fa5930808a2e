/** Somebody on the record system's own list. */
export interface Patient {
  /** The patient's id on the shared record, if that record knows them. */
  readonly id: string | null;
  readonly name: string;
  readonly born: string;
  readonly nhsNumber: string;
}

interface FhirPatient {
  readonly id: string;
  readonly name?: readonly {
    readonly family?: string;
    readonly given?: readonly string[];
    readonly text?: string;
  }[];
  readonly birthDate?: string;
  readonly identifier?: readonly { readonly system?: string; readonly value?: string }[];
}

const PAGE = 500;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * The record system's list of patients. This is the host's code, so it reads the server in its own way. For one NHS
 * number the practice's own register takes precedence over the server.
 */
export async function listPatients(base: string, register: readonly Patient[]): Promise<readonly Patient[]> {
  const found: Patient[] = [];
  let next: string | undefined = `${base}/Patient?_count=${PAGE}&_sort=family`;
  while (next) {
    const bundle = (await (await fetch(next, { headers: { accept: 'application/fhir+json' } })).json()) as {
      entry?: { resource: FhirPatient }[];
      link?: { relation: string; url: string }[];
    };
    found.push(...(bundle.entry ?? []).map(({ resource }) => patientOf(resource)));
    next = bundle.link?.find(({ relation }) => relation === 'next')?.url;
  }
  const own = new Map(register.map((patient) => [patient.nhsNumber, patient]));
  const merged = found.map(({ id, ...patient }) => {
    const registered = own.get(patient.nhsNumber);
    own.delete(patient.nhsNumber);
    return { ...patient, ...registered, id };
  });
  return [...merged, ...own.values()];
}

function patientOf({ id, name = [], birthDate, identifier = [] }: FhirPatient): Patient {
  const [first] = name;
  const parts = [first?.family?.toUpperCase(), [...(first?.given ?? [])].join(' ')]
    .filter(Boolean)
    .join(', ');
  const number = identifier.find(({ system }) => system === 'https://fhir.nhs.uk/Id/nhs-number')?.value;
  return {
    id,
    name: parts || first?.text || 'No name',
    born: birthDate === undefined ? 'not recorded' : dateOf(birthDate),
    nhsNumber: number === undefined ? 'none' : number.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3'),
  };
}

/** `1941-07-14` as `14-Jul-1941`. A partial date shows only its known parts. */
function dateOf(date: string): string {
  const [year = '', month, day] = date.split('-');
  return [day, month && MONTHS[Number(month) - 1], year].filter(Boolean).join('-');
}
