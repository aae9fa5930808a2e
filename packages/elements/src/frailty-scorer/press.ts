import type { FormDesk } from './form-desk.ts';

/** What only the component itself can do. */
export interface PressHost {
  choose(id: string | null): void;
  /** Brings a question into view and moves the focus there. */
  go(key: string): Promise<void>;
  /** Moves the focus to what is drawn next. */
  focus(selector: string): Promise<void>;
  copy(): Promise<void>;
  /** Asks for our own assessments again. */
  bring(): void;
  print(): Promise<void>;
  /** Starts a new form from the one that was finished. */
  again(): void;
}

/** A press on a button that is the component's own. Those of the form are the form's. */
export function press(event: Event, desk: FormDesk, host: PressHost): void {
  const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-press]') : null;
  if (button === null) return;
  const { press: what, key = '', how, go, problem = '' } = button.dataset;
  switch (what) {
    case 'choose':
      return host.choose(key);
    case 'another':
      return host.choose(null);
    case 'section':
      desk.show({ section: key });
      return go === undefined ? undefined : void host.focus('#panel');
    case 'go':
      return void host.go(key);
    case 'why':
      return desk.show({ why: key === '' || desk.ui.why === key ? null : key });
    case 'accept':
    case 'undecide':
      desk.decide(key, what, problem);
      return toRule(key, host);
    case 'edit':
    case 'dismiss':
      desk.show({ deciding: { rule: key, how: what } });
      return void host.focus('[data-words]');
    case 'cancel':
      desk.show({ deciding: null });
      return toRule(key, host);
    case 'decide': {
      const words = button.parentElement?.querySelector<HTMLInputElement>('[data-words]')?.value.trim() ?? '';
      if (words === '') return void host.focus('[data-words]');
      desk.decide(key, how === 'edit' ? 'accept' : 'dismiss', words);
      return toRule(key, host);
    }
    case 'settle':
      desk.settle(key);
      return void host.focus('#disputes, .finish');
    case 'merge':
      desk.merge();
      return void host.focus('#disputes, .page, #panel');
    case 'adopt':
      desk.adopt();
      return void host.focus('.page, #panel');
    case 'noted':
      desk.noted({ record: false });
      return void host.focus('.page, #panel');
    case 'changed':
      return desk.show({ onlyChanged: !desk.ui.onlyChanged });
    case 'disputes':
      return void host.focus('#disputes');
    case 'who':
      return void host.focus('[data-who]');
    case 'bring':
      return host.bring();
    case 'load':
      return void desk.open?.load(null);
    case 'empty':
      desk.startEmpty();
      return void host.focus('.page, #panel');
    case 'keep':
      return desk.keepAgain();
    case 'finish':
      return void finish(desk, host);
    case 'copy':
      return void host.copy();
    case 'print':
      return void host.print();
    case 'again':
      return host.again();
    default:
  }
}

// What was pressed is gone after the press, and the keyboard must not be at the top of the page for it.

async function finish(desk: FormDesk, host: PressHost): Promise<void> {
  await desk.finish();
  await host.focus(desk.ui.stopped ? '#stops' : '.finish');
}

function toRule(rule: string, host: PressHost): void {
  void host.focus(`[data-rule="${CSS.escape(rule)}"] button`);
}

/** Left and right, up and down, Home and End between the tabs of sections, as the ARIA pattern of tabs asks. */
export function moveBetweenTabs(event: KeyboardEvent, desk: FormDesk): void {
  const tab = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=tab]') : null;
  if (tab === null) return;
  const tabs = [...(tab.parentElement?.querySelectorAll<HTMLElement>('[role=tab]') ?? [])];
  const at = tabs.indexOf(tab);
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: at + 1,
    ArrowDown: at + 1,
    ArrowLeft: at - 1,
    ArrowUp: at - 1,
    Home: 0,
    End: -1,
  };
  const to = Object.hasOwn(steps, event.key) ? steps[event.key] : undefined;
  const next = to === undefined ? undefined : tabs.at(to % tabs.length);
  if (next === undefined) return;
  event.preventDefault();
  desk.show({ section: next.dataset['key'] ?? null });
  next.focus();
}
