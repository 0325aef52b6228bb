import { showPage } from './page-layout.js';
import { escapeHtml, type PageRoute } from './page.js';

/** The two pages that the app's manifest points at: what is kept about people, and on which terms staff use it. */
export function makeAboutPages(council: { name: string; email: string; phone: string }): PageRoute[] {
  const name = escapeHtml(council.name);
  const contact = `<p>Questions: ${escapeHtml(council.email)}, ${escapeHtml(council.phone)}.</p>`;
  const privacy =
    `<p>Rightsdesk is how ${name} keeps track of requests by people about their own data.</p>` +
    '<p>It keeps who asked, how to reach them, what they asked for and each step that was taken. Names, contacts, addresses and words are ' +
    'encrypted, shown only to staff whose work needs them, and deleted when the council no longer has to keep them. It also keeps which ' +
    'member of staff took or saw what, and when. Nothing is sold, and nothing is sent to anybody but Microsoft Teams, which shows the cards.</p>';
  const terms =
    `<p>For staff and contractors of ${name}, for their work only. What is looked at is recorded. Nothing that somebody asked for may be ` +
    'altered, blocked or destroyed to keep it from them: that is a crime.</p>';
  return [
    { method: 'GET', path: '/privacy', handle: async () => showPage(200, 'What Rightsdesk keeps', privacy + contact) },
    { method: 'GET', path: '/terms', handle: async () => showPage(200, 'Terms of use', terms + contact) },
  ];
}
