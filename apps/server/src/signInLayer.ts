import { StoreUnavailable } from "@muster/domain/ports/StoreUnavailable"
import { SignIn, type Provider } from "@muster/http/SignIn"
import { SignInStore } from "@muster/postgres/SignInStore"
import { makeProviderSignIn } from "@muster/sign-in/makeProviderSignIn"
import { makeSignIn } from "@muster/sign-in/makeSignIn"
import type { SignInOptions } from "@muster/sign-in/signInLibrary"
import { Effect, Layer, Redacted } from "effect"
import type { Settings } from "./settings.ts"

/** Sign-in for the API, kept in PostgreSQL. */
export const signInLayer = ({ url, provider }: Pick<Settings, "url" | "provider">) =>
  Layer.effect(
    SignIn,
    Effect.gen(function* () {
      const store = yield* SignInStore
      const options = { store, secret: store.secret, secure: url?.protocol === "https:" }
      const signIn = makeSignIn(options)
      return SignIn.of({
        signIn: (...given) => asked(() => signIn.signIn(...given)),
        sessionOf: (headers) => asked(() => signIn.sessionOf(headers)),
        forget: (headers) => asked(() => signIn.forget(headers)),
        holdsPassword: (...given) => asked(() => signIn.holdsPassword(...given)),
        enrol: (...given) => asked(() => signIn.enrol(...given)),
        confirm: (...given) => asked(() => signIn.confirm(...given)),
        turnOff: (...given) => asked(() => signIn.turnOff(...given)),
        provider: provider && providerOf(options, provider),
      })
    }),
  )

const providerOf = (options: SignInOptions, provider: NonNullable<Settings["provider"]>): Provider => {
  const clientSecret = Redacted.value(provider.clientSecret)
  const signIn = makeProviderSignIn(options, { ...provider, clientSecret })
  return {
    name: provider.name,
    leave: (headers) => asked(() => signIn.leave(headers)),
    enter: (...given) => asked(() => signIn.enter(...given)),
  }
}

/** The library fails where its store does; what it tells then is kept from everybody. */
const asked = <A>(ask: () => Promise<A>) =>
  Effect.tryPromise({ try: ask, catch: () => new StoreUnavailable({ cause: "sign-in" }) })
