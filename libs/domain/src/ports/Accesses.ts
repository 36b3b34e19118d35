import { Context, type Effect } from "effect"
import type { Access } from "../model/Access.ts"
import type { Page, PageRequest } from "../model/Page.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"

/** Who has which place in which database; one place a user and database. */
export class Accesses extends Context.Service<
  Accesses,
  {
    /** A database's users, in order of the e-mail's canonical key. */
    readonly list: (databaseId: string, page: PageRequest) => Effect.Effect<Page<Access>, StoreUnavailable>
    /** The access that these users have in the database. */
    readonly known: (
      databaseId: string,
      userIds: ReadonlyArray<string>,
    ) => Effect.Effect<ReadonlyArray<Access>, StoreUnavailable>
  }
>()("@muster/domain/ports/Accesses") {}
