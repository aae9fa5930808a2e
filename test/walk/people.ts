import assert from 'node:assert/strict';
import type { CDPSession, Page } from 'puppeteer-core';
import { shownText } from './browser.ts';
import type { Step } from './scenarios.ts';

export const BUTTON = 'ehch-escalation-button';
export const LIST = 'ehch-escalations';
export const STATUS = 'ehch-device-status';
/** Milliseconds until what one side pressed has to be on the other side's screen: one look at the server, and room for slow PCs. */
const PATIENCE = 60_000;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A control as assistive technology finds it. */
interface Control {
  readonly role: string;
  readonly name: string;
  readonly node: number;
}

/** A list says the title, the room and the date of birth after the name of a resident. */
const AFTER_A_NAME = [' (', ' · '];

const CONTROLS: ReadonlySet<string> = new Set(['button', 'checkbox', 'link', 'textbox', 'radio']);

const ACT = `function (what) {
  this.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = this.getBoundingClientRect();
  const at = { x: x + width / 2, y: y + height / 2 };
  const hit = this.getRootNode().elementFromPoint(at.x, at.y);
  if (!this.contains(hit) && !hit?.contains(this)) throw new Error('is covered by ' + hit?.outerHTML.slice(0, 80));
  if (what === 'press') this.click();
  if (what === 'focus') this.focus();
  return at;
}`;

/**
 * Somebody at one screen. They know controls by accessible name alone, take the first with it in the order of the screen, and
 * press where it is drawn. `interactions` counts what they did: a press, or one field filled.
 */
export class Person {
  interactions = 0;
  readonly page: Page;
  readonly #devtools: CDPSession;

  private constructor(page: Page, devtools: CDPSession) {
    this.page = page;
    this.#devtools = devtools;
  }

  static async at(page: Page): Promise<Person> {
    return new Person(page, await page.createCDPSession());
  }

  /** Every control in the order of the screen. */
  async controls(): Promise<readonly Control[]> {
    const { nodes } = await this.#devtools.send('Accessibility.getFullAXTree');
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const found: Control[] = [];
    const visit = (id: string): void => {
      const node = byId.get(id);
      if (node === undefined) return;
      const role = String(node.role?.value ?? '');
      if (!node.ignored && CONTROLS.has(role) && node.backendDOMNodeId !== undefined)
        found.push({ role, name: String(node.name?.value ?? ''), node: node.backendDOMNodeId });
      for (const child of node.childIds ?? []) visit(child);
    };
    for (const node of nodes) if (node.parentId === undefined) visit(node.nodeId);
    return found;
  }

  async find(name: string | RegExp): Promise<Control> {
    const until = Date.now() + PATIENCE;
    for (;;) {
      const controls = await this.controls();
      const isIt = (one: Control) =>
        typeof name === 'string'
          ? one.name === name || AFTER_A_NAME.some((after) => one.name.startsWith(name + after))
          : name.test(one.name);
      const found = controls.find(isIt);
      if (found !== undefined) return found;
      if (Date.now() > until)
        assert.fail(`Nothing is called ${name}: ${controls.map((one) => one.name).join(' | ')}`);
      await wait(100);
    }
  }

  async press(name: string | RegExp): Promise<void> {
    await this.#on(name, 'press');
    this.interactions += 1;
  }

  /** As many people press every button. The second click comes within milliseconds. */
  async doubleClick(name: string | RegExp): Promise<void> {
    const { x, y } = await this.#on(name, 'look');
    await this.page.mouse.click(x, y, { count: 2 });
    this.interactions += 1;
  }

  async fill(name: string | RegExp, text: string): Promise<void> {
    await this.#on(name, 'focus');
    await this.page.keyboard.type(text);
    this.interactions += 1;
  }

  /** One step of a written scenario. */
  async does({ press, fill }: Step): Promise<void> {
    if (press !== undefined) await this.press(press);
    if (fill !== undefined) await this.fill(...fill);
  }

  /** Acts on the control as it is drawn at that moment. One that something else covers cannot be pressed. */
  async #on(
    name: string | RegExp,
    what: 'press' | 'focus' | 'look',
  ): Promise<{ readonly x: number; readonly y: number }> {
    for (let tries = 0; ; tries++) {
      const { node } = await this.find(name);
      try {
        const { object } = await this.#devtools.send('DOM.resolveNode', { backendNodeId: node });
        const { result, exceptionDetails } = await this.#devtools.send('Runtime.callFunctionOn', {
          objectId: object.objectId ?? '',
          functionDeclaration: ACT,
          arguments: [{ value: what }],
          returnByValue: true,
        });
        if (exceptionDetails === undefined) return result.value as { x: number; y: number };
        throw new Error(`${name}: ${exceptionDetails.exception?.description}`);
      } catch (error) {
        // It was drawn anew, or moved, between the look and the press.
        if (tries > 20) throw error;
        await wait(100);
      }
    }
  }

  /** What stands in this part of a component: `receipt`. */
  async part(selector: string, part: string): Promise<string> {
    return this.page.$eval(
      selector,
      (element, name) =>
        element.shadowRoot?.querySelector(`[part="${name}"]`)?.textContent?.replace(/\s+/g, ' ').trim() ?? '',
      part,
    );
  }

  /** Waits until a part of a component says this. */
  async partSays(selector: string, part: string, words: RegExp): Promise<void> {
    const until = Date.now() + PATIENCE;
    for (let looks = 0; ; looks++) {
      const text = await this.part(selector, part);
      if (words.test(text)) return;
      if (Date.now() > until) assert.match(text, words);
      if (looks % 3 === 2) await this.lookAtServer();
      await wait(100);
    }
  }

  /** All that a component says, as a person reads it. */
  async text(selector: string): Promise<string> {
    return (await shownText(this.page, selector)).replace(/ (?=[,.;:])/g, '');
  }

  /** Waits until a component says this, and gives back all that it says. */
  async says(selector: string, words: RegExp): Promise<string> {
    const until = Date.now() + PATIENCE;
    for (let looks = 0; ; looks++) {
      const text = await this.text(selector);
      if (words.test(text)) return text;
      if (Date.now() > until) assert.match(text, words);
      if (looks % 3 === 2) await this.lookAtServer();
      await wait(100);
    }
  }

  /** Waits until a component has stood still for half a second, as it has long before a person has read it. */
  async stands(selector: string): Promise<void> {
    for (let before = '', same = 0; same < 5; await wait(100)) {
      const text = await this.text(selector);
      same = text === before ? same + 1 : 0;
      before = text;
    }
  }

  /** The network is back, says the browser, and the engine looks at the server at once. Without it that takes half a minute. */
  async lookAtServer(): Promise<void> {
    for (const worker of this.page.workers())
      await worker.evaluate(() => void self.dispatchEvent(new Event('online')));
  }

  /** The PC's network cable: out, and in again. The engine asks for all that is asked for. */
  async network(isThere: boolean): Promise<void> {
    await this.page.setOfflineMode(!isThere);
    if (isThere) await this.lookAtServer();
  }
}
