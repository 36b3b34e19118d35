import { Context, type Effect } from "effect"

/** Keeps passwords as something they cannot be told from. */
export class Passwords extends Context.Service<
  Passwords,
  {
    /** A salted hash, slow to make. */
    readonly hash: (password: string) => Effect.Effect<string>
    /** Whether it is one of the passwords that attackers try first. */
    readonly isCommon: (password: string) => boolean
  }
>()("@muster/domain/ports/Passwords") {}
