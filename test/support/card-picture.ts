import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { TEAMS_CSS, TEAMS_HOST } from './card-host.js';

const require = createRequire(import.meta.url);
const MARGIN = 16;
const BROWSER = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Draws cards in a browser with the reference renderer: `draw` answers one PNG with the card at each of the widths (pixels), side by side. */
export interface CardPictures {
  draw(card: unknown, widths: readonly number[]): Promise<Buffer>;
  close(): Promise<void>;
}

/** Starts the browser. Throws when there is none. */
export async function openCardPictures(): Promise<CardPictures> {
  const browser = await chromium.launch({
    executablePath: BROWSER,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--lang=en-GB'],
  });
  const page = await browser.newPage({ deviceScaleFactor: 1.5, locale: 'en-GB' });
  await page.setContent(`<!doctype html><style>${TEAMS_CSS}</style>`);
  await page.addScriptTag({ path: require.resolve('adaptivecards/dist/adaptivecards.min.js') });
  await page.addScriptTag({ path: require.resolve('markdown-it/browser') });
  return {
    draw: async (card, widths) => {
      await page.setViewportSize({ width: widths.reduce((all, w) => all + w + MARGIN, MARGIN), height: 200 });
      await page.evaluate(`(${drawInPage.toString()})(${JSON.stringify({ card, host: TEAMS_HOST, widths })})`);
      return page.screenshot({ fullPage: true });
    },
    close: () => browser.close(),
  };
}

/* Runs in the page, where the two libraries are globals. */
/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-return, @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-call */
function drawInPage({ card, host, widths }: { card: unknown; host: unknown; widths: number[] }): void {
  const { AdaptiveCards, markdownit, document } = globalThis as any;
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (words: string, result: any) => {
    result.outputHtml = markdownit().render(words);
    result.didProcess = true;
  };
  const places = widths.map((width) => Object.assign(document.createElement('div'), { className: 'card', style: `width: ${width}px` }));
  document.body.replaceChildren(...places);
  for (const place of places) {
    const drawn = new AdaptiveCards.AdaptiveCard();
    drawn.hostConfig = new AdaptiveCards.HostConfig(host);
    drawn.parse(card);
    const element = drawn.render();
    // Both copies are in one page: radio buttons of one would otherwise unset the other's.
    for (const radio of element.querySelectorAll('input[type=radio]')) radio.name += place.style.width;
    place.append(element);
  }
}
