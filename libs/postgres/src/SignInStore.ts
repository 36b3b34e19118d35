import { Context, Effect, Layer } from "effect"
import { drizzle } from "drizzle-orm/pg-proxy"
import * as pg from "drizzle-orm/pg-core"
import { sql } from "drizzle-orm"
import { randomBytes } from "node:crypto"
import { Postgres } from "./Postgres.ts"
import { sessions, signIns, twoFactors, verifications } from "./signInTables.ts"

/** Active platform users, as a sign-in library wants them: a view. */
const signInUsers = pg.pgTable("sign_in_users", {
  id: pg.uuid().primaryKey(),
  email: pg.text().notNull(),
  name: pg.text().notNull(),
  emailVerified: pg.boolean().notNull(),
  image: pg.text(),
  twoFactorEnabled: pg.boolean().notNull().default(false),
  createdAt: pg.timestamp({ withTimezone: true, mode: "date" }).notNull(),
  updatedAt: pg.timestamp({ withTimezone: true, mode: "date" }).notNull(),
})

/** The tables of a sign-in library, by the names it gives them. */
const schema = {
  user: signInUsers,
  session: sessions,
  account: signIns,
  verification: verifications,
  twoFactor: twoFactors,
}

/** Where a sign-in library keeps its own: every statement of its goes through `Postgres` as the others do. */
export class SignInStore extends Context.Service<
  SignInStore,
  {
    readonly db: ReturnType<typeof drizzle>
    readonly schema: typeof schema
    /** Made at the first start, the same for every process. */
    readonly secret: string
  }
>()("@muster/postgres/SignInStore") {
  static readonly layer = Layer.effect(
    SignInStore,
    Effect.gen(function* () {
      const { run, values } = yield* Postgres
      const send = Effect.runPromiseWith(yield* Effect.context())
      const [kept] = yield* run((db) =>
        db.execute<{ secret: string }>(sql`
          insert into sign_in_secrets (ordinal, secret) values (1, ${randomBytes(32).toString("base64url")})
          on conflict (ordinal) do update set ordinal = 1 returning secret`),
      )
      if (!kept) return yield* Effect.die("No secret was kept.")
      const db = drizzle(
        async (text, parameters) => ({ rows: [...(await send(values(text, parameters)))] }),
        {
          casing: "snake_case",
        },
      )
      return { db, schema, secret: kept.secret }
    }),
  )
}
