import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { Provider } from "oidc-provider"

/** What the provider knows of somebody; `sub` is its own id for them. */
export interface Identity {
  readonly sub: string
  readonly email: string
  readonly email_verified: boolean
}

/**
 * A real OpenID Connect provider on a port of its own, at which whoever comes is `present`; null cancels.
 */
export const startIdentityProvider = async (returnTo: string, port = 0) => {
  const identities = new Map<string, Identity>()
  let present: Identity | null = null
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const client = { clientId: "muster", clientSecret: "secret-of-muster-at-the-provider" }
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [returnTo],
        grant_types: ["authorization_code"],
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    pkce: { required: () => true },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...identities.get(sub), sub }) }),
  })
  const interact = async (request: IncomingMessage, response: ServerResponse) => {
    const { prompt, params } = await provider.interactionDetails(request, response)
    if (present === null) return provider.interactionFinished(request, response, { error: "access_denied" })
    if (prompt.name === "login")
      return provider.interactionFinished(request, response, {
        login: { accountId: present.sub, remember: false },
      })
    const grant = new provider.Grant({ accountId: present.sub, clientId: String(params["client_id"]) })
    grant.addOIDCScope("openid email")
    return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } })
  }
  const callback = provider.callback()
  server.on(
    "request",
    (request, response) =>
      void (request.url?.startsWith("/interaction/")
        ? interact(request, response)
        : callback(request, response)),
  )
  return {
    issuer,
    ...client,
    signInAs: (identity: Identity | null) => {
      present = identity
      if (identity) identities.set(identity.sub, identity)
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
