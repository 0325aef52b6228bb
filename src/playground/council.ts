/** A made-up council: obviously invented people, ids and chats. Nothing here can be mistaken for a real tenant. */
export interface CouncilPerson {
  /** Entra object id. */
  id: string;
  mri: string;
  name: string;
  /** What IG has granted them, for half a year. */
  grants: { role: string; directorate?: string; post?: string }[];
}

/** One Agents Playground page: whose it is, and the chats it shows. Ids are distinct on every page, as each has a connector of its own. */
export interface CouncilPage {
  key: string;
  person: CouncilPerson;
  /** Who they are, in the list of addresses. */
  job: string;
  chat: string;
  group: string;
  team: string;
  channel?: { id: string; name: string; directorate: string };
}

const guid = (n: number) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
const person = (n: number, name: string, grants: CouncilPerson['grants'] = []): CouncilPerson => ({
  id: guid(n),
  mri: `29:made-up-person-${n}`,
  name,
  grants,
});

export const tenant = guid(0xaa);
export const bot = { id: '28:made-up-rightsdesk', name: 'Rightsdesk' };
export const team = { name: 'Anytown Council', groupId: guid(0xbb) };

const rosa = person(1, 'Rosa Reception', [{ role: 'CC' }]);
const dev = person(2, 'Dev Diao', [{ role: 'DIAO', directorate: 'HOU' }]);
const ola = person(3, 'Ola Officer', [{ role: 'OFFICER', directorate: 'HOU' }]);
export const ines = person(4, 'Ines Ig', [{ role: 'IG' }]);

/** They appear as colleagues; a page for them is a fifth process nobody needs. */
const others = [person(5, 'Theo Tenancy'), person(6, 'Mo Manager')];
export const people: readonly CouncilPerson[] = [rosa, dev, ola, ines, ...others];

const page = (key: string, of: CouncilPerson, job: string, channel?: CouncilPage['channel']): CouncilPage => ({
  key,
  person: of,
  job,
  chat: `a:made-up-chat-of-${key}`,
  group: `19:made-up-group-of-${key}@thread.v2`,
  team: `19:made-up-team-of-${key}@thread.tacv2`,
  ...(channel && { channel }),
});

export const pages: readonly CouncilPage[] = [
  page('reception', rosa, 'reception, staff and call centre'),
  page('diao', dev, 'DIAO of Housing', { id: '19:made-up-housing@thread.tacv2', name: 'Housing requests', directorate: 'HOU' }),
  page('officer', ola, 'case officer in Housing'),
  page('ig', ines, 'Information Governance manager', {
    id: '19:made-up-children@thread.tacv2',
    name: "Children's Services requests",
    directorate: 'CHILD',
  }),
];
