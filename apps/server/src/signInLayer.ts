import { StoreUnavailable } from "@muster/domain/ports/StoreUnavailable"
import { SignIn } from "@muster/http/SignIn"
import { SignInStore } from "@muster/postgres/SignInStore"
import { makeSignIn } from "@muster/sign-in/makeSignIn"
import { Effect, Layer } from "effect"

/** Sign-in for the API, kept in PostgreSQL. `secure`: browsers come by HTTPS. */
export const signInLayer = (secure: boolean) =>
  Layer.effect(
    SignIn,
    Effect.gen(function* () {
      const store = yield* SignInStore
      const signIn = makeSignIn({ store, secret: store.secret, secure })
      return SignIn.of({
        signIn: (...given) => asked(() => signIn.signIn(...given)),
        sessionOf: (headers) => asked(() => signIn.sessionOf(headers)),
        forget: (headers) => asked(() => signIn.forget(headers)),
        holdsPassword: (...given) => asked(() => signIn.holdsPassword(...given)),
        enrol: (...given) => asked(() => signIn.enrol(...given)),
        confirm: (...given) => asked(() => signIn.confirm(...given)),
        turnOff: (...given) => asked(() => signIn.turnOff(...given)),
      })
    }),
  )

/** The library fails where its store does; what it tells then is kept from everybody. */
const asked = <A>(ask: () => Promise<A>) =>
  Effect.tryPromise({ try: ask, catch: () => new StoreUnavailable({ cause: "sign-in" }) })
