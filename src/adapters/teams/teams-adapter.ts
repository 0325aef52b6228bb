import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type Activity, type InvokeResponse, type TurnContext } from 'botbuilder';
import { connectorHttp } from './connector-http.js';

/** Who the bot is. Local mode has no identity, and then nobody who calls it is checked: loopback only. */
export type TeamsCredentials =
  | { local: true }
  | { type: 'SingleTenant'; appId: string; tenantId: string; password: string }
  | { type: 'SingleTenant'; appId: string; tenantId: string; certificate: { thumbprint: string; privateKey: string } }
  | { type: 'UserAssignedMSI'; appId: string; tenantId: string };

/** CloudAdapter without its HTTP side: that one prints errors to the console and sends their text to the caller. */
export class TeamsAdapter extends CloudAdapter {
  constructor(
    auth: ConfigurationBotFrameworkAuthentication,
    readonly appId: string,
  ) {
    super(auth);
  }

  /** Checks the token; rejects with an AuthenticationError. */
  async authenticate(authorization: string, activity: Activity): Promise<void> {
    await this.botFrameworkAuthentication.authenticateRequest(activity, authorization);
  }

  /** Checks the token (rejects with an AuthenticationError) and runs the turn. */
  receive(authorization: string, activity: Activity, logic: (context: TurnContext) => Promise<void>): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, logic);
  }
}

export function createTeamsAdapter(credentials: TeamsCredentials): TeamsAdapter {
  const options = { httpClient: connectorHttp } as unknown as ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[4];
  const auth = new ConfigurationBotFrameworkAuthentication(authSettings(credentials), undefined, undefined, undefined, options);
  return new TeamsAdapter(auth, 'local' in credentials ? '' : credentials.appId);
}

/** In botbuilder's names. An unset type would mean MultiTenant there, an empty app id no check at all. */
function authSettings(credentials: TeamsCredentials): Record<string, string> {
  if ('local' in credentials) return {};
  if (credentials.appId === '' || credentials.tenantId === '')
    throw new Error('The bot needs an app id and a tenant id outside local mode.');
  return {
    MicrosoftAppId: credentials.appId,
    MicrosoftAppType: credentials.type,
    MicrosoftAppTenantId: credentials.tenantId,
    ...('password' in credentials && { MicrosoftAppPassword: credentials.password }),
    ...('certificate' in credentials && {
      CertificateThumbprint: credentials.certificate.thumbprint,
      CertificatePrivateKey: credentials.certificate.privateKey,
    }),
  };
}
