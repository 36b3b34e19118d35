import { Schema } from "effect"

/** The languages Muster speaks. */
export const Language = Schema.Literals(["en", "sv"])
export type Language = typeof Language.Type
