/** Where activities may say they come from, and where messages may go. */
export type ServiceUrlRule = { local: true } | { suffixes: readonly string[] };

/** Hosts of the Bot Connector for Teams: public cloud, and the government clouds under the same roof. */
export const TEAMS_SERVICE_HOSTS: readonly string[] = ['smba.trafficmanager.net', 'smba.infra.gcc.teams.microsoft.com'];

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Local mode: loopback only, because there nobody is signed in. Otherwise https and one of the hosts or a host under it, on the usual
 * port and without credentials in the URL: our token must never travel anywhere else (design §2, §5).
 */
export function serviceUrlAllowed(rule: ServiceUrlRule): (serviceUrl: string) => boolean {
  return (serviceUrl) => {
    if (!URL.canParse(serviceUrl)) return false;
    const url = new URL(serviceUrl);
    if (url.username !== '' || url.password !== '') return false;
    if ('local' in rule) return (url.protocol === 'http:' || url.protocol === 'https:') && LOOPBACK.has(url.hostname);
    return (
      url.protocol === 'https:' &&
      url.port === '' &&
      rule.suffixes.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`))
    );
  };
}
