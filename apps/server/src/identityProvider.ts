import { returnPath } from "@muster/http/provider"
import { Redacted } from "effect"

interface ProviderSettings {
  readonly url: URL | null
  readonly oidcIssuer: string | null
  readonly oidcClientId: string | null
  readonly oidcClientSecret: Redacted.Redacted | null
  readonly oidcName: string
}

/** The provider of identities that settings name; null where they name none, a sentence where one is missing. */
export const identityProvider = (settings: ProviderSettings) => {
  const { url, oidcIssuer: issuer, oidcClientId: clientId, oidcClientSecret: clientSecret } = settings
  if (issuer === null && clientId === null && clientSecret === null) return null
  if (issuer === null || clientId === null || clientSecret === null || url === null)
    return `MUSTER_OIDC_ISSUER, MUSTER_OIDC_CLIENT_ID and MUSTER_OIDC_CLIENT_SECRET go together, and MUSTER_URL with them: the provider sends browsers back to it, at ${returnPath}.`
  return { issuer, clientId, clientSecret, name: settings.oidcName, returnTo: `${url.origin}${returnPath}` }
}
