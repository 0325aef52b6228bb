import { addMonths } from '../domain/local-date.js';
import { grantRules } from '../procedure/roles.js';
import type { Desk } from '../usecases/desk.js';
import { ines, tenant } from './council.js';
import type { RunningPage } from './start-page.js';

/** Makes the made-up council known: who sits at which page, what IG granted them, whose channel is whose. Repeating it changes nothing. */
export async function seedCouncil(desk: Desk, pages: readonly RunningPage[]): Promise<void> {
  for (const running of pages) {
    await seedPerson(desk, running);
    await seedChannel(desk, running);
  }
}

async function seedPerson(desk: Desk, { page, serviceUrl }: RunningPage): Promise<void> {
  const { id, mri, name, grants } = page.person;
  const known = await desk.people.seen({ id, mri, name, tenant, chat: { conversationId: page.chat, serviceUrl } });
  const today = desk.clock.today();
  for (const grant of grants) {
    const held = known.grants.some((each) => each.role === grant.role && each.directorate === grant.directorate && each.until >= today);
    if (held) continue;
    await desk.people.grant(id, { ...grant, until: addMonths(today, grantRules.reviewMonths), by: ines.id, need: 'made-up council' });
    await desk.audit.record({
      what: 'role-granted',
      by: ines.id,
      codes: { role: grant.role, directorate: grant.directorate ?? '', to: id },
    });
  }
}

async function seedChannel(desk: Desk, { page, serviceUrl }: RunningPage): Promise<void> {
  if (!page.channel) return;
  await desk.channels.seen({ conversationId: page.channel.id, serviceUrl, tenant });
  await desk.channels.bind(page.channel.id, page.channel.directorate, ines.id);
}
