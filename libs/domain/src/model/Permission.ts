import { Schema } from "effect"

/** Something that the product lets people do, as it registered it: what groups are made of. */
export const Permission = Schema.Struct({ name: Schema.String, description: Schema.String })
export type Permission = typeof Permission.Type
