import { DateTime } from 'luxon';
import type { Browser, Locator, Page } from 'playwright-core';
import { asWideAs, bringIntoSight, wordsOverTheEdge, type Shown } from './in-page.js';

/** What Teams on a phone leaves at the sides of a card, in pixels. */
const PHONE_MARGINS = 24;

/** One person at one Agents Playground page, in the words of somebody looking at it. Every wait fails with the text it waited for. */
export class PlaygroundPage {
  private channel = false;

  private constructor(
    readonly who: string,
    readonly page: Page,
  ) {}

  static async open(browser: Browser, who: string, url: string): Promise<PlaygroundPage> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 1000 }, locale: 'en-GB', timezoneId: 'Europe/London' });
    page.setDefaultTimeout(20_000);
    await page.route('**/*', (route) => (isLocal(route.request().url()) ? route.continue() : route.abort()));
    await page.goto(url, { timeout: 60_000 });
    await page.getByRole('button', { name: 'Hide log panel' }).click();
    return new PlaygroundPage(who, page);
  }

  /** Types a message in the chat and sends it. In a channel it is a new post that mentions the bot: any other never reaches it. */
  async says(text: string): Promise<void> {
    const box = this.page.getByRole('textbox').filter({ has: this.page.locator('p') });
    await (this.channel ? box.first() : box.last()).click();
    if (this.channel) await this.mentions('Rightsdesk');
    await this.page.keyboard.insertText(text);
    await this.page
      .getByRole('button', { name: this.channel ? 'Post' : 'Send Message', exact: true })
      .last()
      .click();
  }

  async fill(label: string, value: string): Promise<void> {
    await this.input(label)
      .fill(value)
      .catch(() => this.fails(`cannot fill in "${label}"`));
  }

  /** Chooses in a list, a group of buttons or boxes, a calendar (`2026-11-19`) or a list of times (`9:00`, on the half hour). */
  async choose(label: string, option: string): Promise<void> {
    const input = this.input(label);
    await input.waitFor().catch(() => this.fails(`is not asked "${label}"`));
    const boxes = this.cardWith(label).getByRole('checkbox', { name: option });
    if ((await boxes.count()) > 0) return boxes.first().check({ force: true });
    if ((await input.getAttribute('role')) === 'radiogroup')
      return input.getByRole('radio', { name: option, exact: true }).check({ force: true });
    await input.click();
    if ((await input.getAttribute('aria-haspopup')) === 'dialog') return this.pickDay(option);
    await this.page
      .getByRole('option', { name: option, exact: true })
      .click()
      .catch(() => this.fails(`is not offered "${option}" for "${label}"`));
  }

  /** Takes proposed choices of a list away again. */
  async drops(label: string, ...proposed: string[]): Promise<void> {
    await this.input(label).click();
    for (const option of proposed)
      await this.page
        .locator('[role=option],[role=menuitemcheckbox]')
        .filter({ hasText: option })
        .first()
        .click()
        .catch(() => this.fails(`cannot drop "${option}"`));
    await this.page.keyboard.press('Escape');
  }

  async tick(label: string): Promise<void> {
    await this.cards().getByRole('checkbox', { name: label }).last().check({ force: true });
  }

  /** Presses a button of the newest card that has it; `on` picks the card by its words. */
  async press(button: string, on?: string): Promise<void> {
    const cards = on === undefined ? this.cards() : this.cards().filter({ hasText: on });
    const named = { name: button, exact: true };
    // A button that leads to a page elsewhere is a link.
    const buttons = cards.getByRole('button', named).or(cards.getByRole('link', named)).filter({ visible: true });
    await this.newest(buttons)
      .click()
      .catch(() => this.fails(`finds no button "${button}"`));
  }

  /** Waits until the words stand in the conversation, and answers the whole text of their card or line. */
  async sees(text: string): Promise<string> {
    const card = this.newest(this.cards().filter({ hasText: text }));
    const line = this.newest(this.lines(text));
    await line.waitFor().catch(() => this.fails(`does not see "${text}"`));
    return (await card.count()) > 0 ? card.innerText() : line.innerText();
  }

  /** True when the words are nowhere in the conversation now. */
  async seesNot(text: string): Promise<boolean> {
    return (await this.lines(text).count()) === 0;
  }

  async opensChannel(name: string): Promise<void> {
    await this.page.getByRole('treeitem', { name }).click();
    this.channel = true;
    await this.page.getByText('Start a new post').waitFor();
  }

  async opensChat(): Promise<void> {
    await this.page.getByRole('treeitem', { name: 'Personal Chat' }).click();
    this.channel = false;
    await this.page.getByRole('button', { name: 'Send Message' }).waitFor();
  }

  /** Keeps what the person sees: a page tall enough for the whole of the newest card, or of the one with these words. */
  async picture(path: string, on?: string): Promise<void> {
    const card = this.newest(on === undefined ? this.cards() : this.cards().filter({ hasText: on }));
    const height = (await card.boundingBox())?.height ?? 0;
    await this.page.setViewportSize({ width: 1280, height: Math.min(2600, Math.max(900, Math.ceil(height) + 330)) });
    await this.page.mouse.move(0, 0);
    await card.evaluate<void, Shown>(bringIntoSight);
    await this.page.waitForTimeout(300);
    await this.page.screenshot({ path });
  }

  /** The same card as a phone of that width draws it: the Playground's own page is never narrower than a window. Answers words that run over its edge. */
  async phonePicture(path: string, width: number, on?: string): Promise<string[]> {
    const card = this.newest(on === undefined ? this.cards() : this.cards().filter({ hasText: on }));
    await this.page.setViewportSize({ width: 1280, height: 2600 });
    await card.evaluate<void, string, Shown>(asWideAs, `${width - PHONE_MARGINS}px`);
    await this.page.waitForTimeout(500);
    await card.screenshot({ path });
    const over = await card.evaluate<string[], Shown>(wordsOverTheEdge);
    await card.evaluate<void, string, Shown>(asWideAs, '');
    return over;
  }

  private async mentions(bot: string): Promise<void> {
    await this.page.keyboard.type(`@${bot.slice(0, 3)}`);
    await this.page.getByRole('menuitem', { name: bot }).click();
  }

  private async fails(what: string): Promise<never> {
    const newest = await this.newest(this.cards())
      .innerText({ timeout: 1000 })
      .catch(() => 'none');
    throw new Error(`${this.who} ${what}. The newest card:\n${newest}`);
  }

  private cards(): Locator {
    return this.page.locator('.ac-adaptiveCard');
  }

  // The list of chats at the left repeats the last message; it does not count.
  private lines(text: string): Locator {
    return this.page.getByText(text).and(this.page.locator(':not([aria-label="Chat and Teams Channel"] *)')).filter({ visible: true });
  }

  // A chat grows at its end, a channel at its top.
  private newest(found: Locator): Locator {
    return this.channel ? found.first() : found.last();
  }

  private input(label: string): Locator {
    return this.cardWith(label).getByLabel(label).first();
  }

  private cardWith(label: string): Locator {
    return this.newest(this.cards().filter({ has: this.page.getByLabel(label) }));
  }

  private async pickDay(day: string): Promise<void> {
    const wanted = DateTime.fromISO(day, { zone: 'utc' });
    const calendar = this.page.getByRole('dialog', { name: 'Calendar' });
    const shown = async () =>
      DateTime.fromFormat((await calendar.getByRole('grid').getAttribute('aria-label'))!.slice(0, -4), 'LLLL yyyy', { zone: 'utc' });
    for (let steps = Math.round(wanted.startOf('month').diff(await shown(), 'months').months); steps !== 0; steps -= Math.sign(steps)) {
      await calendar.locator(`button[title^="${steps < 0 ? 'Previous' : 'Next'} month"]`).click();
    }
    await calendar.locator(`button[aria-label="${wanted.toFormat('d, LLLL, yyyy')}"]`).click();
  }
}

const isLocal = (url: string) => ['localhost', '127.0.0.1', ''].includes(new URL(url).hostname);
