import { useLocation, useNavigate, type RouteSectionProps } from "@solidjs/router"
import { useQueryClient } from "@tanstack/solid-query"
import { Match, onCleanup, Switch } from "solid-js"
import { linkPath } from "@muster/domain/messages/tellMail"
import { readSession, type Session } from "@muster/client/session"
import { api, sessionEnd } from "./api.ts"
import { discardStrangeDrafts } from "./drafts/draftStore.ts"
import { createQuery } from "./createQuery.ts"
import { Loaded } from "./parts/Loaded.tsx"
import { ChoosePasswordPage } from "./pages/ChoosePasswordPage.tsx"
import { ForgottenPasswordPage } from "./pages/ForgottenPasswordPage.tsx"
import { SetUpPage } from "./pages/SetUpPage.tsx"
import { SignInPage } from "./pages/SignInPage.tsx"
import { SessionContext } from "./session.ts"
import { Shell } from "./Shell.tsx"

const key = ["session"]

/** Shows pages to somebody who has signed in, and to others the way in. */
export function SessionGate(props: RouteSectionProps) {
  const location = useLocation()
  const navigate = useNavigate()
  const client = useQueryClient()
  const session = createQuery<Session | null>(() => ({
    queryKey: key,
    queryFn: ({ signal }) => readSession(api, signal),
    staleTime: Infinity,
  }))
  const forget = () => client.setQueryData(key, null)
  sessionEnd.addEventListener("end", forget)
  onCleanup(() => sessionEnd.removeEventListener("end", forget))

  /** What another person had loaded, or begun to write, is not shown to this one. */
  const enter = (one: Session) => {
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== key[0] })
    client.setQueryData(key, one)
    void discardStrangeDrafts(one.user.id, Date.now())
  }
  const begin = (one: Session) => {
    enter(one)
    navigate("/", { replace: true })
  }
  return (
    <Switch
      fallback={
        <Loaded query={session()}>
          {(found) => (
            <Switch fallback={<SignInPage onSignedIn={enter} />}>
              <Match when={found()}>
                {(one) => (
                  <SessionContext.Provider value={one}>
                    <Shell {...props} />
                  </SessionContext.Provider>
                )}
              </Match>
            </Switch>
          )}
        </Loaded>
      }
    >
      <Match when={location.pathname === "/set-up"}>
        <SetUpPage onSignedIn={begin} />
      </Match>
      <Match when={location.pathname === linkPath}>
        <ChoosePasswordPage onSignedIn={begin} />
      </Match>
      <Match when={location.pathname === "/forgotten-password"}>
        <ForgottenPasswordPage />
      </Match>
    </Switch>
  )
}
