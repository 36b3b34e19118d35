import { createContext, useContext, type Accessor } from "solid-js"
import { actions, type Action } from "@muster/domain/rights/Action"
import type { Session } from "@muster/client/session"

/** Who sits at this browser; only pages below a session ask. */
export const SessionContext = createContext<Accessor<Session>>()

export const useSession = (): Accessor<Session> => {
  const session = useContext(SessionContext)
  if (session === undefined) throw new Error("A page that needs a session was shown without one.")
  return session
}

/** Whether whoever sits here may do something in a database. */
export const useMayIn = () => {
  const session = useSession()
  return (action: Action, databaseId: string): boolean =>
    session().may.includes(action) ||
    (actions[action].databaseAdministrator && session().administers.includes(databaseId))
}

/** Whether whoever sits here may do something on the platform. */
export const useMay = () => {
  const session = useSession()
  return (action: Action): boolean => session().may.includes(action)
}
