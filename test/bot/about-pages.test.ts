import { describe, expect, it } from '@jest/globals';
import { makeAboutPages } from '../../src/bot/about-pages.js';
import { defaultCouncil } from '../../src/letters/council.js';

describe('the pages the manifest points at', () => {
  it.each(['/privacy', '/terms'])('answers %s with the council’s own name, and keeps nothing in a cache', async (path) => {
    const route = makeAboutPages(defaultCouncil()).find((page) => page.path === path);
    const reply = await route?.handle({ params: {}, query: {}, form: {}, headers: {} });
    expect(reply?.status).toBe(200);
    expect(reply?.body as string).toContain(defaultCouncil().name);
    expect(reply?.body as string).toContain(defaultCouncil().email);
  });
});
