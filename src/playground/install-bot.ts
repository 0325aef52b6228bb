import type { RunningPage } from './start-page.js';

/** Adds the bot to the page's chat and channel, as a person would: Teams then tells the bot, and it learns where to answer. */
export async function installBot({ page, port }: RunningPage): Promise<void> {
  for (const conversation of [page.chat, ...(page.channel ? [page.channel.id] : [])]) {
    const answer = await fetch(`http://127.0.0.1:${port}/_debug/conversation/${encodeURIComponent(conversation)}/installation`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    if (!answer.ok) throw new Error(`${page.person.name}'s page could not install the bot in ${conversation}: ${answer.status}`);
  }
}
