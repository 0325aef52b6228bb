import { bot, people, team, tenant, type CouncilPage, type CouncilPerson } from './council.js';

/** The Playground wants exactly this many colleagues beside the person at the page. */
const colleagues = 5;

/** The page's `.m365agentsplayground.yml`. JSON is YAML, so that nothing needs quoting. */
export function writePageConfig(page: CouncilPage): string {
  const others = people.filter((each) => each.id !== page.person.id).slice(0, colleagues);
  return `${JSON.stringify(
    {
      version: '0.1.1',
      tenantId: tenant,
      bot,
      currentUser: writeUser(page.person),
      users: others.map(writeUser),
      personalChat: { id: page.chat },
      groupChat: { id: page.group, name: 'A group chat' },
      team: {
        id: page.team,
        name: team.name,
        aadGroupId: team.groupId,
        channels: page.channel ? [{ id: page.channel.id, name: page.channel.name }] : [],
      },
    },
    null,
    2,
  )}\n`;
}

function writeUser({ id, mri, name }: CouncilPerson) {
  const [given, family] = name.split(' ') as [string, string];
  const address = `${given}.${family}@anytown.example`.toLowerCase();
  return { id: mri, aadObjectId: id, name, givenName: given, surname: family, userPrincipleName: address, email: address };
}
