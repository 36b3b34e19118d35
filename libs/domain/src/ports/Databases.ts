import { Context, Schema, type Effect } from "effect"
import type { Database } from "../model/Database.ts"
import type { Page, PageRequest } from "../model/Page.ts"
import type { CurrentActor } from "../rights/CurrentActor.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"

/** The customers' databases on the platform. */
export class Databases extends Context.Service<
  Databases,
  {
    readonly find: (id: string) => Effect.Effect<Database, DatabaseNotFound | StoreUnavailable>
    /** In order of name, then id; those `among` the ids, null for all. */
    readonly list: (
      page: PageRequest & { readonly among: ReadonlyArray<string> | null },
    ) => Effect.Effect<Page<Database>, StoreUnavailable>
    readonly change: (
      id: string,
      change: Partial<Pick<Database, "name" | "closed">>,
    ) => Effect.Effect<Database, DatabaseNotFound | StoreUnavailable, CurrentActor>
    /** Open. The same id again answers the database that is there. */
    readonly create: (
      database: Pick<Database, "id" | "name">,
    ) => Effect.Effect<Database, StoreUnavailable, CurrentActor>
  }
>()("@muster/domain/ports/Databases") {}

/** Nothing changes in it until it is opened again. */
export class DatabaseClosed extends Schema.TaggedError<DatabaseClosed>()("DatabaseClosed", {}) {
  override get message() {
    return "The database is closed."
  }
}

export class DatabaseNotFound extends Schema.TaggedError<DatabaseNotFound>()("DatabaseNotFound", {
  id: Schema.String,
}) {
  override get message() {
    return "There is no such database."
  }
}
